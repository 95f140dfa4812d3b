"""Rows of pictures: one page's pictures together are one result; pure.

A single picture on a page is an illustration; a link to a place that keeps photos is an album, and
a row of its own. Where several pages have one picture each, these together are a row as well (a
contest with one page per photo). Pictures decide only where a project has no products.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from auditor.judging.results import NO_TOOL, result_artefacts
from auditor.judging.results_visible.picture_tools import is_picture
from auditor.judging.results_visible.standing import Standing, page_standings, standing_of
from crawlers.model.artefact import Artefact, Form
from crawlers.model.inventory import Inventory

_ROW = 2  # pictures
_ROUNDING = 1e-9  # 0.55 of 20 is a little more than 11 in floating point
LOOSE = ""  # the "page" of pictures that stand alone on theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """The pictures of one page, each with its standing; ``page`` is empty for the loose ones.

    An album is one address with nobody knows how many pictures.
    """

    page: str
    pictures: tuple[Artefact, ...]
    standings: tuple[Standing, ...]
    album: bool = False

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
        return max(1 if self.album else _ROW, ceil(threshold * len(self.pictures) - _ROUNDING))


def find_galleries(inventory: Inventory) -> tuple[Gallery, ...]:
    """The rows of pictures, each picture in one of them: the longest that it stands in."""
    images = [item for item in result_artefacts(inventory) if is_picture(item)]
    albums = [image for image in images if _is_album(image)]
    single = [image for image in images if not _is_album(image)]
    numbers = Counter(page for image in single for page in _pages(image))
    rows: dict[str, list[Artefact]] = {}
    for image in single:
        page = min(_pages(image), key=lambda url: (-numbers[url], url))
        rows.setdefault(page if numbers[page] > 1 else LOOSE, []).append(image)
    standings = page_standings(inventory)
    return (
        *(_gallery(page, row, standings) for page, row in rows.items() if len(row) >= _ROW),
        *(_gallery(min(_pages(album)), [album], standings, album=True) for album in albums),
    )


def _gallery(
    page: str, row: Sequence[Artefact], standings: Mapping[str, Standing], *, album: bool = False
) -> Gallery:
    return Gallery(
        page=page,
        pictures=tuple(row),
        standings=tuple(standing_of(image, standings) for image in row),
        album=album,
    )


def _is_album(image: Artefact) -> bool:
    """True for a link to a place that keeps photos; a link to a picture's file is none."""
    kept = image.provider not in NO_TOOL
    return kept and all(sighting.form is Form.LINK for sighting in image.sightings)


def _pages(image: Artefact) -> frozenset[str]:
    return frozenset(sighting.page for sighting in image.sightings)
