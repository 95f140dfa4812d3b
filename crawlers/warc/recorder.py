"""Recording: every exchange as WARC 1.1 records, by a network that wraps another one.

Three kinds of record are our own, all ``metadata``, so that a replay meets what the audit met:
an exchange that failed (``urn:twinspace-auditor:failure:<address>``), a page as a browser showed
it (``urn:twinspace-auditor:rendering:<address>``), and the run's settings
(``urn:twinspace-auditor:run``).
"""

from __future__ import annotations

import io
import json
import logging
import random
import string
import uuid
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawlers.http.exchange import Exchange, Headers, RawExchange
from crawlers.http.protocols import Network
from crawlers.http.wire.body import is_text
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure
from crawlers.urls.canonical import tidy

_LOG = logging.getLogger(__name__)
FAILURE_URN = "urn:twinspace-auditor:failure:"
RENDERING_URN = "urn:twinspace-auditor:rendering:"
RUN_URN = "urn:twinspace-auditor:run"
FAILURE_TYPE = "application/vnd.twinspace-auditor.failure+json"
RENDERING_TYPE = "application/vnd.twinspace-auditor.rendering+json"
RUN_TYPE = "application/vnd.twinspace-auditor.run+json"
WARC_NAME = "data.warc.gz"


class _MemberFile:
    """A file in which every record is a gzip member of its own; the level is set before each.

    warcio's own takes level 9, which blocks the event loop for 0.7 s for 7 MB of text (level 1:
    0.05 s, files a quarter larger; measured 2026-11-23 on two cores).
    """

    def __init__(self, file: BinaryIO) -> None:
        self.level = 1
        self._file = file
        self._open: zlib._Compress | None = None

    def write(self, data: bytes) -> None:
        """Add to the present record."""
        if self._open is None:
            self._open = zlib.compressobj(self.level, zlib.DEFLATED, 31)
        self._file.write(self._open.compress(data))

    def flush(self) -> None:
        """End the present record."""
        if self._open is not None:
            self._file.write(self._open.flush())
            self._open = None
        self._file.flush()


