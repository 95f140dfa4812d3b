"""Decide which pages a browser must open, since their HTML does not hold what they show; pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import Tag

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
        return "hidden_part" if reading is not None and _has_hidden_part(document) else ""
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
    return next((code for code, applies in _SIGNS if applies(document)), "") or platform_reason(
        document
    )


def _has_unfilled_feed(document: Document) -> bool:
    """True when the main content has a feed, or a part marked as loading, without any text.

    ``feed`` and ``aria-busy`` are WAI-ARIA 1.2 (W3C, 2023-06-06).
    """
    waiting = document.main.select('[role="feed"], [aria-busy="true"]')
    return any(not tag.get_text(strip=True) for tag in waiting)


def _has_lazy_gallery(document: Document) -> bool:
    """True for an element that calls itself a gallery and holds no picture, link or frame yet."""
    galleries = document.main.find_all(_is_named_gallery)
    content = ["img", "a", "iframe", "video", "picture"]
    return any(tag.find(content) is None for tag in galleries)


def _is_named_gallery(tag: Tag) -> bool:
    words = (*tag.get_attribute_list("class"), tag.get("id") or "", *tag.attrs)
    return any(_GALLERY.search(str(word)) for word in words if word)


def _has_web_component(document: Document) -> bool:
    """True for a custom element without content of its own: a script defines what it shows.

    The names of custom elements hold a hyphen (HTML Standard, custom elements; read 2026-11-25).
    Those of the AMP format and known players are read by themselves.
    """
    elements = document.main.find_all(lambda tag: "-" in tag.name)
    return any(
        not tag.name.startswith(_READ_BY_RULE) and not tag.get_text(strip=True) for tag in elements
    )


def _has_hidden_part(document: Document) -> bool:
    """True for a frame in a part whose class or id says that a style hides it."""
    return any(
        _HIDING_NAME.search(" ".join(map(str, (*tag.get_attribute_list("class"), tag.get("id")))))
        for frame in document.tags("iframe", "object", "embed")
        for tag in (frame, *frame.parents)
        if tag.name not in ("html", "body", "[document]")
    )


_GALLERY = re.compile(r"(?:^|[-_\s])(?:galler(?:y|ies)|carousel|slider|slideshow|lightbox)", re.I)
_READ_BY_RULE = ("amp-", "lite-", "font-", "ecl-icon")
_HIDING_NAME = re.compile(
    r"(?:^|[-_\s])(?:hid(?:den|e)|collapsed?|invisible|sr-only|offscreen|off-screen|d-none|unseen|"
    r"visually)(?:$|[-_\s])",
    re.I,
)
_SIGNS = (
    ("unfilled_feed", _has_unfilled_feed),
    ("lazy_gallery", _has_lazy_gallery),
    ("web_component", _has_web_component),
    ("hidden_part", _has_hidden_part),
)
