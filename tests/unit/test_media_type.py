"""What an answer is, by its head and its first bytes."""

from __future__ import annotations

import pytest

from crawlers.model.media_type import claimed_type, computed_type
from tests.unit.pages import capture_of

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
PAGE = b"<!doctype html><title>A</title>"


@pytest.mark.parametrize(
    ("values", "claimed"),
    [
        ([], ""),
        (["text/html"], "text/html"),
        (["application/octet-stream", "text/html; charset=utf-8"], "text/html; charset=utf-8"),
        (["text/html, text/html; charset=utf-8"], "text/html; charset=utf-8"),
        (["text/html;;charset=UTF-8"], "text/html;;charset=UTF-8"),
        (["text/html", "nonsense"], "text/html"),
        (["text/html", "*/*"], "text/html"),
        (['text/plain; a="x, y/z"'], 'text/plain; a="x, y/z"'),
        (["text html"], ""),
    ],
)
def test_the_last_readable_type_counts(values: list[str], claimed: str) -> None:
    assert claimed_type(values) == claimed


@pytest.mark.parametrize(
    ("claimed", "body", "computed"),
    [
        ("", PAGE, "text/html"),
        ("", b"\n\n <!-- a --><p>", "text/html"),
        ("unknown/unknown", b"<HTML >", "text/html"),
        ("", b"<html5shiv>", "text/plain"),
        ("", b"\xef\xbb\xbf<html>", "text/html"),
        ("", b"Just words", "text/plain"),
        ("", bytes(9), "application/octet-stream"),
        ("", b"", ""),
        ("text/html", b"", "text/html"),
        ("text/plain", PAGE, "text/plain"),
        ("text/plain", b"a\x00b", "application/octet-stream"),
        ("application/octet-stream", PAGE, "application/octet-stream"),
        ("application/octet-stream", b"%PDF-1.7", "application/pdf"),
        ("application/x-download", PNG, "image/png"),
        ("text/html", PNG, "image/png"),
        ("image/jpeg", PNG, "image/png"),
        ("image/jpeg", PAGE, "image/jpeg"),
        ("audio/mp4", b"\x00\x00\x00\x18ftypisom", "audio/mp4"),
        (
            "application/vnd.ms-excel",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "application/vnd.ms-excel",
        ),
        ("", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "application/epub+zip"),
        (
            "application/xml",
            b'<html xmlns="http://www.w3.org/1999/xhtml">',
            "application/xhtml+xml",
        ),
        ("application/xml", b"<rss>", "application/xml"),
    ],
)
def test_head_and_bytes_say_the_type(claimed: str, body: bytes, computed: str) -> None:
    assert computed_type(claimed, body) == computed


def test_an_office_file_is_told_from_other_packages() -> None:
    packed = b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml" + bytes(300) + b"ppt/slides"
    assert computed_type("application/zip", packed).endswith("presentationml.presentation")
    assert computed_type("", b"PK\x03\x04" + bytes(60)) == "application/zip"


def test_a_host_that_forbids_sniffing_gets_no_page_of_a_text_without_a_type() -> None:
    assert computed_type("", PAGE, nosniff=True) == "text/plain"


def test_a_capture_without_a_type_is_read_as_a_page() -> None:
    capture = capture_of(PAGE, content_type="")
    assert capture.is_html
    assert not capture_of(PNG, content_type="text/html").is_html
