"""Text for the application: how well each phase is shown, and lines to paste; pure.

The text names only what a visitor without an account could open, with its address, so that an
applicant can copy it into the form and continue. It contains no praise and no score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from reports.audit import AssessmentItem, EvidenceRow, PhaseEvidence
from reports.i18n import messages
from reports.i18n.messages import source_text
from reports.i18n.translator import Translator
from reports.view.references import Reference, reference, shown_address

_MOST = 8  # things named per phase, or per item without phases
_PER_PAGE = 3
_LAST = {"untold": 1, "missing": 2}  # phases that are not shown stand below the others


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """How one phase of the project is shown to the public: by how many pages and things.

    ``group`` is the code of its strength, which ``strength`` says in words; ``pictures`` sums up
    the pictures, ``strongest`` is what shows most of it.
    """

    topic: str
    pages: int
    things: int
    group: str
    strength: str
    pictures: str = ""
    strongest: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line to paste; ``head`` opens a phase and is empty in the lines below it.

    ``title`` is the kind of a thing that has no name, only an address.
    """

    head: str
    title: str
    url: str
    below: bool = False


def pictures_text(number: int, translator: Translator) -> str:
    """Pictures summed up; empty where there are none."""
    return translator.count("{n} picture", "{n} pictures", number) if number else ""


def phases(
    item: AssessmentItem, index: Mapping[str, Reference], translator: Translator
) -> tuple[Phase, ...]:
    """The phases that an item looks for, those that are shown first, in the rubric's order."""
    if item.phases:
        told = sorted(item.phases, key=lambda phase: _LAST.get(phase.strength, 0))
        return tuple(_told_phase(phase, index, translator) for phase in told)
    return _phases_of_table(item, translator)


def _told_phase(
    phase: PhaseEvidence, index: Mapping[str, Reference], translator: Translator
) -> Phase:
    return Phase(
        topic=translator.text(source_text(messages.TOPICS, phase.topic)),
        pages=phase.pages,
        things=phase.products + phase.links,
        group=phase.strength,
        strength=translator.text(source_text(messages.STRENGTHS, phase.strength)),
        pictures=pictures_text(phase.pictures, translator),
        strongest=reference(phase.strongest, index) if phase.strongest else None,
    )


def _phases_of_table(item: AssessmentItem, translator: Translator) -> tuple[Phase, ...]:
    """The phases of an audit of before they were told."""
    by_topic: dict[str, list[EvidenceRow]] = {}
    for row in item.table:
        by_topic.setdefault(row.topic, []).append(row)
    table_phases = [_phase(topic, rows, translator) for topic, rows in by_topic.items()]
    untold = [_phase(topic, [], translator, "untold") for topic in item.untold]
    return (*table_phases, *untold, *(_phase(topic, [], translator) for topic in item.missing))


def _phase(topic: str, rows: list[EvidenceRow], translator: Translator, group: str = "") -> Phase:
    things = len({name for row in rows for name in row.artefacts})
    group = group or _strength(len(rows), things)
    return Phase(
        topic=translator.text(source_text(messages.TOPICS, topic)),
        pages=len(rows),
        things=things,
        group=group,
        strength=translator.text(messages.STRENGTHS[group]),
    )


def _strength(pages: int, things: int) -> str:
    if not pages:
        return "missing"
    if not things:
        return "text"
    return "broad" if pages > 1 and things > 1 else "narrow"


def application_text(
    item: AssessmentItem, index: Mapping[str, Reference], translator: Translator
) -> tuple[Line, ...]:
    """The evidence of an item that everyone can open, as lines with addresses."""
    if not item.table:
        references = (ref for name in item.evidence if (ref := _open_reference(name, index)))
        return tuple(_line(ref) for ref in islice(references, _MOST))
    lines: list[Line] = []
    for topic in dict.fromkeys(row.topic for row in item.table):
        rows = [row for row in item.table if row.topic == topic]
        head = translator.text(source_text(messages.TOPICS, topic))
        for line in _topic_lines(rows, index):
            lines.append(replace(line, head=head))
            head = ""
    return tuple(lines)


def _topic_lines(rows: Iterable[EvidenceRow], index: Mapping[str, Reference]) -> list[Line]:
    """The pages of a phase, each with the first things on it."""
    lines: list[Line] = []
    for row in rows:
        page = reference(row.page, index)
        lines.append(_line(page))
        things = [
            ref for name in row.artefacts[:_PER_PAGE] if (ref := _open_reference(name, index))
        ]
        lines += [_line(ref, below=True) for ref in things]
    return lines[:_MOST]


def _line(ref: Reference, *, below: bool = False) -> Line:
    named = ref.title if ref.title != shown_address(ref.url) else ref.kind
    return Line(head="", title=named, url=ref.url, below=below)


def _open_reference(name: str, index: Mapping[str, Reference]) -> Reference | None:
    """The reference of what a stranger could open; None for anything else."""
    target = index.get(name)
    if target is None or not target.url or target.status is None:
        return None
    return target if target.status.group == "visible" else None
