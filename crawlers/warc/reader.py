"""Find the records in WARC and ARC files, and read one of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParser

from crawlers.http.exchange import Headers, header_texts
from crawlers.http.wire.body import max_bytes
from crawlers.model import limits
from crawlers.model.capture import UNDATED
from crawlers.model.media_type import claimed_type
from crawlers.model.verdict import Failure
from crawlers.warc.own_records import check_rendering, check_run
from crawlers.warc.recorder import FAILURE_TYPE, RENDERING_TYPE, RUN_TYPE
from crawlers.warc.wacz import ArchiveError, damaged_archive, gunzip, is_compressed

_CAPTURES = frozenset({"response", "resource", "revisit"})
_OWN_TYPES = frozenset({FAILURE_TYPE, RENDERING_TYPE, RUN_TYPE})
_WARC_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?)?)?)?"
    r"(?:Z|[+-]00:?00)?",
    re.IGNORECASE,
)
_WITHOUT_DAY = re.compile(r"\d{4}(?:-\d\d)?")


@dataclass(slots=True, kw_only=True)
class Entry:
    """Where a record lies, and what its headers say; a ``vague`` date lacks its day."""

    path: Path
    offset: int
    kind: str
    captured_at: datetime
    record_id: str
    url: str = ""
    failure: Failure | None = None
    refers_to: tuple[str, str] = ("", "")
    digest: str = ""
    status: str = ""
    media_type: str = ""
    asked: bool = True
    truncated: str = ""
    vague: bool = False


@dataclass(slots=True, kw_only=True)
class Index:
    """What archive files hold; ``other_methods`` names records of requests that were no GET.

    ``renderings`` gives by the key of a rendered page where its records lie, in their order.
    """

    entries: list[Entry] = field(default_factory=list)
    renderings: dict[str, list[Entry]] = field(default_factory=dict)
    other_methods: set[str] = field(default_factory=set)
    run: dict[str, Any] = field(default_factory=dict)


def parse_warc_date(text: str) -> datetime:
    """The whole second in which a WARC-Date begins; ``UNDATED`` for what is none.

    WARC 1.1, 5.4: a date may end after any of its parts from the year on, and a second may have up
    to nine decimal places.
    """
    match = _WARC_DATE.fullmatch(text.strip())
    if match is None:
        return UNDATED
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        return datetime(year, month or 1, day or 1, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return UNDATED


def _http_date(text: str) -> datetime:
    """The time that the server wrote on its answer, for records that have none of their own."""
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return UNDATED
    return date.replace(tzinfo=UTC, microsecond=0) if date.tzinfo is None else date.astimezone(UTC)


def read_index(files: list[Path], folder: Path, archive: Path) -> Index:
    """All captures of GET requests, file by file in their order."""
    index = Index()
    for file in files:
        try:
            part = _read(file, folder)
        except ArchiveError:
            raise
        except (
            ArchiveLoadFailed,
            OSError,
            EOFError,
            ValueError,
            KeyError,
            AttributeError,
            TypeError,
            RecursionError,
        ) as error:
            raise damaged_archive(archive) from error
        others = part.other_methods
        index.entries += [entry for entry in part.entries if entry.record_id not in others]
        index.run.update(part.run)
        for key, entries in part.renderings.items():
            index.renderings.setdefault(key, []).extend(entries)
    return index


def _read(file: Path, folder: Path) -> Index:
    """One file; if its records cannot be found by their offset, an unpacked copy of it."""
    try:
        return _records(file)
    except ArchiveLoadFailed:
        if not is_compressed(file):
            raise
    return _records(gunzip(file, folder))


def _records(file: Path) -> Index:
    index = Index()
    record = None
    with file.open("rb") as stream:
        iterator = ArchiveIterator(stream, arc2warc=True)
        _bound_heads(iterator)
        for record in iterator:
            fields = _own_fields(record)
            # The offset can be had only after the record was read to its end.
            _add(index, file, iterator.get_record_offset(), record, fields)
    if record is not None and getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("the last record breaks off")
    return index


def _own_fields(record: ArcWarcRecord) -> dict[str, Any]:
    """What a record of our own says; empty for all others."""
    media_type = record.rec_headers.get_header("Content-Type")
    if record.rec_type != "metadata" or media_type not in _OWN_TYPES:
        return {}
    return _fields(record)


def _fields(record: ArcWarcRecord) -> dict[str, Any]:
    """The object in a record of our own; raises ``ValueError`` for anything else."""
    data = record.content_stream().read(limits.OWN_RECORD_BYTES + 1)
    if len(data) > limits.OWN_RECORD_BYTES:
        raise ValueError("a metadata record is too large")
    fields = json.loads(data)
    if not isinstance(fields, dict):
        raise ValueError("a metadata record is no object")
    return cast("dict[str, Any]", fields)


class _BoundedHead:
    """Reads heads of records up to a size; raises ``ValueError`` beyond it."""

    def __init__(self, parser: StatusAndHeadersParser) -> None:
        self._parser = parser

    def parse(self, stream: Any, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        """The head that the wrapped parser reads."""
        return self._parser.parse(_BoundedLines(stream), *arguments, **options)


class _BoundedLines:
    """The lines of a stream up to ``WARC_HEAD_BYTES`` together."""

    def __init__(self, stream: Any) -> None:  # noqa: ANN401  warcio has no types
        self._stream = stream
        self._left = limits.WARC_HEAD_BYTES

    def readline(self, length: int | None = None) -> bytes:
        """The next line."""
        most = self._left if length is None else min(length, self._left)
        line = cast("bytes", self._stream.readline(most))
        self._left -= len(line)
        if self._left <= 0:
            raise ValueError("the head of a record is too large")
        return line

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever else warcio asks for
        return getattr(self._stream, name)


def _bound_heads(iterator: ArchiveIterator) -> None:
    """Limit the heads that an iterator over records reads."""
    loader = iterator.loader
    for name in ("warc_parser", "http_parser", "http_req_parser"):
        setattr(loader, name, _BoundedHead(getattr(loader, name)))


def _add(
    index: Index, file: Path, offset: int, record: ArcWarcRecord, fields: dict[str, Any]
) -> None:
    headers = record.rec_headers
    if record.rec_type == "request":
        if record.http_headers is not None and record.http_headers.protocol != "GET":
            index.other_methods.update({_id(headers, "WARC-Concurrent-To")} - {""})
        return
    if fields and headers.get_header("Content-Type") == RUN_TYPE:
        index.run = check_run(fields)
        return
    if not fields and record.rec_type not in _CAPTURES:
        return
    entry = _entry(file, offset, record)
    if fields and headers.get_header("Content-Type") == RENDERING_TYPE:
        index.renderings.setdefault(check_rendering(fields)["key"], []).append(entry)
        return
    if fields:
        entry.url, entry.failure = str(fields["url"]), Failure(fields["failure"])
        entry.asked = bool(fields.get("asked", True))
    if record.rec_type == "response" and not entry.status.isdigit():
        return
    if entry.url.startswith(("http://", "https://")):
        index.entries.append(entry)


def _entry(file: Path, offset: int, record: ArcWarcRecord) -> Entry:
    headers = record.rec_headers
    http = record.http_headers
    captured_at, vague = _captured_at(headers.get_header("WARC-Date") or "", http)
    return Entry(
        path=file,
        offset=offset,
        kind=record.rec_type,
        captured_at=captured_at,
        vague=vague,
        record_id=_id(headers, "WARC-Record-ID"),
        url=headers.get_header("WARC-Target-URI") or "",
        refers_to=(
            headers.get_header("WARC-Refers-To-Target-URI") or "",
            headers.get_header("WARC-Refers-To-Date") or "",
        ),
        digest=headers.get_header("WARC-Payload-Digest") or "",
        status=http.get_statuscode() if http is not None else "",
        media_type=(http.get_header("Content-Type") or "") if http is not None else "",
        truncated=(headers.get_header("WARC-Truncated") or "").strip().lower(),
    )


def _captured_at(date: str, http: Any) -> tuple[datetime, bool]:  # noqa: ANN401  warcio has no types
    """The time of a record, and whether it lacks its day, which the server's own time may give."""
    captured_at = parse_warc_date(date)
    vague = _WITHOUT_DAY.fullmatch(date.strip()) is not None
    if http is None or not (vague or captured_at == UNDATED):
        return captured_at, vague
    answered_at = _http_date(http.get_header("Date") or "")
    if not vague or answered_at.isoformat().startswith(date.strip()):
        return answered_at, False
    return captured_at, True


