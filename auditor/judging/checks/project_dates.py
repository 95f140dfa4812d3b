"""When was the project last worked on? Its pages that say when they were changed."""

from __future__ import annotations

from auditor.judging.results import content_pages
from auditor.judging.verdict import Verdict
from crawlers.model import Inventory
from reports.audit import Outcome


def check(inventory: Inventory) -> Verdict:
    """The visible pages with a date of their last change; the audit itself has the project's state.

    Dates are shown as the site writes them ("1 year ago" too), so they are not put in order.
    """
    dated = [page for page in content_pages(inventory) if page.visibility.visible and page.updated]
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason="left_to_human",
        evidence=tuple(page.url for page in dated),
    )
