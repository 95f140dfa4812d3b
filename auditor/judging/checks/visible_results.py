"""Whether a stranger can see the project's results, judged by the visible share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from auditor.judging.codes import OutcomeReason
from auditor.judging.results import Results, find_results, is_coverage_certain
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
    outcome, reason = _outcome(results, threshold, certain=is_coverage_certain(inventory))
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


def _outcome(results: Results, threshold: float, *, certain: bool) -> tuple[Outcome, OutcomeReason]:
    """The outcome and its reason; doubts about coverage can turn "failed" into "cannot tell".

    Before the project passes, unread pages are taken to hold as much as usual pages; before it
    fails, as much as the fullest page.
    """
    worst = _tally(results, results.fullest)
    if not worst.total and not worst.doubtful:
        return (
            (Outcome.FAILED, OutcomeReason.RESULTS_NONE_FOUND)
            if certain
            else (Outcome.CANT_TELL, OutcomeReason.COVERAGE_UNCERTAIN)
        )
    if judge_share(_tally(results, results.usual), threshold) is Outcome.PASSED:
        return Outcome.PASSED, OutcomeReason.RESULTS_VISIBLE_PASSED
    if judge_share(worst, threshold) is Outcome.FAILED and certain:
        return Outcome.FAILED, OutcomeReason.RESULTS_VISIBLE_FAILED
    # The unread pages are the reason when the rest would have been enough for a judgement.
    without_pages = judge_share(_tally(results, 0), threshold)
    if without_pages is not Outcome.CANT_TELL or (not results.artefacts and not worst.doubtful):
        return Outcome.CANT_TELL, OutcomeReason.COVERAGE_UNCERTAIN
    return Outcome.CANT_TELL, OutcomeReason.RESULTS_VISIBLE_CANT_TELL


def _numbers(inventory: Inventory, results: Results, threshold: float) -> dict[str, int | float]:
    """The counts with which a reader can check the outcome."""
    states = [artefact.visibility for artefact in results.artefacts]
    visible = [artefact for artefact in results.artefacts if artefact.visibility.visible]
    return {
        "artefacts": len(results.artefacts),
        "visible": len(visible),
        "lost": sum(state.lost for state in states),
        "undetermined": sum(state.undetermined for state in states),
        "result_pages": len(results.texts),
        "doubtful": len(results.doubtful) + len(results.pictures),
        "pages_visible": sum(page.visibility.visible for page in inventory.pages),
        "pages_refused": len(results.refused),
        "pages_undetermined": len(results.unread) + results.unlisted,
        "threshold": threshold,
        "kinds": len({artefact.kind for artefact in visible}),
    }


def _breakdown(results: Results) -> tuple[Count, ...]:
    """What the numbers of visible, lost and undetermined artefacts consist of."""
    states = [artefact.visibility for artefact in results.artefacts]
    kinds = [artefact.kind for artefact in results.artefacts if artefact.visibility.visible]
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


def _latest(inventory: Inventory, results: Results) -> str | None:
    """The latest change that a visible page with visible results states."""
    artefacts = [artefact for artefact in results.artefacts if artefact.visibility.visible]
    carriers = {sighting.page for artefact in artefacts for sighting in artefact.sightings}
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
    """The evidence of the outcome: what is visible, what is lost, or what is undetermined."""
    if outcome is Outcome.PASSED:
        visible = [item.id for item in results.artefacts if item.visibility.visible]
        return (*visible, *(page.url for page in results.texts))
    if outcome is Outcome.FAILED:
        lost = [item.id for item in results.artefacts if item.visibility.lost]
        return (*lost, *(page.url for page in results.refused))
    open_ones = [item.id for item in results.artefacts if item.visibility.undetermined]
    open_ones += [item.id for item in results.pictures]
    return (*open_ones, *(page.url for page in (*results.unread, *results.doubtful)))


def _table(inventory: Inventory, results: Results) -> tuple[EvidenceRow, ...]:
    """The visible pages on each topic, with the visible results on them."""
    named = page_topics(inventory)
    visible = [item for item in results.artefacts if item.visibility.visible]
    return tuple(
        EvidenceRow(
            topic=topic,
            page=page.url,
            artefacts=tuple(
                item.id for item in visible if any(s.page == page.url for s in item.sightings)
            ),
        )
        for topic in Topic
        for page in inventory.pages
        if page.visibility.visible and topic in named[page.url]
    )
