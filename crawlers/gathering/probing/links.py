"""Links, each opened once as a stranger would: is there still anything behind them?

A link is asked for like a page of the project: through the same pace and robots.txt, by one plain
request, and by a second before it is called removed. What cannot be told stays undetermined.
"""

from __future__ import annotations

import asyncio
import re

from crawlers.concurrency import run_in_parser_thread
from crawlers.detection.closed_pages import page_wall
from crawlers.detection.walls import detect_wall, has_wall_title
from crawlers.extraction.document import Document, parse
from crawlers.http.fetcher import Fetcher
from crawlers.model.capture import Capture
from crawlers.model.link import Link
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.urls.parts import host_of, registrable, split

_FRONT = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default)(?:\.\w+)?)?/?")
_SHOWN = ["img", "video", "audio", "iframe", "canvas", "object", "embed", "svg"]


async def check_links(fetcher: Fetcher, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links with what a stranger meets behind each, in the same order."""
    return tuple(await asyncio.gather(*(_check(fetcher, link) for link in links)))


async def _check(fetcher: Fetcher, link: Link) -> Link:
    verdict = await _verdict(fetcher, link.url)
    return link.model_copy(update={"visibility": verdict})


async def _verdict(fetcher: Fetcher, url: str) -> Visibility:
    """The verdict on one address; ``removed`` only when a second, fresh look says so too."""
    first = await _look(fetcher, url)
    if first.state is not State.REMOVED:
        return first
    second = await _look(fetcher, url, fresh=True)
    if second.state is not State.REMOVED:
        return second
    return second.model_copy(
        update={
            "attempts": first.attempts + second.attempts,
            "evidence": (*first.evidence, *second.evidence),
        }
    )


async def _look(fetcher: Fetcher, url: str, *, fresh: bool = False) -> Visibility:
    capture = await fetcher.get(url, fresh=fresh)
    try:
        return await run_in_parser_thread(judge_link, capture)
    except Exception:  # the guard of one link: a fault of ours says nothing about it
        return capture.visibility(State.UNDETERMINED, Reason.READING_ERROR)


def judge_link(capture: Capture) -> Visibility:
    """What one answer says of the page behind a link; pure.

    A whole page under a status that means "missing" is neither: its site may show the same at
    any address, and nobody asks a foreign site for one that cannot exist.
    """
    is_page = capture.is_html and capture.failure is None
    document = parse(capture) if is_page else None
    wall = detect_wall(capture, document)
    if wall is not None:
        if wall.state is State.REMOVED and page_wall(capture, document) != wall:
            return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
        return capture.visibility(wall.state, wall.reason)
    if document is None:
        state, reason = State.VISIBLE, Reason.FILE_DELIVERED
        if not capture.body:
            state, reason = State.UNDETERMINED, Reason.UNEXPECTED_ANSWER
        return capture.visibility(state, reason)
    if _sent_home(capture) or has_wall_title(document):
        return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    if _shows_nothing(document):
        return capture.visibility(State.UNDETERMINED, Reason.NEEDS_BROWSER)
    return capture.visibility(State.VISIBLE, Reason.CONTENT_SHOWN)


def _shows_nothing(document: Document) -> bool:
    return document.words == 0 and not document.tags(*_SHOWN)


def _sent_home(capture: Capture) -> bool:
    """True for an address deep in a site that leads to its front page: the page may be gone."""
    asked, final = split(capture.url), split(capture.final_url)
    if asked is None or final is None or asked.path == final.path:
        return False
    same = registrable(host_of(capture.url)) == registrable(host_of(capture.final_url))
    deep = _FRONT.fullmatch(asked.path.lower()) is None and asked.path.strip("/").count("/") > 0
    return same and deep and _FRONT.fullmatch(final.path.lower()) is not None and not final.query
