"""The whole judgement of an inventory; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.judging import findings
from auditor.judging.assess import assess_facts
from auditor.judging.facts import facts_of
from auditor.judging.pictures import pages_to_picture
from auditor.judging.rubric import Rubric
from crawlers.model.inventory import Inventory
from reports.audit import Assessment, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Findings and assessment; ``pictures`` gives by page address why the page is pictured."""

    findings: tuple[Finding, ...]
    assessment: Assessment
    pictures: Mapping[str, str]


def judge_inventory(inventory: Inventory, rubric: Rubric, screenshots: str) -> Judgement:
    """The judgement by a rubric; ``screenshots`` is ``none``, ``key`` or ``all``."""
    facts = facts_of(inventory)
    all_findings = findings.find(inventory)
    return Judgement(
        findings=all_findings,
        assessment=assess_facts(rubric, facts),
        pictures=pages_to_picture(facts, all_findings, screenshots),
    )
