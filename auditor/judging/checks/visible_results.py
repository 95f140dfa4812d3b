"""Whether a stranger can see the project's results, judged by the parts that the rubric names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from auditor.judging.facts import Facts
from auditor.judging.phases import evidence_row
from auditor.judging.results import artefacts_by_page, result_artefacts
from auditor.judging.results_visible.key_pages import find_key_things
from auditor.judging.results_visible.least_change import find_least_change
from auditor.judging.results_visible.parts import Parts, judge_parts
from auditor.judging.results_visible.result_set import ResultSet, find_result_set
from auditor.judging.results_visible.shown_pages import count_dissemination, count_result_pages
from auditor.judging.results_visible.standing import Standing
from auditor.judging.topics import Topic
from auditor.judging.verdict import Verdict
from crawlers.model.artefact import Artefact, Kind
from crawlers.model.inventory import Inventory
from crawlers.model.verdict import Reason
from reports.audit import Count, CountGroup, EvidenceRow, Outcome


def check(
    facts: Facts,
    *,
    parts: Parts,
    topics: frozenset[Topic],
    min_words: Annotated[int, Field(ge=1)] = 100,
    also: frozenset[Kind] = frozenset(),
    topic_table: bool = True,
) -> Verdict:
    """Passed when the needed parts are there for certain, failed when they cannot be.

    Never failed where the site was read in part, or looks other than expected: what was not
    read may hold results. ``topics`` are those whose text pages are results by themselves; ``also``
    are kinds that count as products beside the usual ones (``social``). ``topic_table`` is false
    beside a check that has a table of its own.
    """
    results = find_result_set(facts, topics, min_words, also)
    keys = find_key_things(facts, results.products, parts.key_topics)
    shown = count_result_pages(facts, results), count_dissemination(facts, results)
    judged = judge_parts(results, keys, parts, *shown)
    artefacts = result_artefacts(facts.inventory)
    absent = parts.dissemination is not None and results.certain and not shown[1].most
    return Verdict(
        outcome=judged.outcome,
        reason=judged.reason,
        numbers=_numbers(facts.inventory, results, artefacts, parts.product.threshold),
        evidence=_evidence(results, judged.outcome),
        table=_table(facts, artefacts) if topic_table else (),
        missing=(Topic.DISSEMINATION,) if absent and topic_table else (),
        breakdown=_breakdown(artefacts),
        latest=_latest(facts.inventory, results, artefacts),
        named=keys.named,
        least_change=find_least_change(facts, results, keys, parts, judged, shown),
    )


def _numbers(
    inventory: Inventory, results: ResultSet, artefacts: tuple[Artefact, ...], threshold: float
) -> Mapping[str, int | float]:
    """The counts with which a reader can check the outcome."""
    states = [artefact.visibility for artefact in artefacts]
    visible = [artefact for artefact in artefacts if artefact.visibility.visible]
    standings = [product.standing for product in results.products]
    pictures = [standing for row in results.galleries for standing in row.standings]
    doubtful = len(results.doubtful) + len(results.pictures) + bool(results.sites)
    return {
        "products": len(standings) + len(results.texts),
        "products_visible": standings.count(Standing.OPEN) + len(results.texts),
        "products_lost": standings.count(Standing.LOST),
        "products_undetermined": standings.count(Standing.UNKNOWN),
        "pictures": len(pictures),
        "pictures_visible": pictures.count(Standing.OPEN),
        "galleries": len(results.galleries),
        "artefacts": len(artefacts),
        "visible": len(visible),
        "lost": sum(state.lost for state in states),
        "undetermined": sum(state.undetermined for state in states),
        "result_pages": len(results.texts),
        "doubtful": doubtful,
        "pages_visible": sum(page.visibility.visible for page in inventory.pages),
        "pages_refused": len(results.refused),
        "pages_undetermined": len(results.unread) + len(results.strange) + results.unlisted,
        "threshold": threshold,
        "kinds": len({artefact.kind for artefact in visible}),
    }


def _breakdown(artefacts: tuple[Artefact, ...]) -> tuple[Count, ...]:
    """What the numbers of visible, lost and undetermined artefacts consist of."""
    states = [artefact.visibility for artefact in artefacts]
    kinds = [artefact.kind for artefact in artefacts if artefact.visibility.visible]
    lost = [state.reason for state in states if state.lost]
    unknown = [state.reason for state in states if state.undetermined]
    return (
        *_counts(CountGroup.VISIBLE_KIND, kinds),
        *_counts(CountGroup.LOST_REASON, lost),
        *_counts(CountGroup.UNDETERMINED_REASON, unknown),
    )


def _counts(group: CountGroup, codes: Iterable[Kind | Reason]) -> tuple[Count, ...]:
    """The counts of one group, the greatest first."""
    counted = sorted(Counter(codes).items(), key=lambda pair: (-pair[1], pair[0].value))
    return tuple(Count(group=group, code=code.value, number=number) for code, number in counted)


def _latest(
    inventory: Inventory, results: ResultSet, artefacts: tuple[Artefact, ...]
) -> str | None:
    """The latest change that a visible page with visible results states."""
    visible = [artefact for artefact in artefacts if artefact.visibility.visible]
    carriers = {sighting.page for artefact in visible for sighting in artefact.sightings}
    carriers |= {page.url for page in results.texts}
    return max(
        (
            page.updated
            for page in inventory.pages
            if page.url in carriers and page.visibility.visible and page.updated
        ),
        default=None,
    )


def _evidence(results: ResultSet, outcome: Outcome) -> tuple[str, ...]:
    """The evidence of the outcome: what is visible, what is lost, or what is undetermined."""
    if outcome is Outcome.PASSED:
        return (*_ids(results, Standing.OPEN), *(page.url for page in results.texts))
    if outcome is Outcome.FAILED:
        return (*_ids(results, Standing.LOST), *(page.url for page in results.refused))
    unsure = (*results.unread, *results.strange, *results.doubtful)
    pages = dict.fromkeys(page.url for page in unsure)
    home = (picture.id for picture in results.pictures)
    return (*_ids(results, Standing.UNKNOWN), *home, *pages)


def _ids(results: ResultSet, standing: Standing) -> tuple[str, ...]:
    """The copies of products of that standing; pictures, where there are no products."""
    copies = (
        copy.id
        for product in results.products
        if product.standing is standing
        for copy in product.copies
        if _is_of(copy, standing)
    )
    if results.products:
        return tuple(copies)
    return tuple(
        picture.id
        for row in results.galleries
        for picture, its in zip(row.pictures, row.standings, strict=True)
        if its is standing
    )


def _is_of(copy: Artefact, standing: Standing) -> bool:
    """True for the copies that make a product what it is; of a visible one, those that open."""
    return copy.visibility.visible if standing is Standing.OPEN else not copy.visibility.visible


def _table(facts: Facts, artefacts: tuple[Artefact, ...]) -> tuple[EvidenceRow, ...]:
    """The visible pages on each topic, with the visible results on them."""
    visible = artefacts_by_page(tuple(item for item in artefacts if item.visibility.visible))
    return tuple(
        evidence_row(topic, page.url, visible.get(page.url, ()))
        for topic in Topic
        for page in facts.inventory.pages
        if page.visibility.visible and topic in facts.topics[page.url]
    )
