"""Which artefacts and pages can be results, and whether the site was read whole; pure.

An artefact can be a result when it is sighted on a page of the project, unless it is a link to
another TwinSpace, a forum or a meeting, or stands on a members', meetings' or profile page alone.
Pictures that stand on the platform's home page alone may be results or not; a single one is the
project's emblem and no result.
"""

from __future__ import annotations

from collections.abc import Mapping

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
PLATFORM = "twinspace"
NO_TOOL = frozenset({"-", "file", PLATFORM})  # what is no web tool: plain files and uploads


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
        front = stands <= _FRONT and not is_free_form(inventory)
        (pictures if front and artefact.kind is Kind.IMAGE else counted).append(artefact)
    return tuple(counted), tuple(pictures) if len(pictures) > 1 else ()


def is_free_form(inventory: Inventory) -> bool:
    """True for a site of no known platform, whose home page may be everything there is."""
    return inventory.project.platform == "web"


def result_artefacts(inventory: Inventory) -> tuple[Artefact, ...]:
    """The artefacts that count as results, in the inventory's order."""
    return _split(inventory)[0]


def home_pictures(inventory: Inventory) -> tuple[Artefact, ...]:
    """Pictures that stand on the home page alone, where there are several."""
    return _split(inventory)[1]


def content_pages(inventory: Inventory) -> tuple[Page, ...]:
    """The pages that a project can open to everybody and that carry its results."""
    return tuple(
        page for page in inventory.pages if page.section not in BY_DESIGN | {Section.PROFILE}
    )


def has_unknown_layout(page: Page) -> bool:
    """True for a page that opened and has an unknown layout."""
    opened = page.visibility.state in (State.VISIBLE, State.EMPTY)
    return opened and page.layout is Layout.UNKNOWN


def is_coverage_certain(inventory: Inventory) -> bool:
    """True when the whole site was read with known layouts: only then "none" is a finding."""
    coverage = inventory.coverage
    strange = any(has_unknown_layout(page) for page in content_pages(inventory))
    nowhere = (State.UNDETERMINED, State.REMOVED)
    reached = any(page.visibility.state not in nowhere for page in inventory.pages)
    return coverage.complete and coverage.layout_known and reached and not strange
