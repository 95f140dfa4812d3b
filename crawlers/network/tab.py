"""One page in the browser: opened, waited for, scrolled through, read, pictured.

The readiness condition is ``quiet``: the document has loaded, and for half a second nothing was
under way. Time during which the page waits for the fetch layer, which is polite and slow, is not
counted against the page.
"""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import time
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.async_api import BrowserContext, CDPSession, Dialog, Frame, Page
from playwright.async_api import Error as BrowserError

from crawlers.model import Capture
from crawlers.network.doorkeeper import Doorkeeper
from crawlers.network.fetch import Fetcher
from crawlers.reading.consent import LIKELY, accepting, is_consent_page
from crawlers.reading.document import RENDERED, UNSEEN
from crawlers.rendering import Picture, Rendered, Wish
from crawlers.urls import without_fragment

_LOG = logging.getLogger(__name__)
WIDTH, HEIGHT = 1280, 900  # pixels of the window
_LONGEST = 15_000  # pixels; beyond it Chromium's pictures turn white without an error
_QUALITY = 75
_QUIET = 0.5  # seconds
_TICK = 0.05
_ANSWERS_WITHIN = 8.0  # seconds; a heavy page may well be deaf for some on a slow machine
_CLICK = 3.0
_PAINTS_WITHIN = 2.0
_ENDS_WITHIN = 3.0
_SHOT = 30.0
_GROWN = 1.05  # times; a page that its window makes longer
_MOST_SCREENS = 24
_MOST_NODES = 200_000
_MOST_BYTES = 8_000_000
_MOST_HELD = 400_000_000  # bytes of a page's scripts
_ERROR = "chrome-error:"
_CALM = 0.1  # seconds between two screens
# Comes true when two frames were drawn.
_PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Moves down to a place; true when the page moved.
_SCROLL = """(() => {
  const at = document.scrollingElement, before = at ? at.scrollTop : 0;
  if (at) at.scrollTop = %d;
  return Boolean(at) && at.scrollTop !== before;
})()"""


class HungError(Exception):
    """The page's scripts do not let go."""


class CrashedError(Exception):
    """The page's process ended."""


@cache
def injected(name: str) -> str:
    """One of our own scripts."""
    return files("crawlers.network").joinpath("injected", name).read_text("utf-8")


