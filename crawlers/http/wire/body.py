"""What is kept of an answer's body: how much of it, and without its content coding; pure.

The same rules hold for an answer from the internet and for its record in an archive, so that a
replay reads the same bytes that were read live.
"""

from __future__ import annotations

import re

from crawlers.http.wire.codings import codings_of, unpack

_TEXT_TYPES = re.compile(
    r"text/.*|application/(?:json|xml|xhtml.*|ld\+json|(?:x-)?javascript|ecmascript)|[\w.-]+/[\w.-]+\+(?:json|xml)"
)
_TEXT_LIMIT = 8_000_000
_IMAGE_LIMIT = 5_000_000
_OTHER_LIMIT = 262_144
_KEPT_BYTES = 65_536
_MAX_CODINGS = 3
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def is_text(content_type: str) -> bool:
    """True for a content type that is read and not only recognised; also for an empty one."""
    media_type = content_type.partition(";")[0].strip().lower()
    return not media_type or _TEXT_TYPES.fullmatch(media_type) is not None


def max_bytes(content_type: str) -> int:
    """The bytes of a body that are fetched and recorded, before and after decoding."""
    if is_text(content_type):
        return _TEXT_LIMIT
    return _IMAGE_LIMIT if content_type.lower().startswith("image/") else _OTHER_LIMIT


def kept_body(content_type: str, body: bytes) -> bytes:
    """What the rest of the program needs: a complete text, of anything else the beginning."""
    return body if is_text(content_type) else body[:_KEPT_BYTES]


def decode_body(coding: str, raw: bytes, limit: int) -> tuple[bytes, bool] | None:
    """A body without its content codings, at most so many bytes, and whether there was more.

    None when the coding is broken or has no decoder here. A text that only claims to be coded
    stays as it came; archives hold many such, since other tools decode bodies and keep the headers.
    """
    codings = codings_of(coding)
    if len(codings) > _MAX_CODINGS:
        return None
    body, longer = raw, False
    for name in reversed(codings):
        unpacked = unpack(name, body, limit)
        if unpacked is None:
            if _CONTROL.search(body[:1024]):
                return None
            break
        body, longer = unpacked[0], longer or unpacked[1]
    return body[:limit], longer or len(body) > limit
