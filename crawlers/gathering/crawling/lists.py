"""Lists that were not read to their end, by what their pages show; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crawlers.gathering.crawling.page_visit import PageVisit
from crawlers.model.page import PageReading
from crawlers.platforms.base import Site

_FRAME = frozenset({"nav", "header", "footer"})


def unread_lists(
    site: Site, visits: Sequence[PageVisit], identities: Mapping[str, str]
) -> Iterator[str]:
    """The pages whose "next" leads to nothing new: the same page, or the same list once more.

    A "next" that leads to a page without any of the list is its end.
    """
    readings = {visit.page: visit.reading for visit in visits if visit.reading is not None}
    for page, reading in readings.items():
        for url in reading.next_pages:
            target = identities.get(url) or site.identity(url)
            shown = readings.get(target) if target is not None else None
            if target == page and "?" in page and not _lists_something(site, reading):
                continue  # beyond the end of the list
            if target == page or (
                shown is not None and _items(site, shown) == _items(site, reading)
            ):
                yield page
                break


def _items(site: Site, reading: PageReading) -> tuple[object, ...]:
    """What a page lists; its text where it lists nothing that could be opened."""
    pages, seen = _listed(site, reading)
    return (pages, seen) if pages or seen else (reading.headings, reading.words)


def _lists_something(site: Site, reading: PageReading) -> bool:
    return any(_listed(site, reading))


def _listed(site: Site, reading: PageReading) -> tuple[frozenset[str], frozenset[str]]:
    """The links of a page into the project, pagers left out, and its things."""
    pages = {
        site.identity(link.url)
        for link in reading.outlinks
        if link.region not in _FRAME and link.url not in reading.next_pages
    }
    own = frozenset(page for page in pages if page is not None and "?" not in page)
    seen = frozenset(candidate.url for candidate in reading.seen)
    return own, seen
