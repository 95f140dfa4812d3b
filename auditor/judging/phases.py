"""How well one phase of a project is shown to visitors: an argued strength, never a score; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from auditor.judging.results_visible.picture_tools import is_picture
from auditor.judging.results_visible.titles import is_final_product
from auditor.judging.topics import Topic
from crawlers.model.artefact import Artefact, Kind
from reports.audit import EvidenceRow, PhaseEvidence

# What shows most of a project's work first: things that pupils made as a whole, then things that
# collect work, then things that ask or play, then plain files.
_WEIGHT = (
    *(Kind.VIDEO, Kind.BOOK, Kind.SITE, Kind.PRESENTATION, Kind.GAME, Kind.WALL, Kind.MAP),
    *(Kind.TIMELINE, Kind.MINDMAP, Kind.AUDIO, Kind.DOCUMENT, Kind.QUIZ, Kind.FORM, Kind.FILE),
    *(Kind.OTHER, Kind.SOCIAL, Kind.IMAGE),
)


class Strength(StrEnum):
    """How a phase is shown to visitors, and the argument for it.

    ``broad``: several pages show it, with several things to open. ``narrow``: there is something to
    open. ``links``: only links and posts outside the project show it. ``pictures``: only pictures
    do. ``text``: pages describe it in words alone. ``untold``: nobody could tell. ``missing``:
    nothing shows it.
    """

    BROAD = "broad"
    NARROW = "narrow"
    LINKS = "links"
    PICTURES = "pictures"
    TEXT = "text"
    UNTOLD = "untold"
    MISSING = "missing"


def evidence_row(topic: Topic, page: str, visible: Iterable[Artefact]) -> EvidenceRow:
    """The row of a page: its visible things, what shows most first, and the sum of its pictures."""
    things = list(visible)
    products = sorted((t for t in things if not is_picture(t)), key=_order)
    return EvidenceRow(
        topic=topic,
        page=page,
        artefacts=tuple(thing.id for thing in products),
        pictures=len(things) - len(products),
    )


def _order(artefact: Artefact) -> tuple[bool, int]:
    weight = _WEIGHT.index(artefact.kind) if artefact.kind in _WEIGHT else len(_WEIGHT)
    return not is_final_product(artefact), weight


def phase_evidence(
    topic: Topic,
    rows: Sequence[EvidenceRow],
    by_id: dict[str, Artefact],
    links: Sequence[str],
    absent: Strength,
) -> PhaseEvidence:
    """How a phase is shown by its rows and by ``links``; ``absent`` where nothing shows it."""
    ids = tuple(dict.fromkeys(name for row in rows for name in row.artefacts))
    things = sorted((by_id[name] for name in ids if name in by_id), key=_order)
    pictures = sum(row.pictures for row in rows)
    best = (*(thing.id for thing in things), *links, *(row.page for row in rows))
    return PhaseEvidence(
        topic=topic,
        strength=_strength(len(rows), len(things), len(links), pictures) or absent,
        strongest=best[0] if best else "",
        pages=len(rows),
        products=len(things),
        pictures=pictures,
        links=len(links),
    )


def _strength(pages: int, things: int, links: int, pictures: int) -> Strength | None:
    if things:
        return Strength.BROAD if pages > 1 and things > 1 else Strength.NARROW
    if links:
        return Strength.LINKS
    if pictures:
        return Strength.PICTURES
    return Strength.TEXT if pages else None
