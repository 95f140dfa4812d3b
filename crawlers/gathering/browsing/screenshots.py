"""The screenshots of one audit: those of pages that were open already, and the missing ones."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from crawlers.gathering.browsing.rendered_pages import RenderedPages
from crawlers.gathering.browsing.screenshot_store import ScreenshotStore
from crawlers.http.fetcher import Fetcher
from crawlers.model.inventory import Inventory, Screenshot
from crawlers.model.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedScreenshots:
    """The screenshots of an audit, in the order of their files.

    ``trouble`` gives by page address what scripts did on pages that were opened for their picture
    alone (codes, in alphabetical order).
    """

    screenshots: tuple[Screenshot, ...]
    trouble: Mapping[str, tuple[str, ...]]


async def capture_screenshots(
    fetcher: Fetcher,
    browser: RenderedPages,
    store: ScreenshotStore,
    inventory: Inventory,
    reasons: Mapping[str, str],
) -> CapturedScreenshots:
    """The screenshots of the chosen pages, and of every artefact that was opened in the browser.

    ``reasons`` gives by page address why the page is pictured. A page that was open already is not
    opened again; one that cannot be opened gets no picture.
    """
    pages = [page for page in inventory.pages if page.url in reasons]
    trouble = await asyncio.gather(*(_open_page(fetcher, browser, store, page) for page in pages))
    opened = (artefact.id for artefact in inventory.artefacts if artefact.rendered_because)
    chosen = dict.fromkeys(opened, "opened")
    chosen |= {page.url: reasons[page.url] for page in pages}
    for subject, reason in chosen.items():
        if store.has(subject):
            await asyncio.to_thread(store.keep, subject, reason)
    return CapturedScreenshots(
        screenshots=store.publish(),
        trouble={page.url: codes for page, codes in zip(pages, trouble, strict=True) if codes},
    )


async def _open_page(
    fetcher: Fetcher, browser: RenderedPages, store: ScreenshotStore, page: Page
) -> tuple[str, ...]:
    """What a page's scripts do while it is opened for its picture alone (codes)."""
    url = page.visibility.final_url
    if url is None or store.has(page.url):
        return ()
    capture = await fetcher.get(url)
    if capture.failure is not None or not capture.is_html or not capture.body:
        return ()
    rendered = await browser.open(capture, subject=page.url)
    return () if rendered is None or page.rendered else rendered.issues
