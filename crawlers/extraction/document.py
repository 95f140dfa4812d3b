"""A parsed HTML document and its plain properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from crawlers.extraction.html_tree import read_html
from crawlers.extraction.xhtml_tree import read_xhtml
from crawlers.model import limits
from crawlers.model.capture import Capture
from crawlers.model.media_type import XHTML
from crawlers.urls.canonical import BaseAddress, absolute

# Attributes that the browser sets: ``RENDERED`` on the root of a document, with the encoding that
# it read; ``UNSEEN`` on every element that it does not show, with the value ``OPENS`` where a
# visitor can open it.
RENDERED = "data-as-visitors-see-it"
UNSEEN = "data-unseen-by-visitors"
OPENS = "opens"
# Set by the browser on a box whose background is a picture that a visitor sees: its address.
BACKGROUND = "data-background-as-seen"
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "noembed", "noframes"}
)
_INERT = frozenset({"noscript", "template"})
_FRAME = frozenset({"header", "footer", "nav", "aside", "form"})
_SHARE = 4
_FEW = 80
_THINGS = ["img", "iframe", "video", "audio", "object", "embed", "canvas", "a"]
_SPACE = re.compile(r"\s+")
_CHARSET = re.compile(r"\bcharset\s*=\s*(?:[\"']\s*)?([^\s\"';,]+)", re.IGNORECASE)
_PROLOG = re.compile(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w:.-]+)[\"']", re.IGNORECASE)

_PROLOG_BYTES = 1024  # in which browsers look for a declaration


def _is_unseen(tag: Tag, but: str | None = None) -> bool:
    marks = (element.get(UNSEEN) for element in (tag, *tag.parents))
    return any(mark is not None and mark != but for mark in marks)


def squeeze(text: str) -> str:
    """The text with every run of white space as one space."""
    return _SPACE.sub(" ", text).strip()


class Document:
    """A parsed page; every property is computed once, when first used."""

    def __init__(self, soup: BeautifulSoup, url: str) -> None:
        self.soup = soup
        self.url = url

    @cached_property
    def _by_name(self) -> dict[str, list[Tag]]:
        """All tags by name, in document order: one walk instead of one a question.

        What stands in a ``noscript`` or in a ``template`` is not in the document for a browser.
        """
        tags: dict[str, list[Tag]] = {}
        stack = [iter(self.soup.contents)]
        while stack:
            tag = next(stack[-1], None)
            if tag is None:
                stack.pop()
            elif isinstance(tag, Tag):
                tags.setdefault(tag.name, []).append(tag)
                if tag.name not in _INERT:
                    stack.append(iter(tag.contents))
        return tags

    def tags(self, *names: str) -> list[Tag]:
        """The tags of these names; in document order when it is one name."""
        return [tag for name in names for tag in self._by_name.get(name, ())]

    @cached_property
    def is_rendered(self) -> bool:
        """True for a page that a browser rendered."""
        return any(tag.has_attr(RENDERED) for tag in self.tags("html"))

    def shows(self, selector: str) -> bool:
        """True when an element that fits a CSS selector is seen."""
        return any(not _is_unseen(tag) for tag in self.soup.select(selector))

    def hides(self, tag: Tag) -> bool:
        """True for an element that no visitor sees, and that none can open."""
        return self.is_rendered and _is_unseen(tag, but=OPENS)

    @property
    def encoding(self) -> str:
        """The name of the encoding that the page came in, in small letters (WHATWG Encoding).

        What a browser gives is UTF-8, whatever the page came in: there the browser says it.
        """
        marks = (str(tag.get(RENDERED) or "").lower() for tag in self.tags("html"))
        return next(filter(None, marks), "") or self.soup.original_encoding or "utf-8"

    @cached_property
    def base(self) -> BaseAddress:
        """The address that relative links start from, with the encoding of their queries."""
        href = next((str(tag["href"]) for tag in self.tags("base") if tag.get("href")), "")
        url = (absolute(self.url, href) if href else None) or self.url
        return BaseAddress(url, self.encoding)

    @cached_property
    def title(self) -> str:
        """The text of ``<title>``."""
        titles = [tag for tag in self.tags("title") if tag.namespace is None]
        return limits.cut(squeeze(titles[0].get_text()), limits.TITLE_LETTERS) if titles else ""

    @cached_property
    def language(self) -> str | None:
        """The primary language subtag of the document, or None."""
        value = next((str(tag.get("lang", "")) for tag in self.tags("html")), "")
        return value.partition("-")[0].lower() or None

    @cached_property
    def _landmark(self) -> Tag | None:
        """The element that the page marks as its main content, if it holds anything."""
        named = self.tags("main")
        stated = [tag for row in self._by_name.values() for tag in row if tag.get("role") == "main"]
        candidates = named if len(named) == 1 and not stated else self._in_order((*named, *stated))
        return next((tag for tag in candidates if _holds_something(tag)), None)

    def _in_order(self, tags: tuple[Tag, ...]) -> list[Tag]:
        """The tags in document order, each once."""
        wanted = {id(tag) for tag in tags}
        if not wanted:
            return []
        return [t for t in self.soup.descendants if isinstance(t, Tag) and id(t) in wanted]

    @cached_property
    def main(self) -> Tag:
        """The main landmark, or the body, or the whole document of a page of frames."""
        return self._landmark or self.soup.body or self.soup

    @cached_property
    def has_main(self) -> bool:
        """True when the document marks its main content."""
        return self._landmark is not None

    @cached_property
    def main_is_whole(self) -> bool:
        """True when the main landmark holds the page's content, and not a small part of it."""
        if self._landmark is None:
            return False
        around = len(visible_text(self.soup, _UNSEEN | _FRAME).split())
        return self.words * _SHARE >= around or around - self.words < _FEW

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The texts of the headings in the main content, in order, without those of menus."""
        tags = self.main.find_all(["h1", "h2", "h3", "h4"], limit=limits.HEADINGS)
        texts = (squeeze(tag.get_text(" ")) for tag in tags if not _in_menu(tag))
        return tuple(limits.cut(text, limits.HEADING_LETTERS) for text in texts if text)

    @cached_property
    def text(self) -> str:
        """The visible text of the main content."""
        return visible_text(self.main)

    @cached_property
    def words(self) -> int:
        """The number of visible words in the main content."""
        return len(self.text.split())

    @cached_property
    def has_password_field(self) -> bool:
        """True when the document has a field for a password."""
        return any(str(tag.get("type")).lower() == "password" for tag in self.tags("input"))

    def meta(self, name: str) -> str:
        """The content of a named ``<meta>`` (``name``, ``property`` or ``itemprop``), or empty."""
        for key in ("property", "name", "itemprop"):
            for tag in self.tags("meta"):
                if tag.get(key) == name:
                    return squeeze(str(tag.get("content", "")))
        return ""


def _holds_something(tag: Tag) -> bool:
    """True for an element with a word or a thing to look at below it."""
    has_text = any(string.strip() for string in _visible_strings(tag, _UNSEEN))
    return has_text or tag.find(_THINGS) is not None


def _in_menu(tag: Tag) -> bool:
    """True for an element inside a navigation."""
    return any(parent.name == "nav" or parent.get("role") == "navigation" for parent in tag.parents)


def visible_text(root: Tag, unseen: frozenset[str] = _UNSEEN) -> str:
    """The text below ``root`` that a browser would show, blanks squeezed.

    What a style hides until a click (tabs, folded answers) counts: a visitor can get to it.
    """
    return squeeze(" ".join(_visible_strings(root, unseen)))


def _visible_strings(root: Tag, unseen: frozenset[str]) -> Iterator[str]:
    stack = [iter(root.children)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif isinstance(child, Tag):
            if child.name not in unseen:
                stack.append(iter(child.children))
        elif type(child) is NavigableString:
            yield child


def parse(capture: Capture) -> Document:
    """The parsed document of a capture; relative addresses start from its final address.

    XHTML is read by the rules of XML, all else by those of HTML.
    """
    labels = tuple(_stated_encodings(capture))
    page = read_xhtml(capture.body, *labels) if capture.media_type == XHTML else None
    return Document(page or read_html(capture.body, *labels), capture.final_url)


def _stated_encodings(capture: Capture) -> Iterator[str]:
    """The encodings that the server and an XML prolog name, the stronger word first."""
    stated = _CHARSET.search(capture.header("content-type"))
    if stated:
        yield stated[1]
    prolog = _PROLOG.match(capture.body[:_PROLOG_BYTES])
    if prolog:
        yield prolog[1].decode("ascii")
