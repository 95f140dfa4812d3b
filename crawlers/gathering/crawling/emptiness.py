"""Signs that a crawl that came to its end has missed the project; pure.

A project of one empty page, a home page that only points elsewhere, a file in place of a home page,
pages that are all alike: each may be true, and each is what a program sees where people see more.
Nobody may take such an audit for a complete one.
"""

from __future__ import annotations

from collections.abc import Sequence

from crawlers.gathering.crawling.page_visit import PageVisit
from crawlers.model.artefact import Artefact
from crawlers.model.inventory import Gap, GapReason
from crawlers.model.page import PageReading
from crawlers.model.verdict import Reason, State
from crawlers.platforms.base import Site

# Figures of our own (2026-11-30), below the smallest home pages of the recorded sites.
_STUB_WORDS = 12
_STUB_LINKS = 2
_FEW_WORDS = 5
_ALIKE = 3


def emptiness_gaps(
    site: Site, visits: Sequence[PageVisit], artefacts: Sequence[Artefact]
) -> tuple[Gap, ...]:
    """At most one gap: why what was met is too little to be believed."""
    if not visits:
        return ()
    reason = _home_reason(visits[0])
    alone = all(visit.visibility.undetermined for visit in visits[1:])
    if reason is None and alone and not artefacts:
        reason = _single_page_reason(site, visits[0])
    if reason is None and _alike(visits):
        reason = GapReason.PAGES_ALIKE
    if reason is None:
        return ()
    pages = len(visits) if reason is GapReason.PAGES_ALIKE else 1
    return (Gap(reason=reason, pages=pages, example=visits[0].page),)


def _home_reason(home: PageVisit) -> GapReason | None:
    """Why the home page is none, whatever else was met."""
    if home.is_file:
        return GapReason.HOME_IS_FILE
    if home.onward:
        return GapReason.STUB
    verdict = home.visibility
    unclear = verdict.undetermined and verdict.reason is not Reason.NEEDS_BROWSER
    if home.capture.ok and (unclear or verdict.state is State.REMOVED):
        return GapReason.HOME_UNCLEAR
    return None


def _single_page_reason(site: Site, home: PageVisit) -> GapReason | None:
    """Why a project of one page without any artefact is suspicious; None where it is not."""
    if home.visibility.undetermined:
        return GapReason.HOME_UNCLEAR if home.capture.ok else None
    reading = home.reading
    if reading is None:
        return None  # a wall: the visitor is told what he needs
    links = {link.url for link in reading.outlinks if site.identity(link.url) != home.page}
    if _is_stub(reading, links):
        return GapReason.STUB
    if not links and (home.bare or reading.words <= _FEW_WORDS):
        return GapReason.NOTHING_FOUND
    return None if links else GapReason.NO_WAY_ON


def _is_stub(reading: PageReading, links: set[str]) -> bool:
    """True for a page that only points its visitor elsewhere."""
    return reading.words <= _STUB_WORDS and 0 < len(links) <= _STUB_LINKS


def _alike(visits: Sequence[PageVisit]) -> bool:
    """True where all pages show the same, as doors before programs do."""
    readings = [visit.reading for visit in visits if visit.reading is not None]
    if len(readings) < _ALIKE or len(readings) < len(visits):
        return False
    return len({_content(reading) for reading in readings}) == 1


def _content(reading: PageReading) -> tuple[object, ...]:
    links = frozenset(link.url for link in reading.outlinks)
    seen = frozenset(candidate.raw_url for candidate in reading.seen)
    return (reading.title, reading.headings, reading.words, links, seen)
