"""Open one page in the browser, wait for it, scroll through it, read it, take its picture.

The readiness condition is ``idle``: the document has loaded, and for half a second nothing was
under way. Time during which the page waits for the fetch layer, which is polite and slow, is not
counted against the page.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from contextlib import suppress
from dataclasses import replace
from functools import partial

from playwright.async_api import BrowserContext, CDPSession, Dialog, Frame, Page
from playwright.async_api import Error as BrowserError

from crawlers.browser.base import Picture, RenderRequest, RenderResult
from crawlers.browser.isolated_world import (
    ANSWERS_WITHIN,
    CrashedError,
    HungError,
    IsolatedWorld,
    load_script,
)
from crawlers.browser.page_screenshot import HEIGHT, PageScreenshot
from crawlers.browser.rendering_record import rendered_capture
from crawlers.browser.request_router import RequestRouter
from crawlers.detection.consent import LIKELY, accept_selectors, is_consent_page
from crawlers.extraction.document import BACKGROUND, RENDERED, UNSEEN
from crawlers.http.protocols import CaptureSource
from crawlers.model.capture import Capture
from crawlers.urls.parts import without_fragment

_LOG = logging.getLogger(__name__)
_IDLE = 0.5  # seconds
_TICK = 0.05
_CLICK = 3.0
_ENDS_WITHIN = 3.0
_MAX_SCREENS = 24
_MAX_NODES = 200_000
_MAX_BYTES = 8_000_000
_MAX_HEAP = 400_000_000  # bytes of a page's scripts
_ERROR = "chrome-error:"
_SHORT_IDLE = 0.1  # seconds, between two screens
# Scrolls to a position; true when the page moved.
_SCROLL = """(() => {
  const at = document.scrollingElement, before = at ? at.scrollTop : 0;
  if (at) at.scrollTop = %d;
  return Boolean(at) && at.scrollTop !== before;
})()"""


class PageSession:
    """One page of a new context; ``seconds`` is its own time, ``longest`` the time in all."""

    def __init__(
        self,
        context: BrowserContext,
        source: CaptureSource,
        capture: Capture,
        request: RenderRequest,
        *,
        seconds: float,
        longest: float,
    ) -> None:
        self._context = context
        self._source = source
        self._capture = capture
        self._request = request
        self._seconds = seconds
        self._longest = longest
        self._issues: set[str] = set()
        self._loaded = False
        self._crashed = asyncio.Event()
        self._used = 0.0
        self._page: Page
        self._cdp: CDPSession
        self._router: RequestRouter
        self._world: IsolatedWorld

    async def open(self) -> RenderResult:
        """The page, as far as it could be opened; never raises for what the page does."""
        began = time.monotonic()
        await self._prepare()
        work = asyncio.ensure_future(self._visit())
        events = (self._crashed, self._router.flooded)
        ends = [asyncio.ensure_future(event.wait()) for event in events]
        try:
            await asyncio.wait(
                {work, *ends}, timeout=self._longest, return_when=asyncio.FIRST_COMPLETED
            )
            if work.done():
                return work.result()
            self._issues.add("crashed" if self._crashed.is_set() else "endless_script")
        except HungError:
            self._issues.add("endless_script")
        except CrashedError:
            self._issues.add("crashed")
        finally:
            for task in (work, *ends):
                task.cancel()
            with suppress(asyncio.CancelledError, BrowserError, HungError, CrashedError):
                await work
        _LOG.info("%s: given up after %.1f s", self._capture.url, time.monotonic() - began)
        await self._kill()
        return self._result(None, complete=False)

    @property
    def crashed(self) -> bool:
        """True when the page's process has ended."""
        return self._crashed.is_set()

    async def _prepare(self) -> None:
        page = self._page = await self._context.new_page()
        self._router = RequestRouter(self._source, page, self._capture, self._request)
        page.on("crash", lambda _: self._crashed.set())
        page.on("load", lambda _: setattr(self, "_loaded", True))
        page.on("dialog", self._dismiss)
        page.on("download", lambda _: self._issues.add("download"))
        self._context.on("page", self._pop_up)
        await self._context.route("**/*", self._router.serve)
        await self._context.route_web_socket("**/*", self._router.refuse_socket)
        await self._context.add_init_script(load_script("deterministic.js"))
        await page.clock.set_fixed_time(self._capture.captured_at)
        self._cdp = await self._context.new_cdp_session(page)
        await self._cdp.send("Page.enable")
        self._world = IsolatedWorld(self._cdp, self._crashed.is_set)

    async def _visit(self) -> RenderResult:
        """Open the page, wait, scroll, read it and take its picture."""
        with suppress(BrowserError):
            start = self._capture.url if self._request.cookies else self._capture.final_url
            await self._page.goto(start, wait_until="commit", timeout=self._seconds * 1000)
        if not self._router.traffic.started:
            return self._result(None, complete=False)
        idle = await self._wait_until_idle()
        idle = await self._scroll_through() and idle
        accepted = await self._accept_cookies() if self._request.consent else ""
        if accepted:
            idle = await self._wait_until_idle()
        capture = await self._read_document()
        picture = None
        if self._request.screenshot:
            settled = idle and not self._router.traffic.pictures_cut
            picture = await self._take_picture(idle=settled)
        await self._check_memory()
        complete = idle and not self._router.traffic.missed
        return self._result(capture, complete=complete, accepted=accepted, picture=picture)

    async def _take_picture(self, *, idle: bool) -> Picture | None:
        settle = partial(self._wait_until_idle, _SHORT_IDLE)
        screenshot = PageScreenshot(
            page=self._page, cdp=self._cdp, world=self._world, settle=settle
        )
        return await screenshot.take(idle=idle)

    def _result(
        self,
        capture: Capture | None,
        *,
        complete: bool,
        accepted: str = "",
        picture: Picture | None = None,
    ) -> RenderResult:
        traffic = self._router.traffic
        refused = {url for frame, url in traffic.frames.items() if frame.url.startswith(_ERROR)}
        if traffic.sent_to:
            self._issues.add("sent_elsewhere")
        if traffic.windows:
            self._issues.add("pop_up")
        return RenderResult(
            capture=capture,
            complete=complete and capture is not None,
            issues=tuple(sorted(self._issues)),
            sent_to=traffic.sent_to,
            blocked=frozenset(refused & traffic.served),
            appeared=frozenset(traffic.served - refused),
            accepted=accepted,
            picture=picture,
        )

    async def _wait_until_idle(self, calm: float = _IDLE) -> bool:
        """Wait for the readiness condition; false when the page's own time is over."""
        traffic, last = self._router.traffic, time.monotonic()
        asked_at = last
        while self._used < self._seconds and not self._source.stopped:
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
                await self._world.evaluate("1")
                if not traffic.pending and time.monotonic() - traffic.changed >= calm:
                    return True
            elif now - asked_at >= 1.0:
                asked_at = now
                await self._world.evaluate("1")
                last = time.monotonic()
        return False

    async def _scroll_through(self) -> bool:
        """Scroll to the end and back, screen by screen, so that what loads when seen is loaded."""
        moved = False
        for screen in range(1, _MAX_SCREENS + 1):
            if not await self._world.evaluate(_SCROLL % (screen * HEIGHT)):
                break
            moved = True
            if not await self._wait_until_idle(_SHORT_IDLE):
                return False
        if not moved:
            return True
        await self._world.evaluate(_SCROLL % 0)
        return await self._wait_until_idle(_SHORT_IDLE)

    async def _read_document(self) -> Capture | None:
        """The capture with the rendered document for its body, or None when it is too large."""
        marks = ", ".join(json.dumps(mark) for mark in (UNSEEN, RENDERED, BACKGROUND))
        arguments = f"{marks}, {_MAX_NODES}"
        snapshot = await self._world.evaluate(
            f"{load_script('snapshot_dom.js')}({arguments})", ANSWERS_WITHIN * 2
        )
        text = str((snapshot or {}).get("html") or "")
        body = text.encode("utf-8", "replace")
        if not body or len(body) > _MAX_BYTES:
            return None
        url = without_fragment(str(snapshot.get("url") or self._capture.final_url))
        document = replace(self._router.document, url=self._capture.url)
        return rendered_capture(document, url, body)

    async def _check_memory(self) -> None:
        """Note a page whose scripts hold far more memory than a page needs."""
        with suppress(BrowserError, TimeoutError):
            used = await asyncio.wait_for(self._cdp.send("Runtime.getHeapUsage"), ANSWERS_WITHIN)
            held = used.get("usedSize", 0) + used.get("backingStorageSize", 0)
            if held > _MAX_HEAP:
                self._issues.add("too_much_memory")

    async def _accept_cookies(self) -> str:
        """Click the button that accepts cookies, in any frame: ``yes``, ``likely`` or empty.

        ``likely`` means that the main button of an unknown notice was clicked.
        """
        for frame in self._page.frames:
            if await self._click(frame, accept_selectors(frame.url)):
                return "yes"
        for frame in self._page.frames:
            if is_consent_page(frame.url) and await self._click(frame, LIKELY):
                return "likely"
        return ""

    async def _click(self, frame: Frame, selectors: tuple[str, ...]) -> bool:
        """Click the first visible element of these selectors; true when there was one."""
        for selector in selectors:
            button = frame.locator(selector).first
            with suppress(BrowserError):
                if await button.is_visible():
                    await button.click(timeout=_CLICK * 1000)
                    self._used = min(self._used, self._seconds / 2)
                    self._router.traffic.changed = time.monotonic()
                    return True
        return False

    async def _kill(self) -> None:
        """End the process of a page that hangs; other pages are not affected.

        The command works even while a script never ends, but it gets no answer.
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
            self._issues.add("dialogs")
        with suppress(BrowserError):
            await dialog.dismiss()

    async def _pop_up(self, other: Page) -> None:
        if other != self._page:
            self._router.traffic.windows += 1
            with suppress(BrowserError):
                await other.close()
