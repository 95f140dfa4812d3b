"""Documents that show nothing but send their visitor on, followed to what they lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crawlers.concurrency import run_in_parser_thread
from crawlers.detection.document_redirect import redirect_of
from crawlers.extraction.document import parse
from crawlers.http.fetcher import Fetcher
from crawlers.model.capture import Capture

MAX_STUBS = 10
_STUB_BYTES = 60_000
_MAY_LEAD_ON = (b"refresh", b"location")


async def behind_stubs(
    fetcher: Fetcher, capture: Capture, *, opens: Callable[[str], bool] = lambda _: True
) -> Capture:
    """The answer that a visitor comes to; the same one where its document leads nowhere.

    ``opens`` says whether an address is worth opening; the way ends before one that is not. A
    circle of stubs ends with the first that was met before.
    """
    opened = {capture.url, capture.final_url}
    while len(opened) <= MAX_STUBS:
        onward = await run_in_parser_thread(_onward, capture)
        if not onward or onward in opened or not opens(onward):
            break
        opened.add(onward)
        capture = led_on(capture, await fetcher.get(onward))
    return capture


def led_on(stub: Capture, target: Capture) -> Capture:
    """The capture of an address whose document led on to another one."""
    return replace(
        target,
        url=stub.url,
        redirects=(*stub.redirects, stub.final_url, *target.redirects),
        record_ids=(*stub.record_ids, *target.record_ids),
    )


def _onward(capture: Capture) -> str:
    """Where the document of an answer sends its visitor, or empty."""
    if capture.failure is not None or not capture.is_html or len(capture.body) > _STUB_BYTES:
        return ""
    body = capture.body.lower()
    if not capture.header("refresh") and not any(word in body for word in _MAY_LEAD_ON):
        return ""
    onward = redirect_of(capture, parse(capture))
    return onward.url if onward is not None else ""
