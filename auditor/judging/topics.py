"""Find the phases of a project that a page shows, by the words of its title and headings.

The words stand in ``topics.toml`` by topic and language. They are compared at word borders,
without case and accents, all languages together: teachers write in one language under a menu in
another. A page without such words has no topic, which says nothing about its content.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import unquote

from crawlers.extraction.text.folding import fold_letters
from crawlers.model.inventory import Inventory
from crawlers.model.page import Page, Section
from crawlers.urls.parts import split

_WORD = re.compile(r"[^\W_]+")
_FILE_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_KEY = 3  # letters by which a phrase is looked up; a stem has at least as many
_REPEATED = 3  # pages; a heading on fewer pages is never taken for furniture


class Topic(StrEnum):
    """A phase of a project, or a matter that reviewers look for."""

    PLANNING = "planning"
    PROCESS = "process"
    PRODUCT = "product"
    EVALUATION = "evaluation"
    DISSEMINATION = "dissemination"
    ESAFETY = "esafety"
    CREDITS = "credits"


class _Phrase(NamedTuple):
    topic: Topic
    words: tuple[str, ...]
    stem: bool
    whole: bool


class _Hit(NamedTuple):
    topic: Topic
    start: int
    end: int

    def is_inside(self, other: _Hit) -> bool:
        """True when the other hit is longer and covers this one."""
        longer = other.end - other.start > self.end - self.start
        return longer and other.start <= self.start and self.end <= other.end


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(_WORD.findall(fold_letters(text)))


@cache
def vocabulary() -> Mapping[Topic, Mapping[str, tuple[str, ...]]]:
    """The phrases of ``topics.toml`` as written, by topic and language."""
    raw = files("auditor.judging").joinpath("topics.toml").read_text("utf-8")
    return {
        Topic(topic): {language: tuple(phrases) for language, phrases in languages.items()}
        for topic, languages in tomllib.loads(raw).items()
    }


@cache
def _index() -> Mapping[str, tuple[_Phrase, ...]]:
    """All phrases by the first letters of their first word."""
    table: dict[str, set[_Phrase]] = {}
    for topic, languages in vocabulary().items():
        for text in (text for phrases in languages.values() for text in phrases):
            words = words_of(text)
            phrase = _Phrase(topic, words, text.endswith("*"), text.startswith("="))
            table.setdefault(words[0][:_KEY], set()).add(phrase)
    return {key: tuple(sorted(phrases)) for key, phrases in table.items()}


def _matches_at(phrase: _Phrase, words: tuple[str, ...], start: int) -> bool:
    """True when a phrase stands in the words from ``start`` on."""
    part = words[start : start + len(phrase.words)]
    if phrase.whole:
        return words == phrase.words
    if not phrase.stem:
        return part == phrase.words
    same_length = len(part) == len(phrase.words)
    return same_length and part[:-1] == phrase.words[:-1] and part[-1].startswith(phrase.words[-1])


@lru_cache(maxsize=16384)
def topics_in(text: str) -> frozenset[Topic]:
    """The topics that a title or heading names; numbering at its start does not count."""
    words = words_of(text)
    while words and words[0].isdigit():
        words = words[1:]
    hits = [
        _Hit(phrase.topic, start, start + len(phrase.words))
        for start, word in enumerate(words)
        for phrase in _index().get(word[:_KEY], ())
        if _matches_at(phrase, words, start)
    ]
    return frozenset(hit.topic for hit in hits if not any(hit.is_inside(other) for other in hits))


def _site_headings(pages: Iterable[Page]) -> frozenset[str]:
    """Headings that stand on most of the opened pages: they belong to the site, not to a page."""
    opened = [page for page in pages if page.visibility.visible]
    counts = Counter(fold_letters(text) for page in opened for text in set(page.headings))
    least = max(_REPEATED, len(opened) // 2 + 1)
    return frozenset(text for text, count in counts.items() if count >= least)


def _without_title(text: str, part: str) -> str:
    """Text without the project's title, which stands in the titles of many pages."""
    return re.sub(re.escape(part), " ", text, flags=re.IGNORECASE) if part else text


def page_topics(inventory: Inventory) -> Mapping[str, frozenset[Topic]]:
    """The topics of every page by its address.

    The project's title does not count, nor do headings of menus and lists: those that stand on
    most pages, and those that are another page's title.
    """
    furniture = _site_headings(inventory.pages)
    titles = {fold_letters(page.title) for page in inventory.pages}
    project = inventory.project.title.strip()
    by_page: dict[str, frozenset[Topic]] = {}
    for page in inventory.pages:
        own = (text for text in page.headings if fold_letters(text) not in furniture | titles)
        topics = (topics_in(_without_title(text, project)) for text in (page.title, *own))
        by_page[page.url] = frozenset().union(*topics)
    return by_page


def title_topics(inventory: Inventory) -> Mapping[str, frozenset[Topic]]:
    """The topics of every page by its title and its place.

    Its place is the last part of its address; a page that names no topic has those of the pages
    that it lies below: those that alone link to it, or that its address continues. The home page
    has none: it bears the project's title and stands for the whole project.
    """
    project = inventory.project.title.strip()
    own = {
        page.url: frozenset[Topic]()
        if page.section is Section.HOME
        else topics_in(_without_title(page.title, project)) | topics_in(place_of(page.url))
        for page in inventory.pages
    }
    return {page.url: own[page.url] or _topics_above(page, own) for page in inventory.pages}


def _topics_above(page: Page, own: Mapping[str, frozenset[Topic]]) -> frozenset[Topic]:
    """The topics that all pages above share; none where the page can be reached otherwise."""
    if page.section is Section.HOME:
        return frozenset()
    above = own.get(page.url.rstrip("/").rpartition("/")[0], frozenset())
    linking = [own.get(url, frozenset[Topic]()) for url in page.found_on if url != page.url]
    return above or (frozenset.intersection(*linking) if linking else frozenset())


def place_of(url: str) -> str:
    """The words of the last part of an address, without the ending of a file."""
    parts = split(url)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2] if parts else ""
    return _FILE_ENDING.sub("", last)
