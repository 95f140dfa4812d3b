"""A browser that shows what it is told to show, and crawls of pages that are given as texts."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from crawlers.browser.base import DOCUMENT_ONLY, RenderPolicy, RenderRequest, RenderResult
from crawlers.gathering.browsing.rendered_pages import RenderedPages
from crawlers.gathering.browsing.witness import PageBrowser
from crawlers.gathering.crawling.crawl import CrawlResult, crawl
from crawlers.http.fetcher import Fetcher
from crawlers.model.capture import Capture
from crawlers.platforms import recognise
from crawlers.progress import Progress
from tests.unit.answers import capture


class Web:
    """A fetcher for which an address is one of these pages, else missing."""

    stopped = False

    def __init__(self, pages: dict[str, str]) -> None:
        self.pages = pages

    async def get(self, url: str, *, fresh: bool = False) -> Capture:
        status = 200 if url in self.pages else 404
        return capture(url, status=status, body=self.pages.get(url, "<h1>Not found</h1>"))


class BrowserDouble:
    """A browser that shows some pages otherwise than their HTML reads."""

    def __init__(self, shown: dict[str, str], *, complete: bool = True) -> None:
        self.shown, self.complete = shown, complete
        self.opened: list[str] = []

    async def render(
        self, capture: Capture, request: RenderRequest = DOCUMENT_ONLY
    ) -> RenderResult | None:
        self.opened.append(capture.final_url)
        body = self.shown.get(capture.final_url)
        shown = capture if body is None else replace(capture, body=body.encode())
        return RenderResult(capture=shown, complete=self.complete)


class NoBrowser:
    """A machine without a browser."""

    async def render(
        self, capture: Capture, request: RenderRequest = DOCUMENT_ONLY
    ) -> RenderResult | None:
        return None


async def crawled(
    home: str, pages: dict[str, str], browser: BrowserDouble | NoBrowser, mode: str = "auto"
) -> CrawlResult:
    fetcher, site = cast("Fetcher", Web(pages)), recognise(home)
    async with RenderedPages(RenderPolicy(renderer=browser, mode=mode)) as rendered:
        eyes = PageBrowser(fetcher, site, rendered)
        return await crawl(fetcher, site, max_pages=500, progress=Progress(), browser=eyes)
