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

from crawlers.model import Capture
from crawlers.network import memory
from crawlers.network.fetch import Fetcher
from crawlers.network.launching import Launcher, NoBrowserError
from crawlers.network.tab import HEIGHT, WIDTH, Tab
from crawlers.rendering import READ, Rendered, Wish

_LOG = logging.getLogger(__name__)
_SECONDS = 30.0  # a page's own time
_LONGEST = 180.0  # seconds of one page, with its waiting for the fetch layer
_CLOSING = 15.0  # seconds; closing a page that took much memory is slow


class Chromium:
    """One Chromium for a run; use as a context manager. A fresh anonymous context a page.

    ``chosen`` is the browser of the settings, ``otherwise`` one of the system, used after
    Playwright's own. ``tabs`` is the number of pages open at once (by cores and memory when 0).
    ``warnings`` are codes: ``no_renderer`` when none can be started, ``no_sandbox`` when it runs
    without one.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        *,
        chosen: str,
        otherwise: str,
        language: str,
        agent: str,
        tabs: int = 0,
    ) -> None:
        self.warnings: list[str] = []
        self._fetcher = fetcher
        self._launcher = Launcher(chosen=chosen, otherwise=otherwise)
        self._language = language
        self._agent = agent
        self._tabs = asyncio.Semaphore(tabs or memory.tabs_here())
        self._starting = asyncio.Lock()
        self._browser: Browser | None = None
        self._open: Counter[Browser] = Counter()
        self._guard = memory.Guard()
        self._watch: asyncio.Task[None] | None = None
        self._missing = False

    async def __aenter__(self) -> Chromium:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Ends the browser; nothing of it stays behind."""
        if self._watch is not None:
            self._watch.cancel()
        await self._end_browser()
        await self._launcher.stop()

    async def render(self, capture: Capture, wish: Wish = READ) -> Rendered | None:
        """The page of a capture with its scripts run; None where no browser can be used.

        A browser that dies under a page is started again, and the page tried once more.
        """
        async with self._tabs:
            for _ in range(2):
                if self._fetcher.stopped:
                    return None
                try:
                    browser = await self._running()
                except NoBrowserError:
                    return None
                try:
                    return await self._opened(browser, capture, wish)
                except (TimeoutError, BrowserError, OSError) as error:
                    _LOG.info("the browser could not open %s: %s", capture.final_url, error)
                    if browser.is_connected():
                        break
                except Exception:  # the guard of one page: a fault of ours costs that page only
                    _LOG.exception("a page could not be rendered: %s", capture.final_url)
                    break
        return Rendered(capture=None, whole=False, trouble=("crashed",))

    async def _running(self) -> Browser:
        """The browser, started when there is none; raises ``NoBrowserError``."""
        async with self._starting:
            if self._missing:
                raise NoBrowserError("no browser can be started")
            if self._browser is None or not self._browser.is_connected():
                self._browser = await self._started()
            return self._browser

    async def _started(self) -> Browser:
        try:
            browser = await self._launcher.start()
        except NoBrowserError:
            self._missing = True
            self.warnings.append("no_renderer")
            raise
        if self._watch is None:
            self._watch = asyncio.ensure_future(self._guard.watch())
        if not self._launcher.sandboxed and "no_sandbox" not in self.warnings:
            self.warnings.append("no_sandbox")
        return browser

    async def _end_browser(self) -> None:
        browser, self._browser = self._browser, None
        if browser is not None:
            await self._ended(browser)

    async def _opened(self, browser: Browser, capture: Capture, wish: Wish) -> Rendered:
        self._open[browser] += 1
        try:
            context = await self._context(browser)
        except BaseException:
            self._open[browser] -= 1
            raise
        tab = Tab(context, self._fetcher, capture, wish, seconds=_SECONDS, longest=_LONGEST)
        ended = self._guard.ended
        try:
            rendered = await tab.open()
            if not browser.is_connected():
                raise BrowserError("the browser ended under the page")
            if tab.crashed and self._guard.ended > ended:
                return replace(rendered, trouble=("too_much_memory",))
            return rendered
        finally:
            await self._closed(browser, context)

    async def _context(self, browser: Browser) -> BrowserContext:
        """A fresh anonymous visitor."""
        return await browser.new_context(
            user_agent=self._agent,
            locale=self._language,
            viewport={"width": WIDTH, "height": HEIGHT},
            service_workers="block",
            accept_downloads=False,
        )

    async def _closed(self, browser: Browser, context: BrowserContext) -> None:
        """Closes a context; a browser that cannot do that any more gets no further page."""
        try:
            await asyncio.wait_for(context.close(), _CLOSING)
        except TimeoutError:
            _LOG.info("a page could not be closed; a fresh browser goes on")
            if self._browser is browser:
                self._browser = None
        except BrowserError:
            _LOG.info("the browser had ended before its page")
        finally:
            self._open[browser] -= 1
        if self._browser is not browser and not self._open[browser]:
            await self._ended(browser)

    async def _ended(self, browser: Browser) -> None:
        """Ends a browser; one that does not end when asked to is killed."""
        try:
            await asyncio.wait_for(browser.close(), _CLOSING)
        except (TimeoutError, BrowserError):
            _LOG.info("the browser did not end when asked to")
        memory.end_marked(self._launcher.marks.pop(browser, ""))
