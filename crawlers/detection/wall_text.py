"""What a page says about itself, compared with ``wall_words.toml`` and
``not_open_words.toml``.

Only what is the page's own counts: menus, side bars, headers, footers and hidden parts do not.
That part of the tree is walked only when a cheap first look found something.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from bs4 import Tag

from crawlers.extraction.document import Document, squeeze, visible_text
from crawlers.extraction.page_frame import page_frame
from crawlers.extraction.text.folding import fold_words

_FILES = ("wall_words.toml", "not_open_words.toml")
FEW_WORDS = 60  # a page that says hardly anything else
SOME_WORDS = 150  # a page short enough for title and heading together to speak for it
_SCANT_WORDS = 25
_LONG_WORDS = 600  # nothing is looked for inside a longer text
_MANY_IMAGES = 5

_TITLE_BREAK = re.compile(r" [|–—·•»«:-]+ |: | ?[|»«] ?")
_NOT_LETTERS = re.compile(r"[\W_]+")
_STATUS_WORDS = re.compile(r"^(?:(?:http )?(?:error )?40[134] )|(?: (?:error )?40[134])$")
_CHROME_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
_CHROME_TAGS = frozenset({"nav", "aside", "header", "footer", "dialog"})
_CHROME_NAME = re.compile(
    r"(?:(?:site|page|region|block|main|primary|secondary|left|right|top)[-_])?"
    r"(?:header|footer|nav|navbar|navigation|menu|sidebar|widget-area|topbar|masthead)"
    r"|sidebar[-_](?:left|right|first|second|primary|secondary|\d)|widget(?:_\w+)?|breadcrumbs?"
    r"|modal|dropdown-menu|offcanvas|cookie[-_](?:banner|notice|bar)"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NO_MEDIA = re.compile(
    r"captcha|consent|cookie|googletagmanager|turnstile|about:blank|//accounts\."
)


class Phrases(NamedTuple):
    """The folded phrases of one topic: all of them, and those that may stand inside a text."""

    whole: frozenset[str]
    sentences: tuple[str, ...]


@cache
def phrases() -> dict[str, Phrases]:
    """The phrases of the files of words by topic, all languages together, folded."""
    by_topic: dict[str, list[str]] = {}
    for name in _FILES:
        raw = files("crawlers.detection").joinpath(name).read_text("utf-8")
        for topics in tomllib.loads(raw).values():
            for topic, listed in topics.items():
                by_topic.setdefault(topic, []).extend(listed)
    return {
        topic: Phrases(
            whole=frozenset(fold_words(phrase) for phrase in listed),
            sentences=tuple({f" {fold_words(p)} " for p in listed if p.endswith((".", "։"))}),
        )
        for topic, listed in by_topic.items()
    }


def title_parts(title: str) -> tuple[str, ...]:
    """The folded parts of a title (page, site …), in order."""
    parts = (fold_words(part) for part in _TITLE_BREAK.split(squeeze(title)))
    return tuple(part for part in parts if part)


def names_wall(part: str) -> bool:
    """True when a folded part of a title is a phrase of any topic but that of pages to come."""
    return any(_is_phrase(part, topic) for topic in phrases() if topic != "not_open")


class PageText:
    """What one page shows as its own; every property is computed once, when first used."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The folded parts of the title (page, site …), in order."""
        return title_parts(self.document.title)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The folded first three headings of the page's own content, the main one first."""
        tags = self.document.main.find_all(re.compile("^h[1-4]$"), limit=40)
        own = [tag for tag in tags if not self.in_chrome(tag)]
        own.sort(key=lambda tag: tag.name != "h1")
        folded = (self._header_title, *(fold_words(tag.get_text(" ")) for tag in own))
        return tuple(text for text in folded if text)[:3]

    @cached_property
    def _first_headings(self) -> tuple[str, ...]:
        """The folded first headings, also those that are not the page's own, for the first look."""
        return (self._header_title, *(fold_words(text) for text in self.document.headings[:6]))

    @cached_property
    def _header_title(self) -> str:
        """The folded heading of a page header that stands before the main content, or empty."""
        return fold_words(page_frame(self.document).title) if self.document.tags("main") else ""

    @cached_property
    def _chrome(self) -> frozenset[int]:
        """The identities of the tags that are not the page's own content.

        A part that holds the only ``h1`` is kept, whatever its name.
        """
        first_two = self.document.main.find_all("h1", limit=2)
        kept = {id(tag) for tag in first_two[0].parents} if len(first_two) == 1 else set()
        tags = self.document.soup.find_all(_is_chrome)
        return frozenset(id(tag) for tag in tags) - kept

    def in_chrome(self, tag: Tag) -> bool:
        """True when a tag stands in a menu, side bar, header, footer or hidden part."""
        return id(tag) in self._chrome or any(id(parent) in self._chrome for parent in tag.parents)

    @cached_property
    def _own_parts(self) -> tuple[str, int]:
        """The page's own text, and how many of its words are no links."""
        pieces, words = [], 0
        for string in self.document.main.find_all(string=True):
            parent = string.parent
            if type(string).__name__ != "NavigableString" or parent is None:
                continue
            if parent.name in _UNSEEN or self.in_chrome(parent):
                continue
            pieces.append(string)
            words += 0 if parent.find_parent("a") or parent.name == "a" else len(string.split())
        text = " ".join(pieces)
        return (text, words) if words else (self.document.text, self.document.words)

    @property
    def words(self) -> int:
        """The number of the page's own visible words, links left out."""
        return self._own_parts[1]

    @cached_property
    def text(self) -> str:
        """The page's own folded text between blanks; empty when the page is long."""
        return f" {fold_words(self._own_parts[0])} " if self.document.words <= _LONG_WORDS else ""

    @cached_property
    def _folded_text(self) -> str:
        """The whole folded text between blanks, for the first look."""
        return f" {fold_words(self.document.text)} " if self.document.words <= _LONG_WORDS else ""

    @cached_property
    def media(self) -> bool:
        """True when the page holds a frame, a player or many pictures: then it shows something."""
        main = self.document.main
        for tag in main.find_all(["iframe", "video", "audio", "object", "embed"]):
            source = str(tag.get("src") or tag.get("data-src") or "")
            if not (_NO_MEDIA.search(source) or tag.find_parent("noscript") or self.in_chrome(tag)):
                return True
        pictures = main.find_all("img", limit=40)
        return sum(not self.in_chrome(tag) for tag in pictures) > _MANY_IMAGES

    def has_title(self, topic: str) -> bool:
        """True when the title or the main heading is one of the topic's phrases."""
        return self._has_title_phrase(topic) or self._has_heading_phrase(topic)

    def _has_title_phrase(self, topic: str) -> bool:
        ends = {*self.titles[:1], *self.titles[-1:]}
        return any(_is_phrase(text, topic) for text in ends)

    def _has_heading_phrase(self, topic: str) -> bool:
        if not any(_is_phrase(text, topic) for text in self._first_headings):
            return False
        return bool(self.headings) and _is_phrase(self.headings[0], topic)

    def _title_is_topic(self, topic: str) -> bool:
        """True when the title is a phrase and the main heading does not name another subject."""
        if not self._has_title_phrase(topic):
            return False
        lead = self.headings[0] if self.headings else ""
        if not lead or _is_phrase(lead, topic) or self.words <= _SCANT_WORDS:
            return True
        return lead in self.titles and _is_phrase(self.titles[0], topic)

    def has_sentence(self, topic: str) -> bool:
        """True when the page's own text holds one of the topic's sentences."""
        sentences = phrases()[topic].sentences
        if not any(sentence in self._folded_text for sentence in sentences):
            return False
        return any(sentence in self.text for sentence in sentences)

    def is_about(self, topic: str) -> bool:
        """True when the topic is what the page has to say, and all that it has to say."""
        has_sentence = self.has_sentence(topic)
        if not (has_sentence or self.has_title(topic) or self._is_notice(topic)):
            return False
        if self.words > SOME_WORDS or self.media:
            return False
        if self.words > FEW_WORDS:
            return (self._has_title_phrase(topic) and self._has_heading_phrase(topic)) or (
                has_sentence and self.has_title(topic)
            )
        return (
            has_sentence
            or self._has_heading_phrase(topic)
            or self._title_is_topic(topic)
            or self._is_notice(topic)
        )

    def _is_notice(self, topic: str) -> bool:
        """True when a page of very few words has a phrase as its text or one of its headings."""
        if self.document.words > _SCANT_WORDS:
            return False
        return any(_is_phrase(text, topic) for text in (self.text.strip(), *self.headings))

    def mentions(self, topic: str, limit: int) -> bool:
        """True when a page of at most ``limit`` own words names the topic in any way."""
        first = (*self.titles, *self._first_headings)
        hit = self.has_sentence(topic) or any(_is_phrase(text, topic) for text in first)
        return (hit or self._is_notice(topic)) and self.words <= limit


_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg"})


def _is_phrase(text: str, topic: str) -> bool:
    """True when a folded text is a phrase of the topic, with or without "Error 404" around it."""
    whole = phrases()[topic].whole
    return text in whole or _STATUS_WORDS.sub("", text) in whole


def _is_chrome(tag: Tag) -> bool:
    """True for a part of a page that is not its content, by tag, role, name or style."""
    if tag.name in ("body", "main", "html"):
        return False
    if tag.name in ("header", "footer") and tag.find_parent(["article", "main"]):
        return False
    if tag.name in _CHROME_TAGS or str(tag.get("role", "")) in _CHROME_ROLES:
        return True
    if tag.has_attr("hidden") or _HIDDEN_STYLE.search(str(tag.get("style", ""))):
        return True
    listed = tag.get("class") or ()
    names = [*([listed] if isinstance(listed, str) else listed), str(tag.get("id", ""))]
    return any(_CHROME_NAME.fullmatch(name.lower()) for name in names if name)


def words_of(tag: Tag) -> int:
    """The number of visible words below a tag that are no links."""
    linked = sum(len(visible_text(link).split()) for link in tag.find_all("a"))
    return len(visible_text(tag).split()) - linked
