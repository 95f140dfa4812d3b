"""Two ways to send a browser's requests through a fetch layer: requests that are routed, or a proxy of ours.

Usage: python -m tests.bench.bench_doors [PAGES]

Each page has 20 parts: ten scripts of 20 KB and ten pictures of 200 KB, all from memory. Prints for
each way the seconds per page, the CPU seconds of this process and of the driver, and what of a page's
ways to ask was answered. The proxy speaks TLS with an authority of its own, which the browser is told
to believe.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import ssl
import sys
import time

import psutil
import trustme
from playwright.async_api import Browser, Route, async_playwright

from crawlers.browser.launcher import FLAGS, find_browser

SCRIPT = ("/* " + "x" * 20_000 + " */ window.done = (window.done || 0) + 1;").encode()
PICTURE = b"\xff\xd8\xff\xe0" + os.urandom(200_000)
WAYS = ("worker", "shared", "service", "socket", "beacon", "sub")
_ASK = """
try { new Worker('/asked/worker.js') } catch (e) {}
try { new SharedWorker('/asked/shared.js') } catch (e) {}
navigator.serviceWorker && navigator.serviceWorker.register('/asked/service.js').catch(() => 0);
try { new WebSocket('wss://pages.example/asked/socket') } catch (e) {}
navigator.sendBeacon('/asked/beacon', 'x');
fetch('https://parts.example/asked/sub', {mode: 'no-cors'}).catch(() => 0);
"""


def body_of(path: str) -> tuple[str, bytes]:
    """The type and bytes of an address."""
    if path.endswith(".js"):
        return "application/javascript", SCRIPT
    if path.endswith(".jpg"):
        return "image/jpeg", PICTURE
    parts = "".join(f"<script src='{path}/{n}.js'></script>" for n in range(10))
    parts += "".join(f"<img src='{path}/{n}.jpg'>" for n in range(10))
    extra = f"<script>{_ASK}</script>" if path == "/ways" else ""
    return "text/html", f"<!DOCTYPE html><title>x</title>{parts}{extra}".encode()


async def open_pages(browser: Browser, pages: int, answer, **context) -> None:
    """Opens the pages, one after another, each in a fresh context."""
    for name in (*(f"/page-{n}" for n in range(pages)), "/ways"):
        session = await browser.new_context(**context)
        if answer is not None:
            await session.route("**/*", answer)
        page = await session.new_page()
        await page.goto(f"https://pages.example{name}", wait_until="load")
        if name == "/ways":
            await asyncio.sleep(1.0)
        await session.close()


def cpu_seconds() -> tuple[float, float]:
    """CPU seconds of this process and of Playwright's driver."""
    own = psutil.Process()
    times = own.cpu_times()
    drivers = [process for process in own.children() if "node" in process.name()]
    return times.user + times.system, sum(sum(process.cpu_times()[:2]) for process in drivers)


async def by_routing(pages: int, paths: set[str]) -> tuple[float, float, float]:
    """Every request routed and answered from here."""

    async def answer(route: Route) -> None:
        path = "/" + route.request.url.split("/", 3)[3]
        paths.add(path)
        kind, body = body_of(path)
        await route.fulfill(status=200, headers={"content-type": kind}, body=body)

    async with async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=find_browser(), args=list(FLAGS), chromium_sandbox=False
        )
        before, started = cpu_seconds(), time.perf_counter()
        await open_pages(browser, pages, answer)
        seconds, after = time.perf_counter() - started, cpu_seconds()
        await browser.close()
    return seconds, after[0] - before[0], after[1] - before[1]


async def by_proxy(pages: int, paths: set[str]) -> tuple[float, float, float]:
    """Every request through a loopback proxy that ends TLS and answers."""
    authority = trustme.CA()
    contexts: dict[str, ssl.SSLContext] = {}

    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, ssl.SSLError):
            line = (await reader.readuntil(b"\r\n\r\n")).decode()
            host = line.split()[1].partition(":")[0]
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            await writer.drain()
            if host not in contexts:
                contexts[host] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                authority.issue_cert(host).configure_cert(contexts[host])
            await writer.start_tls(contexts[host])
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                path = head.split()[1]
                paths.add(path)
                kind, body = body_of(path)
                writer.write(
                    f"HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\n\r\n".encode()
                    + body
                )
                await writer.drain()
        with contextlib.suppress(OSError, ssl.SSLError):
            writer.close()

    server = await asyncio.start_server(served, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with async_playwright() as driver:
        flags = [flag for flag in FLAGS if not flag.startswith(("--proxy", "--host-resolver"))]
        flags += ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]
        flags += [f"--proxy-server=http://127.0.0.1:{port}", "--proxy-bypass-list=<-loopback>"]
        browser = await driver.chromium.launch(
            executable_path=find_browser(), args=flags, chromium_sandbox=False
        )
        before, started = cpu_seconds(), time.perf_counter()
        await open_pages(browser, pages, None, ignore_https_errors=True)
        seconds, after = time.perf_counter() - started, cpu_seconds()
        await browser.close()
    server.close()
    return seconds, after[0] - before[0], after[1] - before[1]


def main(pages: int = 20) -> None:
    """Prints one line for each way."""
    print(
        f"{'way':8} {'s/page':>7} {'CPU here':>9} {'CPU driver':>11}  asked of: {', '.join(WAYS)}"
    )
    for name, way in (("routing", by_routing), ("proxy", by_proxy)):
        paths: set[str] = set()
        seconds, here, driver = asyncio.run(way(pages, paths))
        came = ", ".join(
            way_name for way_name in WAYS if any(f"/asked/{way_name}" in path for path in paths)
        )
        print(f"{name:8} {seconds / pages:7.2f} {here:9.1f} {driver:11.1f}  {came}")


if __name__ == "__main__":
    main(*(int(text) for text in sys.argv[1:]))
