"""Heads of answers as browsers read them, and no reader of HTTP does by its grammar; pure.

A head that keeps to RFC 9112 is not touched. Any other is written anew in the way in which Chromium
156 understands it (odd answers were shown to it, 2026-11-30): lines of any kind of end, a name with
blanks before its colon, lines that are no headers left out, a status line that lacks something
completed. Where two lengths of the
body contradict each other, nothing is mended, and the answer stays an error.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_END = re.compile(rb"\n\r?\n")
_REGULAR = re.compile(
    rb"HTTP/1\.[01] [1-9]\d\d(?: [\t\x20-\x7e\x80-\xff]*)?\r\n"
    rb"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e\x80-\xff]*\r\n)*\r\n"
)
_STATUS = re.compile(
    rb"HTTP(?:\s*/\s*(?P<major>\d+)\.(?P<minor>\d+))?[ \t]*"
    rb"(?P<code>\d{1,3})?(?P<reason>[^\r\n]*)",
    re.IGNORECASE,
)
_SLOP = 4  # bytes that Chromium passes over before "HTTP"
_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_FRAMING = (b"content-length", b"transfer-encoding", b"connection", b"keep-alive")

Lines = list[tuple[bytes, bytes]]


class Head(NamedTuple):
    """The head as it is to be read, and its status."""

    text: bytes
    status: int


def end_of_head(data: bytes) -> int:
    """Where the body begins; -1 while the head is not complete."""
    start = 0
    while data[start : start + 1] in (b"\r", b"\n") and start < _SLOP:
        start += 1
    found = _END.search(data, start)
    return found.end() if found else -1


def mend_head(head: bytes) -> Head | None:
    """The head as Chromium reads it; None where Chromium refuses it too.

    ``head`` ends with its empty line. The connection of a mended answer is to be closed after it,
    so that nobody can take the rest of one answer for the next.
    """
    if _is_regular(head):
        return Head(head, int(head[9:12]))
    start = head[: _SLOP + 4].upper().find(b"HTTP")
    first, *rest = re.split(rb"[\r\n]+", head[max(start, 0) :].strip(b"\r\n"))
    match = _STATUS.match(first)
    if start < 0 or match is None:
        return None
    version = (int(match["major"] or 1), int(match["minor"] or 0))
    code = int(match["code"] or 200)
    if not 100 <= code <= 599:
        return None
    framed = _framed(_lines(rest), chunks=version >= (1, 1))
    if framed is None:
        return None
    reason = _CONTROL.sub(b"", match["reason"]).strip()
    number = b"1.1" if version >= (1, 1) else b"1.0"
    text = b"HTTP/%b %d %b\r\n" % (number, code, reason)
    lines = framed if 100 <= code < 200 else [*framed, (b"Connection", b"close")]
    return Head(text + b"".join(b"%b: %b\r\n" % line for line in lines) + b"\r\n", code)


def _lines(rows: list[bytes]) -> Lines:
    """Name and value of every row that is a header; a folded one belongs to the row before."""
    lines: Lines = []
    continuable = False
    for row in rows:
        if row[:1] in (b" ", b"\t"):
            if continuable:
                name, value = lines[-1]
                lines[-1] = (name, value + b" " + _CONTROL.sub(b"", row).strip(b" \t"))
            continue
        name, colon, value = row.partition(b":")
        name = name.rstrip(b" \t")
        continuable = bool(colon) and _TOKEN.fullmatch(name) is not None
        if continuable:
            lines.append((name, _CONTROL.sub(b"", value).strip(b" \t")))
    return lines


def _values(lines: Lines, wanted: bytes) -> list[bytes]:
    return [value for name, value in lines if name.lower() == wanted]


def _codings(lines: Lines) -> list[bytes]:
    joined = b",".join(_values(lines, b"transfer-encoding"))
    return [coding.strip().lower() for coding in joined.split(b",") if coding.strip()]


def _is_regular(head: bytes) -> bool:
    """True for a head by the grammar that leaves one way to find the end of the body."""
    if not _REGULAR.fullmatch(head):
        return False
    lines = _lines(head.split(b"\r\n")[1:])
    lengths = _values(lines, b"content-length")
    codings = _codings(lines)
    if codings:
        return codings == [b"chunked"] and not lengths and head.startswith(b"HTTP/1.1")
    return len(lengths) <= 1 and all(length.isdigit() for length in lengths)


def _framed(lines: Lines, *, chunks: bool) -> Lines | None:
    """The lines with one way to find the end of the body; None where lengths contradict.

    Chunks go before any length. A length that is no number is none: the body then goes on until
    the connection is closed.
    """
    kept = [(name, value) for name, value in lines if name.lower() not in _FRAMING]
    if chunks and b"chunked" in _codings(lines):
        return [*kept, (b"Transfer-Encoding", b"chunked")]
    lengths = set(_values(lines, b"content-length"))
    if len(lengths) > 1:
        return None
    return kept + [(b"Content-Length", length) for length in lengths if length.isdigit()]
