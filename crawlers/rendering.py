"""Which pages a stranger's browser has to open, since their HTML alone cannot tell; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from crawlers.model import Capture, Layout, PageReading, Reason, State, Visibility
from crawlers.reading.document import Document

MODES = ("auto", "never", "always")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A page as the browser shows it: the capture holds the rendered document.

    ``whole`` is false when something that the page asked for did not come, or when it was still
    busy at the time limit: then nobody can say that what is missing is not there.
    """

    capture: Capture
    whole: bool


class Renderer(Protocol):
    """What opens pages in a browser."""

    async def render(self, capture: Capture) -> Rendered | None:
        """The page of a capture with its scripts run, or None when that did not work."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """A browser and when to use it: ``auto`` where the HTML cannot tell, ``always`` for all."""

    renderer: Renderer
    always: bool = False

    def why(self, need: str) -> str:
        """The code of why a page is opened in the browser, or an empty string."""
        return need or ("always" if self.always else "")


def need(
    capture: Capture, document: Document, verdict: Visibility, reading: PageReading | None
) -> str:
    """Why the HTML of a page cannot tell what it shows, as a code; empty when it can.

    Without a script there is nothing that a browser would add.
    """
    if not capture.ok or not document.tags("script"):
        return ""
    if verdict.reason is Reason.NEEDS_BROWSER:
        return "needs_browser"
    if reading is None:
        return ""
    if reading.layout is Layout.UNKNOWN:
        return "layout_unknown"
    if verdict.state is State.EMPTY:
        return "empty_with_scripts"
    return "unfilled_feed" if _unfilled_feed(document) else ""


def _unfilled_feed(document: Document) -> bool:
    """True when the main content has a feed, or a part marked as loading, without any text.

    ``feed`` and ``aria-busy`` are WAI-ARIA 1.2 (W3C, 2023-06-06).
    """
    waiting = document.main.select('[role="feed"], [aria-busy="true"]')
    return any(not tag.get_text(strip=True) for tag in waiting)
