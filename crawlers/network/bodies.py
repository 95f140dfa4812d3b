"""What is kept of an answer's body: how much of it, and freed of which coding; pure.

The same rules hold for an answer from the internet and for its record in an archive, so that a
replay reads the very bytes that were read live.
"""

from __future__ import annotations

import re
import zlib

_TEXT_TYPES = re.compile(
    r"text/.*|application/(?:json|xml|xhtml.*|ld\+json|(?:x-)?javascript|ecmascript)|[\w.-]+/[\w.-]+\+(?:json|xml)"
)
_TEXT_LIMIT = 8_000_000
_IMAGE_LIMIT = 5_000_000
_OTHER_LIMIT = 262_144
_HEAD = 65_536
_MOST_CODINGS = 3
_MOST_MEMBERS = 64
# zlib's window for a coding; "deflate" comes with and without a zlib header (RFC 9110, 8.4.1.2).
_WINDOWS: dict[str, tuple[int, ...]] = {
    "gzip": (31,),
    "x-gzip": (31,),
    "deflate": (15, -15),
}
# Codings that browsers know and we do not ask for; they take any other name for a mistake.
_UNREADABLE = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz"})
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def is_text(content_type: str) -> bool:
    """True for a content type that is read and not only recognised; also for none at all."""
    media_type = content_type.partition(";")[0].strip().lower()
    return not media_type or _TEXT_TYPES.fullmatch(media_type) is not None


def most_bytes(content_type: str) -> int:
    """The bytes of a body that are fetched and recorded, before and after decoding."""
    if is_text(content_type):
        return _TEXT_LIMIT
    return _IMAGE_LIMIT if content_type.lower().startswith("image/") else _OTHER_LIMIT


def remembered(content_type: str, body: bytes) -> bytes:
    """What the rest of the program needs: texts whole, of anything else the head."""
    return body if is_text(content_type) else body[:_HEAD]


def decoded(coding: str, raw: bytes, most: int) -> tuple[bytes, bool] | None:
    """A body freed of its content codings, at most so many bytes, and whether there was more.

    None when the coding is broken or none of ours. A text that only claims to be coded stays as
    it came; archives hold many such, since their makers decode bodies and keep the headers.
    """
    codings = [name.strip().lower() for name in coding.split(",")]
    codings = [name for name in codings if name in _WINDOWS or name in _UNREADABLE]
    if len(codings) > _MOST_CODINGS:
        return None
    body, longer = raw, False
    for name in reversed(codings):
        opened = _inflated(body, _WINDOWS.get(name, ()), most)
        if opened is None:
            if _CONTROL.search(body[:1024]):
                return None
            break
        body, longer = opened[0], longer or opened[1]
    return body[:most], longer or len(body) > most


def _inflated(packed: bytes, windows: tuple[int, ...], most: int) -> tuple[bytes, bool] | None:
    """The content of a compressed body, of all its members, or None when it is broken."""
    for window in windows:
        body, rest, more = b"", packed, False
        try:
            for _ in range(_MOST_MEMBERS if packed else 0):
                member = zlib.decompressobj(window)
                body += member.decompress(rest, most - len(body))
                rest = member.unused_data
                more = not member.eof or rest.startswith(b"\x1f\x8b")
                if not member.eof or not more or len(body) >= most:
                    break
        except zlib.error:
            continue
        return body, more
    return None
