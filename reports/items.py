"""The rubric's items in one language: outcome, numbers, evidence; pure."""

from __future__ import annotations

from dataclasses import dataclass

from reports import words
from reports.audit import AssessmentItem, Audit, Outcome
from reports.i18n import Speech
from reports.privacy import masked
from reports.words import word

OUTCOME_SYMBOLS = {
    Outcome.PASSED: "✓",
    Outcome.FAILED: "✕",
    Outcome.CANT_TELL: "?",
    Outcome.INAPPLICABLE: "–",
    Outcome.FOR_HUMAN: "✎",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A page or an artefact that carries an item; ``url`` is empty for what has no address."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """One row of an evidence table: the topic, the page and what stands there."""

    topic: str
    page: Reference
    artefacts: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One condition or criterion. ``borrowed`` names the language of a wording that is not ours."""

    key: str
    kind: str
    wording: str
    borrowed: str
    outcome: str
    symbol: str
    group: str
    mode: str
    reason: str
    numbers: tuple[tuple[str, str], ...]
    evidence: tuple[Reference, ...]
    table: tuple[TopicRow, ...]
    missing: tuple[str, ...]


def items(audit: Audit, speech: Speech) -> tuple[Item, ...]:
    """All items of the rubric, in its order."""
    known = _references(audit)
    return tuple(_item(one, known, speech) for one in audit.assessment.items)


def _references(audit: Audit) -> dict[str, Reference]:
    pages = {p.url: Reference(title=masked(p.title) or p.url, url=p.url) for p in audit.pages}
    artefacts = {
        a.id: Reference(title=masked(a.title) or a.canonical_url, url=a.canonical_url)
        for a in audit.artefacts
    }
    return {**pages, **artefacts}


def _item(one: AssessmentItem, known: dict[str, Reference], speech: Speech) -> Item:
    wording, borrowed = _wording(one, speech)
    return Item(
        key=one.key,
        kind=speech.text(word(words.ITEM_KINDS, one.kind.value)),
        wording=wording,
        borrowed=borrowed,
        outcome=speech.text(word(words.OUTCOMES, one.outcome.value)),
        symbol=OUTCOME_SYMBOLS[one.outcome],
        group=one.outcome.value,
        mode=speech.text(word(words.MODES, one.mode.value)),
        reason=speech.text(word(words.ASSESSMENTS, one.reason)),
        numbers=tuple(_number(name, value, speech) for name, value in one.numbers.items()),
        evidence=tuple(_reference(name, known) for name in one.evidence),
        table=tuple(
            TopicRow(
                topic=speech.text(word(words.TOPICS, row.topic)),
                page=_reference(row.page, known),
                artefacts=tuple(_reference(name, known) for name in row.artefacts),
            )
            for row in one.table
        ),
        missing=tuple(speech.text(word(words.TOPICS, topic)) for topic in one.missing),
    )


def _wording(one: AssessmentItem, speech: Speech) -> tuple[str, str]:
    """The official wording; in another language, named, where ours has none that anybody saw."""
    if speech.language in one.wording:
        return one.wording[speech.language], ""
    other = "en" if "en" in one.wording else next(iter(one.wording), "")
    return (one.wording[other], other) if other else (one.key, "")


def _number(name: str, value: float, speech: Speech) -> tuple[str, str]:
    shown = speech.percent(value) if name == "threshold" else speech.number(value)
    return speech.text(word(words.NUMBERS, name)), shown


def _reference(name: str, known: dict[str, Reference]) -> Reference:
    return known.get(name, Reference(title=name, url=""))
