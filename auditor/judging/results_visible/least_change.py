"""The least that would turn "results visible" to passed: fewest first, then easiest; pure.

Every closed thing is worth opening for what it adds to the count, and the condition is monotone:
more open never makes it worse. So the smallest set is what must be open in any case (closed key
pages and final products), and then the things that open most at once, until the count is enough.
What nobody could determine is taken to be closed, and is the last thing to count on.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.judging.codes import OutcomeReason
from auditor.judging.facts import Facts
from auditor.judging.results_visible.galleries import Gallery
from auditor.judging.results_visible.key_pages import KeyThings
from auditor.judging.results_visible.openings import (
    Openings,
    Unit,
    Way,
    openings_of,
    units_of,
    ways_to_open,
)
from auditor.judging.results_visible.parts import Count, CountRule, Judged, Level, Parts
from auditor.judging.results_visible.result_set import ResultSet
from auditor.judging.verdict import Tally
from crawlers.model.artefact import Artefact
from reports.audit import Effort, LeastChange, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aim:
    """What must be reached: a share of visible results, and so many more of them."""

    tally: Tally
    threshold: float
    more: int

    def worth(self, units: Iterable[Unit]) -> float:
        """What opening these adds to the visible results beyond the share of them all."""
        return sum(1.0 if unit.counted else 1 - self.threshold for unit in units)

    def is_reached(self, opened: Sequence[Unit]) -> bool:
        """True when the count is enough once these units are open."""
        visible = self.tally.visible + len(opened)
        total = self.tally.total + sum(not unit.counted for unit in opened)
        enough = total > 0 and visible / total >= self.threshold
        return (enough or not self.threshold) and len(opened) >= self.more


def find_least_change(
    facts: Facts,
    results: ResultSet,
    keys: KeyThings,
    parts: Parts,
    judged: Judged,
    shown: tuple[Count, Count],
) -> LeastChange | None:
    """What would turn the outcome to passed; None where it is passed.

    ``shown`` counts the pages that show results, and the traces of dissemination.
    """
    if judged.outcome is Outcome.PASSED:
        return None
    openings = openings_of(facts.inventory)
    if judged.outcome is Outcome.CANT_TELL and judged.reason is not OutcomeReason.KEY_PAGE_CLOSED:
        return _look(results, keys, openings)
    pages, traces = shown
    if _lacking(parts.dissemination, traces) > len(keys.closed_pages):
        return LeastChange(possible=False)
    share = parts.product.threshold
    required = _required(keys, openings)
    sets = []
    for tally, rows in _counts(results, share):
        needed = share if parts.product.level is Level.NEEDED else 0.0
        aim = _Aim(tally=tally, threshold=needed, more=_lacking(parts.results_page, pages))
        units = units_of(results, openings, rows, share)
        chosen = _smallest(units, aim, required, openings)
        sets += [] if chosen is None else [chosen]
    if sets:
        best = min(sets, key=openings.rank)
        items, effort = openings.ordered(best), openings.effort(best)
        return LeastChange(possible=True, items=items, effort=effort)
    unread = results.unread or results.strange or results.unlisted
    return _look(results, keys, openings, required) if unread else LeastChange(possible=False)


def _counts(results: ResultSet, share: float) -> Iterator[tuple[Tally, tuple[Gallery, ...]]]:
    """The counts of which one must reach the threshold; with rows where pictures count."""
    yield results.lower(), ()
    if results.galleries and not results.products:
        rows = tuple(row.standing(share) for row in results.galleries)
        yield results.lower(rows), results.galleries


def _lacking(rule: CountRule | None, count: Count) -> int:
    """How many pages or traces a needed part lacks."""
    if rule is None or rule.level is not Level.NEEDED:
        return 0
    return max(0, rule.threshold - count.least)


def _required(keys: KeyThings, openings: Openings) -> Way:
    """What must be open in any case; what is undetermined must be looked at."""
    chosen: Way = frozenset(page.url for page in (*keys.closed_pages, *keys.unknown_pages))
    for choice in (*keys.closed_products, *keys.unknown_products):
        copies = [copy for product in choice for copy in product.copies]
        ways = [way - chosen for way in ways_to_open(copies, openings)]
        easiest: Way = min(ways, key=openings.rank)
        chosen |= easiest
    return chosen


def _smallest(units: Sequence[Unit], aim: _Aim, required: Way, openings: Openings) -> Way | None:
    """The smallest set of items beside the required ones that reaches the aim; None without any."""
    chosen = set(required)
    rest = list(units)
    opened: list[Unit] = []
    while True:
        opened += [unit for unit in rest if any(way <= chosen for way in unit.ways)]
        rest = [unit for unit in rest if not any(way <= chosen for way in unit.ways)]
        if aim.is_reached(opened):
            return frozenset(chosen)
        if not rest:
            return None
        if not _add_single_items(rest, opened, chosen, aim, openings):
            ways = [frozenset(way - chosen) for unit in rest for way in unit.ways]
            easiest: Way = min(ways, key=openings.rank)
            chosen |= easiest


def _add_single_items(
    rest: list[Unit], opened: list[Unit], chosen: set[str], aim: _Aim, openings: Openings
) -> bool:
    """Add items that each open something by themselves, the one that opens most first.

    False where there is none. Stops when the aim is reached.
    """
    opens: dict[str, dict[int, Unit]] = {}
    for number, unit in enumerate(rest):
        for way in unit.ways:
            lacking = way - chosen
            if len(lacking) == 1:
                opens.setdefault(next(iter(lacking)), {})[number] = unit
    heap = [
        (-aim.worth(found.values()), openings.rank(frozenset({name})), name)
        for name, found in opens.items()
    ]
    heapq.heapify(heap)
    gone: set[int] = set()
    while heap:
        _, rank, name = heapq.heappop(heap)
        new = {number: unit for number, unit in opens[name].items() if number not in gone}
        if len(new) < len(opens[name]):
            opens[name] = new
            if new:
                heapq.heappush(heap, (-aim.worth(new.values()), rank, name))
            continue
        gone |= new.keys()
        chosen.add(name)
        if aim.is_reached([*opened, *(rest[number] for number in gone)]):
            break
    return bool(opens)


def _look(
    results: ResultSet, keys: KeyThings, openings: Openings, required: Way = frozenset()
) -> LeastChange:
    """What a person must look at, where only that can tell, and what must be open in any case."""
    pages = {page.url for page in (*results.unread, *results.strange, *keys.unknown_pages)}
    items = {item for product in results.products for item in _unknown_copies(product.copies)}
    if not results.products:
        items |= {i for row in results.galleries for i in _unknown_copies(row.pictures)}
    undetermined = (pages & openings.places.keys()) | items
    if undetermined:
        return LeastChange(
            possible=True,
            items=openings.ordered(frozenset(undetermined) | required),
            effort=Effort.LOOK,
        )
    doubtful = (page.url for page in (*results.strange, *results.doubtful))
    pictures = (picture.id for picture in results.pictures)
    return LeastChange(
        possible=True, items=(*doubtful, *pictures, *results.sites), effort=Effort.LOOK
    )


def _unknown_copies(copies: Sequence[Artefact]) -> Iterator[str]:
    return (copy.id for copy in copies if copy.visibility.undetermined)
