"""XHTML read by the rules of XML."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawlers.extraction.document import Document, parse
from crawlers.extraction.html_tree import MAX_DEPTH
from crawlers.extraction.xhtml_tree import read_xhtml
from crawlers.model.capture import Capture
from crawlers.model.media_type import XHTML, computed_type

ROOT = '<html xmlns="http://www.w3.org/1999/xhtml"'


def page(text: str | bytes, content_type: str = XHTML) -> Document:
    body = text if isinstance(text, bytes) else text.encode()
    capture = Capture(
        url="https://a.example/x/",
        final_url="https://a.example/x/",
        captured_at=datetime(2026, 12, 1, tzinfo=UTC),
        status=200,
        headers=(("Content-Type", content_type),),
        body=body,
    )
    return parse(capture)


@pytest.mark.parametrize("name", ["script", "div", "iframe", "title", "textarea", "style", "a"])
def test_any_element_closes_itself(name: str) -> None:
    document = page(f"{ROOT}><body><{name}/><p>after</p></body></html>")
    assert document.text == "after"
    assert [tag.parent and tag.parent.name for tag in document.tags("p")] == ["body"]


def test_sections_are_text_and_comments_are_none() -> None:
    document = page(f"{ROOT}><body><p><![CDATA[3 < 4 & 5]]><!-- no --></p></body></html>")
    assert document.text == "3 < 4 & 5"


@pytest.mark.parametrize("kind", ["1.0 Strict", "1.1", "Basic 1.0"])
def test_names_of_characters_are_known_where_the_document_type_is_xhtml(kind: str) -> None:
    doctype = f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML {kind}//EN" "http://www.w3.org/x.dtd">'
    text = f'{doctype}{ROOT}><body><p title="&copy;">caf&eacute;</p></body></html>'
    document = page(text)
    assert document.text == "café"
    assert document.tags("p")[0]["title"] == "©"


def test_without_a_document_type_such_a_name_ends_the_page() -> None:
    assert page(f"{ROOT}><body><p>caf</p><p>a&eacute;b</p></body></html>").text == "caf a"


def test_nothing_outside_the_page_is_read() -> None:
    doctype = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    assert page(f"{doctype}{ROOT}><body><p>a&x;b</p></body></html>").text == "a b"


def test_what_stands_before_a_mistake_is_the_page() -> None:
    document = page(f'{ROOT}><body><h1>Kites</h1><a href="b">one</b> <a href="c">two</a></body>')
    assert document.headings == ("Kites",)
    assert [tag["href"] for tag in document.tags("a")] == ["b"]


def test_prefixes_are_no_part_of_names_and_other_namespaces_are_no_links() -> None:
    text = (
        '<x:html xmlns:x="http://www.w3.org/1999/xhtml" xmlns:y="urn:other">'
        '<x:body><x:a href="a">one</x:a><y:a href="b">two</y:a></x:body></x:html>'
    )
    document = page(text, "text/xml")
    assert [tag["href"] for tag in document.tags("a")] == ["a"]
    assert document.text == "one two"


def test_the_language_of_xml_is_the_language() -> None:
    assert page(f'{ROOT} xml:lang="da-DK"><body/></html>').language == "da"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (f"{ROOT}><body>œuf</body></html>".encode("cp1252"), f"{XHTML}; charset=iso-8859-1"),
        (
            f"<?xml version='1.0' encoding='utf-16'?>{ROOT}><body>œuf</body></html>".encode(
                "utf-16"
            ),
            XHTML,
        ),
        (f"{ROOT}><body>œuf</body></html>".encode(), XHTML),
        (f"{ROOT}><body>œuf</body></html>".encode("utf-8-sig"), f"{XHTML}; charset=iso-8859-1"),
    ],
)
def test_encodings_are_those_of_browsers(body: bytes, content_type: str) -> None:
    assert page(body, content_type).text == "œuf"


def test_html_under_an_xml_type_is_read_as_html() -> None:
    assert page("<html><body><p>one<br>two</body>").text == "one two"


def test_deep_nesting_is_cut_where_html_is_cut() -> None:
    deep = MAX_DEPTH * 4
    text = f"{ROOT}><body>{'<div>' * deep}deep{'</div>' * deep}<p>after</p></body></html>"
    tree = read_xhtml(text.encode())
    assert tree is not None
    assert max(len(list(tag.parents)) for tag in tree.find_all(True)) <= MAX_DEPTH + 1
    assert "after" in tree.get_text()


def test_entities_that_grow_without_end_stop() -> None:
    names = [f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12)]
    doctype = f'<!DOCTYPE html [<!ENTITY e0 "{"x" * 400}">{"".join(names)}]>'
    tree = read_xhtml(f"{doctype}{ROOT}><body><p>&e11;</p></body></html>".encode())
    assert tree is None or len(tree.get_text()) < 20_000_000


@pytest.mark.parametrize(
    "head",
    [
        '<?xml version="1.0"?><?xml-stylesheet href="a.css"?>',
        '<!-- one --><!DOCTYPE html [<!ENTITY a "b>c">]><!-- two -->',
        "\n",
    ],
)
def test_an_xml_type_with_such_a_root_is_xhtml(head: str) -> None:
    assert computed_type("application/xml", f"{head}{ROOT}>".encode()) == XHTML
    prefixed = f'{head}<h:html xmlns:h="http://www.w3.org/1999/xhtml">'
    assert computed_type("text/xml", prefixed.encode()) == XHTML
    assert computed_type("text/xml", f"{head}<rss/>".encode()) == "text/xml"


@pytest.mark.parametrize("piece", [b"<!---->", b"<??>", b"<a:html ", b"<!doctype [[[]"])
def test_a_head_that_is_nearly_xhtml_costs_little(piece: bytes) -> None:
    assert computed_type("text/xml", piece * 400) == "text/xml"
