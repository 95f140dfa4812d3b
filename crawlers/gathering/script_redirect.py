"""Follow the redirect that a page's script made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crawlers.browser.base import RenderResult
from crawlers.http.fetcher import Fetcher
from crawlers.model.capture import Capture


async def final_capture(
    fetcher: Fetcher, first: Capture, rendered: RenderResult, *, opens: Callable[[str], bool]
) -> Capture | None:
    """What the visitor met: the rendered page, or the target of its script redirect.

    ``opens`` says whether a target is worth opening; one that is not (a log-in, a foreign site)
    ends the capture there, without a body. None where the document could not be read.
    """
    target = rendered.sent_to
    if not target:
        return rendered.capture
    redirects = (*first.redirects, first.final_url)
    if not opens(target):
        return replace(first, final_url=target, redirects=redirects, body=b"")
    capture = await fetcher.get(target)
    return replace(capture, url=first.url, redirects=(*redirects, *capture.redirects))
