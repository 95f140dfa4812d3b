"""One page opened over HTTP, redirects that stand in documents followed as visitors follow them.

A page is called removed only after a second request, and one that is shown whole under status 404
only where the site answers an address that cannot exist in another way.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from urllib.parse import urljoin

from crawlers.concurrency import run_in_parser_thread
from crawlers.gathering.crawling.frontier import Target
from crawlers.gathering.crawling.page_visit import PageVisit, read_visit, sent_out
from crawlers.gathering.crawling.stubs import MAX_STUBS, led_on
from crawlers.http.fetcher import Fetcher
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State
from crawlers.platforms.base import Site

_LOG = logging.getLogger(__name__)
_NO_PAGE = "no-such-page-2f6b9c"


async def open_page(fetcher: Fetcher, site: Site, target: Target) -> PageVisit:
    """The visit of a page by HTTP, with a second request before it is called removed."""
    capture = await fetcher.get(target.address)
    if capture.failure is Failure.NOT_RECORDED and target.found != target.address:
        capture = await fetcher.get(target.found)
    visit = await _open_through_stubs(fetcher, site, target.page, capture)
    if visit.visibility.state is not State.REMOVED:
        return visit
    again = await fetcher.get(capture.url, fresh=True)
    second = await _open_through_stubs(fetcher, site, target.page, again)
    if second.visibility.state is not State.REMOVED:
        return second
    verdict = second.visibility.model_copy(
        update={
            "attempts": capture.attempts + again.attempts,
            "evidence": (*capture.record_ids, *again.record_ids),
        }
    )
    return PageVisit(page=second.page, capture=again, visibility=verdict)


async def read_page(site: Site, page: str, capture: Capture, *, follow: bool = True) -> PageVisit:
    """A page's visit; the document is parsed and read once, off the event loop.

    A page that our own reading cannot cope with costs that page only. Without ``follow`` a document
    that sends its visitor on is read as the page that it is for a moment.
    """
    try:
        return await run_in_parser_thread(read_visit, site, page, capture, follow)
    except Exception:  # the guard of one page: a fault of ours says nothing about the page
        _LOG.exception("a page could not be read: %s", page)
        verdict = capture.visibility(State.UNDETERMINED, Reason.READING_ERROR)
        return PageVisit(page=page, capture=capture, visibility=verdict)


async def _open_through_stubs(
    fetcher: Fetcher, site: Site, page: str, capture: Capture
) -> PageVisit:
    """The visit of what a visitor comes to from an answer, whatever stubs stand on the way."""
    visit = await read_page(site, page, capture)
    opened = {capture.url, capture.final_url}
    while visit.onward:
        if site.identity(visit.onward) is None:
            return sent_out(site, visit)
        if visit.onward in opened or len(opened) > MAX_STUBS:
            return await _in_circles(site, visit)
        opened.add(visit.onward)
        target = await fetcher.get(site.address(visit.onward))
        arrived = await read_page(site, page, led_on(visit.capture, target))
        visit = replace(arrived, stubs=visit.stubs + 1)
    if visit.capture.says_missing and visit.reading is not None:
        return await _despite_status(fetcher, site, visit)
    return visit


async def _in_circles(site: Site, visit: PageVisit) -> PageVisit:
    """Pages that take turns are pages; stubs that lead to each other show nothing."""
    shown = await read_page(site, visit.page, visit.capture, follow=False)
    if shown.reading is not None and not shown.bare:
        return shown
    verdict = visit.capture.visibility(State.UNDETERMINED, Reason.TOO_MANY_REDIRECTS)
    return PageVisit(page=visit.page, capture=visit.capture, visibility=verdict)


async def _despite_status(fetcher: Fetcher, site: Site, visit: PageVisit) -> PageVisit:
    """A page shown under a status that means "missing", held against one that is missing.

    The site is asked once per folder for an address that cannot exist. Where it shows the same
    there the status is believed, and where it cannot be asked nobody can tell.
    """
    capture = visit.capture
    missing = await fetcher.get(urljoin(capture.final_url, _NO_PAGE))
    if missing.failure is not None:
        verdict = capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
        return PageVisit(page=visit.page, capture=capture, visibility=verdict)
    control = await read_page(site, visit.page, missing, follow=False)
    if _looks(control) != _looks(visit):
        return visit
    reason = Reason.NOT_FOUND if capture.status == 404 else Reason.GONE
    verdict = capture.visibility(State.REMOVED, reason)
    return PageVisit(page=visit.page, capture=capture, visibility=verdict)


def _looks(visit: PageVisit) -> tuple[object, ...] | None:
    """What tells one page of a site from another; None for a wall."""
    reading = visit.reading
    return None if reading is None else (reading.title, reading.headings, reading.words)
