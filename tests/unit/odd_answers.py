"""Answers that keep to no grammar, with what Chromium 156 makes of each (2026-11-30).

``tests/browser/test_odd_answers.py`` asks Chromium again.
"""

from __future__ import annotations

from typing import NamedTuple

PAGE = b"<!doctype html><title>Read</title><p>Read to its end.</p>"
LENGTH = b"Content-Length: %d\r\n" % len(PAGE)
TYPE = b"Content-Type: text/html\r\n"
CHUNKED = b"5\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (PAGE[:5], len(PAGE) - 5, PAGE[5:])


class OddAnswer(NamedTuple):
    """The bytes of an answer, and the status that Chromium reads; 0 where it refuses it."""

    wire: bytes
    status: int = 200


def plain(first: bytes = b"HTTP/1.1 200 OK\r\n", more: bytes = b"") -> bytes:
    return first + TYPE + LENGTH + more + b"\r\n" + PAGE


ODD_ANSWERS: dict[str, OddAnswer] = {
    "regular": OddAnswer(plain()),
    "blank before the colon": OddAnswer(plain(more=b"X-A : b\r\nX-C\t: d\r\n")),
    "blank before the colon of the type": OddAnswer(
        b"HTTP/1.1 200 OK\r\nContent-Type : text/html\r\n" + LENGTH + b"\r\n" + PAGE
    ),
    "blank in a name": OddAnswer(plain(more=b"Cache Control: none\r\n")),
    "line without a colon": OddAnswer(plain(more=b"Warning undefined index\r\nX-Ok: yes\r\n")),
    "colon first": OddAnswer(plain(more=b": nameless\r\n")),
    "slash in a name": OddAnswer(plain(more=b"a/b.php: c\r\n")),
    "quotes around a line": OddAnswer(plain(more=b'"X-XSS-Protection: 0"\r\n')),
    "letters in a name": OddAnswer(plain(more="X-Bølge: ja\r\n".encode())),
    "control character in a value": OddAnswer(plain(more=b"X-A: b\x01c\x1bd\r\n")),
    "chunked twice": OddAnswer(
        b"HTTP/1.1 200 OK\r\n" + TYPE + b"Transfer-Encoding: chunked\r\n" * 2 + b"\r\n" + CHUNKED
    ),
    "chunked twice in one line": OddAnswer(
        b"HTTP/1.1 200 OK\r\n" + TYPE + b"Transfer-Encoding: chunked, chunked\r\n\r\n" + CHUNKED
    ),
    "identity": OddAnswer(plain(more=b"Transfer-Encoding: identity\r\n")),
    "chunked and a wrong length": OddAnswer(
        b"HTTP/1.1 200 OK\r\n"
        + TYPE
        + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
        + CHUNKED
    ),
    "chunked in HTTP/1.0": OddAnswer(
        b"HTTP/1.0 200 OK\r\n" + TYPE + b"Transfer-Encoding: chunked\r\n\r\n" + PAGE
    ),
    "same length twice": OddAnswer(plain(more=LENGTH)),
    "two lengths": OddAnswer(plain(more=b"Content-Length: 9\r\n"), 0),
    "length in words": OddAnswer(
        b"HTTP/1.1 200 OK\r\n" + TYPE + b"Content-Length: all of it\r\n\r\n" + PAGE
    ),
    "line feeds alone": OddAnswer(plain().replace(b"\r\n", b"\n")),
    "line feeds alone, then a blank line with both": OddAnswer(
        b"HTTP/1.1 200 OK\nContent-Type: text/html\n" + LENGTH.strip() + b"\n\r\n" + PAGE
    ),
    "no reason": OddAnswer(plain(b"HTTP/1.1 200\r\n")),
    "two blanks": OddAnswer(plain(b"HTTP/1.0  200 OK\r\n")),
    "no code": OddAnswer(plain(b"HTTP/1.1 OK\r\n")),
    "small letters": OddAnswer(plain(b"http/1.1 200 ok\r\n")),
    "version 1.2": OddAnswer(plain(b"HTTP/1.2 200 OK\r\n")),
    "version 0.9": OddAnswer(plain(b"HTTP/0.9 200 OK\r\n")),
    "no version": OddAnswer(plain(b"HTTP 200 OK\r\n")),
    "empty lines first": OddAnswer(plain(b"\r\n\r\nHTTP/1.1 200 OK\r\n")),
    "three bytes first": OddAnswer(plain(b"abcHTTP/1.1 200 OK\r\n")),
    "five bytes first": OddAnswer(plain(b"abcdeHTTP/1.1 200 OK\r\n"), 0),
    "code and reason in one": OddAnswer(plain(b"HTTP/1.1 404Gone\r\n"), 404),
    "letters in the reason": OddAnswer(plain("HTTP/1.1 404 Ikke fundet – æøå\r\n".encode()), 404),
    "folded line": OddAnswer(plain(more=b"X-A: b\r\n  goes on\r\n\tand on\r\n")),
    "folded line first": OddAnswer(plain(b"HTTP/1.1 200 OK\r\n  X-A: b\r\n")),
    "two starts": OddAnswer(plain(b"HTTP/1.1 200 OK\r\nHTTP/1.1 200 OK\r\n")),
    "early hints": OddAnswer(b"HTTP/1.1 103 Early Hints\r\nLink : </a>\r\n\r\n" + plain()),
    "no HTTP": OddAnswer(b"SSH-2.0-OpenSSH\r\n\r\n", 0),
}