class _HttpHead(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """HTTP headers written byte by byte; warcio's own percent-encodes whatever is not ASCII.

    That would break the address of a redirect for the replay.
    """

    def to_ascii_bytes(self, filter_func: Callable[..., Any] | None = None) -> bytes:
        """The head as it came: its texts hold one character per byte."""
        text = f"{self.to_str(filter_func)}\r\n"
        try:
            return text.encode("latin-1")
        except UnicodeEncodeError:
            return text.encode("utf-8")


class Recorder:
    """Writes exchanges into one WARC file, one gzip member per record.

    ``created`` dates the file's first record; ``randomness`` makes the ids of the others. When the
    file cannot be written on (a full disk), it is removed, ``failed`` is true from then on, nothing
    more is written, and ``on_failure`` is called.
    """

    def __init__(
        self,
        path: Path,
        software: str,
        created: datetime,
        randomness: random.Random | None = None,
    ) -> None:
        self.path = path
        self.failed = False
        self.on_failure: Callable[[], None] = lambda: None
        # One look at the system's randomness per run is enough for names.
        self._randomness = randomness or random.Random()  # noqa: S311  names of records, no secrets
        self._file = path.open("wb")
        self._members = _MemberFile(self._file)
        self._writer = WARCWriter(self._members, gzip=False, warc_version="WARC/1.1")
        info = self._writer.create_warcinfo_record(
            WARC_NAME, {"software": software, "format": "WARC File Format 1.1"}
        )
        info.rec_headers.replace_header("WARC-Date", warc_date(created))
        self._put(info)

    def write(self, url: str, captured_at: datetime, raw: RawExchange) -> str:
        """Record one exchange; gives the id of its response record."""
        record_id = self._new_id()
        url = tidy(url)
        fields = {"WARC-Date": warc_date(captured_at), "WARC-Record-ID": f"<{record_id}>"}
        if raw.truncated:
            fields["WARC-Truncated"] = raw.truncated
        response = self._writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(raw.body),
            length=len(raw.body),
            http_headers=_HttpHead(
                f"{raw.status} {raw.reason}".strip(), list(raw.headers), "HTTP/1.1"
            ),
            warc_headers_dict=fields,
        )
        request = self._writer.create_warc_record(
            url,
            "request",
            payload=io.BytesIO(),
            length=0,
            http_headers=_HttpHead(
                f"GET {raw.target} HTTP/1.1", list(raw.request_headers), is_http_request=True
            ),
            warc_headers_dict={
                "WARC-Date": warc_date(captured_at),
                "WARC-Record-ID": f"<{self._new_id()}>",
                "WARC-Concurrent-To": f"<{record_id}>",
            },
        )
        self._members.level = 0 if _is_packed(raw.headers) else 1
        self._put(response)
        self._members.level = 1
        self._put(request)
        if raw.odd_head:
            self._write_odd_head(url, raw.odd_head, captured_at, record_id)
        return record_id

    def _write_odd_head(self, url: str, head: bytes, captured_at: datetime, record_id: str) -> None:
        """Record the head as it came beside its answer, whose record any reader must understand."""
        record = self._writer.create_warc_record(
            url,
            "metadata",
            payload=io.BytesIO(head),
            length=len(head),
            warc_content_type="application/octet-stream",
            warc_headers_dict={
                "WARC-Date": warc_date(captured_at),
                "WARC-Record-ID": f"<{self._new_id()}>",
                "WARC-Concurrent-To": f"<{record_id}>",
            },
        )
        self._put(record)

    def write_failure(
        self, url: str, failure: Failure, captured_at: datetime, *, asked: bool = True
    ) -> str:
        """Record that no answer came, and why; ``asked`` is false when nothing was sent."""
        fields = {"url": url, "failure": failure.value, "asked": asked}
        return self._metadata(
            FAILURE_URN + quote(tidy(url), safe=string.punctuation),
            FAILURE_TYPE,
            fields,
            captured_at,
        )

    def write_rendering(self, fields: dict[str, Any], capture: Capture) -> None:
        """Record what a browser showed of the page of a capture."""
        address = quote(tidy(capture.final_url), safe=string.punctuation)
        self._metadata(f"{RENDERING_URN}{address}", RENDERING_TYPE, fields, capture.captured_at)

    def write_run(self, run: dict[str, Any], captured_at: datetime) -> str:
        """Record the settings that a replay needs to walk the same way."""
        return self._metadata(RUN_URN, RUN_TYPE, run, captured_at)

    def _metadata(self, urn: str, media_type: str, value: dict[str, Any], when: datetime) -> str:
        record_id = self._new_id()
        data = json.dumps(value, sort_keys=True).encode()
        record = self._writer.create_warc_record(
            urn,
            "metadata",
            payload=io.BytesIO(data),
            length=len(data),
            warc_content_type=media_type,
            warc_headers_dict={"WARC-Date": warc_date(when), "WARC-Record-ID": f"<{record_id}>"},
        )
        self._put(record)
        return record_id

    def _put(self, record: ArcWarcRecord) -> None:
        """Write a record; where the disk takes no more, the file goes, which gives room back."""
        if self.failed:
            return
        try:
            self._writer.write_record(record)
        except OSError as error:
            self.abandon(error)

    def abandon(self, error: OSError) -> None:
        """Close and remove a file that cannot be written to its end, and say so once."""
        _LOG.error("the evidence cannot be written: %s", error.strerror or error)
        self.failed = True
        with suppress(OSError):  # what is still buffered has no room either
            self._file.close()
        self.path.unlink(missing_ok=True)
        self.on_failure()

    def close(self) -> None:
        """Finish the file; nothing where it was abandoned."""
        try:
            self._file.close()
        except OSError as error:
            self.abandon(error)

    def _new_id(self) -> str:
        return f"urn:uuid:{uuid.UUID(int=self._randomness.getrandbits(128), version=4)}"


class RecordingNetwork:
    """A network whose exchanges are recorded as they happen; implements ``Network``.

    What the inner network replays from an archive has its record there and is not recorded again.
    """

    def __init__(self, inner: Network, recorder: Recorder) -> None:
        self._inner = inner
        self._recorder = recorder

    def is_live(self, url: str) -> bool:
        """True when the next exchange of this address would leave the machine."""
        return self._inner.is_live(url)

    async def exchange(self, url: str, cookie: str = "") -> Exchange:
        """One exchange of the inner network, with the id of its record."""
        answer = self._inner.exchange(url, cookie) if cookie else self._inner.exchange(url)
        return self._record(await answer)

    def refuse(self, url: str, failure: Failure) -> Exchange:
        """The exchange that did not take place, with the id of its record."""
        return self._record(self._inner.refuse(url, failure))

    async def close(self) -> None:
        """Close the inner network; the recorder belongs to its maker."""
        await self._inner.close()

    def _record(self, exchange: Exchange) -> Exchange:
        if not exchange.live:
            return exchange
        if exchange.raw is not None:
            record_id = self._recorder.write(exchange.url, exchange.captured_at, exchange.raw)
        elif exchange.failure is not None:
            record_id = self._recorder.write_failure(
                exchange.url, exchange.failure, exchange.captured_at, asked=exchange.asked
            )
        else:
            raise ValueError(f"{exchange.url} has an answer without its raw form")
        return replace(exchange, record_id=record_id, raw=None)


def warc_date(when: datetime) -> str:
    """A time as ``WARC-Date`` gives it, in whole seconds."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _is_packed(headers: Headers) -> bool:
    """True for a body that gets no smaller: compressed on its way, or a picture, sound or film."""
    values = {key.lower(): value.lower() for key, value in headers}
    media_type = values.get("content-type", "")
    return "content-encoding" in values or not (is_text(media_type) or "svg" in media_type)
