"""Where is each phase of the project documented for a stranger, and which phase is not?"""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import Field

from auditor.judging.results import content_pages, coverage_certain, on_pages, result_artefacts
from auditor.judging.topics import Topic, page_topics, topics_in
from auditor.judging.verdict import Verdict
from crawlers.model.artefact import Artefact
from crawlers.model.inventory import Inventory
from crawlers.model.link import LinkRole
from crawlers.model.page import Page
from reports.audit import EvidenceRow, Outcome


def check(
    inventory: Inventory,
    *,
    topics: tuple[Topic, ...],
    min_words: Annotated[int, Field(ge=0)] = 30,
) -> Verdict:
    """The pages that document each topic, for a human to weigh.

    A page documents its topics when a stranger sees it and it shows a visible result or at
    least ``min_words`` words; any page documents the topics that the label of a visible result
    on it names ("Our plan", on a page "About us"). A topic is missing only when no page that
    could not be read, and no artefact that could not be checked, may document it.
    """
    named = page_topics(inventory)
    carried = on_pages(result_artefacts(inventory))
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
        EvidenceRow(topic=one.topic, page=one.page.url, artefacts=_visible_ids(one.artefacts))
        for one in about
        if _documents(one, min_words)
    )
    open_topics = {one.topic for one in about if _may_document(one)}
    found = {row.topic for row in table}
    absent = [topic for topic in topics if topic not in found]
    unread = any(p.visibility.undetermined and not named[p.url] for p in content_pages(inventory))
    certain = coverage_certain(inventory) and not unread
    missing = tuple(topic for topic in absent if certain and topic not in open_topics)
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason=_reason(absent=len(absent), missing=len(missing), topics=len(topics)),
        numbers=_links_out(inventory, about) if Topic.DISSEMINATION in topics else {},
        evidence=_evidence(table),
        table=table,
        missing=missing,
        untold=tuple(topic for topic in absent if topic not in missing),
    )


def _links_out(inventory: Inventory, about: list[_About]) -> dict[str, int | float]:
    """The links that show others writing or reading of the project; none where there are none.

    Counted are sites that a stranger sees, linked from visible pages that are about dissemination.
    """
    pages = {
        one.page.url
        for one in about
        if one.topic is Topic.DISSEMINATION and one.own and one.page.visibility.visible
    }
    seen = [
        link
        for link in inventory.links
        if link.role is LinkRole.SITE
        and link.visibility.visible
        and any(sighting.page in pages for sighting in link.sightings)
    ]
    return {"links": len(seen)} if seen else {}


class _About(NamedTuple):
    """A page and what on it bears on a topic; ``own`` when the page itself is about it."""

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


def _visible_ids(artefacts: tuple[Artefact, ...]) -> tuple[str, ...]:
    return tuple(artefact.id for artefact in artefacts if artefact.visibility.visible)


def _documents(one: _About, min_words: int) -> bool:
    """True when a stranger finds something on the topic there."""
    told = one.own and one.page.words >= min_words
    return one.page.visibility.visible and (told or bool(_visible_ids(one.artefacts)))


def _may_document(one: _About) -> bool:
    """True when nobody could tell whether a stranger finds something on the topic there."""
    state = one.page.visibility
    unchecked = any(item.visibility.undetermined for item in one.artefacts)
    return (one.own and state.undetermined) or (state.visible and unchecked)


def _reason(*, absent: int, missing: int, topics: int) -> str:
    if not absent:
        return "documentation_found"
    if absent < topics:
        return "documentation_partial"
    return "documentation_none" if missing == topics else "coverage_uncertain"


def _evidence(table: tuple[EvidenceRow, ...]) -> tuple[str, ...]:
    """The pages of the table and their artefacts, each once."""
    return tuple(dict.fromkeys(item for row in table for item in (row.page, *row.artefacts)))
