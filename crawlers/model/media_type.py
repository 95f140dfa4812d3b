"""What an answer is: its media type by head and first bytes, as browsers find it; pure.

The rules are those of two living standards, read 2026-11-30: https://fetch.spec.whatwg.org/
("extract a MIME type": the last readable one counts) and https://mimesniff.spec.whatwg.org/. In one
point this goes further: bytes of a picture, a recording, a PDF or an archive are believed against
any type, since browsers show such a picture and a visitor saves such a file, whatever the head
calls them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

XHTML = "application/xhtml+xml"
HEAD_BYTES = 1445  # of a body that the standard looks at
_ZIP_BYTES = 65_536  # in which the names of a package's first files stand

_ESSENCE = re.compile(r"[!#$%&'*+.^_`|~\w-]+/[!#$%&'*+.^_`|~\w-]+", re.ASCII)
_UNKNOWN = frozenset({"", "unknown/unknown", "application/unknown", "*/*"})
_XML = frozenset({"text/xml", "application/xml"})
# The spellings that servers send for files of which they know nothing (mimesniff, section 5).
_VAGUE_TEXT = frozenset(
    {
        "text/plain",
        "text/plain; charset=iso-8859-1",
        "text/plain; charset=utf-8",
    }
)
_VAGUE_DOWNLOADS = frozenset(
    {
        "application/octet-stream",
        "binary/octet-stream",
        "application/binary",
        "application/x-download",
        "application/download",
        "application/force-download",
        "application/x-force-download",
        "application/x-msdownload",
        "application/save",
        "application/x-unknown",
        "application/zip",
    }
)
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_MARKS = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")
_HTML = re.compile(
    rb"[\t\n\x0c\r ]*(?:<!--|<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style"
    rb"|title|b|body|br|p)[ >])",
    re.IGNORECASE,
)
# Prolog, comments and document type of an XML page; the groups give nothing back, so that no
# text costs more than one walk.
_BEFORE_ROOT = rb"\s*+(?>(?:<\?.*?\?>|<!--.*?-->)\s*+)*+"
_XHTML = re.compile(
    _BEFORE_ROOT
    + rb"(?><!doctype\s[^\[>]*+(?:\[.*?\]\s*+)?>)?"
    + _BEFORE_ROOT
    + rb"<(?:[\w.-]++:)?html\s[^>]*?http://www\.w3\.org/1999/xhtml",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (rb"\xff\xd8\xff", "image/jpeg"),
    (rb"\x89PNG\r\n\x1a\n", "image/png"),
    (rb"GIF8[79]a", "image/gif"),
    (rb"RIFF.{4}WEBPVP", "image/webp"),
    (rb"BM.{4}\x00{4}", "image/bmp"),
    (rb"\x00\x00[\x01\x02]\x00[\x01-\xff]\x00", "image/x-icon"),
    (rb".{4}ftyp(?:avif|avis)", "image/avif"),
    (rb".{4}ftyp(?:heic|heix|hevc|heim|mif1|msf1)", "image/heic"),
    (rb"%PDF-", "application/pdf"),
    (rb"%!PS-Adobe-", "application/postscript"),
    (rb"RIFF.{4}WAVE", "audio/wave"),
    (rb"RIFF.{4}AVI ", "video/avi"),
    (rb"FORM.{4}AIFF", "audio/aiff"),
    (rb"ID3", "audio/mpeg"),
    (rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]", "audio/mpeg"),
    (rb"OggS\x00", "application/ogg"),
    (rb"fLaC", "audio/flac"),
    (rb"\x00\x00\x00.ftypM4A", "audio/mp4"),
    (rb"\x00\x00.{2}ftyp", "video/mp4"),
    (rb"\x1a\x45\xdf\xa3", "video/webm"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (rb"\{\\rtf", "application/rtf"),
    (rb"\x1f\x8b\x08", "application/x-gzip"),
    (rb"Rar!\x1a\x07", "application/x-rar-compressed"),
    (rb"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
)
_OFFICE = "application/vnd.openxmlformats-officedocument"
# Names that packages begin with (ECMA-376, part 2; OpenDocument 1.3, part 2; EPUB 3.3, 4.3).
_PACKAGES: tuple[tuple[bytes, str], ...] = (
    (rb"mimetype(application/[\w.+-]+)", ""),
    (rb"word/", f"{_OFFICE}.wordprocessingml.document"),
    (rb"ppt/", f"{_OFFICE}.presentationml.presentation"),
    (rb"xl/", f"{_OFFICE}.spreadsheetml.sheet"),
)


def essence(content_type: str) -> str:
    """The type without parameters, in lower case; empty where it cannot be read."""
    text = content_type.partition(";")[0].strip().lower()
    return text if _ESSENCE.fullmatch(text) else ""


def claimed_type(values: Iterable[str]) -> str:
    """The last readable of all types in all ``Content-Type`` lines, with its parameters."""
    claimed = ""
    for value in values:
        for part in re.findall(r'(?:"[^"]*"|[^,"])+', value):
            if essence(part) not in ("", "*/*"):
                claimed = str(part).strip()
    return claimed


def computed_type(claimed: str, body: bytes, *, nosniff: bool = False) -> str:
    """The media type of an answer, without parameters; empty for no type and no body."""
    named = essence(claimed)
    if not body:
        return "" if named in _UNKNOWN else named
    signed = signed_type(body)
    if signed and not _agrees(named, signed):
        return signed
    if named in _UNKNOWN:
        return _unknown_type(body, scripts=not nosniff)
    if named in _XML and _XHTML.match(body[:HEAD_BYTES]):
        return XHTML
    vague = " ".join(claimed.lower().split()).replace(" ;", ";") in _VAGUE_TEXT
    if vague and not body.startswith(_MARKS) and _BINARY.search(body[:HEAD_BYTES]):
        return "application/octet-stream"
    return named


def signed_type(body: bytes) -> str:
    """The type that a body's first bytes sign; empty where they sign none."""
    head = body[:HEAD_BYTES]
    for signature, media_type in _SIGNATURES:
        if re.match(signature, head, re.DOTALL):
            return media_type
    return _packaged_type(body) if head.startswith(b"PK\x03\x04") else ""


def _packaged_type(body: bytes) -> str:
    for name, media_type in _PACKAGES:
        match = re.search(name, body[:_ZIP_BYTES])
        if match is not None:
            return media_type or match[1].decode("ascii")
    return "application/zip"


def _agrees(named: str, signed: str) -> bool:
    """True where the head's type tells the same or more than the bytes do.

    A type of the same family may be the finer one (audio in an MP4, a spreadsheet in an old
    compound file), and a type of an application stands for a package of its own.
    """
    if named in _UNKNOWN or named in _VAGUE_DOWNLOADS:
        return False
    family, signed_family = named.partition("/")[0], signed.partition("/")[0]
    if family in ("text", "multipart") or named == XHTML:
        return False
    if signed_family == "image" or family == "image":
        return named == signed
    recordings = ("audio", "video")
    return (family in recordings) == (signed_family in recordings) or signed == "application/ogg"


def _unknown_type(body: bytes, *, scripts: bool) -> str:
    """The type of a body that has no signature, and no type in its head."""
    head = body[:HEAD_BYTES]
    if scripts and _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "text/html"
    if _XHTML.match(head):
        return XHTML
    if re.match(rb"[\t\n\x0c\r ]*<\?xml", head):
        return "text/xml"
    if head.startswith(_MARKS) or not _BINARY.search(head):
        return "text/plain"
    return "application/octet-stream"
