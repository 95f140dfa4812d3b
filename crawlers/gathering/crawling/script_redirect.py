"""Follow the redirect that a page's script made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crawlers.browser.base import RenderResult
from crawlers.gathering.crawling.stubs import behind_stubs
from crawlers.http.fetcher import Fetcher
from crawlers.model.capture import Capture


async def final_capture(
    fetcher: Fetcher, first: Capture, rendered: RenderResult, *, opens: Callable[[str], bool]
) -> Capture | None:
    """What the visitor met: the rendered page, or the target of its redirect, stubs followed.

    ``opens`` says whether a target is worth opening; one that is not (a log-in, a foreign site)
    ends the capture there, without a body. None where the document could not be read.
    """
    target = rendered.sent_to
    if not target:
        shown = rendered.capture
        return None if shown is None else await behind_stubs(fetcher, shown, opens=opens)
    redirects = (*first.redirects, first.final_url)
    if not opens(target):
        return replace(first, final_url=target, redirects=redirects, body=b"")
    capture = await fetcher.get(target)
    capture = replace(capture, url=first.url, redirects=(*redirects, *capture.redirects))
    return await behind_stubs(fetcher, capture, opens=opens)
