"""Everything that bears on "results visible", gathered from an inventory; pure.

Beside the products, a visible page without any is a result by its own text: substantial, and by its
title or headings about one of the asked topics (an evaluation written on the page itself).

A content page that refuses a visitor hides at least one result, or the products that are known to
stand on it. One that could not be read may turn out to be such a page, or, before anything is
called not visible, may hold as many products as the fullest page. A visible page with much text and
no known topic may be a result or not, and so may the pictures on the platform's home page together,
and the sites that a page about the results links to.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from auditor.judging.facts import Facts
from auditor.judging.results import (
    content_pages,
    has_unknown_layout,
    home_pictures,
    is_coverage_certain,
    is_free_form,
)
from auditor.judging.results_visible.galleries import Gallery, find_galleries
from auditor.judging.results_visible.products import Product, find_products
from auditor.judging.results_visible.standing import (
    Standing,
    is_closed,
    own_standing,
    page_standings,
)
from auditor.judging.topics import Topic
from auditor.judging.verdict import Tally
from crawlers.model.artefact import Artefact, Kind
from crawlers.model.link import LinkRole
from crawlers.model.page import Page, Section
from crawlers.model.verdict import State

Rows = tuple[Standing, ...]  # the standings of rows of pictures, where these count


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSet:
    """The results of a project, in the inventory's order, and what may hold more of them.

    ``texts`` are pages that are results by their own text; ``doubtful`` pages, ``pictures`` on the
    home page and ``sites`` that are linked may be results; ``refused`` pages refuse a visitor,
    ``hiding`` are those of them on which no product is known; ``gone`` pages were removed, and
    would show results if they were there again; ``unread`` were not read, ``strange``
    are of a layout that we do not know; ``unlisted`` counts pages whose address was not kept;
    ``fullest`` is how many products the fullest page holds. ``certain`` is true where the site was
    read whole.
    """

    products: tuple[Product, ...]
    galleries: tuple[Gallery, ...]
    pictures: tuple[Artefact, ...]
    texts: tuple[Page, ...]
    doubtful: tuple[Page, ...]
    sites: tuple[str, ...]
    refused: tuple[Page, ...]
    hiding: tuple[Page, ...]
    gone: tuple[Page, ...]
    unread: tuple[Page, ...]
    strange: tuple[Page, ...]
    unlisted: int
    fullest: int
    certain: bool

    def lower(self, rows: Rows = ()) -> Tally:
        """The count before the project passes: an unread page may turn out to be a closed one."""
        return self._tally(self._unread_pages, rows)

    def upper(self, rows: Rows = ()) -> Tally:
        """The count before the project fails: unread pages hold as much as the fullest page."""
        return self._tally(self._unread_pages * self.fullest, rows)

    def known(self, rows: Rows = ()) -> Tally:
        """The count without unread pages."""
        return self._tally(0, rows)

    @property
    def _unread_pages(self) -> int:
        return len(self.unread) + len(self.strange) + self.unlisted

    def _tally(self, unread: int, rows: Rows) -> Tally:
        standings = [*(product.standing for product in self.products), *rows]
        return Tally(
            visible=standings.count(Standing.OPEN) + len(self.texts),
            lost=standings.count(Standing.LOST) + len(self.hiding),
            undetermined=standings.count(Standing.UNKNOWN) + unread,
            doubtful=len(self.doubtful) + bool(self.pictures) + bool(self.sites),
        )


def find_result_set(
    facts: Facts, topics: frozenset[Topic], min_words: int, also: frozenset[Kind] = frozenset()
) -> ResultSet:
    """The results of a project; ``also`` are kinds that count as products beside the usual ones."""
    inventory = facts.inventory
    products = find_products(facts, topics, also)
    carried = frozenset(page for product in products for page in product.pages)
    # A page only about other matters (netiquette, credits) is no result and hides none.
    pages = [p for p in content_pages(inventory) if not (t := _topics(p, facts)) or t & topics]
    bare = [page for page in pages if _is_text(page, min_words) and page.url not in carried]
    refused = tuple(p for p in pages if is_closed(p) and p.visibility.state is not State.REMOVED)
    coverage = inventory.coverage
    inner = is_free_form(inventory)
    return ResultSet(
        products=products,
        galleries=find_galleries(inventory),
        pictures=tuple(p for p in home_pictures(inventory) if not p.visibility.lost),
        texts=tuple(page for page in bare if facts.topics[page.url]),
        doubtful=tuple(
            p for p in bare if not facts.topics[p.url] and (inner or p.section is not Section.HOME)
        ),
        sites=_linked_sites(facts),
        refused=refused,
        hiding=tuple(page for page in refused if page.url not in carried),
        gone=tuple(
            p for p in pages if p.visibility.state is State.REMOVED and p.url not in carried
        ),
        unread=tuple(page for page in pages if page.visibility.undetermined),
        strange=tuple(page for page in pages if has_unknown_layout(page)),
        unlisted=0 if coverage.complete else max(0, coverage.pages_listed - len(inventory.pages)),
        fullest=max(_loads(products).values(), default=1),
        certain=is_coverage_certain(inventory),
    )


def _topics(page: Page, facts: Facts) -> frozenset[Topic]:
    """The topics of a page; those of its place where it has no title."""
    return facts.topics[page.url] if page.title.strip() else facts.title_topics[page.url]


def _is_text(page: Page, min_words: int) -> bool:
    return page.visibility.visible and not has_unknown_layout(page) and page.words >= min_words


def _loads(products: tuple[Product, ...]) -> Counter[str]:
    return Counter(page for product in products for page in product.pages)


def _linked_sites(facts: Facts) -> tuple[str, ...]:
    """The sites that may show results: linked from an open page about results, or maybe own."""
    pages = page_standings(facts.inventory)
    content = {page.url for page in content_pages(facts.inventory)}
    about = {url for url in content if Topic.PRODUCT in facts.topics[url]}
    return tuple(
        link.id
        for link in facts.inventory.links
        if link.role is LinkRole.SITE
        and own_standing(link.visibility) is not Standing.LOST
        and any(
            s.page in (content if link.maybe_own else about) and pages[s.page] is not Standing.LOST
            for s in link.sightings
        )
    )
