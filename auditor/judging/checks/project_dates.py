"""When the project was last changed, by its pages that give a date."""

from __future__ import annotations

from auditor.judging.codes import OutcomeReason
from auditor.judging.facts import Facts
from auditor.judging.results import content_pages
from auditor.judging.verdict import Verdict
from reports.audit import Outcome


def check(facts: Facts) -> Verdict:
    """The visible pages with a date of their last change, the latest first.

    The project's own state (open, archived, closed) stands in the audit itself.
    """
    dated = [
        page for page in content_pages(facts.inventory) if page.visibility.visible and page.updated
    ]
    latest = sorted(dated, key=lambda page: page.updated or "", reverse=True)
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason=OutcomeReason.LEFT_TO_HUMAN,
        evidence=tuple(page.url for page in latest),
        latest=latest[0].updated if latest else None,
    )
