"""A picture of a page of its whole length."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from playwright.async_api import CDPSession, Page
from playwright.async_api import Error as BrowserError

from crawlers.browser.base import Picture
from crawlers.browser.isolated_world import IsolatedWorld

WIDTH, HEIGHT = 1280, 900  # pixels of the window
_MAX_HEIGHT = 15_000  # pixels; beyond it Chromium's pictures turn white without an error
_QUALITY = 75
_PAINTS_WITHIN = 2.0  # seconds
_TAKEN_WITHIN = 30.0
_TRIES = 4  # further pictures of a page with frames, until two agree
_GROWN = 1.05  # factor; the page grows with its window when it gets longer than this
# Resolves when two frames have been drawn.
_PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageScreenshot:
    """Takes the picture of one open page; ``settle`` waits until the page is idle again."""

    page: Page
    cdp: CDPSession
    world: IsolatedWorld
    settle: Callable[[], Awaitable[object]]

    async def take(self, *, idle: bool) -> Picture | None:
        """The page from its top, at most 15,000 pixels long; None where it cannot be taken.

        The window is made as long as the page, since Chromium paints no frame of another site
        outside of it. A page that grows with its window keeps the usual one.
        """
        full_height = await self._page_height()
        height = min(full_height, _MAX_HEIGHT)
        await self._resize(height)
        if await self._page_height() > full_height * _GROWN:
            await self._resize(HEIGHT)
        webp = await self._capture_when_still(height)
        if webp is None:
            return None
        return Picture(webp=webp, width=WIDTH, height=height, cut=full_height > height, idle=idle)

    async def _capture_when_still(self, height: int) -> bytes | None:
        """The WebP of a page that shows the same twice; the last one where it never does.

        Chromium says that a frame of another site was drawn before it stands in the page's picture
        (seen with Chromium 156, 2026-11-30), so a page with frames is taken until two pictures
        agree.
        """
        webp = await self._capture(height)
        has_frames = len(self.page.frames) > 1
        for _ in range(_TRIES if has_frames and webp else 0):
            await self._wait_for_paint()
            again = await self._capture(height)
            if again is None or again == webp:
                return webp
            webp = again
        return webp

    async def _capture(self, height: int) -> bytes | None:
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": height, "scale": 1}
        options = {"format": "webp", "quality": _QUALITY, "clip": clip}
        try:
            answer = await asyncio.wait_for(
                self.cdp.send("Page.captureScreenshot", {**options, "captureBeyondViewport": True}),
                _TAKEN_WITHIN,
            )
        except (BrowserError, TimeoutError):
            return None
        return base64.b64decode(answer["data"])

    async def _page_height(self) -> int:
        height = await self.world.evaluate("document.documentElement.scrollHeight")
        return max(int(height or 0), HEIGHT)

    async def _resize(self, height: int) -> None:
        with suppress(BrowserError):
            await self.page.set_viewport_size({"width": WIDTH, "height": height})
            await self.settle()
            await self._wait_for_paint()

    async def _wait_for_paint(self) -> None:
        """Wait until every frame was drawn, for two seconds at most, and then the page."""
        frames = [asyncio.ensure_future(f.evaluate(_PAINTED)) for f in self.page.frames[1:]]
        if frames:
            await asyncio.wait(frames, timeout=_PAINTS_WITHIN)
        for frame in frames:
            frame.cancel()
        await asyncio.gather(*frames, return_exceptions=True)
        await self.world.evaluate(_PAINTED)
