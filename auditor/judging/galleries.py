"""Rows of pictures: one page's pictures together are one result; pure.

A single picture on a page is an illustration. Where several pages have one picture each, these
together are a row as well (a contest with one page per photo). Pictures decide only where a project
has no products.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from auditor.judging.results import result_artefacts
from auditor.judging.standing import Standing, page_standings, standing_of
from crawlers.model.artefact import Artefact, Kind
from crawlers.model.inventory import Inventory

_ROW = 2  # pictures
_ROUNDING = 1e-9  # 0.55 of 20 is a little more than 11 in floating point
LOOSE = ""  # the "page" of pictures that stand alone on theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """The pictures of one page, each with its standing; ``page`` is empty for the loose ones."""

    page: str
    pictures: tuple[Artefact, ...]
    standings: tuple[Standing, ...]

    @property
    def open_pictures(self) -> int:
        """How many pictures a visitor certainly sees."""
        return self.standings.count(Standing.OPEN)

    def standing(self, threshold: float) -> Standing:
        """Open when that share of the pictures is, lost when it cannot be.

        A single open picture is no row, so that an unknown one beside it makes it none.
        """
        if self.open_pictures >= self.enough(threshold):
            return Standing.OPEN
        possible = self.open_pictures + self.standings.count(Standing.UNKNOWN)
        return Standing.LOST if possible < self.enough(threshold) else Standing.UNKNOWN

    def enough(self, threshold: float) -> int:
        """How many open pictures make the row visible."""
        return max(_ROW, ceil(threshold * len(self.pictures) - _ROUNDING))


def pictures(inventory: Inventory) -> tuple[Artefact, ...]:
    """The pictures that stand on other pages than the home page."""
    return tuple(item for item in result_artefacts(inventory) if item.kind is Kind.IMAGE)


def find_galleries(inventory: Inventory) -> tuple[Gallery, ...]:
    """The rows of pictures, each picture in one of them: the longest that it stands in."""
    images = pictures(inventory)
    numbers = Counter(page for image in images for page in _pages(image))
    rows: dict[str, list[Artefact]] = {}
    for image in images:
        page = min(_pages(image), key=lambda url: (-numbers[url], url))
        rows.setdefault(page if numbers[page] > 1 else LOOSE, []).append(image)
    standings = page_standings(inventory)
    return tuple(
        Gallery(
            page=page,
            pictures=tuple(row),
            standings=tuple(standing_of(image, standings) for image in row),
        )
        for page, row in rows.items()
        if len(row) >= _ROW
    )


def _pages(image: Artefact) -> frozenset[str]:
    return frozenset(sighting.page for sighting in image.sightings)


def count_open(images: Iterable[Artefact], inventory: Inventory) -> int:
    """How many pictures a visitor certainly sees."""
    standings = page_standings(inventory)
    return sum(standing_of(image, standings) is Standing.OPEN for image in images)
