"""One browser for many audits: started when the first page needs it, shared, ended at the end."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

from playwright.async_api import Browser, BrowserContext
from playwright.async_api import Error as BrowserError

from crawlers.browser.launcher import Launcher, NoBrowserError
from crawlers.browser.memory_watchdog import MemoryWatchdog, end_marked_processes, max_pages_here
from crawlers.browser.page_screenshot import HEIGHT, WIDTH
from crawlers.http.protocols import Visitor

_LOG = logging.getLogger(__name__)
_CLOSING = 15.0  # seconds; closing a page that took much memory is slow


class BrowserPool:
    """A browser and the pages that may be open in it at once; use as a context manager.

    ``named`` is the browser of the settings. ``pages`` is the number of pages open at once over all
    audits (by cores and memory when 0). A browser that dies is replaced by a new one. ``missing``
    is true once no browser could be started, ``sandboxed`` false once one runs without its sandbox.
    """

    def __init__(self, *, named: str = "", pages: int = 0) -> None:
        self.missing = False
        self.sandboxed = True
        self.pages = asyncio.Semaphore(pages or max_pages_here())
        self.watchdog = MemoryWatchdog()
        self._launcher = Launcher(named)
        self._starting = asyncio.Lock()
        self._browser: Browser | None = None
        self._open_pages: Counter[Browser] = Counter()
        self._watch: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """End the browser and all its processes."""
        if self._watch is not None:
            self._watch.cancel()
        browser, self._browser = self._browser, None
        if browser is not None:
            await self._end(browser)
        await self._launcher.stop()

    async def running_browser(self) -> Browser:
        """The browser, started when there is none; raises ``NoBrowserError``."""
        async with self._starting:
            if self.missing:
                raise NoBrowserError("no browser can be started")
            if self._browser is None or not self._browser.is_connected():
                self._browser = await self._start()
            return self._browser

    async def _start(self) -> Browser:
        try:
            browser = await self._launcher.start()
        except NoBrowserError:
            self.missing = True
            raise
        if self._watch is None:
            self._watch = asyncio.ensure_future(self.watchdog.watch())
        self.sandboxed = self.sandboxed and self._launcher.sandboxed
        return browser

    @asynccontextmanager
    async def context(self, browser: Browser, visitor: Visitor) -> AsyncIterator[BrowserContext]:
        """A new anonymous visitor, whose context is closed at the end of the block."""
        self._open_pages[browser] += 1
        try:
            context = await browser.new_context(
                user_agent=visitor.user_agent,
                locale=visitor.language,
                viewport={"width": WIDTH, "height": HEIGHT},
                service_workers="block",
                accept_downloads=False,
            )
        except BaseException:
            self._open_pages[browser] -= 1
            raise
        try:
            yield context
        finally:
            await self._close_context(browser, context)

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
        end_marked_processes(self._launcher.marks.pop(browser, ""))