class Tab:
    """One page of a fresh context. ``seconds`` is the page's own time, ``longest`` all of it."""

    def __init__(
        self,
        context: BrowserContext,
        fetcher: Fetcher,
        capture: Capture,
        wish: Wish,
        *,
        seconds: float,
        longest: float,
    ) -> None:
        self._context = context
        self._fetcher = fetcher
        self._capture = capture
        self._wish = wish
        self._seconds = seconds
        self._longest = longest
        self._trouble: set[str] = set()
        self._loaded = False
        self._crashed = asyncio.Event()
        self._used = 0.0
        self._page: Page
        self._cdp: CDPSession
        self._door: Doorkeeper
        self._world: int | None = None

    async def open(self) -> Rendered:
        """The page, as far as it could be opened; never raises for what the page does."""
        began = time.monotonic()
        await self._prepare()
        work = asyncio.ensure_future(self._visit())
        ends = [asyncio.ensure_future(one.wait()) for one in (self._crashed, self._door.flooded)]
        try:
            await asyncio.wait(
                {work, *ends}, timeout=self._longest, return_when=asyncio.FIRST_COMPLETED
            )
            if work.done():
                return work.result()
            self._trouble.add("crashed" if self._crashed.is_set() else "endless_script")
        except HungError:
            self._trouble.add("endless_script")
        except CrashedError:
            self._trouble.add("crashed")
        finally:
            for one in (work, *ends):
                one.cancel()
            with suppress(asyncio.CancelledError, BrowserError, HungError, CrashedError):
                await work
        _LOG.info("%s: given up after %.1f s", self._capture.url, time.monotonic() - began)
        await self._kill()
        return self._rendered(None, whole=False)

    @property
    def crashed(self) -> bool:
        """True when the page's process has ended."""
        return self._crashed.is_set()

    async def _prepare(self) -> None:
        page = self._page = await self._context.new_page()
        self._door = Doorkeeper(self._fetcher, page, self._capture, self._wish)
        page.on("crash", lambda _: self._crashed.set())
        page.on("load", lambda _: setattr(self, "_loaded", True))
        page.on("dialog", self._dismiss)
        page.on("download", lambda _: self._trouble.add("download"))
        self._context.on("page", self._pop_up)
        await self._context.route("**/*", self._door.serve)
        await self._context.route_web_socket("**/*", self._door.refuse_socket)
        await self._context.add_init_script(injected("tamed.js"))
        await page.clock.set_fixed_time(self._capture.captured_at)
        self._cdp = await self._context.new_cdp_session(page)
        await self._cdp.send("Page.enable")

    async def _visit(self) -> Rendered:
        """Opens, waits, scrolls, reads and pictures."""
        with suppress(BrowserError):
            await self._page.goto(
                self._capture.final_url, wait_until="commit", timeout=self._seconds * 1000
            )
        if not self._door.traffic.started:
            return self._rendered(None, whole=False)
        quiet = await self._quiet()
        quiet = await self._scrolled() and quiet
        accepted = await self._accept() if self._wish.consent else ""
        if accepted:
            quiet = await self._quiet()
        shown = await self._read()
        picture = await self._picture(quiet=quiet) if self._wish.shot else None
        await self._weigh()
        whole = quiet and not self._door.traffic.missed
        return self._rendered(shown, whole=whole, accepted=accepted, picture=picture)

    def _rendered(
        self,
        shown: Capture | None,
        *,
        whole: bool,
        accepted: str = "",
        picture: Picture | None = None,
    ) -> Rendered:
        traffic = self._door.traffic
        refused = {url for frame, url in traffic.frames.items() if frame.url.startswith(_ERROR)}
        if traffic.sent_to:
            self._trouble.add("sent_elsewhere")
        if traffic.windows:
            self._trouble.add("pop_up")
        return Rendered(
            capture=shown,
            whole=whole and shown is not None,
            trouble=tuple(sorted(self._trouble)),
            sent_to=traffic.sent_to,
            blocked=frozenset(refused & traffic.served),
            appeared=frozenset(traffic.served - refused),
            accepted=accepted,
            picture=picture,
        )

    async def _quiet(self, calm: float = _QUIET) -> bool:
        """Waits for the readiness condition; false when the page's own time is over."""
        traffic, last = self._door.traffic, time.monotonic()
        asked_at = last
        while self._used < self._seconds and not self._fetcher.stopped:
            await asyncio.sleep(_TICK)
            now = time.monotonic()
            if self._crashed.is_set():
                raise CrashedError
            if traffic.pending:
                last = now
                continue
            self._used += now - last
            last = now
            if (self._loaded or traffic.sent_to) and now - traffic.changed >= calm:
                await self._evaluate("1")
                if not traffic.pending and time.monotonic() - traffic.changed >= calm:
                    return True
            elif now - asked_at >= 1.0:
                asked_at = now
                await self._evaluate("1")
                last = time.monotonic()
        return False

    async def _scrolled(self) -> bool:
        """Scrolls to the end and back, screen by screen, so that what waits to be seen comes."""
        moved = False
        for screen in range(1, _MOST_SCREENS + 1):
            if not await self._evaluate(_SCROLL % (screen * HEIGHT)):
                break
            moved = True
            if not await self._quiet(_CALM):
                return False
        if not moved:
            return True
        await self._evaluate(_SCROLL % 0)
        return await self._quiet(_CALM)

    async def _read(self) -> Capture | None:
        """The capture with the rendered document for its body, or None when it is too large."""
        told = await self._evaluate(
            f"{injected('read.js')}({json.dumps(UNSEEN)}, {json.dumps(RENDERED)}, {_MOST_NODES})",
            _ANSWERS_WITHIN * 2,
        )
        text = str((told or {}).get("html") or "")
        body = text.encode("utf-8", "replace")
        if not body or len(body) > _MOST_BYTES:
            return None
        headers = [pair for pair in self._capture.headers if not _about_body(pair[0])]
        return replace(
            self._capture,
            headers=(*headers, ("content-type", "text/html; charset=utf-8")),
            final_url=without_fragment(str(told.get("url") or self._capture.final_url)),
            body=body,
            truncated=False,
        )

    async def _weigh(self) -> None:
        """Notes a page whose scripts hold far more than any page needs to show itself."""
        with suppress(BrowserError, TimeoutError):
            used = await asyncio.wait_for(self._cdp.send("Runtime.getHeapUsage"), _ANSWERS_WITHIN)
            held = used.get("usedSize", 0) + used.get("backingStorageSize", 0)
            if held > _MOST_HELD:
                self._trouble.add("too_much_memory")

    async def _accept(self) -> str:
        """Clicks what accepts cookies, in whichever frame it stands: ``yes``, ``likely`` or empty.

        ``likely`` is the main button of a notice whose own words for it are not known.
        """
        for frame in self._page.frames:
            if await self._clicked(frame, accepting(frame.url)):
                return "yes"
        for frame in self._page.frames:
            if is_consent_page(frame.url) and await self._clicked(frame, LIKELY):
                return "likely"
        return ""

    async def _clicked(self, frame: Frame, selectors: tuple[str, ...]) -> bool:
        """True when an element of these was seen and clicked."""
        for selector in selectors:
            button = frame.locator(selector).first
            with suppress(BrowserError):
                if await button.is_visible():
                    await button.click(timeout=_CLICK * 1000)
                    self._used = min(self._used, self._seconds / 2)
                    self._door.traffic.changed = time.monotonic()
                    return True
        return False

    async def _picture(self, *, quiet: bool) -> Picture | None:
        """The page from its top, at most 15,000 pixels long.

        The window is made as long as the page, since Chromium paints no frame of another site
        outside of it. A page that grows with its window keeps the usual one.
        """
        long = await self._length()
        height = min(long, _LONGEST)
        await self._resize(height)
        if await self._length() > long * _GROWN:
            await self._resize(HEIGHT)
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": height, "scale": 1}
        wanted = {"format": "webp", "quality": _QUALITY, "clip": clip}
        try:
            taken = await asyncio.wait_for(
                self._cdp.send("Page.captureScreenshot", {**wanted, "captureBeyondViewport": True}),
                _SHOT,
            )
        except (BrowserError, TimeoutError):
            return None
        webp = base64.b64decode(taken["data"])
        return Picture(webp=webp, width=WIDTH, height=height, cut=long > height, quiet=quiet)

    async def _painted(self) -> None:
        """Waits until every frame was drawn, for two seconds at most, and then the page."""
        inner = [frame.evaluate(_PAINTED) for frame in self._page.frames[1:]]
        waits = [asyncio.ensure_future(one) for one in inner]
        if waits:
            await asyncio.wait(waits, timeout=_PAINTS_WITHIN)
        for one in waits:
            one.cancel()
        await asyncio.gather(*waits, return_exceptions=True)
        await self._evaluate(_PAINTED)

    async def _length(self) -> int:
        """The length of the page in pixels."""
        told = await self._evaluate("document.documentElement.scrollHeight")
        return max(int(told or 0), HEIGHT)

    async def _resize(self, height: int) -> None:
        with suppress(BrowserError):
            await self._page.set_viewport_size({"width": WIDTH, "height": height})
            await self._quiet(_CALM)
            await self._painted()

    async def _evaluate(self, expression: str, seconds: float = _ANSWERS_WITHIN) -> Any:  # noqa: ANN401  JSON
        """What an expression gives in a world that the page's scripts cannot reach.

        Raises ``HungError`` when the page does not answer in time.
        """
        try:
            return await asyncio.wait_for(self._evaluated(expression), seconds)
        except TimeoutError:
            raise HungError from None
        except BrowserError as error:
            if self._crashed.is_set() or "closed" in str(error):
                raise CrashedError from None
            self._world = None
            return None

    async def _evaluated(self, expression: str) -> Any:  # noqa: ANN401  JSON
        if self._world is None:
            tree = await self._cdp.send("Page.getFrameTree")
            made = await self._cdp.send(
                "Page.createIsolatedWorld", {"frameId": tree["frameTree"]["frame"]["id"]}
            )
            self._world = made["executionContextId"]
        told = await self._cdp.send(
            "Runtime.evaluate",
            {
                "expression": expression,
                "contextId": self._world,
                "returnByValue": True,
                "awaitPromise": True,
            },
        )
        return told.get("result", {}).get("value")

    async def _kill(self) -> None:
        """Ends the process of a page that does not let go; others are not touched.

        The command reaches a script that never ends, and is not answered.
        """
        if self._crashed.is_set():
            return
        command = asyncio.ensure_future(self._cdp.send("Page.crash"))
        with suppress(TimeoutError):
            await asyncio.wait_for(self._crashed.wait(), _ENDS_WITHIN)
        command.cancel()
        with suppress(BrowserError, asyncio.CancelledError):
            await command

    async def _dismiss(self, dialog: Dialog) -> None:
        if dialog.type != "beforeunload":
            self._trouble.add("dialogs")
        with suppress(BrowserError):
            await dialog.dismiss()

    async def _pop_up(self, other: Page) -> None:
        if other != self._page:
            self._door.traffic.windows += 1
            with suppress(BrowserError):
                await other.close()


def _about_body(name: str) -> bool:
    return name.lower() in {"content-type", "content-encoding", "content-length"}
