"""A browser without a network of its own: everything it asks for comes through the fetch layer.

What is not routed to the fetcher fails, so guard, politeness, evidence and replay hold for it as
well. It starts when the first page needs it.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import replace

from playwright.async_api import Browser, BrowserContext
from playwright.async_api import Error as BrowserError

from crawlers.browser.base import DOCUMENT_ONLY, RenderRequest, RenderResult
from crawlers.browser.launcher import Launcher, NoBrowserError
from crawlers.browser.memory_watchdog import MemoryWatchdog, end_marked, max_pages_here
from crawlers.browser.page_screenshot import HEIGHT, WIDTH
from crawlers.browser.page_session import PageSession
from crawlers.http.protocols import CaptureSource, Visitor
from crawlers.model import Capture

_LOG = logging.getLogger(__name__)
_SECONDS = 30.0  # a page's own time
_LONGEST = 180.0  # seconds of one page, with its waiting for the fetch layer
_CLOSING = 15.0  # seconds; closing a page that took much memory is slow


class BrowserPool:
    """One browser for a run; use as a context manager. Each page gets a new anonymous context.

    ``source`` answers everything that pages ask for. ``named`` is the browser of the settings;
    ``pages`` is the number of pages open at once (by cores and memory when 0). ``warnings`` are
    codes: ``no_renderer`` when no browser can be started, ``no_sandbox`` when it runs without one.
    """

    def __init__(
        self, source: CaptureSource, visitor: Visitor, *, named: str = "", pages: int = 0
    ) -> None:
        self.warnings: list[str] = []
        self._source = source
        self._visitor = visitor
        self._launcher = Launcher(named)
        self._pages = asyncio.Semaphore(pages or max_pages_here())
        self._starting = asyncio.Lock()
        self._browser: Browser | None = None
        self._open_pages: Counter[Browser] = Counter()
        self._watchdog = MemoryWatchdog()
        self._watch: asyncio.Task[None] | None = None
        self._missing = False

    async def __aenter__(self) -> BrowserPool:
        return self

    async def __aexit__(self, *_: object) -> None:
        """End the browser; nothing of it stays behind."""
        if self._watch is not None:
            self._watch.cancel()
        await self._end_browser()
        await self._launcher.stop()

    async def render(
        self, capture: Capture, request: RenderRequest = DOCUMENT_ONLY
    ) -> RenderResult | None:
        """The page of a capture with its scripts run; None where no browser can be used.

        A browser that dies under a page is started again, and the page tried once more.
        """
        async with self._pages:
            for _ in range(2):
                if self._source.stopped:
                    return None
                try:
                    browser = await self._running_browser()
                except NoBrowserError:
                    return None
                try:
                    return await self._open_page(browser, capture, request)
                except (TimeoutError, BrowserError, OSError) as error:
                    _LOG.info("the browser could not open %s: %s", capture.final_url, error)
                    if browser.is_connected():
                        break
                except Exception:  # a fault of ours costs this page only
                    _LOG.exception("a page could not be rendered: %s", capture.final_url)
                    break
        return RenderResult(capture=None, complete=False, issues=("crashed",))

    async def _running_browser(self) -> Browser:
        """The browser, started when there is none; raises ``NoBrowserError``."""
        async with self._starting:
            if self._missing:
                raise NoBrowserError("no browser can be started")
            if self._browser is None or not self._browser.is_connected():
                self._browser = await self._start()
            return self._browser

    async def _start(self) -> Browser:
        try:
            browser = await self._launcher.start()
        except NoBrowserError:
            self._missing = True
            self.warnings.append("no_renderer")
            raise
        if self._watch is None:
            self._watch = asyncio.ensure_future(self._watchdog.watch())
        if not self._launcher.sandboxed and "no_sandbox" not in self.warnings:
            self.warnings.append("no_sandbox")
        return browser

    async def _end_browser(self) -> None:
        browser, self._browser = self._browser, None
        if browser is not None:
            await self._end(browser)

    async def _open_page(
        self, browser: Browser, capture: Capture, request: RenderRequest
    ) -> RenderResult:
        self._open_pages[browser] += 1
        try:
            context = await self._new_context(browser)
        except BaseException:
            self._open_pages[browser] -= 1
            raise
        session = PageSession(
            context, self._source, capture, request, seconds=_SECONDS, longest=_LONGEST
        )
        ended = self._watchdog.ended
        try:
            rendered = await session.open()
            if not browser.is_connected():
                raise BrowserError("the browser ended under the page")
            if session.crashed and self._watchdog.ended > ended:
                return replace(rendered, issues=("too_much_memory",))
            return rendered
        finally:
            await self._close_context(browser, context)

    async def _new_context(self, browser: Browser) -> BrowserContext:
        """A fresh anonymous visitor."""
        return await browser.new_context(
            user_agent=self._visitor.user_agent,
            locale=self._visitor.language,
            viewport={"width": WIDTH, "height": HEIGHT},
            service_workers="block",
            accept_downloads=False,
        )

    async def _close_context(self, browser: Browser, context: BrowserContext) -> None:
        """Close a context; a browser that cannot do that any more gets no further page."""
        try:
            await asyncio.wait_for(context.close(), _CLOSING)
        except TimeoutError:
            _LOG.info("a page could not be closed; the next one gets a new browser")
            if self._browser is browser:
                self._browser = None
        except BrowserError:
            _LOG.info("the browser had ended before its page")
        finally:
            self._open_pages[browser] -= 1
        if self._browser is not browser and not self._open_pages[browser]:
            await self._end(browser)

    async def _end(self, browser: Browser) -> None:
        """End a browser; one that does not end when asked to is killed."""
        try:
            await asyncio.wait_for(browser.close(), _CLOSING)
        except (TimeoutError, BrowserError):
            _LOG.info("the browser did not end when asked to")
        end_marked(self._launcher.marks.pop(browser, ""))
