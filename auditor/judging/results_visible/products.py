"""The products of a project, copies folded into one; pure.

A product is what a project makes or shows with a tool: any artefact but photos, talk (forums,
meetings) and posts on social sites. What is by its title, or as a document by its page, about other
matters (a plan, netiquette, credits) is none.

Two artefacts are copies of one product when they have the same address or the same id, or the same
telling title on the same page, kinds that are alike, and another way of standing there (a document
and the folder that holds it, a slide show and its published form). Two links of one kind to one
tool under the same words are two things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from auditor.judging.facts import Facts
from auditor.judging.results import result_artefacts
from auditor.judging.results_visible.picture_tools import is_picture
from auditor.judging.results_visible.standing import Standing, page_standings, standing_of
from auditor.judging.results_visible.titles import is_final_product, name_topics, telling_names
from auditor.judging.topics import Topic
from crawlers.model.artefact import Artefact, Kind, Sighting
from crawlers.urls.parts import split

_NO_PRODUCT = frozenset({Kind.SOCIAL, Kind.FORUM, Kind.MEETING})
_PAPERS = frozenset({Kind.DOCUMENT, Kind.PRESENTATION, Kind.BOOK, Kind.FILE})
_PLAIN = frozenset({Kind.DOCUMENT, Kind.FILE})
_MOST_COPIES = 6  # what more things on one page are called is no name, but a label
_LONG_ID = 10  # letters; two tools of one maker share such an id only for one thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One product with its copies, in the inventory's order, and whether any copy opens.

    ``final`` is true where a copy is called the final product; ``pages`` are where copies stand.
    """

    copies: tuple[Artefact, ...]
    standing: Standing
    final: bool
    pages: tuple[str, ...]

    @property
    def known(self) -> bool:
        """True where somebody could determine at least one copy."""
        return any(not copy.visibility.undetermined for copy in self.copies)


def find_products(
    facts: Facts, topics: frozenset[Topic], also: frozenset[Kind] = frozenset()
) -> tuple[Product, ...]:
    """The products in the inventory's order; ``also`` are kinds that a rubric adds."""
    pages = page_standings(facts.inventory)
    artefacts = [
        artefact
        for artefact in result_artefacts(facts.inventory)
        if artefact.kind not in _NO_PRODUCT - also
        and not is_picture(artefact)
        and _is_on_topic(artefact, facts, topics)
    ]
    return tuple(_product(copies, pages) for copies in _fold(artefacts))


def _product(copies: Sequence[Artefact], pages: Mapping[str, Standing]) -> Product:
    places = (sighting.page for copy in copies for sighting in copy.sightings)
    return Product(
        copies=tuple(copies),
        standing=max(standing_of(copy, pages) for copy in copies),
        final=any(is_final_product(copy) for copy in copies),
        pages=tuple(dict.fromkeys(places)),
    )


def _is_on_topic(artefact: Artefact, facts: Facts, topics: frozenset[Topic]) -> bool:
    """False for what is about other matters alone, by its title or as a document by its page."""
    own = name_topics(artefact)
    standing_on = [facts.topics.get(s.page, frozenset[Topic]()) for s in artefact.sightings]
    if any(page & topics for page in standing_on) or own & topics:
        return True
    if own:
        return False
    others_only = bool(standing_on) and all(standing_on)
    return not (others_only and artefact.kind in _PLAIN)


def _fold(artefacts: Sequence[Artefact]) -> list[list[Artefact]]:
    """The artefacts in groups of copies, by the first copy's place."""
    group_of = list(range(len(artefacts)))

    def root(number: int) -> int:
        while group_of[number] != number:
            number = group_of[number]
        return number

    for first, second in _copies(artefacts):
        low, high = sorted((root(first), root(second)))
        group_of[high] = low
    groups: dict[int, list[Artefact]] = {}
    for number, artefact in enumerate(artefacts):
        groups.setdefault(root(number), []).append(artefact)
    return list(groups.values())


def _copies(artefacts: Sequence[Artefact]) -> Iterator[tuple[int, int]]:
    """The pairs of artefacts that are copies of each other."""
    keys: dict[tuple[str, ...], int] = {}
    titled: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for number, artefact in enumerate(artefacts):
        for key in _ids(artefact):
            yield keys.setdefault(key, number), number
        names = set(telling_names(artefact))
        for page in {sighting.page for sighting in artefact.sightings}:
            for name in names:
                titled.setdefault((page, name), []).append(number)
    for (page, _), numbers in titled.items():
        if len(numbers) > _MOST_COPIES:
            continue
        for first, second in combinations(numbers, 2):
            if _are_copies(artefacts[first], artefacts[second], page):
                yield first, second


def _ids(artefact: Artefact) -> Iterator[tuple[str, ...]]:
    yield ("address", artefact.canonical_url)
    if artefact.native_id:
        maker = "" if len(artefact.native_id) >= _LONG_ID else artefact.provider
        yield ("id", maker, artefact.native_id)


def _are_copies(first: Artefact, second: Artefact, page: str) -> bool:
    """True for two artefacts under one title on a page that are alike and stand there otherwise."""
    alike = first.kind is second.kind or {first.kind, second.kind} <= _PAPERS
    return alike and _ways(first, page).isdisjoint(_ways(second, page))


def _ways(artefact: Artefact, page: str) -> frozenset[tuple[object, ...]]:
    """How an artefact stands on a page: kind, tool, form, and the words in its address."""
    sightings: Iterable[Sighting] = (s for s in artefact.sightings if s.page == page)
    parts = split(artefact.canonical_url)
    path = parts.path.split("/") if parts else ()
    words = frozenset(part for part in path if part.isalpha())
    return frozenset((artefact.kind, artefact.provider, s.form, words) for s in sightings)
