"""Apply a rubric to an inventory: rubric x inventory -> assessment."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.judging.checks import registry
from auditor.judging.facts import Facts, facts_of
from auditor.judging.rubric import Item, Rubric
from auditor.judging.verdict import RANK, Verdict, roll_up
from crawlers.model.inventory import Inventory
from reports.audit import Assessment, AssessmentItem, Mode, Outcome, Points

LEFT_TO_HUMAN = "left_to_human"


def assess(rubric: Rubric, inventory: Inventory) -> Assessment:
    """Every item of the rubric in its order, decided where its mode allows, else for a human."""
    return assess_facts(rubric, facts_of(inventory))


def assess_facts(rubric: Rubric, facts: Facts) -> Assessment:
    """The same, where the facts of the inventory are at hand."""
    return Assessment(
        rubric=rubric.id,
        title=rubric.title,
        source=rubric.source,
        items=tuple(_item(item, facts) for item in rubric.items),
        valid_from=rubric.validity.begins if rubric.validity else None,
        valid_until=rubric.validity.until if rubric.validity else None,
        pass_mark=rubric.points.pass_mark if rubric.points else None,
    )


def _item(item: Item, facts: Facts) -> AssessmentItem:
    checks = registry()
    verdicts = [checks[need.check](facts, **need.arguments) for need in item.requirements]
    outcome = Outcome.FOR_HUMAN
    if item.mode is Mode.AUTOMATIC:
        outcome = roll_up(verdict.outcome for verdict in verdicts)
    return AssessmentItem(
        key=item.key,
        kind=item.kind,
        mode=item.mode,
        outcome=outcome,
        reason=_reason(item.mode, outcome, verdicts),
        wording=item.wording,
        numbers={name: n for verdict in reversed(verdicts) for name, n in verdict.numbers.items()},
        evidence=tuple(dict.fromkeys(part for verdict in verdicts for part in verdict.evidence)),
        table=tuple(dict.fromkeys(row for verdict in verdicts for row in verdict.table)),
        missing=tuple(dict.fromkeys(part for verdict in verdicts for part in verdict.missing)),
        untold=tuple(dict.fromkeys(part for verdict in verdicts for part in verdict.untold)),
        reasons=tuple(dict.fromkeys(v.reason for v in verdicts if v.reason != LEFT_TO_HUMAN)),
        breakdown=tuple(dict.fromkeys(row for verdict in verdicts for row in verdict.breakdown)),
        latest=max((verdict.latest for verdict in verdicts if verdict.latest), default=None),
        compulsory=item.compulsory,
        definition=item.definition.wording if item.definition else {},
        definition_source=item.definition.source if item.definition else "",
        points=_points(item),
        named=tuple(dict.fromkeys(part for verdict in verdicts for part in verdict.named)),
        least_change=next((v.least_change for v in verdicts if v.least_change), None),
        phases=tuple(phase for verdict in verdicts for phase in verdict.phases),
    )


def _points(item: Item) -> Points | None:
    points = item.points
    return Points(maximum=points.maximum, minimum=points.minimum) if points else None


def _reason(mode: Mode, outcome: Outcome, verdicts: Sequence[Verdict]) -> str:
    """The reason of the check that decided; of the first check when a human decides."""
    if mode is Mode.MANUAL:
        return LEFT_TO_HUMAN
    if mode is Mode.SEMI_AUTOMATIC or outcome not in RANK:
        return verdicts[0].reason
    return next(verdict.reason for verdict in verdicts if verdict.outcome is outcome)
