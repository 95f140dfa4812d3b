"""The rubric's items in one language: outcome, numbers, evidence; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from crawlers.model.project import ProjectState
from reports.audit import AssessmentItem, Audit, CountGroup, EvidenceRow, Mode, Outcome
from reports.i18n import messages
from reports.i18n.messages import word
from reports.i18n.translator import Translator, in_language
from reports.view.application_text import Line, Phase, application_text, phases
from reports.view.references import Reference, reference, references

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
    application_text: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The items of one sort, in the rubric's order: conditions, criteria …"""

    id: str
    title: str
    about: str
    items: tuple[Item, ...]


def assessment_parts(audit: Audit, translator: Translator) -> tuple[Part, ...]:
    """All items of the rubric, by sort; sorts without any are left out."""
    sorts: dict[str, list[Item]] = {}
    for one, told in zip(audit.assessment.items, items(audit, translator), strict=True):
        sorts.setdefault(_sort(one), []).append(told)
    return tuple(
        Part(
            id=sort,
            title=translator.text(messages.PARTS[sort]),
            about=translator.text(messages.PARTS_ABOUT[sort]),
            items=tuple(found),
        )
        for sort, found in sorts.items()
    )


def _sort(one: AssessmentItem) -> str:
    return "compulsory" if one.compulsory else one.kind.value


def items(audit: Audit, translator: Translator) -> tuple[Item, ...]:
    """All items of the rubric, in its order."""
    known = references(audit, translator)
    words_on = {page.url: page.words for page in audit.pages}
    told = (_item(one, known, words_on, translator) for one in audit.assessment.items)
    return tuple(
        _with_state(item, audit, translator) if item.key == "finished" else item for item in told
    )


def _with_state(item: Item, audit: Audit, translator: Translator) -> Item:
    """The item on the project's end, with what the project says of itself."""
    if audit.project.state is ProjectState.UNKNOWN:
        return item
    state = translator.text(word(messages.PROJECT_STATES, audit.project.state.value))
    name = translator.text("State of the project")
    reason = translator.text(messages.ASSESSMENTS[_LEFT])
    return replace(item, reason=reason, measures=(*item.measures, f"{name}: {state}"))


def _without_empty_rows(one: AssessmentItem, words_on: Mapping[str, int]) -> AssessmentItem:
    """The item with those rows of its table only on whose pages there is something to see."""
    rows = (row for row in one.table if row.artefacts or words_on.get(row.page, 0) >= _A_TEXT)
    return one.model_copy(update={"table": tuple(rows)})


def _note(row: EvidenceRow, written: int, translator: Translator) -> str:
    """What a visitor finds on a page where nothing can be opened."""
    if row.artefacts:
        return ""
    if written >= _A_TEXT:
        return translator.text("text on the page")
    return translator.text("nothing that everyone can open")


def _item(
    one: AssessmentItem,
    known: Mapping[str, Reference],
    words_on: Mapping[str, int],
    translator: Translator,
) -> Item:
    tabled = {name for row in one.table for name in (row.page, *row.artefacts)}
    wording, language = in_language(one.wording, translator.language)
    borrowed = (
        translator.language_name(language) if language not in ("", translator.language) else ""
    )
    return Item(
        key=one.key,
        kind=translator.text(word(messages.ITEM_KINDS, one.kind.value)),
        wording=wording or one.key,
        language=language,
        borrowed=borrowed,
        outcome=translator.text(word(messages.OUTCOMES, one.outcome.value)),
        symbol=OUTCOME_SYMBOLS[one.outcome],
        group=one.outcome.value,
        mode=translator.text(word(messages.MODES, one.mode.value)),
        reason=translator.text(word(messages.ASSESSMENTS, _reason(one))),
        measures=_measures(one, translator),
        definition=_definition(one, translator),
        points=_points(one, translator),
        breakdown=tuple(_breakdown(one, translator)),
        latest=translator.day(one.latest) if one.latest else "",
        numbers=tuple(
            _number(name, value, translator)
            for name, value in one.numbers.items()
            if value or (name in _ALWAYS and one.mode is not Mode.MANUAL)
        ),
        evidence=tuple(reference(name, known) for name in one.evidence),
        others=tuple(reference(name, known) for name in one.evidence if name not in tabled),
        table=tuple(
            TopicRow(
                topic=translator.text(word(messages.TOPICS, row.topic)),
                page=reference(row.page, known),
                artefacts=tuple(reference(name, known) for name in row.artefacts),
                note=_note(row, words_on.get(row.page, 0), translator),
            )
            for row in one.table
        ),
        missing=tuple(translator.text(word(messages.TOPICS, topic)) for topic in one.missing),
        phases=phases(one, translator) if one.mode is Mode.SEMI_AUTOMATIC else (),
        application_text=application_text(_without_empty_rows(one, words_on), known, translator),
    )


def _reason(one: AssessmentItem) -> str:
    """The code of the reason; another where a human judges and the program saw nothing."""
    bare = not (one.numbers or one.evidence or one.table)
    return f"{one.reason}:nothing_seen" if bare and one.reason == _LEFT else one.reason


def _measures(one: AssessmentItem, translator: Translator) -> tuple[str, ...]:
    """What further checks say of an item that the program prepares; nothing of one it does not."""
    if one.mode is Mode.MANUAL:
        return ()
    return tuple(_measure(code, translator) for code in one.reasons if code != one.reason)


def _measure(code: str, translator: Translator) -> str:
    said = translator.text(word(messages.ASSESSMENTS, code))
    whose = translator.text("By the measure of this program:")
    return f"{whose} {said}" if code in _OWN_MEASURE else said


# A share that counts as enough is nowhere published: where it decides nothing, it says whose it is.
_OWN_MEASURE = frozenset(
    {"results_visible_passed", "results_visible_failed", "results_visible_cant_tell"}
)


def _definition(one: AssessmentItem, translator: Translator) -> Quote | None:
    text, language = in_language(one.definition, translator.language)
    if not text:
        return None
    return Quote(text=text, language=language, source=one.definition_source)


def _points(one: AssessmentItem, translator: Translator) -> str:
    """The points that an NSO's own rubric names for the item; empty without any."""
    if one.points is None:
        return ""
    most = translator.number(one.points.maximum)
    if one.points.minimum is None:
        return translator.text("Points: 0 to {maximum}").format(maximum=most)
    return translator.text("Points: 0 to {maximum}, at least {minimum} needed").format(
        maximum=most, minimum=translator.number(one.points.minimum)
    )


def _breakdown(one: AssessmentItem, translator: Translator) -> Iterator[Breakdown]:
    for group in CountGroup:
        table = messages.KINDS if group is CountGroup.VISIBLE_KIND else messages.REASONS
        counts = sorted(
            (count for count in one.breakdown if count.group is group),
            key=lambda count: (-count.number, count.code),
        )
        if counts:
            yield Breakdown(
                title=translator.text(messages.COUNT_GROUPS[group.value]),
                rows=tuple(
                    (translator.text(word(table, count.code)), translator.number(count.number))
                    for count in counts
                ),
            )


def _number(name: str, value: float, translator: Translator) -> tuple[str, str]:
    shown = translator.percent(value) if name == "threshold" else translator.number(value)
    return translator.text(word(messages.NUMBERS, name)), shown
