"""The browser as witness: pages that it opens beside the reading of their HTML."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from crawlers.browser.base import RenderResult
from crawlers.detection.difference import Difference, compare
from crawlers.detection.hints import HintedPage, LookResult, choose_hinted, look_result
from crawlers.detection.witness import BuiltPage, choose_alike, choose_sample
from crawlers.gathering.artefacts import identify
from crawlers.gathering.browsing.rendered_pages import RenderedPages
from crawlers.gathering.crawling.open_page import read_page
from crawlers.gathering.crawling.page_visit import PageVisit, merge_rendered
from crawlers.gathering.crawling.script_redirect import final_capture
from crawlers.http.fetcher import Fetcher
from crawlers.model.artefact import Candidate
from crawlers.model.inventory import Witness
from crawlers.platforms.base import Site
from crawlers.providers.engine.registry import Rules
from crawlers.urls.parts import without_fragment

SAMPLE = "witness"
ALIKE = "witness_saw_more"


@dataclass(frozen=True, slots=True)
class PageBrowser:
    """The run's browser beside the reading of one site's pages.

    ``counted`` are the pages whose missed links were held against what other pages link.
    """

    fetcher: Fetcher
    site: Site
    browser: RenderedPages
    rules: Rules | None = None
    counted: set[str] = field(default_factory=set)

    async def open_where_needed(self, visit: PageVisit) -> PageVisit:
        """The visit as a browser shows the page, where its HTML cannot tell; else as it was.

        A page that shares its hints with others waits for ``review``, unless all are opened.
        """
        if visit.hints and self.browser.policy.mode != "always":
            return visit
        because = self.browser.policy.reason_to_render(visit.need) if visit.can_be_rendered else ""
        return await self._open(visit, because) if because else visit

    async def review(self, visits: Sequence[PageVisit]) -> dict[int, PageVisit]:
        """The visits that a look by the browser changed, by their place among ``visits``.

        Looks at a few pages of every group of hints, at a sample of the others, then at all pages
        that are built like one on which something was missed, until nothing is left to look at.
        """
        if not self.browser.policy.decides:
            return {}
        visits = list(visits)
        changed = self._count_links(visits)
        comparing = True
        while chosen := _next_looks(visits, comparing=comparing):
            looked = await asyncio.gather(
                *(self._open(visits[place], because) for place, because in chosen)
            )
            for (place, _), visit in zip(chosen, looked, strict=True):
                changed[place] = visits[place] = visit
            changed |= self._count_links(visits)
            if not any(visit.rendered_because for visit in looked):
                break  # there is no browser
            comparing = any(visit.difference is not None for visit in looked)
        return changed

    def _count_links(self, visits: list[PageVisit]) -> dict[int, PageVisit]:
        """The visits whose missed links are led to by other pages, which miss nothing by them.

        A menu that stands on every page is missed once, on the first of them.
        """
        new = [
            place
            for place, visit in enumerate(visits)
            if visit.difference is not None and visit.page not in self.counted
        ]
        known = self._known_links(visits)
        for place in new:
            difference = visits[place].difference
            if difference is None:
                continue
            visits[place] = replace(visits[place], difference=difference.beyond(known))
            known |= difference.links
        self.counted.update(visits[place].page for place in new)
        return {place: visits[place] for place in new}

    def _known_links(self, visits: Sequence[PageVisit]) -> set[str]:
        """The pages, and every address that links led to but for what is still to be counted."""
        known = {without_fragment(visit.page) for visit in visits}
        for visit in visits:
            reading = (
                visit.reading if visit.page in self.counted else visit.by_html or visit.reading
            )
            if reading is not None:
                known |= {without_fragment(link.url) for link in reading.outlinks}
        return known

    async def _open(self, visit: PageVisit, because: str) -> PageVisit:
        """The visit with what the browser shows; as it was where that is no more."""
        rendered = await self.browser.open(
            visit.capture, subject=visit.page, cookies=visit.needs_cookies
        )
        if rendered is None:
            return merge_rendered(visit, None, complete=False)
        capture = await final_capture(
            self.fetcher,
            visit.capture,
            rendered,
            opens=lambda url: self.site.identity(url) is not None,
        )
        shown = None if capture is None else await read_page(self.site, visit.page, capture)
        difference = self._difference(visit, shown, rendered)
        if shown is not None and rendered.sent_to and shown.visibility.undetermined:
            # The target of a script redirect is no verdict. The page's own content is still read.
            shown = replace(shown, reading=visit.reading)
        complete = rendered.complete or bool(rendered.sent_to)
        alone = because in (SAMPLE, ALIKE) and not visit.hints
        kept = alone and not _says_more(visit, shown, difference)
        return replace(
            visit if kept else merge_rendered(visit, shown, complete=complete),
            rendered_because=because,
            trouble=rendered.issues,
            blocked=rendered.blocked,
            build=visit.build,
            hints=visit.hints,
            difference=difference,
            by_html=visit.reading,
        )

    def _difference(
        self, visit: PageVisit, shown: PageVisit | None, rendered: RenderResult
    ) -> Difference | None:
        if rendered.sent_to:
            return Difference(sent_on=True)
        if visit.reading is None or shown is None or shown.reading is None:
            return None
        difference = compare(visit.reading, shown.reading, identity=self._identity)
        unshown = difference.unshown | rendered.blocked
        return replace(difference, unshown=unshown, complete=rendered.complete)

    def _identity(self, seen: Candidate) -> str:
        thing = identify(self.site, seen, self.rules)
        return thing.id if thing is not None else ""


def _readable(visit: PageVisit) -> bool:
    capture = visit.capture
    return capture.ok and capture.is_html and capture.failure is None


def _says_more(visit: PageVisit, shown: PageVisit | None, difference: Difference | None) -> bool:
    """True where what the browser showed is to count; a wall put up by a script is not.

    An embed that the browser does not show counts as well.
    """
    if difference is None or not (difference.more or difference.unshown):
        return False
    return difference.sent_on or not visit.visibility.visible or _visible(shown)


def _visible(shown: PageVisit | None) -> bool:
    return shown is not None and shown.visibility.visible


def _next_looks(visits: Sequence[PageVisit], *, comparing: bool) -> list[tuple[int, str]]:
    """The places of the visits to look at next, each with the reason.

    Hints come first, since the pages that are opened for them count for the sample too. Without
    ``comparing`` only hints are looked at.
    """
    hinted = set(choose_hinted(list(_hinted(visits))))
    if hinted or not comparing:
        return [(place, v.need) for place, v in enumerate(visits) if v.page in hinted]
    places = {visit.page: place for place, visit in enumerate(visits)}
    built = list(_built(visits))
    alike = dict.fromkeys(choose_alike(built), ALIKE)
    chosen = dict.fromkeys(choose_sample(built), SAMPLE) | alike
    return sorted((places[page], because) for page, because in chosen.items())


def _hinted(visits: Sequence[PageVisit]) -> Iterator[HintedPage]:
    """The pages with hints, each with what a look at it said."""
    for visit in visits:
        if visit.hints and _readable(visit):
            looked = bool(visit.rendered_because)
            result = look_result(visit.difference) if looked else LookResult.NONE
            yield HintedPage(visit.page, visit.hints, result)


def _built(visits: Sequence[PageVisit]) -> Iterator[BuiltPage]:
    """The pages that can be compared, each with what was missed there."""
    for visit in visits:
        if visit.build is None or not _readable(visit):
            continue
        if visit.difference is None and (visit.rendered_because or visit.reading is None):
            continue  # nobody could compare
        expected = visit.rendered_because != SAMPLE
        yield BuiltPage(visit.page, visit.build, visit.difference, expected=expected)


def figures(visits: Sequence[PageVisit]) -> tuple[Witness | None, tuple[str, ...]]:
    """What the browser was held against, and the pages on which it unexpectedly saw more.

    The figures are None where nobody compared.
    """
    pages = [page for page in _built(visits) if page.difference is not None]
    if not pages:
        return None, ()
    differences = [page.difference for page in pages if page.difference is not None]
    witness = Witness(
        pages=len(pages),
        artefacts_missed=len(set().union(*(one.artefacts for one in differences))),
        links_missed=len(set().union(*(one.links for one in differences))),
    )
    surprising = (page.url for page in pages if page.missed and not page.expected)
    return witness, tuple(surprising)
