"""An archive as the only network: WARC (or ARC) and WACZ files, ours or anyone's.

Several captures of one address are given out in their order in the archive, the last one again
and again; so a second look meets what the second look met when the archive was made.
"""

from __future__ import annotations

import gzip
import json
import shutil
import tempfile
import zipfile
import zlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from crawlers.model import Failure
from crawlers.network.evidence import FAILURE_TYPE, RUN_TYPE
from crawlers.network.exchange import Exchange, now
from crawlers.urls import tidy, without_fragment

_PIECE = 1 << 20
_LONGEST = 8_000_000  # bytes of one body, as live
_READ = frozenset({"response", "resource", "revisit", "metadata"})


class ArchiveError(ValueError):
    """The archive cannot be used; the message says why and what to do."""


@dataclass(slots=True, kw_only=True)
class _Entry:
    """Where a record lies, and what its headers say."""

    path: Path
    offset: int
    kind: str
    captured_at: datetime
    record_id: str
    failure: Failure | None = None
    refers_to: tuple[str, str] = ("", "")
    digest: str = ""
    redirect: bool = False
    asked: bool = True


@dataclass(slots=True, kw_only=True)
class _Index:
    entries: dict[str, list[_Entry]] = field(default_factory=dict)
    by_digest: dict[str, _Entry] = field(default_factory=dict)
    run: dict[str, Any] = field(default_factory=dict)
    records: int = 0


class ArchiveNetwork:
    """Exchanges out of an archive; what is not in it is ``not_recorded``.

    Raises ``ArchiveError`` when the file is no readable archive or holds no capture.
    """

    live = False

    def __init__(self, path: Path) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="twinspace-auditor-"))
        self._position: dict[str, int] = {}
        try:
            self._index = _indexed(_plain_archives(path, self._folder))
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        if not self._index.entries:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise ArchiveError(f"{path.name} holds no captured page; choose another archive.")

    @property
    def run(self) -> dict[str, Any]:
        """The settings of the audit that made the archive; empty for anyone else's."""
        return self._index.run

    @property
    def addresses(self) -> frozenset[str]:
        """All captured addresses."""
        return frozenset(self._index.entries)

    async def exchange(self, url: str) -> Exchange:
        """The next capture of an address, over http or https, or ``not_recorded``."""
        key, entries = self._find(url)
        if not entries:
            return Exchange(url=url, captured_at=_EPOCH, failure=Failure.NOT_RECORDED, last=True)
        position = self._position.get(key, 0)
        self._position[key] = position + 1
        entry = entries[min(position, len(entries) - 1)]
        return replace(self._played(url, entry), last=position + 1 >= len(entries))

    def _played(self, url: str, entry: _Entry) -> Exchange:
        """What a record says that came back."""
        failure = entry.failure
        holder = None if failure is not None else self._body_entry(entry)
        if holder is not None:
            return _exchange(url, entry, holder)
        return Exchange(
            url=url,
            captured_at=entry.captured_at,
            failure=failure or Failure.NOT_RECORDED,
            record_id=entry.record_id,
            asked=entry.asked,
        )

    def _find(self, url: str) -> tuple[str, list[_Entry]]:
        for candidate in _spellings(url):
            if candidate in self._index.entries:
                return candidate, self._index.entries[candidate]
        return url, []

    def _body_entry(self, entry: _Entry) -> _Entry | None:
        """The record that holds the body: a revisit's is the one it refers to.

        None when the archive does not hold that one; a redirect needs no body.
        """
        if entry.kind != "revisit" or entry.redirect:
            return entry
        for candidate in self._index.entries.get(_key(entry.refers_to[0]), []):
            same_time = not entry.refers_to[1] or candidate.captured_at == _when(entry.refers_to[1])
            if candidate.kind == "response" and same_time:
                return candidate
        return self._index.by_digest.get(entry.digest)

    def refuse(self, url: str, failure: Failure) -> Exchange:
        """A refusal in a replay is not recorded again."""
        return Exchange(url=url, captured_at=now(), failure=failure)

    async def close(self) -> None:
        """Removes the unpacked copy."""
        shutil.rmtree(self._folder, ignore_errors=True)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _key(url: str) -> str:
    return without_fragment(tidy(url))


def _spellings(url: str) -> list[str]:
    """The addresses under which a capture may be filed: as asked, other scheme, slash or none."""
    key = _key(url)
    scheme, _, rest = key.partition("://")
    other = f"{'http' if scheme == 'https' else 'https'}://{rest}"
    both = [key, other]
    slashed = [one.removesuffix("/") if one.endswith("/") else f"{one}/" for one in both]
    return [*both, *slashed] if "?" not in key else both


def _when(text: str) -> datetime:
    for pattern in ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.%fZ"):
        try:
            return datetime.strptime(text, pattern).replace(tzinfo=UTC, microsecond=0)
        except ValueError:
            continue
    return _EPOCH


