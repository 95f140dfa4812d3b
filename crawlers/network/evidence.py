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
import uuid
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from cdxj_indexer.main import CDXJIndexer
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawlers.model import Failure
from crawlers.network.exchange import Headers

FAILURE_URN = "urn:twinspace-auditor:failure:"
RUN_URN = "urn:twinspace-auditor:run"
FAILURE_TYPE = "application/vnd.twinspace-auditor.failure+json"
RUN_TYPE = "application/vnd.twinspace-auditor.run+json"
_WARC_NAME = "data.warc.gz"
_NAMES = random.Random()  # noqa: S311  names of records, no secrets


class Recorder:
    """Writes exchanges into one WARC file, one gzip member a record."""

    def __init__(self, path: Path, software: str) -> None:
        self.path = path
        self._file = path.open("wb")
        self._writer = WARCWriter(self._file, gzip=True, warc_version="WARC/1.1")
        info = self._writer.create_warcinfo_record(
            _WARC_NAME, {"software": software, "format": "WARC File Format 1.1"}
        )
        self._writer.write_record(info)

    def write(
        self,
        *,
        url: str,
        captured_at: datetime,
        request_headers: Headers,
        status: int,
        reason: str,
        headers: Headers,
        raw: bytes,
        truncated: bool,
    ) -> str:
        """Records one exchange; gives the id of its response record."""
        record_id = _new_id()
        stamp = {"WARC-Date": _stamp(captured_at), "WARC-Record-ID": f"<{record_id}>"}
        if truncated:
            stamp["WARC-Truncated"] = "length"
        head = StatusAndHeaders(f"{status} {reason}".strip(), list(headers), "HTTP/1.1")
        response = self._writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(raw),
            length=len(raw),
            http_headers=head,
            warc_headers_dict=stamp,
        )
        asked = StatusAndHeaders(
            f"GET {_target(url)} HTTP/1.1", list(request_headers), is_http_request=True
        )
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
        self._writer.write_record(response)
        self._writer.write_record(request)
        return record_id

    def write_failure(
        self, url: str, failure: Failure, captured_at: datetime, *, asked: bool = True
    ) -> str:
        """Records that no answer came, and why; ``asked`` is false when nothing was sent."""
        noted = {"url": url, "failure": failure.value, "asked": asked}
        return self._metadata(FAILURE_URN + url, FAILURE_TYPE, noted, captured_at)

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


def _target(url: str) -> str:
    path = url.partition("://")[2].partition("#")[0].partition("/")[2]
    return f"/{path}"


def pack(
    warc: Path,
    target: Path,
    *,
    title: str,
    pages: Iterable[tuple[str, datetime, str]],
    created: datetime,
    software: str,
) -> None:
    """Packs a WARC as WACZ: archive, index, pages (address, time, title) and their hashes."""
    index = io.BytesIO()
    text = io.TextIOWrapper(index, "utf-8", write_through=True)
    CDXJIndexer(text, [str(warc)], sort=True, fields="", filename=_WARC_NAME).process_all()
    parts = {
        "indexes/index.cdx": _renamed(index.getvalue(), warc.name),
        "pages/pages.jsonl": _page_lines(pages),
    }
    archive_path = f"archive/{_WARC_NAME}"
    resources = [_resource(_WARC_NAME, archive_path, warc.read_bytes())]
    resources += [_resource(name.rpartition("/")[2], name, data) for name, data in parts.items()]
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": title,
        "created": _stamp(created),
        "software": software,
        "resources": resources,
    }
    datapackage = json.dumps(package, indent=2, ensure_ascii=False).encode()
    digest = {"path": "datapackage.json", "hash": _sha256(datapackage)}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
        packed.write(warc, archive_path)
        for name, data in parts.items():
            packed.writestr(name, data)
        packed.writestr("datapackage.json", datapackage)
        packed.writestr("datapackage-digest.json", json.dumps(digest, indent=2))


def _renamed(index: bytes, name: str) -> bytes:
    return index.replace(f'"filename": "{name}"'.encode(), f'"filename": "{_WARC_NAME}"'.encode())


def _page_lines(pages: Iterable[tuple[str, datetime, str]]) -> bytes:
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "Pages"}]
    for url, when, title in pages:
        digest = hashlib.sha256(url.encode()).hexdigest()[:12]
        lines.append({"id": digest, "url": url, "ts": _stamp(when), "title": title or url})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _resource(name: str, path: str, data: bytes) -> dict[str, str | int]:
    return {"name": name.lower(), "path": path, "hash": _sha256(data), "bytes": len(data)}


def _sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
