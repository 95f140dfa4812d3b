"""The CDXJ index of a WARC file: one line per capture, sorted by key and time.

A line is ``key timestamp {"url", "mime", "status", "digest", "length", "offset", "filename"}``, as
the CDXJ specification has it (https://specs.webrecorder.net/cdxj/0.1.0/, read 2026-11-30). The key
is the address as archives sort it, see ``url_key``. Captures that were asked for by POST or PUT
also have ``method`` and ``requestBody``, and their key holds both (``crawlers.warc.request_body``).
"""

from __future__ import annotations

import json
import re
import string
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord
from warcio.timeutils import iso_date_to_timestamp
from warcio.warcwriter import BufferWARCWriter

from crawlers.urls.canonical import tidy
from crawlers.warc.request_body import body_query

_CAPTURES = ("response", "revisit")
_WITH_BODY = ("POST", "PUT")
_WWW = re.compile(r"^www\d*\.")
_MIME_END = re.compile(r"[;\s]")
_KEPT = "".join(sorted(set(string.printable) - set(string.whitespace) - set("#%")))


def index_warc(warc: Path, filename: str) -> bytes:
    """Give the CDXJ of the captures in a WARC file, in UTF-8.

    ``filename`` is the name of the file in the index. Offsets and lengths are bytes in the file as
    it lies on the disk, compressed or not. Records other than responses and revisits are left out.
    """
    captures: list[_Capture] = []
    requests: dict[str, tuple[str, str]] = {}
    with warc.open("rb") as stream:
        records = ArchiveIterator(stream)
        for record in records:
            if record.rec_type in _CAPTURES:
                captures.append(_capture(record, records, filename))
            elif record.rec_type == "request" and _method(record) in _WITH_BODY:
                answer = record.rec_headers.get_header("WARC-Concurrent-To", "")
                requests[answer] = (_method(record), _query(record))
    lines = {_line(capture, requests.get(capture.record_id)) for capture in captures}
    return b"".join(sorted(lines))


def url_key(url: str) -> str:
    """Give the key under which archives sort an address: ``dk,skole)/a?x=1``.

    The host is reversed and without ``www.``, everything is in lower case, parameters are sorted
    by name and value, and a fragment, a user name, the usual port, empty path steps and a closing
    slash are left out. Percent-encoding is undone and done again for what must have it. Addresses
    with the same key may differ; the line names the address itself. What is no web address is its
    own key.
    """
    try:
        parts = urlsplit(tidy(url))
        host, port = parts.hostname, parts.port
    except ValueError:
        return quote(url, safe=_KEPT + "#%", errors="replace")
    if parts.scheme not in ("http", "https") or not host:
        return quote(url, safe=_KEPT + "#%", errors="replace")
    site = ",".join(reversed(_WWW.sub("", host).split(".")))
    place = f"{site}:{port}" if port else site
    path = _plain(parts.path).lower()
    query = _sorted_query(_plain(parts.query).lower())
    return f"{place})/{_without_empty_steps(path)}{'?' + query if query else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Capture:
    record_id: str
    time: str
    fields: dict[str, str]


def _capture(record: ArcWarcRecord, records: ArchiveIterator, filename: str) -> _Capture:
    """What the line says of a record; fields in the order of the line, without those it lacks."""
    head = record.http_headers
    mime = head.get_header("Content-Type", "").strip() if head else ""
    fields = {
        "url": record.rec_headers.get_header("WARC-Target-URI"),
        "mime": "warc/revisit" if record.rec_type == "revisit" else _MIME_END.split(mime)[0],
        "status": head.get_statuscode() if head else "",
        "digest": _digest(record),
        "length": str(records.get_record_length()),
        "offset": str(records.get_record_offset()),
        "filename": filename,
    }
    return _Capture(
        record_id=record.rec_headers.get_header("WARC-Record-ID", ""),
        time=iso_date_to_timestamp(record.rec_headers.get_header("WARC-Date")),
        fields={name: value for name, value in fields.items() if value},
    )


def _digest(record: ArcWarcRecord) -> str:
    """The digest of the payload as the record has it; counted where it has none."""
    if not record.rec_headers.get_header("WARC-Payload-Digest"):
        BufferWARCWriter().ensure_digest(record, block=False, payload=True)
    digest: str = record.rec_headers.get_header("WARC-Payload-Digest", "")
    return digest


def _method(record: ArcWarcRecord) -> str:
    return record.http_headers.protocol.upper() if record.http_headers else ""


def _query(record: ArcWarcRecord) -> str:
    media_type = record.http_headers.get_header("Content-Type", "")
    return body_query(media_type, record.content_stream().read())


def _line(capture: _Capture, request: tuple[str, str] | None) -> bytes:
    fields, address = capture.fields, capture.fields["url"]
    if request is not None:
        method, query = request
        joint = "&" if "?" in address else "?"
        address += f"{joint}__wb_method={method}{'&' + query if query else ''}"
        fields = {**fields, "requestBody": query, "method": method}
    return f"{url_key(address)} {capture.time} {json.dumps(fields)}\n".encode()


def _plain(text: str) -> str:
    """A path or query with percent-encoding only where a line or an address needs it."""
    data = text.encode(errors="replace")
    while (decoded := unquote_to_bytes(data)) != data:
        data = decoded
    return quote(data, safe=_KEPT)


def _sorted_query(query: str) -> str:
    return "&".join(sorted(query.split("&"), key=lambda pair: pair.partition("=")))


def _without_empty_steps(path: str) -> str:
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