def _plain_archives(path: Path, folder: Path) -> list[Path]:
    """The WARC or ARC files of an archive, out of the WACZ if it is one."""
    if not path.is_file():
        raise ArchiveError(f"There is no file {path}; give the path of a WACZ or WARC file.")
    if not zipfile.is_zipfile(path):
        return [_one_member_a_record(path, folder)]
    with zipfile.ZipFile(path) as packed:
        names = [
            name
            for name in packed.namelist()
            if name.startswith("archive/")
            and name.endswith((".warc", ".warc.gz", ".arc", ".arc.gz"))
        ]
        if not names:
            raise ArchiveError(
                f"{path.name} is a ZIP file without WARC files under archive/, so it is no valid "
                "WACZ; export the archive again or choose another file."
            )
        found = []
        for number, name in enumerate(sorted(names)):
            target = folder / f"{number}-{name.rpartition('/')[2]}"
            with packed.open(name) as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy)
            found.append(_one_member_a_record(target, folder))
    return found


def _one_member_a_record(path: Path, folder: Path) -> Path:
    """A file whose records can be found by offset: gzip as a single stream is unpacked."""
    with path.open("rb") as stream:
        if stream.read(2) != b"\x1f\x8b":
            return path
    _check_whole(path)
    with path.open("rb") as stream:
        try:
            next(iterator := ArchiveIterator(stream, arc2warc=True), None)
            next(iterator, None)
        except ArchiveLoadFailed:
            return _unpacked(path, folder)
    return path


def _check_whole(path: Path) -> None:
    """Raises ``ArchiveError`` for a compressed file that breaks off or is damaged."""
    try:
        with gzip.open(path) as packed:
            while packed.read(_PIECE):
                pass
    except (OSError, EOFError, zlib.error) as error:
        raise _broken(path) from error


def _unpacked(path: Path, folder: Path) -> Path:
    target = folder / f"plain-{path.name.removesuffix('.gz')}"
    with gzip.open(path) as source, target.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    return target


def _broken(path: Path) -> ArchiveError:
    return ArchiveError(
        f"{path.name} is not a readable WARC, ARC or WACZ file; check that it was downloaded "
        "whole, or make the archive again."
    )


def _indexed(paths: list[Path]) -> _Index:
    index = _Index()
    for path in paths:
        try:
            _read_into(index, path)
        except (
            ArchiveLoadFailed,
            OSError,
            EOFError,
            ValueError,
            KeyError,
            AttributeError,
        ) as error:
            raise _broken(path) from error
    return index


def _read_into(index: _Index, path: Path) -> None:
    with path.open("rb") as stream:
        iterator = ArchiveIterator(stream, arc2warc=True)
        for record in iterator:
            index.records += 1
            if record.rec_type not in _READ:
                continue
            # The offset can be had only after the record was read to its end.
            noted = record.content_stream().read() if record.rec_type == "metadata" else b""
            _take(index, path, iterator.get_record_offset(), record, noted)


def _take(index: _Index, path: Path, offset: int, record: ArcWarcRecord, noted: bytes) -> None:
    headers = record.rec_headers
    content_type = headers.get_header("Content-Type") or ""
    if record.rec_type == "metadata" and content_type == RUN_TYPE:
        index.run = cast("dict[str, Any]", json.loads(noted))
        return
    if record.rec_type == "metadata" and content_type != FAILURE_TYPE:
        return
    entry = _Entry(
        path=path,
        offset=offset,
        kind=record.rec_type,
        captured_at=_when(headers.get_header("WARC-Date") or ""),
        record_id=(headers.get_header("WARC-Record-ID") or "").strip("<>"),
        refers_to=(
            headers.get_header("WARC-Refers-To-Target-URI") or "",
            headers.get_header("WARC-Refers-To-Date") or "",
        ),
        digest=headers.get_header("WARC-Payload-Digest") or "",
    )
    url = headers.get_header("WARC-Target-URI") or ""
    if record.rec_type == "response" and not _has_status(record):
        return
    if record.http_headers is not None:
        entry.redirect = record.http_headers.get_statuscode().startswith("3")
    if record.rec_type == "metadata":
        missed = json.loads(noted)
        url, entry.failure = str(missed["url"]), Failure(missed["failure"])
        entry.asked = bool(missed.get("asked", True))
    if not url.startswith(("http://", "https://")):
        return
    index.entries.setdefault(_key(url), []).append(entry)
    if entry.kind == "response" and entry.digest:
        index.by_digest.setdefault(entry.digest, entry)


def _has_status(record: ArcWarcRecord) -> bool:
    """False for a capture whose HTTP head cannot be read."""
    return record.http_headers is not None and record.http_headers.get_statuscode().isdigit()


def _exchange(url: str, entry: _Entry, holder: _Entry) -> Exchange:
    """The exchange of a record; headers from the record itself, the body from its holder."""
    status, headers, body = _content(entry)
    if holder is not entry:
        held_status, held_headers, body = _content(holder)
        status, headers = status or held_status, headers or held_headers
    return Exchange(
        url=url,
        captured_at=entry.captured_at,
        status=status,
        headers=headers,
        body=body,
        record_id=entry.record_id,
        truncated=False,
    )


def _content(entry: _Entry) -> tuple[int | None, tuple[tuple[str, str], ...], bytes]:
    with entry.path.open("rb") as stream:
        stream.seek(entry.offset)
        record = next(iter(ArchiveIterator(stream, arc2warc=True)))
        body = cast("bytes", record.content_stream().read(_LONGEST))
        if record.http_headers is None:
            kind = record.rec_headers.get_header("Content-Type") or ""
            return (200 if entry.kind == "resource" else None), (("content-type", kind),), body
        status = record.http_headers.get_statuscode()
        headers = tuple((str(k), str(v)) for k, v in record.http_headers.headers)
        return int(status) if status.isdigit() else None, headers, body
