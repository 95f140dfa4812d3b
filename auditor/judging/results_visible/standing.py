"""Whether a visitor certainly sees, may see, or certainly does not see a thing; pure.

A thing that stands on closed pages alone is closed to a visitor of the project, whatever its own
address answers: nobody leads there.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from crawlers.model.artefact import Artefact
from crawlers.model.inventory import Inventory
from crawlers.model.page import Page
from crawlers.model.verdict import State, Visibility

_CLOSED = frozenset({State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED, State.REMOVED})


class Standing(IntEnum):
    """Three values in their order: "both" is the smaller one, "either" the greater one."""

    LOST = 0
    UNKNOWN = 1
    OPEN = 2


def is_closed(page: Page) -> bool:
    """True for a page that refuses a visitor or is gone."""
    return page.visibility.state in _CLOSED


def own_standing(visibility: Visibility) -> Standing:
    """The standing of a thing by its own verdict."""
    if visibility.visible:
        return Standing.OPEN
    return Standing.UNKNOWN if visibility.undetermined else Standing.LOST


def page_standings(inventory: Inventory) -> Mapping[str, Standing]:
    """Whether a visitor gets to each page; an empty page opens too."""
    return {page.url: _page_standing(page) for page in inventory.pages}


def _page_standing(page: Page) -> Standing:
    if page.visibility.undetermined:
        return Standing.UNKNOWN
    return Standing.LOST if is_closed(page) else Standing.OPEN


def standing_of(artefact: Artefact, pages: Mapping[str, Standing]) -> Standing:
    """The standing of an artefact on the pages where it stands; a page that is not listed opens."""
    ways = [pages.get(sighting.page, Standing.OPEN) for sighting in artefact.sightings]
    return min(own_standing(artefact.visibility), max(ways, default=Standing.OPEN))
