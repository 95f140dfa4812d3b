"""Requests to a browser and its results; pure.

``Renderer`` is the interface of the browser; ``crawlers.detection.render_need`` decides which pages
need it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from crawlers.model.capture import Capture

MODES = ("auto", "never", "always")
SHOTS = ("none", "key", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderRequest:
    """What to get of a page besides its document.

    ``screenshot`` is a picture of its whole length, for which everything is loaded; ``consent``
    accepts the cookies that the page asks for, in a context that ends with this page. ``cookies``
    keeps what the site sets, in that context alone, and asks the site for the page again with it.
    """

    screenshot: bool = False
    consent: bool = False
    cookies: bool = False


DOCUMENT_ONLY = RenderRequest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page as WebP; sizes in pixels, ``cut`` when the page is longer than the picture.

    ``idle`` is true when the document had loaded and nothing had been asked for during half a
    second; else the picture was taken at the time limit.
    """

    webp: bytes
    width: int
    height: int
    cut: bool
    idle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderResult:
    """A page as the browser shows it: the capture holds the rendered document.

    ``complete`` is false when something that the page asked for did not come, or when it was still
    busy at the time limit: then what is missing may still be there. The capture is
    None where the document could not be read at all. ``issues`` says what the page's scripts did
    (codes), ``sent_to`` where a script would have sent the visitor. ``blocked`` are addresses of
    frames that came and that the browser refuses to show, ``appeared`` of those that it shows;
    ``accepted`` is ``yes`` when cookies were accepted, ``likely`` when what was clicked may have
    done so.
    """

    capture: Capture | None
    complete: bool
    issues: tuple[str, ...] = ()
    sent_to: str = ""
    blocked: frozenset[str] = frozenset()
    appeared: frozenset[str] = frozenset()
    accepted: str = ""
    picture: Picture | None = None


class Renderer(Protocol):
    """A service that opens pages in a browser."""

    async def render(
        self, capture: Capture, request: RenderRequest = DOCUMENT_ONLY
    ) -> RenderResult | None:
        """The page of a capture with its scripts run, or None when no browser can be used."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderPolicy:
    """A browser and when it decides: ``auto`` where the HTML cannot tell, ``always`` for all.

    In the mode ``never`` it only takes pictures.
    """

    renderer: Renderer
    mode: str = "auto"

    @property
    def decides(self) -> bool:
        """True when what the browser shows may settle a verdict."""
        return self.mode != "never"

    def reason_to_render(self, need: str) -> str:
        """The code of the reason to open a page in the browser, or an empty string.

        ``need`` is why its HTML cannot tell, as ``render_reason`` gives it.
        """
        if not self.decides:
            return ""
        return need or ("always" if self.mode == "always" else "")
