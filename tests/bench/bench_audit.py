"""An audit of a 60-page project on loopback against fetching the same addresses by bare httpx.

Usage: python -m tests.bench.bench_audit [PAGES] [RUNS]

The replica is served by another process; politeness is off for both. Both go through the same
proxy with two connections to a host and ask for the same addresses. Prints the medians, their
ratio, and what the audit's time is made of.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from warcio.archiveiterator import ArchiveIterator

from auditor.application.audit_project import audit_project
from auditor.application.event_streams import result_of
from auditor.session.audit_request import AuditRequest
from auditor.session.printing import browser_printer
from crawlers.gathering.crawling.page_visit import read_visit
from crawlers.http.exchange import Exchange, RawExchange
from crawlers.model.capture import Capture
from crawlers.platforms import recognise
from crawlers.warc.recorder import Recorder
from crawlers.warc.replay import ReplayNetwork
from crawlers.warc.wacz import pack
from reports.audit import Audit
from reports.write import check_formats, write

SEED = "https://school-education.ec.europa.eu/en/etwinning/projects/ordinary-project/twinspace"


async def seconds_to_audit(out: Path) -> float:
    """Seconds of one audit with its evidence and reports."""
    started = time.perf_counter()
    request = AuditRequest(url=SEED, out=out, user_agent="bench", delay=0.0, first_wait=0.0)
    audit = (await result_of(audit_project(request))).audit
    write(audit, out, names=check_formats(None), languages=["en"], printer=browser_printer())
    return time.perf_counter() - started


def addresses(out: Path) -> list[str]:
    """Every address that the audit asked for, in order."""
    with (
        zipfile.ZipFile(out / "evidence.wacz") as packed,
        packed.open("archive/data.warc.gz") as raw,
    ):
        records = ArchiveIterator(raw)
        return [
            str(r.rec_headers.get_header("WARC-Target-URI"))
            for r in records
            if r.rec_type == "response"
        ]


async def seconds_to_fetch(urls: list[str]) -> float:
    """Seconds that bare httpx needs for the same addresses, two connections to a host."""
    gates: dict[str, asyncio.Semaphore] = {}
    context = ssl.create_default_context(cafile=os.environ["SSL_CERT_FILE"])
    started = time.perf_counter()
    async with httpx.AsyncClient(verify=context, proxy=os.environ["HTTPS_PROXY"]) as client:

        async def fetch(url: str) -> None:
            gate = gates.setdefault(urlsplit(url).netloc, asyncio.Semaphore(2))
            async with gate:
                await client.get(url)

        await asyncio.gather(*(fetch(url) for url in urls))
    return time.perf_counter() - started


async def shares(out: Path, urls: list[str]) -> None:
    """Prints the parts of an audit, each done again by itself."""
    network = ReplayNetwork(out / "evidence.wacz")
    exchanges = [await network.exchange(url) for url in urls]
    await network.close()
    site = recognise(SEED)
    pages = [exchange for exchange in exchanges if "text/html" in exchange.header("content-type")]
    with print_seconds("reading the HTML (turbohtml, BeautifulSoup, walls, one walk)"):
        for exchange in pages:
            read_visit(site, exchange.url, capture_of(exchange))
    recorder = Recorder(out / "again.warc.gz", "bench", pages[0].captured_at)
    with print_seconds("recording the evidence"):
        for exchange in exchanges:
            raw = RawExchange(
                target=urlsplit(exchange.url).path or "/",
                request_headers=(),
                status=exchange.status or 0,
                reason="",
                headers=exchange.headers,
                body=exchange.body,
            )
            recorder.write(exchange.url, exchange.captured_at, raw)
    recorder.close()
    with print_seconds("packing the WACZ"):
        pack(
            recorder.path,
            out / "x.wacz",
            title="",
            pages=[],
            created=pages[0].captured_at,
            software="",
        )
    audit_json = (out / "audit.json").read_text("utf-8")
    audit = Audit.model_validate_json(audit_json)
    with print_seconds("writing the reports"):
        write(audit, out, names=check_formats(None), languages=["en"], printer=browser_printer())


def capture_of(exchange: Exchange) -> Capture:
    """The capture that an exchange without redirects makes."""
    return Capture(
        url=exchange.url,
        final_url=exchange.url,
        captured_at=exchange.captured_at,
        status=exchange.status,
        headers=exchange.headers,
        body=exchange.body,
    )


@contextmanager
def print_seconds(name: str) -> Iterator[None]:
    """Prints how long a block took, in seconds."""
    started = time.perf_counter()
    yield
    print(f"  {name}: {time.perf_counter() - started:.2f} s")


def main() -> None:
    """Serves the project, measures both, prints the ratio."""
    pages = sys.argv[1] if len(sys.argv) > 1 else "60"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.replica.serve", "--ordinary", pages],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        lines = [server.stdout.readline() for _ in range(3)] if server.stdout else []
        for line in lines:
            name, _, value = line.removeprefix("export ").strip().partition("=")
            os.environ[name] = value
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder)
            asyncio.run(seconds_to_audit(out))
            urls = addresses(out)
            pairs = [
                (asyncio.run(seconds_to_audit(out)), asyncio.run(seconds_to_fetch(urls)))
                for _ in range(runs)
            ]
            mine, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
            print(f"{pages} pages, {len(urls)} requests, {runs} runs, medians")
            print(f"audit {mine:.2f} s, bare httpx {bare:.2f} s, ratio {mine / bare:.2f}")
            asyncio.run(shares(out, urls))
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
