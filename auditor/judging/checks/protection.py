"""Which visible pages hold contact data that may be personal."""

from __future__ import annotations

from auditor.judging.codes import OutcomeReason
from auditor.judging.facts import Facts
from auditor.judging.verdict import Verdict
from reports.audit import EvidenceRow, Outcome


def check(facts: Facts) -> Verdict:
    """The visible pages with an e-mail address or a phone number, for a human to look at.

    Whether it belongs to a person, and whether that person agreed, cannot be seen from outside;
    names and faces are not searched for. So "none" proves nothing, and nothing is missing here.
    """
    pages = [
        page for page in facts.inventory.pages if page.visibility.visible and page.personal_data
    ]
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason=OutcomeReason.LEFT_TO_HUMAN,
        numbers={"pages_personal_data": len(pages)},
        evidence=tuple(page.url for page in pages),
        table=tuple(EvidenceRow(topic="personal_data", page=page.url) for page in pages),
    )
