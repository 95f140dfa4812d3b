"""Which visible pages name several partners."""

from __future__ import annotations

import re

from auditor.judging.codes import OutcomeReason
from auditor.judging.facts import Facts
from auditor.judging.results import content_pages
from auditor.judging.topics import words_of
from auditor.judging.verdict import Verdict
from crawlers.model.page import Page
from reports.audit import Outcome

_BRACKETS = re.compile(r"[()\[\]]")


def check(facts: Facts) -> Verdict:
    """The visible pages whose title and headings name two partners or more.

    Only the partners that the project itself lists are searched for, by their whole name or the
    part in brackets (a country). A page without names may still be joint work.
    """
    partners = tuple(dict.fromkeys(facts.inventory.project.partners))
    pages = [page for page in content_pages(facts.inventory) if page.visibility.visible]
    shared = [page for page in pages if _count_named(page, partners) >= 2]
    languages = {page.language for page in pages if page.language}
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason=OutcomeReason.LEFT_TO_HUMAN,
        numbers={"partners": len(partners), "languages": len(languages)},
        evidence=tuple(page.url for page in shared),
    )


def _count_named(page: Page, partners: tuple[str, ...]) -> int:
    """How many of the partners the page's title and headings name."""
    texts = [words_of(text) for text in (page.title, *page.headings)]
    return len(
        {
            _names_of(p)
            for p in partners
            if any(_contains_name(_names_of(p), text) for text in texts)
        }
    )


def _names_of(partner: str) -> tuple[tuple[str, ...], ...]:
    """A partner's names as words: the whole and each part; numbers alone are no names."""
    parts = (words_of(part) for part in (*_BRACKETS.split(partner), partner))
    named = (words for words in parts if any(not word.isdigit() for word in words))
    return tuple(dict.fromkeys(named))


def _contains_name(names: tuple[tuple[str, ...], ...], text: tuple[str, ...]) -> bool:
    return any(
        text[start : start + len(name)] == name for name in names for start in range(len(text))
    )