def _id(headers: Any, name: str) -> str:  # noqa: ANN401  warcio has no types
    return (headers.get_header(name) or "").strip("<>")


class _ByteHead(StatusAndHeadersParser):  # type: ignore[misc]  # warcio has no types
    """Reads the head of an answer with one character per byte."""

    @staticmethod
    def decode_header(line: bytes) -> str:
        """The bytes as they are, whatever letters they stand for."""
        return line.decode("latin-1")


def read_record(entry: Entry) -> tuple[int | None, Headers, bytes]:
    """Status, headers and the body, still coded, of a record."""
    with entry.path.open("rb") as stream:
        stream.seek(entry.offset)
        iterator = ArchiveIterator(stream, arc2warc=True)
        iterator.loader.http_parser = _ByteHead(iterator.loader.HTTP_TYPES, verify=False)
        _bound_heads(iterator)
        record = next(iter(iterator))
        if record.http_headers is None:
            kind = record.rec_headers.get_header("Content-Type") or ""
            status = 200 if entry.kind == "resource" else None
            return status, (("content-type", kind),), _coded_body(record, kind)
        code = record.http_headers.get_statuscode()
        headers = header_texts(tuple(record.http_headers.headers))
        kind = claimed_type(value for name, value in headers if name.lower() == "content-type")
        return int(code) if code.isdigit() else None, headers, _coded_body(record, kind)


def read_fields(entry: Entry) -> dict[str, Any]:
    """What a record of our own says."""
    with entry.path.open("rb") as stream:
        stream.seek(entry.offset)
        return _fields(next(iter(ArchiveIterator(stream, arc2warc=True))))


def _coded_body(record: ArcWarcRecord, content_type: str) -> bytes:
    """The body as far as it would be fetched live, and one byte more if there is more."""
    stream = record.raw_stream
    http = record.http_headers
    if http is not None and "chunked" in (http.get_header("transfer-encoding") or "").lower():
        stream = ChunkedDataReader(stream)
    return cast("bytes", stream.read(max_bytes(content_type) + 1))
