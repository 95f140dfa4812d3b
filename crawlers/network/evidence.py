"""The evidence of an audit: every exchange as WARC, packed as WACZ 1.1.1.

Two kinds of record are our own, both ``metadata``, so that a replay meets what the audit met:
an exchange that failed (``urn:twinspace-auditor:failure:<address>``) and the run's settings
(``urn:twinspace-auditor:run``).
"""

from __future__ import annotations

import hashlib
import io
import json
import random
import string
import uuid
import zipfile
import zlib
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawlers.model import Failure
from crawlers.network.bodies import is_text
from crawlers.network.exchange import Headers
from crawlers.urls import tidy
from crawlers.warc.cdxj import index_warc

FAILURE_URN = "urn:twinspace-auditor:failure:"
RUN_URN = "urn:twinspace-auditor:run"
FAILURE_TYPE = "application/vnd.twinspace-auditor.failure+json"
RUN_TYPE = "application/vnd.twinspace-auditor.run+json"
_WARC_NAME = "data.warc.gz"
_NAMES = random.Random()  # noqa: S311  names of records, no secrets

PageLine = tuple[str, datetime, str]  # address, time of its record, title


class _Members:
    """A file in which every record is a gzip member of its own; the level is set before each.

    warcio's own takes level 9, at which the loop stands still for 0.7 s over 7 MB of text (level
    1: 0.05 s, files a quarter larger; measured 2026-11-23 on two cores).
    """

    def __init__(self, file: BinaryIO) -> None:
        self.level = 1
        self._file = file
        self._open: zlib._Compress | None = None

    def write(self, data: bytes) -> None:
        """Adds to the present record."""
        if self._open is None:
            self._open = zlib.compressobj(self.level, zlib.DEFLATED, 31)
        self._file.write(self._open.compress(data))

    def flush(self) -> None:
        """Ends the present record."""
        if self._open is not None:
            self._file.write(self._open.flush())
            self._open = None
        self._file.flush()


class _Head(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """HTTP headers written byte by byte; warcio's own percent-encodes whatever is not ASCII.

    That would break the address of a redirect for the replay.
    """

    def to_ascii_bytes(self, filter_func: Callable[..., Any] | None = None) -> bytes:
        """The head as it came: its texts hold one character a byte."""
        text = f"{self.to_str(filter_func)}\r\n"
        try:
            return text.encode("latin-1")
        except UnicodeEncodeError:
            return text.encode("utf-8")


class Recorder:
    """Writes exchanges into one WARC file, one gzip member a record."""

    def __init__(self, path: Path, software: str) -> None:
        self.path = path
        self._file = path.open("wb")
        self._members = _Members(self._file)
        self._writer = WARCWriter(self._members, gzip=False, warc_version="WARC/1.1")
        info = self._writer.create_warcinfo_record(
            _WARC_NAME, {"software": software, "format": "WARC File Format 1.1"}
        )
        self._writer.write_record(info)

    def write(
        self,
        *,
        url: str,
        target: str,
        captured_at: datetime,
        request_headers: Headers,
        status: int,
        reason: str,
        headers: Headers,
        raw: bytes,
        truncated: str,
    ) -> str:
        """Records one exchange; gives the id of its response record.

        ``target`` is what the request line asked for. Header values hold one character a byte.
        ``truncated`` is empty, ``length`` or ``time``.
        """
        record_id = _new_id()
        url = tidy(url)
        stamp = {"WARC-Date": _stamp(captured_at), "WARC-Record-ID": f"<{record_id}>"}
        if truncated:
            stamp["WARC-Truncated"] = truncated
        head = _Head(f"{status} {reason}".strip(), list(headers), "HTTP/1.1")
        response = self._writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(raw),
            length=len(raw),
            http_headers=head,
            warc_headers_dict=stamp,
        )
        asked = _Head(f"GET {target} HTTP/1.1", list(request_headers), is_http_request=True)
        request = self._writer.create_warc_record(
            url,
            "request",
            payload=io.BytesIO(),
            length=0,
            http_headers=asked,
            warc_headers_dict={
                "WARC-Date": _stamp(captured_at),
                "WARC-Record-ID": f"<{_new_id()}>",
                "WARC-Concurrent-To": f"<{record_id}>",
            },
        )
        self._members.level = 0 if _packed(headers) else 1
        self._writer.write_record(response)
        self._members.level = 1
        self._writer.write_record(request)
        return record_id

    def write_failure(
        self, url: str, failure: Failure, captured_at: datetime, *, asked: bool = True
    ) -> str:
        """Records that no answer came, and why; ``asked`` is false when nothing was sent."""
        noted = {"url": url, "failure": failure.value, "asked": asked}
        return self._metadata(
            FAILURE_URN + quote(tidy(url), safe=string.punctuation),
            FAILURE_TYPE,
            noted,
            captured_at,
        )

    def write_run(self, run: dict[str, Any], captured_at: datetime) -> str:
        """Records the settings that a replay needs to walk the same way."""
        return self._metadata(RUN_URN, RUN_TYPE, run, captured_at)

    def _metadata(self, urn: str, media_type: str, value: dict[str, Any], when: datetime) -> str:
        record_id = _new_id()
        data = json.dumps(value, sort_keys=True).encode()
        record = self._writer.create_warc_record(
            urn,
            "metadata",
            payload=io.BytesIO(data),
            length=len(data),
            warc_content_type=media_type,
            warc_headers_dict={"WARC-Date": _stamp(when), "WARC-Record-ID": f"<{record_id}>"},
        )
        self._writer.write_record(record)
        return record_id

    def close(self) -> None:
        """Finishes the file."""
        self._file.close()


