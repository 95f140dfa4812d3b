"""Which pages a stranger's browser has to open, since their HTML alone cannot tell; pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bs4 import Tag

from crawlers.model import Capture, Layout, PageReading, Reason, State, Visibility
from crawlers.reading.document import Document

MODES = ("auto", "never", "always")
SHOTS = ("none", "key", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is wanted of a page besides its document.

    ``shot`` is a picture of its whole length, for which everything is loaded; ``consent`` accepts
    the cookies that it asks for, in a context that ends with this page.
    """

    shot: bool = False
    consent: bool = False


READ = Wish()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page as WebP; sizes in pixels, ``cut`` when the page is longer, ``quiet`` as in ``whole``.

    The picture was taken when the document had loaded and nothing had been asked for during half a
    second (``quiet``), or else at the time limit.
    """

    webp: bytes
    width: int
    height: int
    cut: bool
    quiet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A page as the browser shows it: the capture holds the rendered document.

    ``whole`` is false when something that the page asked for did not come, or when it was still
    busy at the time limit: then nobody can say that what is missing is not there. The capture is
    None where the document could not be read at all. ``trouble`` says what the page's scripts did
    (codes), ``sent_to`` where a script would have sent the visitor. ``blocked`` are addresses of
    frames that came and that the browser refuses to show, ``appeared`` of those that it shows;
    ``accepted`` is ``yes`` when cookies were accepted, ``likely`` when what was clicked may have
    done so.
    """

    capture: Capture | None
    whole: bool
    trouble: tuple[str, ...] = ()
    sent_to: str = ""
    blocked: frozenset[str] = frozenset()
    appeared: frozenset[str] = frozenset()
    accepted: str = ""
    picture: Picture | None = None


class Renderer(Protocol):
    """What opens pages in a browser."""

    async def render(self, capture: Capture, wish: Wish = READ) -> Rendered | None:
        """The page of a capture with its scripts run, or None where no browser can be used."""
        ...


class Album(Protocol):
    """What keeps pictures."""

    def add(self, subject: str, picture: Picture, because: str) -> str:
        """Keeps the picture of a page or an artefact; gives the name of its file."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """A browser and when its eyes decide: ``auto`` where the HTML cannot tell, ``always`` for all.

    In the mode ``never`` it only takes pictures. ``album`` takes those of artefacts that are opened
    in the browser; None for none.
    """

    renderer: Renderer
    mode: str = "auto"
    album: Album | None = None

    @property
    def decide(self) -> bool:
        """True when what the browser shows may settle a verdict."""
        return self.mode != "never"

    def why(self, need: str) -> str:
        """The code of why a page is opened in the browser, or an empty string."""
        if not self.decide:
            return ""
        return need or ("always" if self.mode == "always" else "")


def need(
    capture: Capture,
    document: Document,
    verdict: Visibility,
    reading: PageReading | None,
    platform_s: Callable[[Document], str] = lambda _: "",
) -> str:
    """Why the HTML of a page cannot tell what it shows, as a code; empty when it can.

    ``platform_s`` is what the page's platform says of it.
    Without a script there is nothing that a browser would add, but for a frame in a part of the
    page that a style may hide.
    """
    if not capture.ok:
        return ""
    if not document.tags("script"):
        return "hidden_part" if reading is not None and _hidden_part(document) else ""
    if verdict.reason is Reason.NEEDS_BROWSER:
        return "needs_browser"
    if reading is None:
        return ""
    if reading.layout is Layout.UNKNOWN:
        return "layout_unknown"
    if verdict.state is State.EMPTY:
        return "empty_with_scripts"
    if any(seen.tag == "script" for seen in reading.seen):
        return "script_embed"
    return next((code for code, fits in _SIGNS if fits(document)), "") or platform_s(document)


def _unfilled_feed(document: Document) -> bool:
    """True when the main content has a feed, or a part marked as loading, without any text.

    ``feed`` and ``aria-busy`` are WAI-ARIA 1.2 (W3C, 2023-06-06).
    """
    waiting = document.main.select('[role="feed"], [aria-busy="true"]')
    return any(not tag.get_text(strip=True) for tag in waiting)


def _lazy_gallery(document: Document) -> bool:
    """True for an element that calls itself a gallery and holds no picture, link or frame yet."""
    named = document.main.find_all(_calls_itself_a_gallery)
    return any(tag.find(["img", "a", "iframe", "video", "picture"]) is None for tag in named)


def _calls_itself_a_gallery(tag: Tag) -> bool:
    words = (*tag.get_attribute_list("class"), tag.get("id") or "", *tag.attrs)
    return any(_GALLERY.search(str(word)) for word in words if word)


def _web_component(document: Document) -> bool:
    """True for a custom element without content of its own: a script defines what it shows.

    The names of custom elements hold a hyphen (HTML Standard, custom elements; read 2026-11-25).
    Those of the AMP format and known players are read by themselves.
    """
    found = document.main.find_all(lambda tag: "-" in tag.name)
    return any(
        not tag.name.startswith(_READ_ANYWAY) and not tag.get_text(strip=True) for tag in found
    )


def _hidden_part(document: Document) -> bool:
    """True for a frame in a part whose class or id says that a style hides it."""
    return any(
        _HIDING.search(" ".join(map(str, (*tag.get_attribute_list("class"), tag.get("id")))))
        for frame in document.tags("iframe", "object", "embed")
        for tag in (frame, *frame.parents)
        if tag.name not in ("html", "body", "[document]")
    )


_GALLERY = re.compile(r"(?:^|[-_\s])(?:galler(?:y|ies)|carousel|slider|slideshow|lightbox)", re.I)
_READ_ANYWAY = ("amp-", "lite-", "font-", "ecl-icon")
_HIDING = re.compile(
    r"(?:^|[-_\s])(?:hid(?:den|e)|collapsed?|invisible|sr-only|offscreen|off-screen|d-none|unseen|"
    r"visually)(?:$|[-_\s])",
    re.I,
)
_SIGNS = (
    ("unfilled_feed", _unfilled_feed),
    ("lazy_gallery", _lazy_gallery),
    ("web_component", _web_component),
    ("hidden_part", _hidden_part),
)
