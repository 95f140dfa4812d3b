"""Where is each phase of the project documented for a stranger, and which phase is not?"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from auditor.judging.results import content_pages, coverage_certain, on_pages, result_artefacts
from auditor.judging.topics import Topic, page_topics
from auditor.judging.verdict import Verdict
from crawlers.model import Artefact, Inventory, Page
from reports.audit import EvidenceRow, Outcome


def check(
    inventory: Inventory,
    *,
    topics: tuple[Topic, ...],
    min_words: Annotated[int, Field(ge=0)] = 30,
) -> Verdict:
    """The pages that document each topic, for a human to weigh.

    A page documents its topics when a stranger sees it and it shows a visible result or at
    least ``min_words`` words. A topic is missing only when no page that could not be read, and
    no artefact that could not be checked, may document it.
    """
    named = page_topics(inventory)
    carried = on_pages(result_artefacts(inventory))
    pages = [
        (topic, page)
        for topic in topics
        for page in content_pages(inventory)
        if topic in named[page.url]
    ]
    table = tuple(
        EvidenceRow(topic=topic, page=page.url, artefacts=_seen(carried.get(page.url, ())))
        for topic, page in pages
        if _documents(page, carried.get(page.url, ()), min_words)
    )
    open_topics = {topic for topic, page in pages if _may_document(page, carried.get(page.url, ()))}
    found = {row.topic for row in table}
    absent = [topic for topic in topics if topic not in found]
    unread = any(p.visibility.undetermined and not named[p.url] for p in content_pages(inventory))
    certain = coverage_certain(inventory) and not unread
    missing = tuple(topic for topic in absent if certain and topic not in open_topics)
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason=_reason(absent=len(absent), missing=len(missing), topics=len(topics)),
        evidence=_evidence(table),
        table=table,
        missing=missing,
    )


def _seen(artefacts: tuple[Artefact, ...]) -> tuple[str, ...]:
    return tuple(artefact.id for artefact in artefacts if artefact.visibility.visible)


def _documents(page: Page, artefacts: tuple[Artefact, ...], min_words: int) -> bool:
    """True when a stranger finds something on the page."""
    return page.visibility.visible and (page.words >= min_words or bool(_seen(artefacts)))


def _may_document(page: Page, artefacts: tuple[Artefact, ...]) -> bool:
    """True when nobody could tell whether a stranger finds something on the page."""
    return page.visibility.undetermined or (
        page.visibility.visible and any(item.visibility.undetermined for item in artefacts)
    )


def _reason(*, absent: int, missing: int, topics: int) -> str:
    if not absent:
        return "documentation_found"
    if absent < topics:
        return "documentation_partial"
    return "documentation_none" if missing == topics else "coverage_uncertain"


def _evidence(table: tuple[EvidenceRow, ...]) -> tuple[str, ...]:
    """The pages of the table and their artefacts, each once."""
    return tuple(dict.fromkeys(item for row in table for item in (row.page, *row.artefacts)))
