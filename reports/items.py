"""The rubric's items in one language: outcome, numbers, evidence; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from crawlers.model import ProjectState
from reports import words
from reports.application import Line, Phase, paste, phases
from reports.audit import AssessmentItem, Audit, CountGroup, EvidenceRow, Mode, Outcome
from reports.i18n import Speech, in_language
from reports.references import Reference, reference, references
from reports.words import word

_ALWAYS = frozenset({"artefacts", "visible", "lost", "undetermined"})  # told also when nought
_LEFT = "left_to_human"
_A_TEXT = 30  # words, from which on a page says something by itself
OUTCOME_SYMBOLS = {
    Outcome.PASSED: "✓",
    Outcome.FAILED: "✕",
    Outcome.CANT_TELL: "?",
    Outcome.INAPPLICABLE: "–",
    Outcome.FOR_HUMAN: "✎",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """One row of an evidence table: the topic, the page and what everyone can open there.

    ``note`` says what there is to see where nothing can be opened.
    """

    topic: str
    page: Reference
    artefacts: tuple[Reference, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of others, their language and their address."""

    text: str
    language: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """Counts that divide one of an item's numbers, the greatest first."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One condition or criterion.

    ``language`` is that of the wording; ``borrowed`` names it where it is not the report's own.
    ``evidence`` is all that bears on the item, ``others`` what the evidence table does not show.
    ``reason`` is the sentence of the outcome, ``measures`` what further checks say; ``definition``
    is how the national support organisation reads the wording.
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
    measures: tuple[str, ...]
    definition: Quote | None
    points: str
    numbers: tuple[tuple[str, str], ...]
    breakdown: tuple[Breakdown, ...]
    latest: str
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
    return "compulsory" if one.compulsory else one.kind.value


def items(audit: Audit, speech: Speech) -> tuple[Item, ...]:
    """All items of the rubric, in its order."""
    known = references(audit, speech)
    words_on = {page.url: page.words for page in audit.pages}
    told = (_item(one, known, words_on, speech) for one in audit.assessment.items)
    return tuple(
        _with_state(item, audit, speech) if item.key == "finished" else item for item in told
    )


def _with_state(item: Item, audit: Audit, speech: Speech) -> Item:
    """The item on the project's end, with what the project says of itself."""
    if audit.project.state is ProjectState.UNKNOWN:
        return item
    state = speech.text(word(words.PROJECT_STATES, audit.project.state.value))
    name = speech.text("State of the project")
    reason = speech.text(words.ASSESSMENTS[_LEFT])
    return replace(item, reason=reason, measures=(*item.measures, f"{name}: {state}"))


def _shown(one: AssessmentItem, words_on: Mapping[str, int]) -> AssessmentItem:
    """The item with those rows of its table only on whose pages there is something to see."""
    rows = (row for row in one.table if row.artefacts or words_on.get(row.page, 0) >= _A_TEXT)
    return one.model_copy(update={"table": tuple(rows)})


def _note(row: EvidenceRow, written: int, speech: Speech) -> str:
    """What a visitor finds on a page where nothing can be opened."""
    if row.artefacts:
        return ""
    if written >= _A_TEXT:
        return speech.text("text on the page")
    return speech.text("nothing that everyone can open")


def _item(
    one: AssessmentItem,
    known: Mapping[str, Reference],
    words_on: Mapping[str, int],
    speech: Speech,
) -> Item:
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
        measures=_measures(one, speech),
        definition=_definition(one, speech),
        points=_points(one, speech),
        breakdown=tuple(_breakdown(one, speech)),
        latest=speech.day(one.latest) if one.latest else "",
        numbers=tuple(
            _number(name, value, speech)
            for name, value in one.numbers.items()
            if value or (name in _ALWAYS and one.mode is not Mode.MANUAL)
        ),
        evidence=tuple(reference(name, known) for name in one.evidence),
        others=tuple(reference(name, known) for name in one.evidence if name not in tabled),
        table=tuple(
            TopicRow(
                topic=speech.text(word(words.TOPICS, row.topic)),
                page=reference(row.page, known),
                artefacts=tuple(reference(name, known) for name in row.artefacts),
                note=_note(row, words_on.get(row.page, 0), speech),
            )
            for row in one.table
        ),
        missing=tuple(speech.text(word(words.TOPICS, topic)) for topic in one.missing),
        phases=phases(one, speech) if one.mode is Mode.SEMI_AUTOMATIC else (),
        paste=paste(_shown(one, words_on), known, speech),
    )


def _reason(one: AssessmentItem) -> str:
    """The code of the reason; another where a human judges and the program saw nothing."""
    bare = not (one.numbers or one.evidence or one.table)
    return f"{one.reason}:nothing_seen" if bare and one.reason == _LEFT else one.reason


def _measures(one: AssessmentItem, speech: Speech) -> tuple[str, ...]:
    """What further checks say of an item that the program prepares; nothing of one it does not."""
    if one.mode is Mode.MANUAL:
        return ()
    return tuple(_measure(code, speech) for code in one.reasons if code != one.reason)


def _measure(code: str, speech: Speech) -> str:
    said = speech.text(word(words.ASSESSMENTS, code))
    whose = speech.text("By the measure of this program:")
    return f"{whose} {said}" if code in _OWN_MEASURE else said


# A share that counts as enough is nowhere published: where it decides nothing, it says whose it is.
_OWN_MEASURE = frozenset(
    {"results_visible_passed", "results_visible_failed", "results_visible_cant_tell"}
)


def _definition(one: AssessmentItem, speech: Speech) -> Quote | None:
    text, language = in_language(one.definition, speech.language)
    if not text:
        return None
    return Quote(text=text, language=language, source=one.definition_source)


def _points(one: AssessmentItem, speech: Speech) -> str:
    """The points that an NSO's own rubric names for the item; empty without any."""
    if one.points is None:
        return ""
    most = speech.number(one.points.maximum)
    if one.points.minimum is None:
        return speech.text("Points: 0 to {maximum}").format(maximum=most)
    return speech.text("Points: 0 to {maximum}, at least {minimum} needed").format(
        maximum=most, minimum=speech.number(one.points.minimum)
    )


def _breakdown(one: AssessmentItem, speech: Speech) -> Iterator[Breakdown]:
    for group in CountGroup:
        table = words.KINDS if group is CountGroup.VISIBLE_KIND else words.REASONS
        counts = sorted(
            (count for count in one.breakdown if count.group is group),
            key=lambda count: (-count.number, count.code),
        )
        if counts:
            yield Breakdown(
                title=speech.text(words.COUNT_GROUPS[group.value]),
                rows=tuple(
                    (speech.text(word(table, count.code)), speech.number(count.number))
                    for count in counts
                ),
            )


def _number(name: str, value: float, speech: Speech) -> tuple[str, str]:
    shown = speech.percent(value) if name == "threshold" else speech.number(value)
    return speech.text(word(words.NUMBERS, name)), shown
