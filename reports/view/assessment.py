"""The rubric's items in one language: outcome, numbers, evidence; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from crawlers.model.project import ProjectState
from reports.audit import AssessmentItem, Audit, CountGroup, EvidenceRow, Mode, Outcome
from reports.i18n import messages
from reports.i18n.messages import source_text
from reports.i18n.translator import Translator, text_in_language
from reports.view.application_text import Line, Phase, application_text, phases, pictures_text
from reports.view.least_change import Listing, listings
from reports.view.references import Reference, reference, references

_ALWAYS = frozenset(
    {"products", "products_visible", "artefacts", "visible", "lost", "undetermined"}
)  # shown also when they are 0
_LEFT = "left_to_human"
_A_TEXT = 30  # words; a page with so many has a text of its own
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

    ``pictures`` sums up the pictures; ``note`` says what a visitor sees when nothing can be opened.
    """

    topic: str
    page: Reference
    artefacts: tuple[Reference, ...]
    pictures: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation, its language and its address."""

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

    ``language`` is that of the wording; ``borrowed`` is its name when it is not the report's own.
    ``evidence`` is all evidence of the item, ``others`` what the evidence table does not show.
    ``listings`` name what is closed and what would change the outcome.
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
    listings: tuple[Listing, ...]
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
    """The items of one group, in the rubric's order: conditions, criteria …"""

    id: str
    title: str
    about: str
    items: tuple[Item, ...]


def assessment_parts(audit: Audit, translator: Translator) -> tuple[Part, ...]:
    """All items of the rubric by group; groups without any are left out."""
    sorts: dict[str, list[Item]] = {}
    for source, item in zip(audit.assessment.items, items(audit, translator), strict=True):
        sorts.setdefault(_sort(source), []).append(item)
    return tuple(
        Part(
            id=sort,
            title=translator.text(messages.PARTS[sort]),
            about=translator.text(messages.PARTS_ABOUT[sort]),
            items=tuple(members),
        )
        for sort, members in sorts.items()
    )


def _sort(item: AssessmentItem) -> str:
    return "compulsory" if item.compulsory else item.kind.value


def items(audit: Audit, translator: Translator) -> tuple[Item, ...]:
    """All items of the rubric, in its order."""
    index = references(audit, translator)
    words_on = {page.url: page.words for page in audit.pages}
    views = (_item(source, index, words_on, translator) for source in audit.assessment.items)
    return tuple(
        _with_state(item, audit, translator) if item.key == "finished" else item for item in views
    )


def _with_state(item: Item, audit: Audit, translator: Translator) -> Item:
    """The item about the end of the project, with the state that the project gives."""
    if audit.project.state is ProjectState.UNKNOWN:
        return item
    state = translator.text(source_text(messages.PROJECT_STATES, audit.project.state.value))
    name = translator.text("State of the project")
    reason = translator.text(messages.ASSESSMENTS[_LEFT])
    return replace(item, reason=reason, measures=(*item.measures, f"{name}: {state}"))


def _without_empty_rows(item: AssessmentItem, words_on: Mapping[str, int]) -> AssessmentItem:
    """The item without the rows of its table on whose pages there is nothing to see."""
    rows = (
        row
        for row in item.table
        if row.artefacts or row.pictures or words_on.get(row.page, 0) >= _A_TEXT
    )
    return item.model_copy(update={"table": tuple(rows)})


def _note(row: EvidenceRow, written: int, translator: Translator) -> str:
    """What a visitor finds on a page where nothing can be opened."""
    if row.artefacts or row.pictures:
        return ""
    if written >= _A_TEXT:
        return translator.text("text on the page")
    return translator.text("nothing that everyone can open")


