"""How much memory the browser takes, and how many pages it opens, with one, two and four tabs.

Usage: python -m tests.bench.bench_tabs [PAGES]

Opens ordinary pages (text, a picture, a frame) with a picture of each taken, and then heavy ones (24
pictures of 3 million pixels each). Memory is the greatest sum of all processes' own share (PSS, MB) of
browser and driver, sampled every 0.2 seconds.
"""

from __future__ import annotations

import asyncio
import io
import sys
import time

import psutil
from PIL import Image

from crawlers.browser.base import RenderRequest
from crawlers.browser.pool import BrowserPool
from crawlers.browser.renderer import BrowserRenderer
from crawlers.http.body_store import BodyStore
from crawlers.http.client import LiveNetwork
from crawlers.http.fetcher import Fetcher
from crawlers.http.politeness import PolitenessPolicy
from crawlers.http.protocols import Visitor
from tests.replica.answers import Answer, Ask, file, html
from tests.replica.transport import WorldTransport
from tests.replica.world import World

VISITOR = Visitor(user_agent="bench")
_WORDS = "<p>The pupils of two schools measured the salt of their seas and wrote it down.</p>"


def _picture() -> bytes:
    packed = io.BytesIO()
    Image.effect_noise((2000, 1500), 60).convert("RGB").save(packed, "JPEG", quality=60)
    return packed.getvalue()


def pages() -> World:
    """A site of ordinary and of heavy pages."""
    picture = _picture()

    def answer(ask: Ask) -> Answer:
        if ask.path.endswith(".jpg"):
            return file(picture, "image/jpeg")
        heavy = ask.path.startswith("/heavy")
        images = "".join(
            f"<img src='{ask.path}/{n}.jpg' width=1000 height=750>"
            for n in range(24 if heavy else 1)
        )
        frame = "<iframe src='https://frames.example/' width=560 height=315></iframe>"
        return html(f"<!DOCTYPE html><title>x</title>{_WORDS * 40}{images}{frame}")

    return World({"pages.example": answer, "frames.example": lambda _: html("<p>frame</p>")})


def memory_of_children() -> int:
    """The bytes that all processes below this one take."""
    total = 0
    for process in psutil.Process().children(recursive=True):
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total


async def render_pages(kind: str, count: int, tabs: int) -> tuple[float, int]:
    """Seconds for that many pages, and the highest use of memory in bytes."""
    bodies, most = BodyStore(), 0
    wire = WorldTransport(pages())
    door = LiveNetwork(VISITOR, transport=wire)
    fetcher = Fetcher(door, PolitenessPolicy(delay=0.0, first_wait=0.0), "bench", body_store=bodies)

    async def sample() -> None:
        nonlocal most
        while True:
            most = max(most, await asyncio.to_thread(memory_of_children))
            await asyncio.sleep(0.2)

    async with BrowserPool(pages=tabs) as pool:
        browser = BrowserRenderer(fetcher, pool, VISITOR)
        sampling = asyncio.ensure_future(sample())
        started = time.perf_counter()
        urls = [f"https://pages.example/{kind}/{n}" for n in range(count)]
        captures = [await fetcher.get(url) for url in urls]
        await asyncio.gather(
            *(browser.render(capture, RenderRequest(screenshot=True)) for capture in captures)
        )
        seconds = time.perf_counter() - started
        sampling.cancel()
    bodies.close()
    return seconds, most


def main(count: int = 20) -> None:
    """Prints one line for each number of tabs and kind of page."""
    print(f"{'pages':10} {'tabs':>4} {'MB':>6} {'pages a minute':>15}")
    for kind in ("ordinary", "heavy"):
        for tabs in (1, 2, 4):
            seconds, most = asyncio.run(render_pages(kind, count, tabs))
            print(f"{kind:10} {tabs:4} {most / 1e6:6.0f} {60 * count / seconds:15.0f}")


if __name__ == "__main__":
    main(*(int(text) for text in sys.argv[1:]))
