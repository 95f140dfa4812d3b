"""What could be opened so that a visitor sees more results, and how hard that is; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.judging.results_visible.galleries import Gallery
from auditor.judging.results_visible.products import Product
from auditor.judging.results_visible.result_set import ResultSet
from auditor.judging.results_visible.standing import Standing, own_standing, page_standings
from crawlers.model.artefact import Artefact
from crawlers.model.inventory import Inventory
from crawlers.model.verdict import State, Visibility
from reports.audit import Effort

_ONE_CLICK = frozenset({State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED})
EFFORTS = tuple(Effort)

Way = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One result that is not open, and the ways to open it: sets of addresses of pages and ids.

    ``counted`` is false for a page that is gone: it counts for nothing as it is.
    """

    ways: tuple[Way, ...]
    counted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """Everything that is not open, with its effort and its place in the inventory, pages first."""

    efforts: Mapping[str, Effort]
    places: Mapping[str, int]
    pages: Mapping[str, Standing]

    def effort(self, items: Way) -> Effort:
        """The greatest effort that one of the items asks for."""
        return max((self.efforts[item] for item in items), key=EFFORTS.index, default=Effort.CLICK)

    def rank(self, items: Way) -> tuple[int, int, int]:
        """Fewer before more, easier before harder, earlier before later."""
        place = min((self.places[item] for item in items), default=0)
        return len(items), EFFORTS.index(self.effort(items)), place

    def ordered(self, items: Way) -> tuple[str, ...]:
        """The items in the inventory's order, pages first."""
        return tuple(sorted(items, key=self.places.__getitem__))


def openings_of(inventory: Inventory) -> Openings:
    """What is not open in an inventory."""
    efforts = {
        page.url: _effort(page.visibility)
        for page in inventory.pages
        if not page.visibility.visible
    }
    efforts |= {
        item.id: _effort(item.visibility)
        for item in inventory.artefacts
        if not item.visibility.visible
    }
    return Openings(
        efforts=efforts,
        places={name: number for number, name in enumerate(efforts)},
        pages=page_standings(inventory),
    )


def _effort(visibility: Visibility) -> Effort:
    """One click publishes or shares; what is gone or empty must be made or uploaded again."""
    if visibility.undetermined:
        return Effort.LOOK
    return Effort.CLICK if visibility.state in _ONE_CLICK else Effort.AFTERNOON


def ways_to_open(copies: Sequence[Artefact], openings: Openings) -> tuple[Way, ...]:
    """The ways to open a thing: any of its copies, by any page on which that stands."""
    return tuple(dict.fromkeys(way for copy in copies for way in _ways(copy, openings)))


def _ways(artefact: Artefact, openings: Openings) -> Iterator[Way]:
    itself = own_standing(artefact.visibility) is not Standing.OPEN
    own = frozenset({artefact.id} if itself else ())
    pages = {sighting.page for sighting in artefact.sightings}
    shut = {url for url in pages if openings.pages.get(url, Standing.OPEN) is not Standing.OPEN}
    if shut != pages or not pages:
        yield own
        return
    for url in sorted(shut, key=openings.places.__getitem__):
        yield own | {url}


def units_of(
    results: ResultSet, openings: Openings, rows: Sequence[Gallery], share: float
) -> tuple[Unit, ...]:
    """The results that are not open; ``rows`` are those of pictures, where these count."""
    return (
        *(_product_unit(p, openings) for p in results.products if p.standing is not Standing.OPEN),
        *(_row_unit(r, openings, share) for r in rows if r.standing(share) is not Standing.OPEN),
        *(Unit(ways=(frozenset({page.url}),)) for page in results.hiding),
        *(Unit(ways=(frozenset({page.url}),), counted=False) for page in results.gone),
    )


def _product_unit(product: Product, openings: Openings) -> Unit:
    return Unit(ways=ways_to_open(product.copies, openings))


def _row_unit(row: Gallery, openings: Openings, share: float) -> Unit:
    """The pictures that make enough of a row visible, the easiest first."""
    closed = [
        min(ways_to_open((picture,), openings), key=openings.rank)
        for picture, standing in zip(row.pictures, row.standings, strict=True)
        if standing is not Standing.OPEN
    ]
    wanted = row.enough(share) - row.open_pictures
    ways = sorted(closed, key=openings.rank)[:wanted]
    return Unit(ways=(frozenset[str]().union(*ways),))
