"""The pages of one audit in a browser that has no network of its own.

Everything that a page asks for comes through the fetch layer. What is not routed to it fails, so
guard, politeness, evidence and replay hold for the browser as well.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from playwright.async_api import Browser
from playwright.async_api import Error as BrowserError

from crawlers.browser.base import DOCUMENT_ONLY, RenderRequest, RenderResult
from crawlers.browser.launcher import NoBrowserError
from crawlers.browser.page_session import PageSession
from crawlers.browser.pool import BrowserPool
from crawlers.http.protocols import CaptureSource, Visitor
from crawlers.model.capture import Capture

_LOG = logging.getLogger(__name__)
_SECONDS = 30.0  # a page's own time
_LONGEST = 180.0  # seconds of one page, with its waiting for the fetch layer


class BrowserRenderer:
    """Renders the pages of one audit, each in a new anonymous context of a shared browser.

    ``source`` answers everything that pages ask for. ``warnings`` are codes: ``no_renderer`` when
    no browser could be started, ``no_sandbox`` when it runs without one.
    """

    def __init__(self, source: CaptureSource, pool: BrowserPool, visitor: Visitor) -> None:
        self._source = source
        self._pool = pool
        self._visitor = visitor
        self._used = False

    @property
    def warnings(self) -> list[str]:
        """The warnings about the browser of this audit; none when it needed no browser."""
        if not self._used:
            return []
        lacks = {"no_renderer": self._pool.missing, "no_sandbox": not self._pool.sandboxed}
        return [code for code, true in lacks.items() if true]

    async def render(
        self, capture: Capture, request: RenderRequest = DOCUMENT_ONLY
    ) -> RenderResult | None:
        """The page of a capture with its scripts run; None where no browser can be used.

        When the browser dies, it is started again and the page is tried once more.
        """
        async with self._pool.pages:
            for _ in range(2):
                if self._source.stopped:
                    return None
                self._used = True
                try:
                    browser = await self._pool.running_browser()
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

    async def _open_page(
        self, browser: Browser, capture: Capture, request: RenderRequest
    ) -> RenderResult:
        async with self._pool.context(browser, self._visitor) as context:
            session = PageSession(
                context, self._source, capture, request, seconds=_SECONDS, longest=_LONGEST
            )
            ended = self._pool.watchdog.ended
            rendered = await session.open()
            if not browser.is_connected():
                raise BrowserError("the browser ended under the page")
            if session.crashed and self._pool.watchdog.ended > ended:
                return replace(rendered, issues=("too_much_memory",))
            return rendered
