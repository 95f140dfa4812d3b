"""Replay: an archive as the only network, from WARC (or ARC) and WACZ files of any tool.

Several captures of one address are given in their order in the archive, and the last one is
repeated; so a second look meets what the second look met when the archive was made.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from dataclasses import replace
from pathlib import Path
from typing import Any

from crawlers.http.clock import SystemClock
from crawlers.http.exchange import Exchange
from crawlers.http.protocols import Clock
from crawlers.model.verdict import Failure
from crawlers.urls.canonical import tidy
from crawlers.urls.parts import without_fragment
from crawlers.warc.reader import Entry, parse_warc_date, read_fields, read_index, read_record
from crawlers.warc.wacz import ArchiveError, archive_files

__all__ = ["ArchiveError", "ReplayNetwork"]

_REDIRECTS = frozenset({"301", "302", "303", "307", "308"})


class ReplayNetwork:
    """Exchanges out of an archive; what is not in it is ``not_recorded``. Implements ``Network``.

    ``has_vague_dates`` is true where a record gives no more than its year or month. Raises
    ``ArchiveError`` when the file is no readable archive or holds no capture.
    """

    def __init__(self, path: Path, clock: Clock | None = None) -> None:
        folder = Path(tempfile.mkdtemp(prefix="twinspace-auditor-"))
        # It runs also when ``close`` is not called, and when the program ends early.
        self._remove = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._clock = clock or SystemClock()
        self._position: dict[str, int] = {}
        self._by_url: dict[str, list[Entry]] = {}
        self._by_digest: dict[str, Entry] = {}
        try:
            index = read_index(archive_files(path, folder), folder, path)
            if not index.entries:
                raise ArchiveError(f"{path.name} holds no captured page; choose another archive.")
        except BaseException:
            self._remove()
            raise
        self._run = index.run
        self._renderings = index.renderings
        self._as_of = max(entry.captured_at for entry in index.entries)
        self.has_vague_dates = any(entry.vague for entry in index.entries)
        for entry in index.entries:
            self._by_url.setdefault(_key(entry.url), []).append(entry)
            if entry.kind == "response" and entry.digest:
                self._by_digest.setdefault(entry.digest, entry)

    @property
    def run(self) -> dict[str, Any]:
        """The settings of the audit that made the archive; empty for anyone else's."""
        return self._run

    @property
    def has_renderings(self) -> bool:
        """True where the archive keeps every page that a browser opened."""
        return bool(self._run.get("renderings"))

    def rendered_record(self, key: str) -> dict[str, Any] | None:
        """The next record of a rendered page, the last one again and again; None for none."""
        entries = self._renderings.get(key)
        if not entries:
            return None
        position = self._position.get(key, 0)
        self._position[key] = position + 1
        return read_fields(entries[min(position, len(entries) - 1)])

    @property
    def addresses(self) -> frozenset[str]:
        """All captured addresses."""
        return frozenset(self._by_url)

    def holds(self, url: str) -> bool:
        """True when a capture of an address, or a recorded failure, is in the archive."""
        return bool(self._find(url)[1])

    def pages(self) -> list[str]:
        """The addresses of captured HTML pages, the shortest first."""
        pages = {
            entry.url
            for entries in self._by_url.values()
            for entry in entries
            if entry.status == "200" and "html" in entry.media_type.lower()
        }
        return sorted(pages, key=lambda url: (len(url), url))

    def is_live(self, url: str) -> bool:
        """Always false: nothing leaves the machine, and what was refused is recorded."""
        del url
        return False

    async def exchange(self, url: str, cookie: str = "") -> Exchange:
        """The next capture of an address, over http or https, or ``not_recorded``.

        An address that is not recorded gets the time of the archive's last capture.
        """
        del cookie  # the answers come in the order in which they were recorded
        key, entries = self._find(url)
        if not entries:
            return Exchange(
                url=url, captured_at=self._as_of, failure=Failure.NOT_RECORDED, last=True
            )
        position = self._position.get(key, 0)
        self._position[key] = position + 1
        entry = entries[min(position, len(entries) - 1)]
        return replace(self._exchange(url, entry), last=position + 1 >= len(entries))

    def _exchange(self, url: str, entry: Entry) -> Exchange:
        """The exchange that a record holds."""
        holder = None if entry.failure is not None else self._holder(entry)
        if holder is not None:
            return _exchange_from(url, entry, holder)
        return Exchange(
            url=url,
            captured_at=entry.captured_at,
            failure=entry.failure or Failure.NOT_RECORDED,
            record_id=entry.record_id,
            asked=entry.asked,
        )

    def _find(self, url: str) -> tuple[str, list[Entry]]:
        for candidate in _spellings(url, others=not self._run):
            if candidate in self._by_url:
                return candidate, self._by_url[candidate]
        return url, []

    def _holder(self, entry: Entry) -> Entry | None:
        """The record that holds the body: a revisit's is the one it refers to.

        None when the archive does not hold that one; a redirect needs no body.
        """
        if entry.kind != "revisit" or entry.status in _REDIRECTS:
            return entry
        for candidate in self._by_url.get(_key(entry.refers_to[0]), []):
            same_time = not entry.refers_to[1] or candidate.captured_at == parse_warc_date(
                entry.refers_to[1]
            )
            if candidate.kind == "response" and same_time:
                return candidate
        return self._by_digest.get(entry.digest)

    def refuse(self, url: str, failure: Failure) -> Exchange:
        """A refusal in a replay is not recorded again."""
        return Exchange(url=url, captured_at=self._clock.utc_now(), failure=failure, asked=False)

    async def close(self) -> None:
        """Remove the unpacked copy."""
        self._remove()


def _key(url: str) -> str:
    return without_fragment(tidy(url))


def _spellings(url: str, *, others: bool) -> list[str]:
    """The addresses under which a capture may be filed: as asked, other scheme, slash or none.

    Of archives that ``others`` made with and without ``www.`` too: their tools sort captures by
    addresses without it. Ours say what happened at the very address.
    """
    key = _key(url)
    scheme, _, rest = key.partition("://")
    hosts = [rest]
    if others:
        hosts.append(rest.removeprefix("www.") if rest.startswith("www.") else f"www.{rest}")
    schemes = (scheme, "http" if scheme == "https" else "https")
    both = [f"{name}://{host}" for host in hosts for name in schemes]
    slashed = [url.removesuffix("/") if url.endswith("/") else f"{url}/" for url in both]
    return [*both, *slashed] if "?" not in key else both


def _exchange_from(url: str, entry: Entry, holder: Entry) -> Exchange:
    """The exchange of a record; headers from the record itself, the body from its holder.

    A crawler may have been told "not modified"; a visitor gets what was not modified.
    """
    status, headers, body = read_record(entry)
    if holder is not entry:
        held_status, held_headers, body = read_record(holder)
        if status is None or status == 304:
            status, headers = held_status, held_headers
    if status is None:
        return Exchange(url=url, captured_at=entry.captured_at, failure=Failure.NOT_RECORDED)
    return Exchange.from_coded(
        url=url,
        captured_at=entry.captured_at,
        status=status,
        headers=headers,
        body=body,
        record_id=entry.record_id,
        truncated=holder.truncated,
    )
