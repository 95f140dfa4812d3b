"""Hundreds of pages with harmful scripts: none is lost, and all end in time and within memory.

Usage: python -m tests.soak.hostile_pages [PAGES] [TABS]

Prints seconds, the most memory that the browser and its driver took together (PSS, bytes), what
became of each kind of page, and what is wrong; ends with 1 when anything is.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

import psutil

from reports.audit import Audit
from tests.integration.audits import live_audit
from tests.replica.sites import hostile
from tests.replica.transport import WorldTransport
from tests.replica.world import World, world

_ABOUT = frozenset({"page_trouble", "page_not_checked", "page_refused", "layout_unknown"})


def hostile_world(pages: int) -> World:
    """The replica with a hostile project of that many pages."""
    web = world()
    web.hosts |= hostile.platform(pages)  # type: ignore[arg-type]
    return web


def memory_of_children() -> int:
    """The bytes that all processes below this one take together."""
    total = 0
    for process in psutil.Process().children(recursive=True):
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total


async def watch_audit(pages: int, out: Path, tabs: int) -> tuple[Audit, World, int]:
    """The audit, the world that it asked, and the most memory (bytes) that its browser took."""
    web, most = hostile_world(pages), 0

    async def sample() -> None:
        nonlocal most
        while True:
            most = max(most, await asyncio.to_thread(memory_of_children))
            await asyncio.sleep(1.0)

    sampling = asyncio.ensure_future(sample())
    try:
        audit = await live_audit(
            hostile.SEED,
            out,
            WorldTransport(web),
            render="always",
            browser_pages=tabs,
            max_pages=1000,
        )
    finally:
        sampling.cancel()
    return audit, web, most


def faults(audit: Audit, web: World, pages: int) -> list[str]:
    """Faults: pages and things lost, more or fewer findings than one, hosts asked."""
    addresses = {page.url for page in audit.pages}
    wanted = {f"{hostile.SITE}/pages/{name}" for name in hostile.names(pages)}
    rows = [f"page lost: {url}" for url in sorted(wanted - addresses)]
    about = Counter(f.subject for f in audit.findings if f.check in _ABOUT)
    rows += [f"{about[url]} findings: {url}" for url in sorted(wanted) if about[url] != 1]
    walls = [artefact for artefact in audit.artefacts if artefact.canonical_url == hostile.WALL]
    sightings = {sighting.page for artefact in walls for sighting in artefact.sightings}
    open_pages = {url for url in wanted if hostile.kind_of(url) not in hostile.TAKEN_AWAY}
    rows += [f"thing lost: {url}" for url in sorted(open_pages - sightings)]
    rows += [
        f"asked: {url}"
        for url in web.requested
        if any(host in url for host in hostile.FORBIDDEN) or "big.zip" in url or "/pop/" in url
    ]
    if left := psutil.Process().children(recursive=True):
        rows.append(f"processes left: {[process.name() for process in left]}")
    return rows


def main(pages: int = 200, tabs: int = 0) -> int:
    """Runs the project once and prints what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        audit, web, most = asyncio.run(watch_audit(pages, Path(folder), tabs))
        seconds = time.perf_counter() - started
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for page in audit.pages:
        trouble = ",".join(page.trouble) or "-"
        kinds[hostile.kind_of(page.url)][f"{page.visibility.state.value} {trouble}"] += 1
    for kind, counts in sorted(kinds.items()):
        print(f"{kind:16} {dict(counts)}")
    rows = faults(audit, web, pages)
    print(f"{pages} pages, {seconds:.0f} s, at most {most / 1e6:.0f} MB, {len(rows)} faults")
    print("\n".join(rows[:40]))
    return int(bool(rows))


if __name__ == "__main__":
    sys.exit(main(*(int(text) for text in sys.argv[1:])))
