"""One parse of a page, however badly it is written."""

from __future__ import annotations

import pytest

from crawlers.extraction.addresses.links import read
from tests.doubles.work import count_calls
from tests.unit.pages import document, in_main, reading


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<main>Hello <b>you</b></main><footer>bye</footer>", "Hello you"),
        ("<div role='main'>Hello</div><div>bye</div>", "Hello"),
        ("<body>Hello<script>x()</script><style>y{}</style><noscript>z</noscript></body>", "Hello"),
        (
            "<body>Hello<!-- no --><template>no</template><svg><title>no</title></svg></body>",
            "Hello",
        ),
        ("<main></main><div>All that there is</div>", "All that there is"),
        ("<main> </main><main>The second</main>", "The second"),
        ("<main><p>In</p></main></body></html><p>and after", "In"),
        ("<body><p>In</p></body></html><p>and after", "In and after"),
        ("<frameset><frame src='a.html'></frameset>", ""),
        ("", ""),
        ("plain text, no markup", "plain text, no markup"),
        ("<p>folded <span style='display:none'>open</span></p>", "folded open"),
        ("<iframe src='x'>an old browser's text</iframe>", ""),
    ],
)
def test_visible_text_of_the_main_content(body: str, text: str) -> None:
    assert document(body).text == text


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("Blåbærgrød".encode("windows-1252"), "text/html", "Blåbærgrød"),
        ("Blåbærgrød".encode("windows-1252"), "text/html; charset=windows-1252", "Blåbærgrød"),
        ("Θάλασσα".encode("iso-8859-7"), "text/html; charset=iso-8859-7", "Θάλασσα"),
        (
            b"<meta charset='iso-8859-7'><p>" + "Θάλασσα".encode("iso-8859-7"),
            "text/html",
            "Θάλασσα",
        ),
        ("Žluťoučký".encode("utf-16"), "text/html", "Žluťoučký"),
        ("Žluťoučký".encode("utf-16-le"), "text/html; charset=utf-16le", "Žluťoučký"),
        ("Blåbær".encode(), "text/html; charset=no-such-thing", "Blåbær"),
        (b"\xef\xbb\xbf<p>" + "Blåbær".encode(), "text/html", "Blåbær"),
        (
            b"<?xml version='1.0' encoding='windows-1252'?><html><p>" + "Blåbær".encode("cp1252"),
            "application/xhtml+xml",
            "Blåbær",
        ),
    ],
)
def test_encodings(body: bytes, content_type: str, text: str) -> None:
    assert document(body, content_type=content_type).text == text


def test_queries_of_a_rendered_page_are_in_the_encoding_that_the_browser_read() -> None:
    body = '<html data-as-visitors-see-it="windows-1252"><a href="?k=æ">x</a>'
    assert document(body).encoding == "windows-1252"
    assert reading(body).outlinks[0].url.endswith("?k=%E6")


@pytest.mark.parametrize(
    "body",
    [
        "<p>før</p>".encode("cp1252") + b"<a href='x.pdf'>after</a>",
        b"<p>a\x00b</p><a href='x.pdf'>after</a>",
        b"\xff\xfe\xfa<main><a href='x.pdf'>after</a>",
    ],
)
def test_a_wrong_encoding_loses_letters_and_nothing_else(body: bytes) -> None:
    page = document(body, content_type="text/html; charset=utf-8")
    assert "after" in page.text or page.soup.original_encoding == "utf-16le"


def test_relative_links_start_from_the_base_and_the_final_address() -> None:
    assert document("<base href='/other/'>").base == "https://skole.example/other/"
    assert document("<base target='_top'>").base == "https://skole.example/projekt/"
    assert document("<base href='javascript:x'>").base == "https://skole.example/projekt/"


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (in_main("word " * 20), True),
        (f"<main>{'word ' * 20}</main><aside>{'more ' * 500}</aside>", True),
        (f"<main>{'word ' * 20}</main><nav>{'more ' * 500}</nav>", True),
        (f"<main>{'word ' * 20}</main><div>{'more ' * 500}</div>", False),
        (f"<div>{'word ' * 20}</div>", False),
    ],
)
def test_a_main_landmark_that_holds_little_is_not_the_whole_content(body: str, whole: bool) -> None:
    assert document(body).main_is_whole is whole


def test_headings_of_menus_are_no_headings() -> None:
    page = document(in_main("<nav><h2>Pages</h2></nav><h1>Our  river</h1><h2></h2><h5>small</h5>"))
    assert page.headings == ("Our river",)


@pytest.mark.parametrize(
    ("head", "language"),
    [("<html lang='da-DK'>", "da"), ("<html lang=''>", None), ("<html>", None), ("", None)],
)
def test_language(head: str, language: str | None) -> None:
    assert document(f"{head}<body>x").language == language


# A page is walked a few times, whatever it holds; more calls than this are a walk in a walk.
CALLS_PER_ELEMENT = 400


def test_very_deep_and_very_large_pages_are_read() -> None:
    deep = document("<div>" * 10_000 + "bottom <img src='a.jpg'>" + "</div>" * 10_000)
    assert deep.text == "bottom"
    assert len(read(deep).seen) == 1
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 100_000
    page = document(in_main(f"<img src='{picture}'>" + "<p>word</p>" * 150_000))
    assert count_calls(lambda: read(page)) < 150_000 * CALLS_PER_ELEMENT
    assert read(page).seen == []
    assert page.words == 150_000


def test_an_ordinary_page_is_cheap() -> None:
    item = '<li><a href="/p/{0}?x={0}">Page {0}</a> <img src="/f/{0}.jpg" alt="Picture {0}"></li>'
    body = in_main("".join(item.format(n) for n in range(100)) + "<p>word word word</p>" * 1200)
    assert 30_000 < len(body) < 45_000
    page = document(body)
    assert len(read(page).seen) == 200
    assert page.words > 3000
    elements = len(page.soup.find_all(True))
    assert count_calls(lambda: read(document(body))) < elements * CALLS_PER_ELEMENT
