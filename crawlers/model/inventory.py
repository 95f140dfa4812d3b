"""Everything that was gathered about one project."""

from __future__ import annotations

from enum import StrEnum

from crawlers.model.artefact import Artefact
from crawlers.model.base import Value
from crawlers.model.link import Addresses, Link
from crawlers.model.page import Page
from crawlers.model.project import Project


class Screenshot(Value):
    """A picture of a page or an artefact as the stranger's browser showed it.

    ``file`` is its path beside ``audit.json``, ``subject`` a page's address or an artefact's id;
    ``width`` and ``height`` are in pixels; ``cut`` is true where the page is longer than the
    picture. ``ready`` is ``quiet`` when nothing was under way any more, ``time_limit`` otherwise.
    ``because`` says why it was taken: ``home``, ``result_page``, ``finding``, ``opened``, ``all``.
    """

    file: str
    subject: str
    width: int
    height: int
    cut: bool = False
    ready: str = "quiet"
    because: str = "all"


class GapReason(StrEnum):
    """Why a part of a project was certainly or probably not seen."""

    # not followed or not read to the end
    DEPTH = "depth"
    TRAP = "trap"
    CUT_BODY = "cut_body"
    LIST_NOT_READ = "list_not_read"
    NETWORK_LOST = "network_lost"
    ARCHIVE_INCOMPLETE = "archive_incomplete"
    TOO_COSTLY = "too_costly"
    # the crawl ended, and what it met is suspiciously little
    STUB = "stub"
    HOME_IS_FILE = "home_is_file"
    NOTHING_FOUND = "nothing_found"
    NO_WAY_ON = "no_way_on"
    PAGES_ALIKE = "pages_alike"
    HOME_UNCLEAR = "home_unclear"


class Gap(Value):
    """A part of the project that the audit does not cover.

    ``pages`` counts the addresses concerned, ``example`` is one of them.
    """

    reason: GapReason
    pages: int = 1
    example: str


class Witness(Value):
    """What a browser was held against: the pages, and what the reading of their HTML had missed.

    Things and links that were missed are counted once; the browser found them, so that they stand
    in the inventory.
    """

    pages: int = 0
    artefacts_missed: int = 0
    links_missed: int = 0


class Coverage(Value):
    """How much of the project was seen; ``layout_known`` is false when the platform looks new.

    ``complete`` is false exactly when ``gaps`` holds something or ``stopped_because`` is set.
    ``witness`` is None where nobody compared the reading with what a browser shows.
    """

    pages_listed: int = 0
    pages_opened: int = 0
    pages_refused: int = 0
    pages_failed: int = 0
    complete: bool = True
    stopped_because: str | None = None
    gaps: tuple[Gap, ...] = ()
    layout_known: bool = True
    addresses: Addresses = Addresses()
    witness: Witness | None = None


class Inventory(Value):
    """Everything gathered about one project; warnings are codes with a subject."""

    project: Project
    coverage: Coverage
    pages: tuple[Page, ...]
    artefacts: tuple[Artefact, ...]
    links: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()
