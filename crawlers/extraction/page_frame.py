"""Where the content of a page stands in its frame: the page's header, and the main part; pure.

A theme may put a page's title, meta and description between the site's header and ``main``:
OpenEuropa's theme does so (oe_theme 44747e81 of 2024-10-24, ``templates/layout/page.html.twig`` and
``page_header_rendering.yml``, read 2026-11-30). Its cards carry an ``h1`` each (capture of
commission.europa.eu of April 2024, read 2026-11-30), so that the first ``h1`` proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from bs4 import Tag
from bs4.element import NavigableString

from crawlers.extraction.document import Document, squeeze

_HEADER_NAME = re.compile(
    r"(?:[a-z]+-)?(?:page-header|hero-banner|page-hero|page-intro|page-banner|page-title)"
    r"(?:-(?:core|standardi[sz]ed|harmoni[sz]ed|wrapper))?",
    re.IGNORECASE,
)
_BLOCKS = ("div", "section", "header")
_SITE_PARTS = frozenset({"header", "footer", "nav", "aside", "main", "dialog"})
_SITE_ROLES = frozenset(
    {"banner", "contentinfo", "navigation", "complementary", "search", "main", "dialog"}
)
_CARD_NAME = re.compile(
    r"(?:^|[-_])(?:card|teaser|content-block|listing|list-item)(?:$|[-_])", re.I
)
_NO_TEXT = frozenset({"nav", "form", "button", "script", "style", "noscript", "template", "svg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """The header of a page (None where there is none), its heading, and the main part."""

    header: Tag | None
    heading: Tag | None
    main: Tag

    @property
    def titled_header(self) -> Tag | None:
        """The header where it holds the page's heading; without one it is the site's frame."""
        return self.header if self.heading is not None else None

    @property
    def title(self) -> str:
        """The text of the header's heading, or empty."""
        return squeeze(self.heading.get_text(" ")) if self.heading is not None else ""

    @property
    def labels(self) -> tuple[str, ...]:
        """The short texts before the heading: what kind of page it is, and its state."""
        return tuple(squeeze(text) for text in self._strings(after=False))

    @property
    def description(self) -> str:
        """What the header says after its heading."""
        return squeeze(" ".join(self._strings(after=True)))

    @property
    def description_tags(self) -> tuple[Tag, ...]:
        """The elements of the header that stand after its heading, but for menus."""
        if self.header is None or self.heading is None:
            return ()
        after = self.heading.find_all_next(True)
        return tuple(tag for tag in after if self._is_own(tag))

    def _strings(self, *, after: bool) -> Iterator[str]:
        if self.header is None:
            return
        passed = False
        for string in self.header.descendants:
            if string is self.heading:
                passed = True
            if type(string) is not NavigableString or not string.strip():
                continue
            parents = list(string.parents)
            if any(parent is self.heading for parent in parents):
                continue
            if passed is after and not any(_is_no_text(p, self.header) for p in parents):
                yield string

    def _is_own(self, tag: Tag) -> bool:
        parents = (tag, *tag.parents)
        inside = any(parent is self.header for parent in parents)
        return inside and not any(_is_no_text(parent, self.header) for parent in parents)


def _is_no_text(tag: Tag, header: Tag | None) -> bool:
    return tag is not header and (tag.name in _NO_TEXT or tag.get("role") == "navigation")


_FRAMES: WeakKeyDictionary[Document, PageFrame] = WeakKeyDictionary()


def page_frame(document: Document) -> PageFrame:
    """The frame of a page, found once per document.

    The header is the block before the main part that calls itself one; where the main part has no
    heading of the page's own, also the block that holds the only ``h1`` before it.
    """
    frame = _FRAMES.get(document)
    if frame is None:
        frame = _FRAMES[document] = _find_frame(document)
    return frame


def _find_frame(document: Document) -> PageFrame:
    """The frame of a page, by its elements."""
    mains = document.tags("main") or document.soup.select("[role=main]", limit=1)
    header = _named_header(document) or (_headed_block(document, mains) if mains else None)
    heading = header.find("h1") if header is not None else None
    whole = document.main
    if header is not None and mains and not document.has_main:
        whole = mains[0]  # an empty one: what stands around it is not the page's own
    return PageFrame(
        header=header, heading=heading if isinstance(heading, Tag) else None, main=whole
    )


def _named_header(document: Document) -> Tag | None:
    """The first block outside ``main`` that calls itself the page's header, by its class."""
    for tag in document.tags(*_BLOCKS):
        names = tag.get_attribute_list("class")
        if any(_HEADER_NAME.fullmatch(str(name)) for name in names if name) and not _in_part(tag):
            return tag
    return None


def _headed_block(document: Document, mains: list[Tag]) -> Tag | None:
    """The block around the only ``h1`` that stands before a main part without an own one."""
    around = {id(parent) for main in mains for parent in (main, *main.parents)}
    parts = {id(main) for main in mains}
    own = [tag for tag in document.tags("h1") if not is_card_heading(tag)]
    inside = [tag for tag in own if any(id(parent) in parts for parent in tag.parents)]
    outside = [tag for tag in own if not _in_part(tag)]
    if inside or len(outside) != 1:
        return None
    block = outside[0]
    while block.parent is not None and id(block.parent) not in around:
        block = block.parent
    return block


def _in_part(tag: Tag) -> bool:
    """True for an element inside the site's header, footer, a menu, or the main part."""
    return any(
        parent.name in _SITE_PARTS or parent.get("role") in _SITE_ROLES for parent in tag.parents
    )


def is_card_heading(tag: Tag) -> bool:
    """True for a heading of a card: it names another page, not the one that it stands on."""
    if tag.find("a", href=True) is not None or tag.find_parent("a") is not None:
        return True
    near = (tag, *tag.parents)
    return any(
        _CARD_NAME.search(str(name))
        for parent in near[:4]
        if parent.name not in ("main", "body")
        for name in parent.get_attribute_list("class")
        if name
    )
