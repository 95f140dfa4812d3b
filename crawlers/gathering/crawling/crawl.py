"""The crawl: the frontier says what comes next, the fetcher gives captures, the site reads them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from crawlers.gathering.browsing.witness import PageBrowser, figures
from crawlers.gathering.crawling.frontier import Frontier, Target
from crawlers.gathering.crawling.gaps import GapLog, has_too_many_things
from crawlers.gathering.crawling.lists import unread_lists
from crawlers.gathering.crawling.open_page import open_page, read_page
from crawlers.gathering.crawling.page_visit import PageVisit, is_cut
from crawlers.gathering.crawling.titles import SiteTitles, project_title
from crawlers.http.fetcher import Fetcher
from crawlers.model.inventory import GapReason, Witness
from crawlers.model.page import PageReading
from crawlers.platforms.base import Site
from crawlers.progress import Progress


@dataclass(slots=True, kw_only=True)
class CrawlResult:
    """The result of a crawl: visits in the order in which pages were found, and why it stopped.

    ``project_title`` is what the project calls itself (empty where no page says it), ``titles``
    knows which parts of titles are the site's.
    ``identities`` gives the page that each link of the project leads to; ``left_out`` counts the
    endless variants of an address that were not followed, by the shape of its path; ``gaps`` takes
    whatever was not followed or not read to its end. ``witness`` says what a browser was held
    against (None where nobody compared), ``surprising`` names the pages on which it showed more
    though their HTML did not say so. ``card`` is the project's public card where no page led to it.
    """

    visits: list[PageVisit] = field(default_factory=list)
    found_on: dict[str, tuple[str, ...]] = field(default_factory=dict)
    not_reached: list[str] = field(default_factory=list)
    identities: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    project_title: str = ""
    titles: SiteTitles = field(default_factory=lambda: SiteTitles(()))
    gaps: GapLog = field(default_factory=GapLog)
    stopped_because: str | None = None
    witness: Witness | None = None
    card: PageReading | None = None
    surprising: tuple[str, ...] = ()

    def link_text(self, page: str, *, on: str = "") -> str:
        """The text of the first link to a page: on one page, or on any that was read."""
        pages = {on} if on else set(self.found_on.get(page, ()))
        readings = (visit.reading for visit in self.visits if visit.page in pages)
        links = (link for reading in readings if reading is not None for link in reading.outlinks)
        texts = (link.text for link in links if self.identities.get(link.url) == page)
        return next((text for text in texts if text), "")


async def crawl(
    fetcher: Fetcher,
    site: Site,
    *,
    max_pages: int,
    progress: Progress,
    browser: PageBrowser | None = None,
    on_visit: Callable[[PageVisit], None] = lambda _: None,
) -> CrawlResult:
    """Open every page of a project that links lead to, within the limit.

    ``browser`` opens the pages whose HTML does not hold what they show, and when no page is left it
    looks at a sample of the others; pages that it finds are crawled too. ``on_visit`` is called
    with each visit in the order of finding, as soon as all earlier visits are complete, and again
    where the browser changed it.

    A run that is stopped meanwhile goes on to its end, since every further request comes back
    at once as ``not_reached``.
    """
    frontier = Frontier(site, max_pages)
    frontier.start()
    result = CrawlResult(gaps=frontier.gaps)
    depths: dict[str, int] = {}

    def take(visit: PageVisit) -> None:
        on_visit(visit)
        _report_cuts(frontier.gaps, visit)
        if visit.reading is not None:
            frontier.offer_all(visit.reading.outlinks, visit.page, depths[visit.page])

    while wave := frontier.next_wave():
        depths |= {target.page: target.depth for target in wave}
        pending = [
            asyncio.ensure_future(_visit(fetcher, site, target, progress, browser))
            for target in wave
        ]
        try:
            for target, task in zip(wave, pending, strict=True):
                visit = await task
                if frontier.is_other_page(target, visit.led_to(site)):
                    continue
                result.visits.append(visit)
                depths[visit.page] = target.depth
                take(visit)
        finally:
            for task in pending:
                task.cancel()
        if not frontier.waiting or frontier.full:
            await _review(browser, result.visits, take)
        progress.pages_found = len(frontier.found_on)
        progress.changed()
    result.witness, result.surprising = figures(result.visits)
    result.not_reached = [target.page for target in frontier.waiting]
    result.stopped_because = "page_limit" if frontier.over_limit else None
    result.card = await _card(fetcher, site, frontier)
    _name_project(result)
    result.left_out = dict(frontier.left_out)
    result.identities = frontier.identities
    for page in unread_lists(site, result.visits, result.identities):
        frontier.gaps.report(GapReason.LIST_NOT_READ, page)
    result.found_on = {page: tuple(sorted(on)) for page, on in frontier.found_on.items()}
    return result


def _name_project(result: CrawlResult) -> None:
    """Note which parts of titles are the site's, and what the project calls itself."""
    result.titles = SiteTitles(visit.reading for visit in result.visits)
    result.project_title = project_title(result.titles, result.visits)
    if not result.project_title and result.card is not None:
        result.project_title = result.card.project_title


async def _card(fetcher: Fetcher, site: Site, frontier: Frontier) -> PageReading | None:
    """The project's public card; None where it was crawled anyway, or does not open.

    It is no page of the list, since nobody who walks through the project comes to it.
    """
    page = site.identity(site.card) if site.card else None
    if page is None or page in frontier.found_on:
        return None
    capture = await fetcher.get(site.card)
    if capture.failure is not None or not capture.ok:
        return None
    visit = await read_page(site, page, capture, follow=False)
    return visit.reading if visit.visibility.visible else None


def _report_cuts(gaps: GapLog, visit: PageVisit) -> None:
    """Note a page whose body, or whose things, were not read to their end."""
    if is_cut(visit):
        gaps.report(GapReason.CUT_BODY, visit.page)
    if visit.reading is not None and has_too_many_things(visit.reading):
        gaps.report(GapReason.TOO_COSTLY, visit.page)


async def _review(
    browser: PageBrowser | None, visits: list[PageVisit], take: Callable[[PageVisit], None]
) -> None:
    """Put in the visits that the browser's look at a sample has changed, and take each."""
    changed = {} if browser is None else await browser.review(visits)
    for place, visit in changed.items():
        visits[place] = visit
        take(visit)


async def _visit(
    fetcher: Fetcher,
    site: Site,
    target: Target,
    progress: Progress,
    browser: PageBrowser | None,
) -> PageVisit:
    """Open and read one page, also in a browser where its HTML cannot tell."""
    visit = await open_page(fetcher, site, target)
    if browser is not None:
        visit = await browser.open_where_needed(visit)
    progress.pages_read += 1
    progress.changed()
    return visit