def _item(
    item: AssessmentItem,
    index: Mapping[str, Reference],
    words_on: Mapping[str, int],
    translator: Translator,
) -> Item:
    tabled = {name for row in item.table for name in (row.page, *row.artefacts)}
    wording, language = text_in_language(item.wording, translator.language)
    borrowed = (
        translator.language_name(language) if language not in ("", translator.language) else ""
    )
    return Item(
        key=item.key,
        kind=translator.text(source_text(messages.ITEM_KINDS, item.kind.value)),
        wording=wording or item.key,
        language=language,
        borrowed=borrowed,
        outcome=translator.text(source_text(messages.OUTCOMES, item.outcome.value)),
        symbol=OUTCOME_SYMBOLS[item.outcome],
        group=item.outcome.value,
        mode=translator.text(source_text(messages.MODES, item.mode.value)),
        reason=translator.text(source_text(messages.ASSESSMENTS, _reason(item))),
        measures=_measures(item, translator),
        definition=_definition(item, translator),
        points=_points(item, translator),
        listings=listings(item, index, translator),
        breakdown=tuple(_breakdown(item, translator)),
        latest=translator.day(item.latest) if item.latest else "",
        numbers=tuple(
            _number(name, value, translator)
            for name, value in item.numbers.items()
            if value or (name in _ALWAYS and item.mode is not Mode.MANUAL)
        ),
        evidence=tuple(reference(name, index) for name in item.evidence),
        others=tuple(reference(name, index) for name in item.evidence if name not in tabled),
        table=tuple(
            TopicRow(
                topic=translator.text(source_text(messages.TOPICS, row.topic)),
                page=reference(row.page, index),
                artefacts=tuple(reference(name, index) for name in row.artefacts),
                pictures=pictures_text(row.pictures, translator),
                note=_note(row, words_on.get(row.page, 0), translator),
            )
            for row in item.table
        ),
        missing=tuple(
            translator.text(source_text(messages.TOPICS, topic)) for topic in item.missing
        ),
        phases=phases(item, index, translator) if item.mode is Mode.SEMI_AUTOMATIC else (),
        application_text=application_text(_without_empty_rows(item, words_on), index, translator),
    )


def _reason(item: AssessmentItem) -> str:
    """The code of the reason; another one when a human judges and the program saw nothing."""
    bare = not (item.numbers or item.evidence or item.table)
    return f"{item.reason}:nothing_seen" if bare and item.reason == _LEFT else item.reason


def _measures(item: AssessmentItem, translator: Translator) -> tuple[str, ...]:
    """What further checks say about an item; empty for an item that is left to humans."""
    if item.mode is Mode.MANUAL:
        return ()
    return tuple(_measure(code, translator) for code in item.reasons if code != item.reason)


def _measure(code: str, translator: Translator) -> str:
    sentence = translator.text(source_text(messages.ASSESSMENTS, code))
    whose = translator.text("By the measure of this program:")
    return f"{whose} {sentence}" if code in _OWN_MEASURE else sentence


# No share that counts as enough is published: the text says that it is the program's own.
_OWN_MEASURE = frozenset(
    {
        *("results_visible_passed", "results_visible_failed", "results_visible_cant_tell"),
        *("key_page_closed", "part_missing"),
    }
)


def _definition(item: AssessmentItem, translator: Translator) -> Quote | None:
    text, language = text_in_language(item.definition, translator.language)
    if not text:
        return None
    return Quote(text=text, language=language, source=item.definition_source)


def _points(item: AssessmentItem, translator: Translator) -> str:
    """The points that an NSO's own rubric names for the item; empty without any."""
    if item.points is None:
        return ""
    most = translator.number(item.points.maximum)
    if item.points.minimum is None:
        return translator.text("Points: 0 to {maximum}").format(maximum=most)
    return translator.text("Points: 0 to {maximum}, at least {minimum} needed").format(
        maximum=most, minimum=translator.number(item.points.minimum)
    )


def _breakdown(item: AssessmentItem, translator: Translator) -> Iterator[Breakdown]:
    for group in CountGroup:
        table = messages.KINDS if group is CountGroup.VISIBLE_KIND else messages.REASONS
        counts = sorted(
            (count for count in item.breakdown if count.group is group),
            key=lambda count: (-count.number, count.code),
        )
        if counts:
            yield Breakdown(
                title=translator.text(messages.COUNT_GROUPS[group.value]),
                rows=tuple(
                    (
                        translator.text(source_text(table, count.code)),
                        translator.number(count.number),
                    )
                    for count in counts
                ),
            )


def _number(name: str, value: float, translator: Translator) -> tuple[str, str]:
    text = translator.percent(value) if name == "threshold" else translator.number(value)
    return translator.text(source_text(messages.NUMBERS, name)), text
