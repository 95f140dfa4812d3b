"""Trees as browsers build them, in BeautifulSoup's objects."""

from __future__ import annotations

import pytest

from crawlers.extraction.html_tree import read_html
from tests.doubles.work import count_calls
from tests.unit.pages import document, reading


@pytest.mark.parametrize(
    ("markup", "body"),
    [
        ("<title>t</title><main>x</main>", "<main>x</main>"),
        ("<own-name>x</own-name>", "<own-name>x</own-name>"),
        ("<p>a<div>b</p>c", "<p>a</p><div>b<p></p>c</div>"),
        ("<table><b>x<tr><td>y", "<b>x</b><table><tbody><tr><td>y</td></tr></tbody></table>"),
        ("<b>1<p>2</b>3</p>", "<b>1</b><p><b>2</b>3</p>"),
        ("<p>in</p></body></html><p>after", "<p>in</p><p>after</p>"),
        ("<image src=a>", '<img src="a"/>'),
        ("<div/>x", "<div>x</div>"),
        ("<svg><a/><b>x", "<svg><a></a></svg><b>x</b>"),
        ("<p class='a b' hidden>", '<p class="a b" hidden=""></p>'),
        ("<embed src=a><p>x</p>", '<embed src="a"/><p>x</p>'),
        (
            "<x-a><template shadowrootmode=open><b>in</b><slot></slot></template><i>own</i></x-a>",
            "<x-a><b>in</b><i>own</i></x-a>",
        ),
        (
            "<x-a><template shadowrootmode='closed'><b>in</b></template><i>unseen</i></x-a>",
            "<x-a><b>in</b></x-a>",
        ),
        ("<slot>x</slot>", "<slot>x</slot>"),
        ("x<noscript><img src=a></noscript>", 'x<noscript><img src="a"/></noscript>'),
    ],
)
def test_a_tree_is_a_browsers(markup: str, body: str) -> None:
    tree = read_html(markup)
    assert tree.body is not None
    assert tree.body.decode_contents() == body


def test_what_stands_in_a_noscript_does_not_break_the_head() -> None:
    page = document("<head><noscript><img src=a></noscript><title>t</title><base href=/b/></head>x")
    assert (page.title, page.base, page.text) == ("t", "https://skole.example/b/", "x")


def test_elements_follow_each_other_as_in_the_document() -> None:
    tree = read_html("<p>a<b>c</b>d</p><p>e</p>")
    assert tree.b is not None
    assert tree.b.next_element == "c"
    assert tree.b.next_sibling == "d"
    assert tree.b.previous_element == "a"
    assert [str(text) for text in tree.find_all(string=True)] == ["a", "c", "d", "e"]
    assert tree.b.find_parent("body") is tree.body


def test_what_nobody_is_shown_is_no_text_and_no_link() -> None:
    markup = (
        "<body><iframe src='https://a.example/f' /><p><a href=hidden.html>hidden</a></p></iframe>"
        "<template><a href=never.html>never</a></template><p><a href=shown.html>shown</a></p>"
    )
    assert document(markup).text == "shown"
    links = [link.url.rpartition("/")[2] for link in reading(markup).outlinks]
    assert links == ["f", "shown.html"]


def test_what_is_for_browsers_without_scripts_is_not_in_the_document() -> None:
    page = document("<noscript><meta http-equiv=refresh content='0;url=/no.html'></noscript>x")
    assert page.tags("meta") == []
    assert len(page.tags("noscript")) == 1


def test_the_title_of_a_drawing_is_none_of_the_page() -> None:
    assert document("<body><svg><title>drawing</title></svg>").title == ""


@pytest.mark.parametrize(
    ("body", "content_type", "encoding", "text"),
    [
        (b"\x9cuf", "text/html; charset=ISO-8859-1", "windows-1252", "œuf"),
        (b"\x9cuf", "text/html; charset=us-ascii", "windows-1252", "œuf"),
        (b"\xcd\xe0", "text/html; charset=x-cp1251", "windows-1251", "На"),
        (b'<meta charset="latin1">\x80', "text/html; charset=no-such", "windows-1252", "€"),
        ("œuf".encode("utf-8-sig"), "text/html; charset=iso-8859-1", "utf-8", "œuf"),
        ("łódź".encode("utf-16"), "text/html; charset=iso-8859-1", "utf-16le", "łódź"),
        (b"<meta charset=utf-16>x", "text/html", "utf-8", "x"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><p>\xb3', "text/html", "iso-8859-2", "ł"),
    ],
)
def test_encodings_are_those_of_browsers(
    body: bytes, content_type: str, encoding: str, text: str
) -> None:
    page = document(body, content_type=content_type)
    assert (page.encoding, page.text) == (encoding, text)


def test_a_query_is_written_in_the_pages_encoding() -> None:
    markup = "<a href='v?q=Århus'>a</a><img src='æ?ø' width=90>".encode("latin-1")
    found = reading(markup, content_type="text/html; charset=iso-8859-1")
    assert found.outlinks[0].url == "https://skole.example/projekt/v?q=%C5rhus"
    assert found.seen[-1].url == "https://skole.example/projekt/%C3%A6?%F8"


def test_deep_nesting_is_cut_as_in_browsers_and_costs_what_it_holds() -> None:
    tree = read_html("<div>" * 100_000 + "bottom")
    innermost = tree.find_all("div")[-1]
    assert max(len(list(tag.parents)) for tag in tree.find_all("div", limit=600)) < 515
    assert innermost.find_parent("body") is tree.body
    small, large = (count_calls(lambda n=n: read_html("<div>" * n)) for n in (2_000, 20_000))
    assert large < 11 * small
