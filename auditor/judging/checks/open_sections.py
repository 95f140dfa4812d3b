"""Which pages of some sections (forum, meetings, updates …) a stranger sees."""

from __future__ import annotations

from auditor.judging.codes import OutcomeReason
from auditor.judging.facts import Facts
from auditor.judging.verdict import Verdict
from crawlers.model.page import Section
from reports.audit import Outcome


def check(facts: Facts, *, sections: tuple[Section, ...]) -> Verdict:
    """The visible pages of the sections; forums and meetings are closed to strangers by design."""
    pages = [
        page
        for page in facts.inventory.pages
        if page.section in sections and page.visibility.visible
    ]
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason=OutcomeReason.LEFT_TO_HUMAN,
        evidence=tuple(page.url for page in pages),
    )
