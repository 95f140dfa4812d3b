"""Where each phase of the project is documented for a stranger, and which phase is not."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import Field

from auditor.judging.codes import OutcomeReason
from auditor.judging.facts import Facts
from auditor.judging.phases import Strength, evidence_row, phase_evidence
from auditor.judging.results import (
    artefacts_by_page,
    content_pages,
    is_coverage_certain,
    result_artefacts,
)
from auditor.judging.results_visible.dissemination import traces
from auditor.judging.results_visible.standing import Standing
from auditor.judging.topics import Topic, topics_in
from auditor.judging.verdict import Verdict
from crawlers.model.artefact import Artefact
from crawlers.model.inventory import Inventory
from crawlers.model.page import Page
from reports.audit import EvidenceRow, Outcome, PhaseEvidence


def check(
    facts: Facts,
    *,
    topics: tuple[Topic, ...],
    min_words: Annotated[int, Field(ge=0)] = 30,
) -> Verdict:
    """The pages that document each topic, for a human to judge.

    A page documents its topics when a stranger sees it and it shows a visible result or at
    least ``min_words`` words; any page documents the topics that the label of a visible result
    on it names ("Our plan", on a page "About us"). A topic is missing only when no page that
    could not be read, and no artefact that could not be checked, may document it.
    """
    inventory, named = facts.inventory, facts.topics
    carried = artefacts_by_page(result_artefacts(inventory))
    places = [
        (topic, page, topic in named[page.url], carried.get(page.url, ()))
        for topic in topics
        for page in content_pages(inventory)
    ]
    about = [
        _About(topic, page, own, things if own else _artefacts_by_label(topic, page, things))
        for topic, page, own, things in places
    ]
    table = tuple(
        evidence_row(entry.topic, entry.page.url, _visible(entry.artefacts))
        for entry in about
        if _documents(entry, min_words)
    )
    open_topics = {entry.topic for entry in about if _may_document(entry)}
    table_topics = {row.topic for row in table}
    absent = [topic for topic in topics if topic not in table_topics]
    unread = any(p.visibility.undetermined and not named[p.url] for p in content_pages(inventory))
    certain = is_coverage_certain(inventory) and not unread
    missing = tuple(topic for topic in absent if certain and topic not in open_topics)
    untold = tuple(topic for topic in absent if topic not in missing)
    outside = tuple(t.id for t in traces(facts) if t.standing is Standing.OPEN)
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason=_reason(absent=len(absent), missing=len(missing), topics=len(topics)),
        numbers={"links": len(outside)} if outside and Topic.DISSEMINATION in topics else {},
        evidence=_evidence(table),
        table=table,
        missing=missing,
        untold=untold,
        phases=_phases(topics, table, inventory, outside, frozenset(untold)),
    )


def _phases(
    topics: tuple[Topic, ...],
    table: tuple[EvidenceRow, ...],
    inventory: Inventory,
    outside: tuple[str, ...],
    untold: frozenset[Topic],
) -> tuple[PhaseEvidence, ...]:
    """How well each phase is shown; links outside bear on dissemination alone."""
    by_id = {artefact.id: artefact for artefact in inventory.artefacts}
    return tuple(
        phase_evidence(
            topic,
            [row for row in table if row.topic == topic],
            by_id,
            outside if topic is Topic.DISSEMINATION else (),
            Strength.UNTOLD if topic in untold else Strength.MISSING,
        )
        for topic in topics
    )


class _About(NamedTuple):
    """A page and its artefacts on a topic; ``own`` is true when the page itself is about it."""

    topic: Topic
    page: Page
    own: bool
    artefacts: tuple[Artefact, ...]


def _artefacts_by_label(
    topic: Topic, page: Page, artefacts: tuple[Artefact, ...]
) -> tuple[Artefact, ...]:
    """The artefacts whose label on the page names the topic; an address is no label."""
    return tuple(
        artefact
        for artefact in artefacts
        if any(
            topic in topics_in(sighting.label)
            for sighting in artefact.sightings
            if sighting.page == page.url and "://" not in sighting.label
        )
    )


def _visible(artefacts: tuple[Artefact, ...]) -> tuple[Artefact, ...]:
    return tuple(artefact for artefact in artefacts if artefact.visibility.visible)


def _documents(entry: _About, min_words: int) -> bool:
    """True when a stranger finds something on the topic there."""
    has_text = entry.own and entry.page.words >= min_words
    return entry.page.visibility.visible and (has_text or bool(_visible(entry.artefacts)))


def _may_document(entry: _About) -> bool:
    """True when it is undetermined whether a stranger finds something on the topic there."""
    state = entry.page.visibility
    unchecked = any(item.visibility.undetermined for item in entry.artefacts)
    return (entry.own and state.undetermined) or (state.visible and unchecked)


def _reason(*, absent: int, missing: int, topics: int) -> OutcomeReason:
    if not absent:
        return OutcomeReason.DOCUMENTATION_FOUND
    if absent < topics:
        return OutcomeReason.DOCUMENTATION_PARTIAL
    return (
        OutcomeReason.DOCUMENTATION_NONE if missing == topics else OutcomeReason.COVERAGE_UNCERTAIN
    )


def _evidence(table: tuple[EvidenceRow, ...]) -> tuple[str, ...]:
    """The pages of the table and their artefacts, each once."""
    return tuple(dict.fromkeys(item for row in table for item in (row.page, *row.artefacts)))
