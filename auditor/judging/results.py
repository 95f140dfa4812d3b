"""Find the results of a project among its artefacts and pages, and pages that may hide some.

A result is
- an artefact sighted on a page of the project, unless it is a link to another TwinSpace, a
  forum or a meeting, or stands on a members', meetings' or profile page alone;
- a page without any such artefact whose own text is the result: substantial, and by its title
  or headings about one of the asked topics (an evaluation written on the page itself).

A content page that refuses a stranger hides at least one result. One that could not be read may
hide as many as a page with results usually holds, or, before anything is called not visible, as
many as the fullest page that was read. A visible page with much text and no known topic
may be a result or not, and so may pictures that stand on the platform's home page alone; a
single one is the project's emblem and no result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from auditor.judging.topics import Topic, page_topics
from crawlers.model.artefact import Artefact, Kind
from crawlers.model.inventory import Inventory
from crawlers.model.page import Layout, Page, Section
from crawlers.model.verdict import State

# Sections whose pages strangers never see, by the platform's design; materials shown elsewhere
# count where they are shown. Source: the platforms' guides for teachers, read 2026-11-23.
BY_DESIGN = frozenset({Section.MEMBERS, Section.FORUM, Section.MEETINGS, Section.MATERIALS})
_NO_CARRIER = frozenset({Section.MEMBERS, Section.MEETINGS, Section.PROFILE})
_FRONT = frozenset({Section.HOME, Section.PROFILE})
_TALK = frozenset({Kind.FORUM, Kind.MEETING})
_REFUSED = frozenset({State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED})
PLATFORM = "twinspace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The results of a project, in the inventory's order.

    ``pictures`` stand on the home page alone, and may be results if they are not lost;
    ``texts`` are pages that are results by their own text, ``doubtful`` pages that may be,
    ``refused`` pages that refuse a stranger, ``unread`` pages that may hold more than we know:
    not read, or of a layout we do not know;
    ``unlisted`` counts pages that exist but whose address was not kept;
    ``usual`` and ``fullest`` are how many artefacts stand on a page with results.
    """

    artefacts: tuple[Artefact, ...]
    pictures: tuple[Artefact, ...]
    texts: tuple[Page, ...]
    doubtful: tuple[Page, ...]
    refused: tuple[Page, ...]
    unread: tuple[Page, ...]
    unlisted: int
    usual: int
    fullest: int


def artefacts_by_page(artefacts: tuple[Artefact, ...]) -> Mapping[str, tuple[Artefact, ...]]:
    """The artefacts of each page by its address."""
    by_page: dict[str, list[Artefact]] = {}
    for artefact in artefacts:
        for page in dict.fromkeys(sighting.page for sighting in artefact.sightings):
            by_page.setdefault(page, []).append(artefact)
    return {page: tuple(items) for page, items in by_page.items()}


def _split(inventory: Inventory) -> tuple[tuple[Artefact, ...], tuple[Artefact, ...]]:
    """The artefacts that count as results, and pictures that stand on the home page only."""
    sections = {page.url: page.section for page in inventory.pages}
    counted: list[Artefact] = []
    pictures: list[Artefact] = []
    for artefact in inventory.artefacts:
        stands = frozenset(sections.get(s.page, Section.OTHER) for s in artefact.sightings)
        other_site = artefact.provider == PLATFORM and artefact.kind is Kind.SITE
        if artefact.kind in _TALK or other_site or stands <= _NO_CARRIER:
            continue
        front = stands <= _FRONT and not _is_free_form(inventory)
        (pictures if front and artefact.kind is Kind.IMAGE else counted).append(artefact)
    return tuple(counted), tuple(pictures) if len(pictures) > 1 else ()


def _is_free_form(inventory: Inventory) -> bool:
    """True for a site of no known platform, whose home page may be everything there is."""
    return inventory.project.platform == "web"


def result_artefacts(inventory: Inventory) -> tuple[Artefact, ...]:
    """The artefacts that count as results, in the inventory's order."""
    return _split(inventory)[0]


def content_pages(inventory: Inventory) -> tuple[Page, ...]:
    """The pages that a project can open to everybody and that carry its results."""
    return tuple(
        page for page in inventory.pages if page.section not in BY_DESIGN | {Section.PROFILE}
    )


def _has_unknown_layout(page: Page) -> bool:
    """True for a page that opened and has an unknown layout."""
    opened = page.visibility.state in (State.VISIBLE, State.EMPTY)
    return opened and page.layout is Layout.UNKNOWN


def is_coverage_certain(inventory: Inventory) -> bool:
    """True when the whole site was read with known layouts: only then "none" is a finding."""
    coverage = inventory.coverage
    strange = any(_has_unknown_layout(page) for page in content_pages(inventory))
    nowhere = (State.UNDETERMINED, State.REMOVED)
    reached = any(page.visibility.state not in nowhere for page in inventory.pages)
    return coverage.complete and coverage.layout_known and reached and not strange


def _is_inner(page: Page) -> bool:
    return page.section is not Section.HOME


def find_results(inventory: Inventory, topics: frozenset[Topic], min_words: int) -> Results:
    """The results of a project: artefacts, text pages on the topics, and what pages may hide."""
    artefacts, pictures = _split(inventory)
    named = page_topics(inventory)
    carried = artefacts_by_page(artefacts)
    loads = [len(items) for items in carried.values()] or [1]
    coverage = inventory.coverage
    whole = _is_free_form(inventory)
    # A page only about other matters (netiquette, credits) is no result and hides none.
    pages = [p for p in content_pages(inventory) if not named[p.url] or named[p.url] & topics]
    bare = [
        page
        for page in pages
        if page.visibility.visible
        and not _has_unknown_layout(page)
        and page.url not in carried
        and page.words >= min_words
    ]
    return Results(
        artefacts=artefacts,
        pictures=tuple(item for item in pictures if not item.visibility.lost),
        texts=tuple(page for page in bare if named[page.url]),
        doubtful=tuple(p for p in bare if not named[p.url] and (whole or _is_inner(p))),
        refused=tuple(page for page in pages if page.visibility.state in _REFUSED),
        unread=tuple(
            page for page in pages if page.visibility.undetermined or _has_unknown_layout(page)
        ),
        unlisted=0 if coverage.complete else max(0, coverage.pages_listed - len(inventory.pages)),
        usual=ceil(sum(loads) / len(loads)),
        fullest=max(loads),
    )