def _new_id() -> str:
    # One look at the system's randomness a run is enough for names.
    return f"urn:uuid:{uuid.UUID(int=_NAMES.getrandbits(128), version=4)}"


def _stamp(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _packed(headers: Headers) -> bool:
    """True for a body that gets no smaller: compressed on its way, or a picture, sound or film."""
    said = {key.lower(): value.lower() for key, value in headers}
    media_type = said.get("content-type", "")
    return "content-encoding" in said or not (is_text(media_type) or "svg" in media_type)


def pack(
    warc: Path,
    target: Path,
    *,
    title: str,
    pages: Iterable[PageLine],
    created: datetime,
    software: str,
) -> None:
    """Packs a WARC as WACZ: archive, index, pages (address, time, title) and their hashes."""
    listed = list(dict.fromkeys(pages))
    parts = {
        "indexes/index.cdx": index_warc(warc, _WARC_NAME),
        "pages/pages.jsonl": _page_lines(listed),
    }
    archive_path = f"archive/{_WARC_NAME}"
    resources = [_resource(_WARC_NAME, archive_path, _sha256_of(warc), warc.stat().st_size)]
    for name, data in parts.items():
        resources.append(_resource(name.rpartition("/")[2], name, _sha256(data), len(data)))
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": title,
        "created": _stamp(created),
        "software": software,
        **_main_page(listed),
        "resources": resources,
    }
    datapackage = json.dumps(package, indent=2, ensure_ascii=False).encode()
    digest = {"path": "datapackage.json", "hash": _sha256(datapackage)}
    files = {**parts, "datapackage.json": datapackage}
    files["datapackage-digest.json"] = json.dumps(digest, indent=2).encode()
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
            packed.write(warc, archive_path)
            for name, data in files.items():
                packed.writestr(name, data, zipfile.ZIP_DEFLATED)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _main_page(pages: list[PageLine]) -> dict[str, str]:
    """Where a reader begins: the first page."""
    if not pages:
        return {}
    url, when, _ = pages[0]
    return {"mainPageUrl": url, "mainPageDate": _stamp(when)}


def _page_lines(pages: list[PageLine]) -> bytes:
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "Pages"}]
    for url, when, title in pages:
        digest = hashlib.sha256(f"{url} {_stamp(when)}".encode()).hexdigest()[:12]
        lines.append({"id": digest, "url": url, "ts": _stamp(when), "title": title or url})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _resource(name: str, path: str, digest: str, size: int) -> dict[str, str | int]:
    return {"name": name.lower(), "path": path, "hash": digest, "bytes": size}


def _sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _sha256_of(path: Path) -> str:
    with path.open("rb") as stream:
        return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"
