"""Can a stranger see the project's results? Judged by the share of them that is visible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from auditor.judging.results import Results, coverage_certain, find_results
from auditor.judging.topics import Topic, page_topics
from auditor.judging.verdict import Tally, Verdict, judge_share
from crawlers.model.artefact import Kind
from crawlers.model.inventory import Inventory
from crawlers.model.verdict import Reason
from reports.audit import Count, CountGroup, EvidenceRow, Outcome


def check(
    inventory: Inventory,
    *,
    threshold: Annotated[float, Field(gt=0, le=1)],
    topics: frozenset[Topic],
    min_words: Annotated[int, Field(ge=1)] = 100,
    topic_table: bool = True,
) -> Verdict:
    """Passed when at least ``threshold`` of the results are visible, failed when they cannot be.

    Never failed where the site was read in part, or looks other than expected: what was not
    read may hold results. ``topics`` are those whose text pages are results by themselves.
    ``topic_table`` is false beside a check that has a table of its own.
    """
    results = find_results(inventory, topics, min_words)
    outcome, reason = _outcome(results, threshold, certain=coverage_certain(inventory))
    return Verdict(
        outcome=outcome,
        reason=reason,
        numbers=_numbers(inventory, results, threshold),
        evidence=_evidence(results, outcome),
        table=_table(inventory, results) if topic_table else (),
        breakdown=_breakdown(results),
        latest=_latest(inventory, results),
    )


def _tally(results: Results, load: int) -> Tally:
    """The count of results, each unread page counting as ``load`` unknown ones."""
    states = [artefact.visibility for artefact in results.artefacts]
    unread = (len(results.unread) + results.unlisted) * load
    return Tally(
        visible=sum(state.visible for state in states) + len(results.texts),
        lost=sum(state.lost for state in states) + len(results.refused),
        undetermined=sum(state.undetermined for state in states) + unread,
        doubtful=len(results.doubtful) + len(results.pictures),
    )


def _outcome(results: Results, threshold: float, *, certain: bool) -> tuple[Outcome, str]:
    """The outcome and its reason; doubts about coverage can turn "failed" into "cannot tell".

    Unread pages are thought to be as full as usual before the project passes, and as full as
    the fullest before it fails.
    """
    worst = _tally(results, results.fullest)
    if not worst.total and not worst.doubtful:
        return (
            (Outcome.FAILED, "results_none_found")
            if certain
            else (Outcome.CANT_TELL, "coverage_uncertain")
        )
    if judge_share(_tally(results, results.usual), threshold) is Outcome.PASSED:
        return Outcome.PASSED, "results_visible_passed"
    if judge_share(worst, threshold) is Outcome.FAILED and certain:
        return Outcome.FAILED, "results_visible_failed"
    # The pages are to blame when what was read would have been enough to judge by.
    without_pages = judge_share(_tally(results, 0), threshold)
    if without_pages is not Outcome.CANT_TELL or (not results.artefacts and not worst.doubtful):
        return Outcome.CANT_TELL, "coverage_uncertain"
    return Outcome.CANT_TELL, "results_visible_cant_tell"


def _numbers(inventory: Inventory, results: Results, threshold: float) -> dict[str, int | float]:
    """The counts a reader checks the outcome by."""
    states = [artefact.visibility for artefact in results.artefacts]
    seen = [artefact for artefact in results.artefacts if artefact.visibility.visible]
    return {
        "artefacts": len(results.artefacts),
        "visible": len(seen),
        "lost": sum(state.lost for state in states),
        "undetermined": sum(state.undetermined for state in states),
        "result_pages": len(results.texts),
        "doubtful": len(results.doubtful) + len(results.pictures),
        "pages_visible": sum(page.visibility.visible for page in inventory.pages),
        "pages_refused": len(results.refused),
        "pages_undetermined": len(results.unread) + results.unlisted,
        "threshold": threshold,
        "kinds": len({artefact.kind for artefact in seen}),
    }


def _breakdown(results: Results) -> tuple[Count, ...]:
    """What the numbers of visible, lost and undetermined artefacts consist of."""
    states = [artefact.visibility for artefact in results.artefacts]
    seen = [artefact.kind for artefact in results.artefacts if artefact.visibility.visible]
    lost = [state.reason for state in states if state.lost]
    unknown = [state.reason for state in states if state.undetermined]
    return (
        *_counts(CountGroup.VISIBLE_KIND, seen),
        *_counts(CountGroup.LOST_REASON, lost),
        *_counts(CountGroup.UNDETERMINED_REASON, unknown),
    )


def _counts(group: CountGroup, codes: Iterable[Kind | Reason]) -> tuple[Count, ...]:
    """The counts of one group, the greatest first."""
    counted = sorted(Counter(codes).items(), key=lambda pair: (-pair[1], pair[0].value))
    return tuple(Count(group=group, code=code.value, number=number) for code, number in counted)


def _latest(inventory: Inventory, results: Results) -> str | None:
    """The latest change that a visible page with visible results states."""
    seen = [artefact for artefact in results.artefacts if artefact.visibility.visible]
    carriers = {sighting.page for artefact in seen for sighting in artefact.sightings}
    carriers |= {page.url for page in results.texts}
    return max(
        (
            page.updated
            for page in inventory.pages
            if page.url in carriers and page.visibility.visible and page.updated
        ),
        default=None,
    )


def _evidence(results: Results, outcome: Outcome) -> tuple[str, ...]:
    """What carries the outcome: what is seen, what is lost, or what nobody could tell."""
    if outcome is Outcome.PASSED:
        seen = [item.id for item in results.artefacts if item.visibility.visible]
        return (*seen, *(page.url for page in results.texts))
    if outcome is Outcome.FAILED:
        lost = [item.id for item in results.artefacts if item.visibility.lost]
        return (*lost, *(page.url for page in results.refused))
    open_ones = [item.id for item in results.artefacts if item.visibility.undetermined]
    open_ones += [item.id for item in results.pictures]
    return (*open_ones, *(page.url for page in (*results.unread, *results.doubtful)))


def _table(inventory: Inventory, results: Results) -> tuple[EvidenceRow, ...]:
    """The visible pages on each topic, with the visible results on them."""
    named = page_topics(inventory)
    seen = [item for item in results.artefacts if item.visibility.visible]
    return tuple(
        EvidenceRow(
            topic=topic,
            page=page.url,
            artefacts=tuple(
                item.id for item in seen if any(s.page == page.url for s in item.sightings)
            ),
        )
        for topic in Topic
        for page in inventory.pages
        if page.visibility.visible and topic in named[page.url]
    )
