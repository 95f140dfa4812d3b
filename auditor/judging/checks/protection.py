"""On which visible pages does contact data stand that may be somebody's own?"""

from __future__ import annotations

from auditor.judging.verdict import Verdict
from crawlers.model.inventory import Inventory
from reports.audit import EvidenceRow, Outcome


def check(inventory: Inventory) -> Verdict:
    """The visible pages with an e-mail address or a phone number, for a human to look at.

    Whether it is a person's, and whether that person agreed, cannot be seen from outside; names
    and faces are not looked for. So "none" is no proof of anything, and nothing is missing here.
    """
    found = [page for page in inventory.pages if page.visibility.visible and page.personal_data]
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason="left_to_human",
        numbers={"pages_personal_data": len(found)},
        evidence=tuple(page.url for page in found),
        table=tuple(EvidenceRow(topic="personal_data", page=page.url) for page in found),
    )
