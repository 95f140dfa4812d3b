"""The parts of "results visible", how each is judged, and how they combine; pure.

Which parts there are, whether each is needed or only expected, and from where on it counts, stands
in the rubric. A part that is expected is named where it is absent, and holds nothing back. Needed
parts combine in EARL's order: failed before cannot tell before passed. A key page or a final
product that is closed keeps the outcome from passed, whatever the share of other things: a person
weighs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from auditor.judging.codes import OutcomeReason
from auditor.judging.results_visible.key_pages import KeyThings
from auditor.judging.results_visible.result_set import ResultSet
from auditor.judging.results_visible.standing import Standing
from auditor.judging.topics import Topic
from auditor.judging.verdict import RANK, judge_share, roll_up
from reports.audit import Outcome


class Level(StrEnum):
    """Whether the condition can hold without the part."""

    NEEDED = "needed"
    EXPECTED = "expected"


class _Rule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    level: Level


class ShareRule(_Rule):
    """A part that is there when this share of the products is visible."""

    threshold: Annotated[float, Field(gt=0, le=1, strict=True)]


class CountRule(_Rule):
    """A part that is there from this number of pages or links on."""

    threshold: Annotated[int, Field(ge=1, strict=True)]


class Parts(BaseModel):
    """The parts that a rubric names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    product: ShareRule
    results_page: CountRule | None = None
    dissemination: CountRule | None = None

    @model_validator(mode="after")
    def _check_levels(self) -> Self:
        rules = (self.product, self.results_page, self.dissemination)
        if not any(rule and rule.level is Level.NEEDED for rule in rules):
            raise ValueError("no part is needed, so everything would pass")
        return self

    @property
    def key_topics(self) -> frozenset[Topic]:
        """The topics by which a page's title makes it a key page."""
        shown = {Topic.DISSEMINATION} if self.dissemination else set()
        return frozenset({Topic.PRODUCT, *shown})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many pages or traces show a part: certainly, and at most."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The outcome of a part or of all together, and its reason."""

    outcome: Outcome
    reason: OutcomeReason


_PASSED = Judged(outcome=Outcome.PASSED, reason=OutcomeReason.RESULTS_VISIBLE_PASSED)
_FAILED = Judged(outcome=Outcome.FAILED, reason=OutcomeReason.RESULTS_VISIBLE_FAILED)
_NONE_FOUND = Judged(outcome=Outcome.FAILED, reason=OutcomeReason.RESULTS_NONE_FOUND)
_UNREAD = Judged(outcome=Outcome.CANT_TELL, reason=OutcomeReason.COVERAGE_UNCERTAIN)
_UNKNOWN = Judged(outcome=Outcome.CANT_TELL, reason=OutcomeReason.RESULTS_VISIBLE_CANT_TELL)
_KEY_CLOSED = Judged(outcome=Outcome.CANT_TELL, reason=OutcomeReason.KEY_PAGE_CLOSED)
_MISSING = Judged(outcome=Outcome.FAILED, reason=OutcomeReason.PART_MISSING)


def judge_parts(
    results: ResultSet, keys: KeyThings, parts: Parts, pages: Count, traces: Count
) -> Judged:
    """The outcome of the condition; ``pages`` show results, ``traces`` dissemination."""
    judged = [
        verdict
        for rule, verdict in (
            (parts.product, judge_products(results, parts.product.threshold)),
            (parts.results_page, judge_count(parts.results_page, pages, results)),
            (parts.dissemination, judge_count(parts.dissemination, traces, results)),
        )
        if rule is not None and rule.level is Level.NEEDED
    ]
    outcome = roll_up(verdict.outcome for verdict in judged)
    return _with_keys(next(verdict for verdict in judged if verdict.outcome is outcome), keys)


def _with_keys(judged: Judged, keys: KeyThings) -> Judged:
    """The outcome, kept from passed by key things that are closed or undetermined."""
    if judged.outcome is Outcome.FAILED or judged == _UNREAD:
        return judged
    if keys.named:
        return _KEY_CLOSED
    if judged == _PASSED and keys.unknown_pages:
        return _UNREAD
    if judged == _PASSED and keys.unknown_products:
        return _UNKNOWN
    return judged


def judge_count(rule: CountRule | None, count: Count, results: ResultSet) -> Judged:
    """Whether there are enough pages or traces; never failed where the site was read in part."""
    if rule is None or count.least >= rule.threshold:
        return _PASSED
    return _MISSING if count.most < rule.threshold and results.certain else _UNREAD


def judge_products(results: ResultSet, threshold: float) -> Judged:
    """The outcome by the share of products, or of rows of pictures where there are no products.

    Pages whose text is a result decide before pictures do: the better outcome counts. Where all
    products are undetermined, they must not take the word from the pictures: both counts must come
    to the same outcome.
    """
    by_products = _judge(results, (), threshold)
    if not results.galleries or any(product.known for product in results.products):
        return by_products
    rows = tuple(gallery.standing(threshold) for gallery in results.galleries)
    by_pictures = _judge(results, rows, threshold)
    if results.products:
        return by_products if by_products.outcome is by_pictures.outcome else _UNKNOWN
    tally = results.upper()
    if not tally.total and not tally.doubtful:
        return by_pictures
    return min((by_products, by_pictures), key=lambda judged: RANK.index(judged.outcome))


def _judge(results: ResultSet, rows: tuple[Standing, ...], threshold: float) -> Judged:
    """The outcome of one count; doubts about coverage can turn "failed" into "cannot tell".

    Before the project passes, unread pages are taken to be closed; before it fails, to show as much
    as the fullest page holds.
    """
    worst = results.upper(rows)
    if not worst.total and not worst.doubtful:
        return _NONE_FOUND if results.certain else _UNREAD
    if judge_share(results.lower(rows), threshold) is Outcome.PASSED:
        return _PASSED
    if judge_share(worst, threshold) is Outcome.FAILED and results.certain:
        return _FAILED
    # The unread pages are the reason when the rest would have been enough for a judgement.
    without_pages = judge_share(results.known(rows), threshold)
    nothing = not (results.products or rows or worst.doubtful)
    return _UNREAD if without_pages is not Outcome.CANT_TELL or nothing else _UNKNOWN
