"""The rubric's items in one language: outcome, numbers, evidence; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reports import words
from reports.application import Line, Phase, paste, phases
from reports.audit import AssessmentItem, Audit, Mode, Outcome
from reports.i18n import Speech, in_language
from reports.references import Reference, reference, references
from reports.words import word

OUTCOME_SYMBOLS = {
    Outcome.PASSED: "✓",
    Outcome.FAILED: "✕",
    Outcome.CANT_TELL: "?",
    Outcome.INAPPLICABLE: "–",
    Outcome.FOR_HUMAN: "✎",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """One row of an evidence table: the topic, the page and what stands there."""

    topic: str
    page: Reference
    artefacts: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One condition or criterion.

    ``language`` is that of the wording; ``borrowed`` names it where it is not the report's own.
    ``evidence`` is all that bears on the item, ``others`` what the evidence table does not show.
    """

    key: str
    kind: str
    wording: str
    language: str
    borrowed: str
    outcome: str
    symbol: str
    group: str
    mode: str
    reason: str
    numbers: tuple[tuple[str, str], ...]
    evidence: tuple[Reference, ...]
    others: tuple[Reference, ...]
    table: tuple[TopicRow, ...]
    missing: tuple[str, ...]
    phases: tuple[Phase, ...]
    paste: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The items of one sort, in the rubric's order: conditions, criteria …"""

    id: str
    title: str
    about: str
    items: tuple[Item, ...]


def parts(audit: Audit, speech: Speech) -> tuple[Part, ...]:
    """All items of the rubric, by sort; sorts without any are left out."""
    sorts: dict[str, list[Item]] = {}
    for one, told in zip(audit.assessment.items, items(audit, speech), strict=True):
        sorts.setdefault(_sort(one), []).append(told)
    return tuple(
        Part(
            id=sort,
            title=speech.text(words.PARTS[sort]),
            about=speech.text(words.PARTS_ABOUT[sort]),
            items=tuple(found),
        )
        for sort, found in sorts.items()
    )


def _sort(one: AssessmentItem) -> str:
    return one.kind.value


def items(audit: Audit, speech: Speech) -> tuple[Item, ...]:
    """All items of the rubric, in its order."""
    known = references(audit, speech)
    return tuple(_item(one, known, speech) for one in audit.assessment.items)


def _item(one: AssessmentItem, known: Mapping[str, Reference], speech: Speech) -> Item:
    tabled = {name for row in one.table for name in (row.page, *row.artefacts)}
    wording, language = in_language(one.wording, speech.language)
    borrowed = speech.language_name(language) if language not in ("", speech.language) else ""
    return Item(
        key=one.key,
        kind=speech.text(word(words.ITEM_KINDS, one.kind.value)),
        wording=wording or one.key,
        language=language,
        borrowed=borrowed,
        outcome=speech.text(word(words.OUTCOMES, one.outcome.value)),
        symbol=OUTCOME_SYMBOLS[one.outcome],
        group=one.outcome.value,
        mode=speech.text(word(words.MODES, one.mode.value)),
        reason=speech.text(word(words.ASSESSMENTS, _reason(one))),
        numbers=tuple(_number(name, value, speech) for name, value in one.numbers.items()),
        evidence=tuple(reference(name, known) for name in one.evidence),
        others=tuple(reference(name, known) for name in one.evidence if name not in tabled),
        table=tuple(
            TopicRow(
                topic=speech.text(word(words.TOPICS, row.topic)),
                page=reference(row.page, known),
                artefacts=tuple(reference(name, known) for name in row.artefacts),
            )
            for row in one.table
        ),
        missing=tuple(speech.text(word(words.TOPICS, topic)) for topic in one.missing),
        phases=phases(one, speech) if one.mode is Mode.SEMI_AUTOMATIC else (),
        paste=paste(one, known, speech),
    )


def _reason(one: AssessmentItem) -> str:
    """The code of the reason; another where a human judges and the program saw nothing."""
    bare = not (one.numbers or one.evidence or one.table)
    return f"{one.reason}:nothing_seen" if bare and one.reason == "left_to_human" else one.reason


def _number(name: str, value: float, speech: Speech) -> tuple[str, str]:
    shown = speech.percent(value) if name == "threshold" else speech.number(value)
    return speech.text(word(words.NUMBERS, name)), shown
