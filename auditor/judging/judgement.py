"""The whole judgement of an inventory; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.judging import findings
from auditor.judging.assess import assess
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
    all_findings = findings.find(inventory)
    return Judgement(
        findings=all_findings,
        assessment=assess(rubric, inventory),
        pictures=pages_to_picture(inventory, all_findings, screenshots),
    )
