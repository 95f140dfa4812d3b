"""The whole of gathering: from an address to the inventory of everything that a visitor meets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

from crawlers.gathering.addresses import PageAddresses, count_addresses, sort_addresses
from crawlers.gathering.artefacts import early_artefact
from crawlers.gathering.browsing.rendered_pages import RenderedPages
from crawlers.gathering.browsing.witness import PageBrowser
from crawlers.gathering.crawling.crawl import CrawlResult, crawl
from crawlers.gathering.crawling.page_visit import PageVisit
from crawlers.gathering.inventory import build_inventory, with_addresses
from crawlers.gathering.probing.links import check_links
from crawlers.gathering.probing.probe import Prober, resolve_short_urls
from crawlers.gathering.seed import resolve_seed
from crawlers.http.fetcher import Fetcher
from crawlers.model.artefact import Artefact, Candidate, Form
from crawlers.model.inventory import Inventory
from crawlers.model.link import LinkMode
from crawlers.model.verdict import Reason
from crawlers.platforms.base import Site
from crawlers.progress import Progress
from crawlers.providers.engine.registry import Rules
from crawlers.urls.parts import host_of


async def gather(
    fetcher: Fetcher,
    site: Site,
    *,
    max_pages: int,
    progress: Progress,
    browser: RenderedPages | None = None,
    rules: Rules | None = None,
    links: LinkMode = LinkMode.CHECK,
    stopped_because: Callable[[], str | None] = lambda: None,
) -> Inventory:
    """Crawl the project, find its artefacts and open each as an anonymous visitor.

    The probe of an artefact starts as soon as one sighting is enough to know it, while pages are
    still being read. ``rules`` about web tools are the shipped ones if none are given. A project
    that has moved is crawled where it is now. ``links`` says whether links that lead out of the
    project are opened too. ``stopped_because`` is asked at the end whether the run was ended early.
    """
    start_url = site.seed.url
    site = await resolve_seed(fetcher, site)
    deciding = browser if browser is not None and browser.policy.decides else None
    async with Prober(fetcher, progress, deciding, rules) as prober:

        def start_probes(visit: PageVisit) -> None:
            for candidate in visit.reading.seen if visit.reading is not None else ():
                artefact = early_artefact(site, candidate, rules)
                if artefact is not None:
                    prober.start(artefact)

        crawled = await crawl(
            fetcher,
            site,
            max_pages=max_pages,
            progress=progress,
            browser=None if browser is None else PageBrowser(fetcher, site, browser, rules),
            on_visit=start_probes,
        )
        pages = list(_addresses(crawled))
        short = {seen.url for page in pages for seen in page.seen}
        resolved = await resolve_short_urls(fetcher, short)
        blocked = {visit.page: visit.blocked for visit in crawled.visits if visit.blocked}
        found = sort_addresses(site, pages, resolved, rules, project_title=crawled.project_title)
        asked = found.links if links is LinkMode.CHECK else ()
        artefacts, checked = await asyncio.gather(
            prober.check_all(list(found.artefacts), blocked), check_links(fetcher, asked)
        )
    opens = await _does_home_open(fetcher, site, crawled, artefacts)
    listed = found.links if links is LinkMode.LIST else checked
    inventory = build_inventory(
        start_url,
        site,
        crawled,
        artefacts,
        links=listed,
        home_opens=opens,
        stopped_because=stopped_because(),
    )
    return with_addresses(inventory, count_addresses(found, inventory.artefacts))


def _addresses(crawled: CrawlResult) -> Iterator[PageAddresses]:
    """What stands on each page, and pages that turned out to be files."""
    for visit in crawled.visits:
        reading = visit.reading
        if reading is not None:
            yield PageAddresses(
                page=visit.page,
                seen=reading.seen,
                outlinks=reading.outlinks,
                furniture=reading.furniture,
            )
        elif visit.is_file or visit.onward:
            for page in crawled.found_on.get(visit.page, ()):
                label = crawled.link_text(visit.page, on=page)
                target = _file(visit, label) if visit.is_file else _led_out(visit)
                yield PageAddresses(page=page, seen=(target,))


def _file(visit: PageVisit, label: str) -> Candidate:
    """The file that a link led to, called as the link calls it.

    Its address is the one that was asked for: servers may tell the orders of parameters apart.
    """
    media_type = visit.capture.media_type or "file"
    asked = visit.capture.url
    return Candidate(
        url=asked if host_of(asked) == host_of(visit.page) else visit.page,
        raw_url=asked,
        form=Form.LINK,
        label=label,
        tag="a",
        media_type=media_type,
    )


def _led_out(visit: PageVisit) -> Candidate:
    """The address outside the project that a stub leads to, as a link of the pages that link it."""
    return Candidate(url=visit.onward, raw_url=visit.page, form=Form.LINK, tag="a")


async def _does_home_open(
    fetcher: Fetcher, site: Site, crawled: CrawlResult, artefacts: list[Artefact]
) -> bool:
    """True when the home page still opens; asked only after unexplained refusals."""
    verdicts = [visit.visibility for visit in crawled.visits]
    verdicts += [artefact.visibility for artefact in artefacts]
    if not any(verdict.reason is Reason.REFUSED_UNEXPLAINED for verdict in verdicts):
        return False
    if not crawled.visits or not crawled.visits[0].visibility.visible:
        return False
    control = await fetcher.get(site.address(site.home), fresh=True)
    return control.failure is None and control.ok
