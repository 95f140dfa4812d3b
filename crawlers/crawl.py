"""The loop: the frontier says what next, the network brings captures, the platform reads them."""

from __future__ import annotations

import asyncio
import logging
import re
from dataclasses import dataclass, field, replace

from crawlers.browser.base import RenderPolicy, RenderResult
from crawlers.concurrency import run_in_parser_thread
from crawlers.detection.render_need import render_reason
from crawlers.frontier import Frontier, Target
from crawlers.http.fetcher import Fetcher
from crawlers.model import (
    Capture,
    Failure,
    Layout,
    PageReading,
    Reason,
    Section,
    Seed,
    State,
    Visibility,
)
from crawlers.platforms.base import Platform
from crawlers.platforms.content import says_nothing
from crawlers.progress import Progress
from crawlers.reading import walls
from crawlers.reading.document import parse
from crawlers.reading.extract import Reading
from crawlers.urls import host_of, split

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One page as it was met: its capture, what was read (None for a wall), its visibility.

    ``is_file`` is true when the address turned out to lead to a file and not to a page.
    ``bare`` is true where nothing but a title was read. ``need`` says why the HTML alone cannot
    tell, ``rendered_because`` why a browser opened it, ``trouble`` what its scripts then did, and
    ``blocked`` which frames the browser refused to show.
    """

    page: str
    capture: Capture
    visibility: Visibility
    reading: PageReading | None = None
    title: str = ""
    is_file: bool = False
    bare: bool = False
    need: str = ""
    rendered_because: str = ""
    trouble: tuple[str, ...] = ()
    blocked: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class Crawled:
    """What a crawl brings back: visits in the order of their finding, and why it stopped.

    ``identities`` gives the page that each link of the project leads to; ``left_out`` counts the
    endless variants of an address that were not followed, by the shape of its path.
    """

    visits: list[Visit] = field(default_factory=list)
    found_on: dict[str, tuple[str, ...]] = field(default_factory=dict)
    not_reached: list[str] = field(default_factory=list)
    identities: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    stopped_because: str | None = None


async def crawl(
    fetcher: Fetcher,
    platform: Platform,
    seed: Seed,
    *,
    max_pages: int,
    progress: Progress,
    eyes: RenderPolicy | None = None,
) -> Crawled:
    """Opens every page of a project that links lead to, within the limit.

    With ``eyes`` a browser opens the pages whose HTML cannot tell what they show.

    A run that is stopped meanwhile goes on to its end, since every further request comes back
    at once as ``not_reached``.
    """
    frontier = Frontier(platform, seed, max_pages)
    frontier.start()
    crawled = Crawled()
    while wave := frontier.next_wave():
        visits = await asyncio.gather(
            *(_visit(fetcher, platform, seed, target, progress, eyes) for target in wave)
        )
        for target, visit in zip(wave, visits, strict=True):
            crawled.visits.append(visit)
            if visit.reading is not None:
                frontier.offer_all(visit.reading.outlinks, target.page, target.depth)
        progress.pages_found = len(frontier.found_on)
        progress.changed()
    crawled.not_reached = [target.page for target in frontier.waiting]
    crawled.stopped_because = "page_limit" if frontier.over_limit else None
    crawled.left_out = dict(frontier.left_out)
    crawled.identities = frontier.identities
    crawled.found_on = {page: tuple(sorted(on)) for page, on in frontier.found_on.items()}
    return crawled


async def _visit(
    fetcher: Fetcher,
    platform: Platform,
    seed: Seed,
    target: Target,
    progress: Progress,
    eyes: RenderPolicy | None,
) -> Visit:
    """Opens and reads one page, a second time before it is called removed."""
    visit = await _opened(fetcher, platform, seed, target)
    if eyes is not None:
        visit = await _with_eyes(fetcher, eyes, platform, seed, visit)
    progress.pages_read += 1
    progress.changed()
    return visit


async def _with_eyes(
    fetcher: Fetcher, eyes: RenderPolicy, platform: Platform, seed: Seed, visit: Visit
) -> Visit:
    """The visit as a browser shows the page, where its HTML cannot tell; else as it was."""
    readable = visit.capture.ok and visit.capture.is_html and visit.capture.failure is None
    because = eyes.reason_to_render(visit.need) if readable else ""
    if not because:
        return visit
    rendered = await eyes.renderer.render(visit.capture)
    if rendered is None:
        return weighed(visit, None, whole=False)
    met = await _met(fetcher, platform, seed, visit, rendered)
    seen = None if met is None else await _judged(platform, seed, visit.page, met)
    if seen is not None and rendered.sent_to and seen.visibility.undetermined:
        # Where he is sent says nothing; what stands on the page itself is still known.
        seen = replace(seen, reading=visit.reading)
    return replace(
        weighed(visit, seen, whole=rendered.complete or bool(rendered.sent_to)),
        rendered_because=because,
        trouble=rendered.issues,
        blocked=rendered.blocked,
    )


async def _met(
    fetcher: Fetcher, platform: Platform, seed: Seed, visit: Visit, rendered: RenderResult
) -> Capture | None:
    """What the visitor met: the rendered page, or where a script sends its visitors instead.

    Another page of the project is opened; a log-in and a stranger's site need not be.
    """
    target = rendered.sent_to
    if not target:
        return rendered.capture
    first = visit.capture
    redirects = (*first.redirects, first.final_url)
    if platform.identity(seed, target) is None:
        return replace(first, final_url=target, redirects=redirects, body=b"")
    there = await fetcher.get(target)
    return replace(there, url=first.url, redirects=(*redirects, *there.redirects))


def weighed(visit: Visit, seen: Visit | None, *, whole: bool) -> Visit:
    """What a browser saw beside what the HTML says.

    Where the browser did not get everything (``whole`` is false) nothing is called missing for it:
    what was shown counts, and where neither shows anything nobody can tell.
    """
    if seen is not None and whole:
        return seen
    if not visit.need:
        return visit
    if seen is not None:
        seen = _without_unfilled(seen)
    for one in (seen, visit):
        if one is not None and one.visibility.visible and not one.bare:
            return one
    verdict = visit.capture.visibility(State.UNDETERMINED, Reason.NEEDS_BROWSER)
    reading = (seen.reading if seen is not None else None) or visit.reading
    if reading is not None:
        reading = replace(reading, layout=Layout.UNKNOWN)
    return replace(visit, reading=reading, visibility=verdict)


def _without_unfilled(visit: Visit) -> Visit:
    """The visit of a page that is not whole: that a script filled nothing in proves nothing."""
    if visit.reading is None:
        return visit
    sure = (one if one.filled else replace(one, filled=None) for one in visit.reading.seen)
    return replace(visit, reading=replace(visit.reading, seen=tuple(sure)))


async def _opened(fetcher: Fetcher, platform: Platform, seed: Seed, target: Target) -> Visit:
    capture = await fetcher.get(target.address)
    if capture.failure is Failure.NOT_RECORDED and target.found != target.address:
        capture = await fetcher.get(target.found)
    visit = await _judged(platform, seed, target.page, capture)
    if visit.visibility.state is not State.REMOVED:
        return visit
    again = await fetcher.get(capture.url, fresh=True)
    second = await _judged(platform, seed, target.page, again)
    if second.visibility.state is not State.REMOVED:
        return second
    return Visit(
        page=second.page,
        capture=again,
        visibility=second.visibility.model_copy(
            update={
                "attempts": capture.attempts + again.attempts,
                "evidence": (*capture.record_ids, *again.record_ids),
            }
        ),
    )


async def _judged(platform: Platform, seed: Seed, page: str, capture: Capture) -> Visit:
    """A page's visit; the document is parsed and read once, off the event loop.

    A page that our own reading cannot cope with costs that page only.
    """
    try:
        return await run_in_parser_thread(read_visit, platform, seed, page, capture)
    except Exception:  # the guard of one page: a fault of ours says nothing about the page
        _LOG.exception("a page could not be read: %s", page)
        verdict = capture.visibility(State.UNDETERMINED, Reason.READING_ERROR)
        return Visit(page=page, capture=capture, visibility=verdict)


def read_visit(platform: Platform, seed: Seed, page: str, capture: Capture) -> Visit:
    """What one capture of a page says: a wall, a file, an empty page or its content."""
    document = parse(capture) if capture.is_html and capture.failure is None else None
    wall = walls.seen(capture, document)
    if wall is None and capture.ok:
        wall = _sent_away(platform, seed, capture)
    if wall is not None:
        verdict = capture.visibility(wall.state, wall.reason)
        why = render_reason(capture, document, verdict, None) if document is not None else ""
        return Visit(page=page, capture=capture, visibility=verdict, need=why)
    if document is None:
        verdict = capture.visibility(State.VISIBLE, Reason.FILE_DELIVERED)
        return Visit(page=page, capture=capture, visibility=verdict, is_file=True)
    reading = platform.read_page(seed, capture, document)
    bare = says_nothing(
        document, Reading(list(reading.outlinks), list(reading.seen)), reading.title
    )
    verdict = content_visibility(capture, reading, bare=bare)
    return Visit(
        page=page,
        capture=capture,
        reading=reading,
        title=reading.title,
        visibility=verdict,
        bare=bare,
        need=render_reason(capture, document, verdict, reading, platform.needs_eyes),
    )


def _sent_away(platform: Platform, seed: Seed, capture: Capture) -> walls.Wall | None:
    """The wall of a page that sends its visitor out of the project, or None.

    Sent to a folder above it or to the front page of the same site, the page is gone. Sent
    anywhere else, nobody can tell: the site may have moved, or the link may lead on to a thing.
    """
    final = capture.final_url
    if final == capture.url or platform.identity(seed, final) is not None:
        return None
    if _is_above(final, capture.url):
        return walls.Wall(State.REMOVED, Reason.SENT_HOME)
    return walls.Wall(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)


def _is_above(url: str, other: str) -> bool:
    """True for the front page, or a folder above the other address, of the same site."""
    upper, lower = split(url), split(other)
    if upper is None or lower is None or upper.query:
        return False
    hosts = {host_of(one).removeprefix("www.") for one in (url, other)}
    front = re.fullmatch(r"/?(?:[a-z]{2}/?)?(?:index\.\w+)?", upper.path) is not None
    return len(hosts) == 1 and (front or lower.path.startswith(upper.path.rstrip("/") + "/"))


def content_visibility(capture: Capture, reading: PageReading, *, bare: bool) -> Visibility:
    """Visible, or empty when nothing but the title is there, or undetermined when unreadable."""
    if reading.layout is Layout.UNKNOWN and bare:
        return capture.visibility(State.UNDETERMINED, Reason.NEEDS_BROWSER)
    if bare and reading.section is not Section.HOME:
        return capture.visibility(State.EMPTY, Reason.NOTHING_IN_IT)
    return capture.visibility(State.VISIBLE, Reason.CONTENT_SHOWN)
