"""Pages that are the results, the final product or the dissemination, by title or place; pure.

A visitor who finds such a page closed does not see what the project says is its result, however
much of other things is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.judging.facts import Facts
from auditor.judging.products import Product
from auditor.judging.results import content_pages
from auditor.judging.standing import Standing, is_closed
from auditor.judging.topics import Topic
from crawlers.model.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyThings:
    """Key pages and final products that are closed or gone, and those that are undetermined."""

    closed_pages: tuple[Page, ...]
    closed_products: tuple[Product, ...]
    unknown_pages: tuple[Page, ...]
    unknown_products: tuple[Product, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """What is certainly closed: page addresses, then the first copy's id of each product."""
        products = (product.copies[0].id for product in self.closed_products)
        return (*(page.url for page in self.closed_pages), *products)


def find_key_things(
    facts: Facts, products: Sequence[Product], topics: frozenset[Topic]
) -> KeyThings:
    """The key things that a visitor does not get to; ``topics`` are those that make a page one."""
    pages = [
        page for page in content_pages(facts.inventory) if facts.title_topics[page.url] & topics
    ]
    finals = [product for product in products if product.final]
    return KeyThings(
        closed_pages=tuple(page for page in pages if is_closed(page)),
        closed_products=tuple(p for p in finals if p.standing is Standing.LOST),
        unknown_pages=tuple(page for page in pages if page.visibility.undetermined),
        unknown_products=tuple(p for p in finals if p.standing is Standing.UNKNOWN),
    )
