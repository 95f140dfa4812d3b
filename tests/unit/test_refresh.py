"""Refreshes as the HTML Standard parses them."""

from __future__ import annotations

import pytest

from crawlers.extraction.refresh import Refresh, parse_refresh, refresh_of
from tests.unit.pages import capture_of, document

HERE = "https://skole.example/projekt/"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("0; url=/a", Refresh(0, "/a")),
        ("0;url=/a", Refresh(0, "/a")),
        ("0,url=/a", Refresh(0, "/a")),
        ("0 url=/a", Refresh(0, "/a")),
        ("0;/a", Refresh(0, "/a")),
        ("0 /a", Refresh(0, "/a")),
        ("  3 ;  URL  =  'a b.html' ", Refresh(3, "a b.html")),
        ('5; Url="/a" ; more', Refresh(5, "/a")),
        ("5; url='/a", Refresh(5, "/a")),
        ("1.9; url=/a", Refresh(1, "/a")),
        (".5; url=/a", Refresh(0, "/a")),
        ("10", Refresh(10, "")),
        ("10;", Refresh(10, "")),
        ("10; url=", Refresh(10, "")),
        ("0; urls/a", Refresh(0, "urls/a")),
        ("0; 'a'", Refresh(0, "a")),
        ("0; url/a", Refresh(0, "url/a")),
        ("", None),
        ("url=/a", None),
        ("-1; url=/a", None),
        ("0x; url=/a", None),
        ("soon", None),
    ],
)
def test_a_refresh_is_parsed_as_browsers_do(content: str, expected: Refresh | None) -> None:
    assert parse_refresh(content) == expected


@pytest.mark.parametrize(
    ("head", "header", "expected"),
    [
        (
            "<META HTTP-EQUIV=REFRESH CONTENT='0; URL=side.html'>",
            "",
            Refresh(0, f"{HERE}side.html"),
        ),
        ("<meta content='2;/a' http-equiv=' refresh '>", "", Refresh(2, "https://skole.example/a")),
        (
            "<base href='/b/'><meta http-equiv=refresh content='0;a'>",
            "",
            Refresh(0, "https://skole.example/b/a"),
        ),
        ("", "0; url=/h", Refresh(0, "https://skole.example/h")),
        ("<meta http-equiv=refresh content='0;/m'>", "9;/h", Refresh(9, "https://skole.example/h")),
        (
            "<meta http-equiv=refresh content='x'><meta http-equiv=refresh content='1;/m'>",
            "",
            Refresh(1, "https://skole.example/m"),
        ),
        ("<meta http-equiv=refresh content='0;./#top'>", "", Refresh(0, "")),
        ("<meta http-equiv=refresh content='60'>", "", Refresh(60, "")),
        ("<noscript><meta http-equiv=refresh content='0;/n'></noscript>", "", None),
        ("<meta http-equiv=refresh content='0; url=javascript:go()'>", "", None),
        ("<meta name=refresh content='0;/n'>", "", None),
    ],
)
def test_the_refresh_of_a_document(head: str, header: str, expected: Refresh | None) -> None:
    body = f"<html><head>{head}</head><body>x</body></html>"
    capture = capture_of(body, HERE, headers=(("refresh", header),) if header else ())
    assert refresh_of(capture, document(body, HERE)) == expected
