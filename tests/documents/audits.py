"""The audits whose reports are opened: the replica's projects, and the unit tests' rich sample."""

from __future__ import annotations

from functools import cache

from auditor.judging import assess, rubric
from crawlers.model.inventory import Inventory
from reports.audit import Audit
from tests.replica.audits import NAMES, audit_of
from tests.unit import sample

SAMPLE = "sample"
AUDITS = (SAMPLE, *NAMES)
RUBRICS = rubric.ids()


@cache
def audit(name: str) -> Audit:
    """An audit by its name, as it was judged."""
    return sample.AUDIT if name == SAMPLE else audit_of(name)


@cache
def audit_judged_by(name: str, rubric_id: str) -> Audit:
    """A replica project's audit, judged again by another rubric."""
    audited = audit_of(name)
    inventory = Inventory(
        project=audited.project,
        coverage=audited.coverage,
        pages=audited.pages,
        artefacts=audited.artefacts,
        warnings=audited.warnings,
    )
    return audited.model_copy(
        update={"assessment": assess.assess(rubric.load(rubric_id), inventory)}
    )
