"""Titles across a project: what stands in most ``<title>`` elements is the site's; pure.

Where a page has no heading, ``<title>`` is all that names it, and sites write it in any order:
"Results | Our project", "Our project | Results", "Our school :: Our project :: Results".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from crawlers.gathering.crawling.page_visit import PageVisit
from crawlers.model.page import PageReading, Section

_SEPARATOR = re.compile(r"((?<!\s)\s+(?:[|–—·•»«›‹:~/-]|::)\s+)")


class SiteTitles:
    """The parts of titles that are the site's: those in more than half of its different titles."""

    def __init__(self, readings: Iterable[PageReading | None]) -> None:
        titles = {reading.document_title for reading in readings if reading is not None}
        counts: Counter[str] = Counter()
        for title in titles:
            counts.update({_key(part) for part in _SEPARATOR.split(title)[::2]})
        self._common = {
            part for part, count in counts.items() if part and count > 1 and count * 2 > len(titles)
        }

    def own_part(self, title: str) -> str:
        """The title without the site's parts at its ends, or empty where nothing else is there."""
        pieces = _SEPARATOR.split(title)
        own = [place for place in range(0, len(pieces), 2) if self._is_own(pieces[place])]
        return "".join(pieces[own[0] : own[-1] + 1]).strip() if own else ""

    def site_part(self, title: str) -> str:
        """The site's parts of a title as they stand there, or empty."""
        pieces = _SEPARATOR.split(title)
        parts = [place for place in range(0, len(pieces), 2) if _key(pieces[place]) in self._common]
        return "".join(pieces[parts[0] : parts[-1] + 1]).strip() if parts else ""

    def _is_own(self, part: str) -> bool:
        return bool(part.strip()) and _key(part) not in self._common


def page_title(titles: SiteTitles, reading: PageReading) -> str:
    """The title of a page: its heading, else its own part of ``<title>``."""
    if reading.section in (Section.HOME, Section.PROFILE) or not _is_by_document(reading):
        return reading.title
    own = titles.own_part(reading.document_title)
    return own if own and own != reading.document_title else reading.title


def project_title(titles: SiteTitles, visits: Sequence[PageVisit]) -> str:
    """What the project calls itself; empty where no page says it.

    A home page that only says "Start" is named after what its ``<title>`` shares with the others.
    """
    readings = [visit.reading for visit in visits if visit.reading is not None]
    home = next((reading for reading in readings if reading.project_title), None)
    if home is None:
        return ""
    own = titles.own_part(home.document_title)
    if _is_by_document(home) and own and _key(home.project_title) in _key(own):
        return titles.site_part(home.document_title) or home.project_title
    return home.project_title


def _is_by_document(reading: PageReading) -> bool:
    """True where the title was taken from ``<title>``, since no heading gives one."""
    headings = {_key(heading) for heading in reading.headings}
    return (
        _key(reading.title) in _key(reading.document_title) and _key(reading.title) not in headings
    )


def _key(part: str) -> str:
    return " ".join(part.casefold().split())
