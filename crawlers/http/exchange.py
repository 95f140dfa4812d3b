"""One request and its answer, before redirects, retries and judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from crawlers.http.wire.body import decode_body, max_bytes
from crawlers.http.wire.codings import lacks_decoder
from crawlers.model.media_type import claimed_type
from crawlers.model.picture import PictureState
from crawlers.model.verdict import Failure

Headers = tuple[tuple[str, str], ...]
BROKEN_OFF = "disconnect"  # the word of WARC 1.1 for a body that the connection cut
_END_OF_PAGE = re.compile(rb"</html\s*>\s*(?:<!--.{0,150}?-->\s*)?$", re.IGNORECASE | re.DOTALL)
_NO_ASCII = re.compile(r"[\x80-\xff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawExchange:
    """A request and its answer as they were on the wire, which is what a recorder keeps.

    ``target`` is what the request line asked for. Header values hold one character per byte.
    ``body`` is still coded (gzip …). ``truncated`` is empty, ``length``, ``time`` or
    ``disconnect``, the words of ``WARC-Truncated`` in WARC 1.1. ``odd_head`` is the head byte by
    byte where it was no head by the grammar of HTTP; ``headers`` are then those that browsers find
    in it.
    """

    target: str
    request_headers: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes = field(repr=False)
    truncated: str = ""
    odd_head: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One answer (or failure); ``body`` is decoded, ``record_id`` names its archive record.

    ``live`` is true when it came over the network, and false when it was replayed from an archive.
    ``asked`` is false when nothing was sent (the program itself refused). ``last`` is true when an
    archive holds no further answer of this address. ``raw`` is there until a recorder has taken it;
    it shares its bytes with ``body`` where the body was not coded. ``picture`` says what a browser
    draws of the body, once somebody looked; None for what is no picture.
    """

    url: str
    captured_at: datetime
    status: int | None = None
    headers: Headers = ()
    body: bytes = b""
    failure: Failure | None = None
    record_id: str = ""
    truncated: bool = False
    live: bool = False
    last: bool = False
    asked: bool = True
    raw: RawExchange | None = field(default=None, repr=False, compare=False)
    picture: PictureState | None = None

    def header(self, name: str) -> str:
        """The first header of that name, or an empty string."""
        return next(iter(_values(self.headers, name)), "")

    @property
    def content_type(self) -> str:
        """The media type that the head claims, with its parameters, or an empty string."""
        return claimed_type(_values(self.headers, "content-type"))

    @classmethod
    def from_coded(
        cls,
        *,
        url: str,
        captured_at: datetime,
        status: int,
        headers: Headers,
        body: bytes,
        truncated: str,
        record_id: str = "",
        live: bool = False,
        raw: RawExchange | None = None,
    ) -> Self:
        """An exchange whose ``body`` is still coded (gzip …); this decodes it.

        ``truncated`` says in the words of ``WARC-Truncated`` why the body ends early; empty where
        it does not. A body that cannot be decoded makes the exchange a failure, since its content
        is unknown: ``not_decoded`` where the program lacks the decoder, else a protocol error. So
        does one that broke off on its way; ``truncated`` of the result is then true as well.
        """
        limit = max_bytes(claimed_type(_values(headers, "content-type")))
        coding = ",".join(_values(headers, "content-encoding"))
        decoded = decode_body(coding, body, limit)
        broken = Failure.NOT_DECODED if lacks_decoder(coding) else Failure.PROTOCOL_ERROR
        broke_off = truncated == BROKEN_OFF or (
            decoded is not None and not truncated and _ends_early(*decoded, limit)
        )
        return cls(
            url=url,
            captured_at=captured_at,
            status=status,
            headers=headers,
            body=decoded[0] if decoded and not broke_off else b"",
            failure=None if decoded and not broke_off else broken,
            record_id=record_id,
            truncated=bool(truncated) or (decoded is not None and decoded[1]),
            live=live,
            raw=raw,
        )


def _ends_early(body: bytes, longer: bool, limit: int) -> bool:
    """True for a content that its coding says goes on, though nobody cut it.

    Browsers show a page that lacks the last bytes of its coding alone; so do we, by its end.
    """
    return longer and len(body) < limit and not _END_OF_PAGE.search(body[-200:])


def _values(headers: Headers, name: str) -> list[str]:
    return [value for key, value in headers if key.lower() == name.lower()]


def header_texts(headers: Headers) -> Headers:
    """Headers, given with one character per byte, as texts: UTF-8 where it is that, else Latin-1.

    In a ``Location`` bytes that are no ASCII are percent-encoded one by one, whatever letters they
    stand for, as Chromium does it (``HttpResponseHeaders::IsRedirect``; read 2026-11-30).
    """
    return tuple((name, _text(name, value)) for name, value in headers)


def _text(name: str, value: str) -> str:
    if name.lower() == "location":
        return _NO_ASCII.sub(lambda match: f"%{ord(match[0]):02X}", value)
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return value
