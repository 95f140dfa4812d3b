"""What the reading of HTML, ``auto`` and ``always`` find, on real sites, real pages and by lot.

Usage: python -m tests.bench.bench_witness [sites|pages|shuffled|ordinary] [NUMBER]

Everything is answered in this process; what lies elsewhere does not answer. Prints for each way
the pages, artefacts and links that are found and the pages that a browser opened. Ends with 1 where
``always`` finds an artefact or a page that ``auto`` does not.
"""

from __future__ import annotations

import asyncio
import mimetypes
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from reports.audit import Audit
from tests.integration.audits import live_audit
from tests.real.beside import SHARED
from tests.replica.answers import Answer, Ask, file, html
from tests.replica.sites import ordinary as ordinary_site
from tests.replica.sites.shuffled import HOST, SEED, ShuffledSite
from tests.replica.transport import WorldTransport
from tests.replica.world import World, ordinary, world

_MODES = ("never", "auto", "always")


@dataclass(frozen=True)
class Subject:
    """A site to audit: its name, its seed and the world in which it lies."""

    name: str
    seed: str
    there: Callable[[], World]


def folder_site(folder: Path) -> Callable[[Ask], Answer]:
    """The server of a folder of files."""

    def answer(ask: Ask) -> Answer:
        path = folder / unquote(ask.path).lstrip("/")
        if path.is_dir() and not (path / "index.html").exists():
            names = sorted(quote(one.name) for one in path.iterdir())
            listed = "".join(f'<li><a href="{name}">{unquote(name)}</a>' for name in names)
            return html(f"<title>{path.name}</title><h1>{path.name}</h1><ul>{listed}</ul>")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return html("<title>Not found</title><h1>Not found</h1>", 404)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return file(path.read_bytes(), kind)

    return answer


def alone(handler: Callable[[Ask], Answer]) -> Callable[[], World]:
    def there() -> World:
        made = world()
        made.hosts = {HOST: handler}
        return made

    return there


def page_site(path: Path) -> Callable[[Ask], Answer]:
    """The server of one page; every other address of it is missing."""
    missing = html("<title>Not found</title><h1>Not found</h1>", 404)
    body = path.read_bytes()
    return lambda ask: file(body, "text/html") if ask.path == "/" else missing


def subjects(kind: str, number: int) -> Iterator[Subject]:
    if kind == "sites":
        for folder in sorted((SHARED / "real" / "sites").iterdir()):
            start = "" if (folder / "index.html").exists() else "HIST_2010/"
            yield Subject(folder.name, SEED + start, alone(folder_site(folder)))
    elif kind == "pages":
        for path in sorted((SHARED / "real" / "pages").glob("*.html"))[:number]:
            yield Subject(path.stem[:30], SEED, alone(page_site(path)))
    elif kind == "ordinary":
        yield Subject("ordinary", ordinary_site.SEED, lambda: ordinary(number))
    else:
        for lot in range(number):
            yield Subject(f"lot {lot}", SEED, alone(ShuffledSite(lot, 8).answer))


def audited(subject: Subject, render: str) -> tuple[Audit, float]:
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        transport = WorldTransport(subject.there())
        ways = {"render": render, "evidence": False, "max_pages": 120}
        done = asyncio.run(live_audit(subject.seed, Path(folder), transport, **ways))
        return done, time.perf_counter() - started


def main(kind: str = "sites", number: int = 60) -> int:
    """Measures; 1 where ``always`` finds more than ``auto``."""
    lost = 0
    total = {mode: [0, 0, 0, 0.0] for mode in _MODES}
    for subject in subjects(kind, number):
        ids: dict[str, set[str]] = {}
        for mode in _MODES:
            done, seconds = audited(subject, mode)
            ids[mode] = {one.id for one in done.artefacts} | {page.url for page in done.pages}
            opened = sum(page.rendered for page in done.pages)
            row = (len(done.pages), len(done.artefacts), opened, seconds)
            total[mode] = [a + b for a, b in zip(total[mode], row, strict=True)]
        missing = ids["always"] - ids["auto"]
        lost += len(missing)
        witness = done.coverage.witness
        print(f"{subject.name:32} {[len(ids[mode]) for mode in _MODES]} {witness}", flush=True)
        for name in sorted(missing):
            print(f"  only always: {name}")
    for mode, (pages, things, opened, seconds) in total.items():
        print(f"{mode:8} {pages} pages, {things} artefacts, {opened} opened, {seconds:.1f} s")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2], *(int(text) for text in sys.argv[2:3])))
