"""Choose the pages of which an audit takes pictures; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.judging.facts import Facts
from auditor.judging.topics import Topic
from crawlers.model.inventory import Inventory
from crawlers.model.page import Section
from reports.audit import Finding


def pages_to_picture(facts: Facts, findings: Iterable[Finding], shots: str) -> Mapping[str, str]:
    """The reason for each page's picture, by its address; other pages are left out.

    ``all`` means every page that a stranger opened or was refused, ``key`` the home page, the pages
    on results, and those that a finding is about; ``none`` none.
    """
    inventory = facts.inventory
    if shots == "none":
        return {}
    chosen = {page.url: "all" for page in inventory.pages} if shots == "all" else {}
    chosen |= dict.fromkeys(_finding_pages(inventory, findings), "finding")
    chosen |= {
        page.url: "result_page"
        for page in inventory.pages
        if page.visibility.visible and Topic.PRODUCT in facts.topics[page.url]
    }
    chosen |= {page.url: "home" for page in inventory.pages if page.section is Section.HOME}
    return chosen


def _finding_pages(inventory: Inventory, findings: Iterable[Finding]) -> set[str]:
    """The pages that findings are about, and those on which an embed shows nothing."""
    pages = {page.url for page in inventory.pages}
    about = {finding.subject for finding in findings}
    where = {
        page
        for finding in findings
        if finding.check == "embed_blocked"
        for page in finding.evidence
    }
    return (about | where) & pages
