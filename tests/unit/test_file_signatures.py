"""Files: what an address promises by its extension, and what was delivered."""

import pytest

from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State
from crawlers.providers.verdicts.file_signatures import file_flow
from tests.unit.answers import ARTICLE, LOGIN, artefact, capture, provider, run


def file_verdict(name: str, *answers: Capture) -> tuple[State, Reason]:
    verdict, probes = run(
        provider(), artefact(f"https://school.example.org/{name}"), answers, file_flow
    )
    assert len(probes) == len(answers)
    return verdict.state, verdict.reason


SHOWN = (State.VISIBLE, Reason.FILE_DELIVERED)
ODD = (State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
ZIP = b"PK\x03\x04\x14\x00\x06\x00"
MP4 = b"\x00\x00\x00\x20ftypisom"
DELIVERIES = [
    ("a.pdf", b"%PDF-1.7\n", "application/pdf", SHOWN),
    ("a.pdf", b"\r\n%PDF-1.4\n", "application/octet-stream", SHOWN),
    ("A.PDF", b"%PDF-1.7\n", "", SHOWN),
    ("a.docx", ZIP, "application/octet-stream", SHOWN),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "application/msword", SHOWN),
    ("a.pptx", ZIP, "application/zip", SHOWN),
    ("a.rtf", b"{\\rtf1\\ansi", "text/rtf", SHOWN),
    ("a.jpg", b"\xff\xd8\xff\xe0....JFIF", "image/jpeg", SHOWN),
    ("a.jpg", b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp", SHOWN),
    ("a.heic", b"\x00\x00\x00\x18ftypheic", "application/octet-stream", SHOWN),
    ("a.svg", b'<?xml version="1.0"?>\n<svg xmlns="x"><path/></svg>', "image/svg+xml", SHOWN),
    ("a.mp4", MP4, "video/mp4", SHOWN),
    ("a.webm", b"\x1aE\xdf\xa3....", "video/webm", SHOWN),
    ("a.mp3", b"ID3\x04....", "audio/mpeg", SHOWN),
    ("a.mp3", b"\xff\xfb\x90\x00....", "application/octet-stream", SHOWN),
    ("a.m4a", b"\x00\x00\x00\x1cftypM4A ", "audio/mp4", SHOWN),
    ("a.ogg", b"OggS....", "audio/ogg", SHOWN),
    ("a.csv", b"school;pupils\nRiver;12\n", "text/csv", SHOWN),
    ("a.txt", "Vores å har rent vand".encode(), "text/plain", SHOWN),
    ("a.txt", b"The free river", "text/plain", SHOWN),
    ("a.epub", ZIP, "application/epub+zip", SHOWN),
    ("a.h5p", ZIP, "application/octet-stream", SHOWN),
    ("a.swf", b"CWS\x0a....", "application/x-shockwave-flash", SHOWN),
    ("a.pdf", ARTICLE.encode(), "text/html", ODD),
    ("a.pdf", ARTICLE.encode(), "application/pdf", ODD),
    ("a.pdf", b'{"error": "expired"}', "application/json", ODD),
    ("a.docx", b"<Error><Code>NoSuchKey</Code></Error>", "application/xml", ODD),
    ("a.jpg", b"<svg><text>No picture</text></svg>", "image/svg+xml", ODD),
    ("a.svg", b"<!DOCTYPE html><html><svg><path/></svg>", "image/svg+xml", ODD),
    ("a.svg", b"<p>Sorry <svg><path/></svg>", "text/html", ODD),
    ("a.jpg", MP4, "image/jpeg", ODD),
    ("a.mp4", b"\x89PNG\r\n\x1a\n....", "image/png", ODD),
    ("a.txt", b"\x00\x01\x02", "application/octet-stream", ODD),
]


@pytest.mark.parametrize(("name", "body", "media_type", "expected"), DELIVERIES)
def test_a_file_is_visible_when_its_bytes_keep_what_its_name_promises(
    name: str, body: bytes, media_type: str, expected: tuple[State, Reason]
):
    assert file_verdict(name, capture(body=body, media_type=media_type)) == expected


def test_a_file_of_no_bytes_is_empty_when_the_host_says_so_itself():
    none = capture(media_type="application/pdf", headers=(("content-length", "0"),))
    assert file_verdict("a.pdf", none) == (State.EMPTY, Reason.NOTHING_IN_IT)


def test_an_answer_without_a_byte_says_nothing():
    assert file_verdict("a.pdf", capture(media_type="application/pdf")) == ODD
    page = capture(headers=(("content-length", "0"),))
    assert file_verdict("a.pdf", page)[0] is State.UNDETERMINED


def test_a_log_in_page_where_a_file_was_promised():
    assert file_verdict("a.pdf", capture(body=LOGIN)) == (State.LOGIN_REQUIRED, Reason.LOGIN_FORM)


def test_a_refused_file_is_explained_by_the_words_of_its_page():
    page = "<html><title>Access denied | Platform</title><body>Access denied</body></html>"
    assert file_verdict("a.pdf", capture(status=403, body=page)) == (
        State.PERMISSION_REQUIRED,
        Reason.ACCESS_DENIED,
    )


def test_a_file_refused_without_words_is_undetermined():
    refused = capture(status=403, body=b"<Error/>", media_type="application/xml")
    assert file_verdict("a.pdf", refused) == (State.UNDETERMINED, Reason.REFUSED_UNEXPLAINED)


def test_a_file_is_removed_after_two_looks_and_not_after_one():
    gone, here = capture(status=404), capture(body=b"%PDF-1.7", media_type="application/pdf")
    assert file_verdict("a.pdf", gone, gone) == (State.REMOVED, Reason.NOT_FOUND)
    assert file_verdict("a.pdf", gone, here) == SHOWN


def test_a_file_that_did_not_come_is_undetermined():
    assert file_verdict("a.pdf", capture(failure=Failure.CONNECTION_FAILED)) == (
        State.UNDETERMINED,
        Reason.CONNECTION_FAILED,
    )
