"""Pages that are the results, the final product or the dissemination, by title or place; pure.

A visitor who finds such a page closed does not see what the project says is its result, however
much of other things is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.judging.facts import Facts
from auditor.judging.results import content_pages
from auditor.judging.results_visible.products import Product
from auditor.judging.results_visible.standing import Standing, is_closed
from auditor.judging.results_visible.titles import names_final
from auditor.judging.topics import Topic
from crawlers.model.page import Page

Choice = tuple[Product, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyThings:
    """Key pages and final products that are closed or gone, and those that are undetermined.

    Of each choice of products, one that opens would do.
    """

    closed_pages: tuple[Page, ...]
    closed_products: tuple[Choice, ...]
    unknown_pages: tuple[Page, ...]
    unknown_products: tuple[Choice, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """What is certainly closed: page addresses, then the first copy's id of each product."""
        products = (product.copies[0].id for choice in self.closed_products for product in choice)
        return (*(page.url for page in self.closed_pages), *products)


def find_key_things(
    facts: Facts, products: Sequence[Product], topics: frozenset[Topic]
) -> KeyThings:
    """The key things that a visitor does not get to; ``topics`` are those that make a page one."""
    pages = [
        page for page in content_pages(facts.inventory) if facts.title_topics[page.url] & topics
    ]
    choices = tuple(_choices(facts, products, pages))
    return KeyThings(
        closed_pages=tuple(page for page in pages if is_closed(page)),
        closed_products=tuple(c for c in choices if _standing(c) is Standing.LOST),
        unknown_pages=tuple(page for page in pages if page.visibility.undetermined),
        unknown_products=tuple(c for c in choices if _standing(c) is Standing.UNKNOWN),
    )


def _standing(choice: Choice) -> Standing:
    return max(product.standing for product in choice)


def _choices(facts: Facts, products: Sequence[Product], pages: Iterable[Page]) -> Iterator[Choice]:
    """Each product that is called final, and what stands on each page of the final product.

    A closed page is named itself, and not what stands on it.
    """
    final = [product for product in products if product.final]
    yield from ((product,) for product in final)
    for page in pages:
        choice = tuple(product for product in products if page.url in product.pages)
        named = names_final(page.title) and Topic.PRODUCT in facts.title_topics[page.url]
        if choice and named and not is_closed(page) and choice not in [(p,) for p in final]:
            yield choice
