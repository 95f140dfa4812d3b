"""What ``--render never``, ``auto`` and ``always`` find on real sites and real pages.

Usage: python -m tests.real.compare_renders [sites|pages|all] [PAGES]

The sites and pages lie in ``../shared/real``; everything is answered in this process, and what lies
elsewhere does not answer. Ten pages are put on a site of their own, behind a list of them. Prints a
table in Markdown: artefacts, links and pages that each way finds, and the pages that a browser
opened. Names what ``always`` finds and ``auto`` does not, and ends with 1 where there is anything.
"""

from __future__ import annotations

import asyncio
import mimetypes
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import quote, unquote

from crawlers.browser.pool import BrowserPool
from reports.audit import Audit
from tests.integration.audits import live_audit
from tests.real.beside import SHARED
from tests.replica.answers import Answer, Ask, file, html
from tests.replica.transport import WorldTransport
from tests.replica.world import World, world

HOST = "compared.example"
SEED = f"https://{HOST}/"
WAYS = ("never", "auto", "always")
_TOGETHER = 10  # pages on one site
_MISSING = html("<title>Not found</title><h1>Not found</h1>", 404)
_Server = Callable[[Ask], Answer]


@dataclass(frozen=True)
class Subject:
    """A site to audit: its name, its server, its seed, and the most pages to open."""

    name: str
    server: _Server
    seed: str = SEED
    max_pages: int = 120


@dataclass(frozen=True)
class Finding:
    """What one way found on a subject: ids of artefacts and links, pages, how many were opened.

    ``answered`` counts the pages that the server answered; the others lie beyond the limit.
    """

    artefacts: frozenset[str]
    links: frozenset[str]
    pages: frozenset[str]
    answered: int
    opened: int

    @property
    def everything(self) -> frozenset[str]:
        return self.artefacts | self.links | self.pages


def folder_site(folder: Path) -> _Server:
    """The server of a folder of files; a folder without a start page is listed."""

    def answer(ask: Ask) -> Answer:
        path = folder / unquote(ask.path).lstrip("/")
        if path.is_dir() and not (path / "index.html").exists():
            return _listing(path.name, sorted(name.name for name in path.iterdir()))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return _MISSING
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return file(path.read_bytes(), kind)

    return answer


def _listing(title: str, names: Sequence[str]) -> Answer:
    rows = "".join(f'<li><a href="{quote(name)}">{name}</a></li>' for name in names)
    return html(f"<!doctype html><title>{title}</title><h1>{title}</h1><ul>{rows}</ul>")


def pages_site(paths: Sequence[Path]) -> _Server:
    """The server of some pages behind a list of them; every other address is missing."""
    bodies = {f"/{number}.html": path for number, path in enumerate(paths)}

    def answer(ask: Ask) -> Answer:
        if ask.path == "/":
            return _listing("Pages", [address.lstrip("/") for address in bodies])
        path = bodies.get(ask.path)
        return _MISSING if path is None else file(path.read_bytes(), "text/html")

    return answer


def alone(server: _Server) -> World:
    """A world with one site; other hosts do not answer."""
    lonely = world()
    lonely.hosts = {HOST: server}
    return lonely


def subjects(kind: str, number: int) -> Iterator[Subject]:
    """The real sites, and the first ``number`` real pages, ten to a site."""
    if kind in ("sites", "all"):
        for folder in sorted((SHARED / "real" / "sites").iterdir()):
            start = "" if (folder / "index.html").exists() else "HIST_2010/"
            yield Subject(folder.name, folder_site(folder), SEED + start)
    if kind in ("pages", "all"):
        paths = iter(sorted((SHARED / "real" / "pages").glob("*.html"))[:number])
        first = 1
        while some := list(islice(paths, _TOGETHER)):
            last = first + len(some) - 1
            yield Subject(f"pages {first}-{last}", pages_site(some), max_pages=len(some) + 1)
            first = last + 1


async def find(subject: Subject, render: str, pool: BrowserPool) -> Finding:
    """What an audit finds one way, without reports and without an archive."""
    with tempfile.TemporaryDirectory() as folder:
        audit: Audit = await live_audit(
            subject.seed,
            Path(folder),
            WorldTransport(alone(subject.server)),
            render=render,
            screenshots="none",
            links="list",
            evidence=False,
            max_pages=subject.max_pages,
            browsers=pool,
        )
    return Finding(
        artefacts=frozenset(artefact.id for artefact in audit.artefacts),
        links=frozenset(link.id for link in audit.links),
        pages=frozenset(page.url for page in audit.pages),
        answered=sum(page.visibility.http_status is not None for page in audit.pages),
        opened=sum(page.rendered for page in audit.pages),
    )


async def compare(kind: str, number: int) -> int:
    """Print the table; gives how many things only ``always`` found."""
    print("| | " + " | ".join(WAYS) + " | opened by `auto` |\n| --- |" + " --- |" * (len(WAYS) + 1))
    lost: list[str] = []
    opened = pages = 0
    async with BrowserPool() as pool:
        for subject in subjects(kind, number):
            found = {way: await find(subject, way, pool) for way in WAYS}
            cells = [
                f"{len(f.artefacts)} / {len(f.links)} / {len(f.pages)}" for f in found.values()
            ]
            auto = found["auto"]
            opened, pages = opened + auto.opened, pages + auto.answered
            share = f"{auto.opened} of {auto.answered}"
            print(f"| {subject.name} | {' | '.join(cells)} | {share} |", flush=True)
            missing = found["always"].everything - auto.everything
            lost += [f"{subject.name}: only always: {name}" for name in sorted(missing)]
    print(f"\nopened by auto: {opened} of {pages}; only always finds: {len(lost)}", *lost, sep="\n")
    return len(lost)


def main(kind: str = "all", number: str = "60") -> int:
    """Compare; 1 where ``always`` finds more than ``auto``."""
    return int(asyncio.run(compare(kind, int(number))) > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
