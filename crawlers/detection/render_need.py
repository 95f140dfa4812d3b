"""Decide which pages a browser must open, since their HTML does not hold what they show; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from bs4 import Tag

from crawlers.extraction.addresses.script_embeds import script_embed
from crawlers.extraction.document import Document
from crawlers.model.capture import Capture
from crawlers.model.page import Layout, PageReading
from crawlers.model.verdict import Reason, State, Visibility


def render_reason(
    capture: Capture,
    document: Document,
    verdict: Visibility,
    reading: PageReading | None,
    platform_reason: Callable[[Document], str] = lambda _: "",
) -> str:
    """Why the HTML of a page cannot tell what it shows, as a code; empty when it can.

    ``platform_reason`` gives the same for what only the page's platform knows. Without a script a
    browser would add nothing, except for a frame in a part of the page that a style may hide. Of
    the answers with an error status only "not found" may show a whole page, which a script fills.
    """
    is_missing = capture.says_missing and verdict.reason is Reason.NEEDS_BROWSER
    if not capture.ok and not is_missing:
        return ""
    if not document.tags("script"):
        hidden = reading is not None and any(True for _ in _hidden_parts(document))
        return "hidden_part" if hidden else ""
    if verdict.reason is Reason.NEEDS_BROWSER:
        return "needs_browser"
    if reading is None:
        return ""
    if reading.layout is Layout.UNKNOWN:
        return "layout_unknown"
    if verdict.state is State.EMPTY:
        return "empty_with_scripts"
    if any(candidate.tag == "script" for candidate in reading.seen):
        return "script_embed"
    signs = (code for code, tags in _SIGNS.items() if any(True for _ in tags(document)))
    return next(signs, "") or platform_reason(document)


def hinting_tags(document: Document, code: str) -> Iterator[Tag]:
    """The elements of a page that give it a code of ``HINTS``, in document order."""
    yield from _embed_codes(document) if code == "script_embed" else _SIGNS[code](document)


def _embed_codes(document: Document) -> Iterator[Tag]:
    """The elements that are an embed code of a known service, filled by its script."""
    for tag in document.soup.find_all(True):
        embed = script_embed(tag, document.base) if tag.attrs else None
        if embed is not None and (embed.certain or tag.name == "img"):
            yield tag


def _unfilled_feeds(document: Document) -> Iterable[Tag]:
    """The feeds of the main content, and its parts marked as loading, that have no text.

    ``feed`` and ``aria-busy`` are WAI-ARIA 1.2 (W3C, 2023-06-06).
    """
    waiting = document.main.select('[role="feed"], [aria-busy="true"]')
    return (tag for tag in waiting if not tag.get_text(strip=True))


def _lazy_galleries(document: Document) -> Iterable[Tag]:
    """The elements that call themselves a gallery and hold no picture, link or frame yet."""
    galleries = document.main.find_all(_is_named_gallery)
    content = ["img", "a", "iframe", "video", "picture"]
    return (tag for tag in galleries if tag.find(content) is None)


def _is_named_gallery(tag: Tag) -> bool:
    words = (*tag.get_attribute_list("class"), tag.get("id") or "", *tag.attrs)
    return any(_GALLERY.search(str(word)) for word in words if word)


def _web_components(document: Document) -> Iterable[Tag]:
    """The custom elements without content of their own: a script defines what they show.

    The names of custom elements hold a hyphen (HTML Standard, custom elements; read 2026-11-25).
    Those of the AMP format and known players are read by themselves.
    """
    elements = document.main.find_all(lambda tag: "-" in tag.name)
    return (
        tag
        for tag in elements
        if not tag.name.startswith(_READ_BY_RULE) and not tag.get_text(strip=True)
    )


def _hidden_parts(document: Document) -> Iterable[Tag]:
    """The parts with a frame whose class or id says that a style hides them."""
    return (
        tag
        for frame in document.tags("iframe", "object", "embed")
        for tag in (frame, *frame.parents)
        if tag.name not in ("html", "body", "[document]")
        and _HIDING_NAME.search(
            " ".join(map(str, (*tag.get_attribute_list("class"), tag.get("id"))))
        )
    )


_GALLERY = re.compile(r"(?:^|[-_\s])(?:galler(?:y|ies)|carousel|slider|slideshow|lightbox)", re.I)
_READ_BY_RULE = ("amp-", "lite-", "font-", "ecl-icon")
_HIDING_NAME = re.compile(
    r"(?:^|[-_\s])(?:hid(?:den|e)|collapsed?|invisible|sr-only|offscreen|off-screen|d-none|unseen|"
    r"visually)(?:$|[-_\s])",
    re.I,
)
_SIGNS: Mapping[str, Callable[[Document], Iterable[Tag]]] = MappingProxyType(
    {
        "unfilled_feed": _unfilled_feeds,
        "lazy_gallery": _lazy_galleries,
        "web_component": _web_components,
        "hidden_part": _hidden_parts,
    }
)
# Codes of pages that are read all the same, and of which a few stand for others (``hints``).
HINTS = ("script_embed", *_SIGNS)
