"""What an application says of an item: how well each phase is shown, and text to paste; pure.

The text names only what a visitor without an account could open, with its address, so that an
applicant can copy it into the form and go on writing. Nothing in it praises or scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from reports.audit import AssessmentItem, EvidenceRow
from reports.i18n import messages
from reports.i18n.messages import word
from reports.i18n.translator import Translator
from reports.view.references import Reference, reference, shown_address

_MOST = 8  # things that are named of one phase, or of an item without phases
_PER_PAGE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """How one phase of the project is shown to the public: by how many pages and things.

    ``group`` is ``broad``, ``narrow``, ``text``, ``untold`` or ``missing``; ``strength`` says it
    in words.
    """

    topic: str
    pages: int
    things: int
    group: str
    strength: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line to paste; ``head`` opens a phase and is empty in the lines below it.

    ``title`` is the kind of a thing that has no name but its address.
    """

    head: str
    title: str
    url: str
    below: bool = False


def phases(one: AssessmentItem, translator: Translator) -> tuple[Phase, ...]:
    """The phases that an item looks for, those that are shown first, in the rubric's order."""
    by_topic: dict[str, list[EvidenceRow]] = {}
    for row in one.table:
        by_topic.setdefault(row.topic, []).append(row)
    shown = [_phase(topic, rows, translator) for topic, rows in by_topic.items()]
    untold = [_phase(topic, [], translator, "untold") for topic in one.untold]
    return (*shown, *untold, *(_phase(topic, [], translator) for topic in one.missing))


def _phase(topic: str, rows: list[EvidenceRow], translator: Translator, group: str = "") -> Phase:
    things = len({name for row in rows for name in row.artefacts})
    group = group or _strength(len(rows), things)
    return Phase(
        topic=translator.text(word(messages.TOPICS, topic)),
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
    one: AssessmentItem, known: Mapping[str, Reference], translator: Translator
) -> tuple[Line, ...]:
    """The places that bear on an item and that everyone can open, as lines with addresses."""
    if not one.table:
        seen = (ref for name in one.evidence if (ref := _open(name, known)))
        return tuple(_line(ref) for ref in islice(seen, _MOST))
    lines: list[Line] = []
    for topic in dict.fromkeys(row.topic for row in one.table):
        rows = [row for row in one.table if row.topic == topic]
        head = translator.text(word(messages.TOPICS, topic))
        for line in _of_topic(rows, known):
            lines.append(replace(line, head=head))
            head = ""
    return tuple(lines)


def _of_topic(rows: Iterable[EvidenceRow], known: Mapping[str, Reference]) -> list[Line]:
    """The pages of a phase, each with the first things on it."""
    lines: list[Line] = []
    for row in rows:
        page = reference(row.page, known)
        lines.append(_line(page))
        things = [ref for name in row.artefacts[:_PER_PAGE] if (ref := _open(name, known))]
        lines += [_line(ref, below=True) for ref in things]
    return lines[:_MOST]


def _line(ref: Reference, *, below: bool = False) -> Line:
    named = ref.title if ref.title != shown_address(ref.url) else ref.kind
    return Line(head="", title=named, url=ref.url, below=below)


def _open(name: str, known: Mapping[str, Reference]) -> Reference | None:
    """What a stranger could open, with its address; None for anything else."""
    found = known.get(name)
    if found is None or not found.url or found.status is None:
        return None
    return found if found.status.group == "visible" else None
