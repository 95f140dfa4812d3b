"""What one page says to its visitor: a wall, a file, an empty page or its content; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from crawlers.detection import walls
from crawlers.detection.closed_pages import is_not_open, page_wall
from crawlers.detection.difference import Difference
from crawlers.detection.document_redirect import Onward, redirect_of
from crawlers.detection.hints import hint_groups
from crawlers.detection.render_need import HINTS, render_reason
from crawlers.detection.witness import Build, build_of
from crawlers.extraction.addresses.links import Reading
from crawlers.extraction.addresses.media import picture_key
from crawlers.extraction.document import Document, parse
from crawlers.model.capture import Capture
from crawlers.model.page import Layout, PageReading, Section
from crawlers.model.verdict import Failure, Reason, State, Visibility
from crawlers.platforms.base import Site
from crawlers.platforms.content import says_nothing
from crawlers.urls.parts import host_of, split

_LED_OUT = walls.Wall(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVisit:
    """One page as the visitor met it: its capture, what was read (None for a wall), its visibility.

    ``is_file`` is true when the address turned out to lead to a file and not to a page.
    ``bare`` is true where nothing but a title was read. ``onward`` is the address to which the
    document sends its visitor without a click, and ``stubs`` counts the documents that led here:
    they are no pages of their own. ``need`` says why the HTML alone cannot tell, ``hints`` the
    groups of pages among which a few looks tell it (empty where this page itself must be opened),
    ``rendered_because`` why a browser opened it, ``trouble`` what its scripts then did, and
    ``blocked`` which frames the browser refused to show. ``build`` is what its HTML is built of;
    where a browser was held against the reading, ``difference`` is what it showed more, and
    ``by_html`` what was read before.
    """

    page: str
    capture: Capture
    visibility: Visibility
    reading: PageReading | None = None
    title: str = ""
    is_file: bool = False
    bare: bool = False
    onward: str = ""
    need: str = ""
    hints: frozenset[str] = frozenset()
    rendered_because: str = ""
    trouble: tuple[str, ...] = ()
    blocked: frozenset[str] = frozenset()
    stubs: int = 0
    build: Build | None = None
    difference: Difference | None = None
    by_html: PageReading | None = None

    @property
    def can_be_rendered(self) -> bool:
        """True where a browser may show more: a page came, or one that waits for a cookie."""
        if self.needs_cookies:
            return True
        page = self.capture.is_html and self.capture.failure is None
        return page and (self.capture.ok or bool(self.need))

    @property
    def needs_cookies(self) -> bool:
        """True for a page that is shown only to a visitor who keeps the site's cookie."""
        return self.visibility.reason is Reason.COOKIE_NEEDED

    def led_to(self, site: Site) -> str | None:
        """The page of the project that documents, not answers, have led to; None where none did."""
        return site.identity(self.capture.final_url) if self.stubs else None


def read_visit(site: Site, page: str, capture: Capture, follow: bool = True) -> PageVisit:
    """What one capture of a page says.

    Without ``follow`` a document that sends its visitor on is read as a page all the same.
    """
    document = parse(capture) if capture.is_html and capture.failure is None else None
    wall = page_wall(capture, document)
    if wall is None and capture.ok:
        wall = _redirect_wall(site, capture)
    onward = None
    if document is not None and follow and (wall is None or wall.state is State.REMOVED):
        onward = redirect_of(capture, document)
    if onward is not None:
        return _led_on(page, capture, onward)
    if wall is not None:
        verdict = capture.visibility(wall.state, wall.reason)
        reason = render_reason(capture, document, verdict, None) if document is not None else ""
        if wall.reason is Reason.COOKIE_NEEDED:
            reason = wall.reason.value
        return PageVisit(page=page, capture=capture, visibility=verdict, need=reason)
    if document is None:
        verdict = capture.visibility(State.VISIBLE, Reason.FILE_DELIVERED)
        return PageVisit(page=page, capture=capture, visibility=verdict, is_file=True)
    return _content(site, page, capture, document)


def _content(site: Site, page: str, capture: Capture, document: Document) -> PageVisit:
    """What a page says that is no wall and sends nobody on."""
    reading = site.read_page(capture, document)
    bare = says_nothing(
        document, Reading(list(reading.outlinks), list(reading.seen)), reading.title
    )
    verdict = content_visibility(capture, reading, bare=bare)
    closed = verdict.visible and is_not_open(document)
    if closed:
        verdict = capture.visibility(State.UNDETERMINED, Reason.NOT_OPEN)
    need = render_reason(capture, document, verdict, reading, site.platform_reason)
    build = build_of(document)
    shared = need in HINTS and not site.platform_reason(document)
    return PageVisit(
        page=page,
        capture=capture,
        reading=reading,
        title=reading.title,
        visibility=verdict,
        bare=bare,
        need=need,
        hints=hint_groups(document, build) if shared else frozenset(),
        build=build,
    )


def _led_on(page: str, capture: Capture, onward: Onward) -> PageVisit:
    """The visit of a document that shows nothing but sends its visitor on."""
    reason = Reason.COOKIE_NEEDED if onward.cookie else Reason.NEEDS_BROWSER
    verdict = capture.visibility(State.UNDETERMINED, reason)
    return PageVisit(
        page=page,
        capture=capture,
        visibility=verdict,
        onward=onward.url,
        need=reason.value if not onward.url else "",
    )


def sent_out(site: Site, visit: PageVisit) -> PageVisit:
    """A visit whose document leads out of the project: a link to there, or a page that is gone."""
    capture = replace(
        visit.capture,
        final_url=visit.onward,
        redirects=(*visit.capture.redirects, visit.capture.final_url),
        body=b"",
    )
    wall = _redirect_wall(site, capture) or _LED_OUT
    verdict = capture.visibility(wall.state, wall.reason)
    onward = "" if wall.state is State.REMOVED else visit.onward
    return replace(visit, capture=capture, visibility=verdict, onward=onward)


def content_visibility(capture: Capture, reading: PageReading, *, bare: bool) -> Visibility:
    """Visible, or empty when nothing but the title is there, or undetermined when unreadable.

    Of a page that was cut at the limit of size, what was read may be the smallest part.
    """
    if reading.layout is Layout.UNKNOWN and bare:
        return capture.visibility(State.UNDETERMINED, Reason.NEEDS_BROWSER)
    if bare and capture.truncated:
        return capture.visibility(State.UNDETERMINED, Reason.READING_ERROR)
    if bare and reading.section is not Section.HOME:
        return capture.visibility(State.EMPTY, Reason.NOTHING_IN_IT)
    return capture.visibility(State.VISIBLE, Reason.CONTENT_SHOWN)


def is_cut(visit: PageVisit) -> bool:
    """True for a page whose end was not read: over the limit of size, or broken off on its way."""
    broke_off = visit.capture.failure is Failure.PROTOCOL_ERROR
    return visit.capture.truncated and (visit.reading is not None or broke_off)


def merge_rendered(visit: PageVisit, rendered: PageVisit | None, *, complete: bool) -> PageVisit:
    """The visit by HTTP and the visit by a browser as one.

    Where the browser did not get everything (``complete`` is false), what is missing proves
    nothing: what either shows counts, and where neither shows anything the page is undetermined.
    """
    if rendered is not None and complete:
        return rendered
    if rendered is not None:
        rendered = _without_unfilled(rendered)
    if not visit.need:
        return _with_more(visit, rendered)
    for candidate, other in ((rendered, visit), (visit, rendered)):
        if candidate is not None and candidate.visibility.visible and not candidate.bare:
            return _with_more(candidate, other)
    waits = visit.visibility.reason is Reason.COOKIE_NEEDED
    reason = Reason.COOKIE_NEEDED if waits else Reason.NEEDS_BROWSER
    verdict = visit.capture.visibility(State.UNDETERMINED, reason)
    reading = (rendered.reading if rendered is not None else None) or visit.reading
    if reading is not None:
        reading = replace(reading, layout=Layout.UNKNOWN)
    return replace(visit, reading=reading, visibility=verdict)


def _with_more(visit: PageVisit, other: PageVisit | None) -> PageVisit:
    """A visit with the links and the things that only the other visit of the page shows."""
    own, more = visit.reading, other.reading if other is not None else None
    if own is None or more is None:
        return visit
    followed = {link.url for link in own.outlinks}
    known = {picture_key(seen.url) for seen in own.seen}
    reading = replace(
        own,
        outlinks=(*own.outlinks, *(link for link in more.outlinks if link.url not in followed)),
        seen=(*own.seen, *(seen for seen in more.seen if picture_key(seen.url) not in known)),
        headings=own.headings or more.headings,
        words=max(own.words, more.words),
        title=own.title or more.title,
    )
    return replace(visit, reading=reading, title=reading.title)


def _without_unfilled(visit: PageVisit) -> PageVisit:
    """The visit of an incomplete page: that a script filled nothing in proves nothing."""
    if visit.reading is None:
        return visit
    candidates = (
        item if item.filled else replace(item, filled=None) for item in visit.reading.seen
    )
    return replace(visit, reading=replace(visit.reading, seen=tuple(candidates)))


def _redirect_wall(site: Site, capture: Capture) -> walls.Wall | None:
    """The wall of a page that redirects its visitor out of the project, or None.

    A page that redirects to a folder above it, or to the front page of the same site, is gone. Any
    other target is no verdict: the site may have moved, or the link may lead on to an artefact.
    """
    final = capture.final_url
    if final == capture.url or site.identity(final) is not None:
        return None
    if _is_above(final, capture.url):
        return walls.Wall(State.REMOVED, Reason.SENT_HOME)
    return walls.Wall(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)


def _is_above(url: str, other: str) -> bool:
    """True for the front page, or a folder above the other address, of the same site."""
    upper, lower = split(url), split(other)
    if upper is None or lower is None or upper.query:
        return False
    hosts = {host_of(address).removeprefix("www.") for address in (url, other)}
    front = re.fullmatch(r"/?(?:[a-z]{2}/?)?(?:index\.\w+)?", upper.path) is not None
    return len(hosts) == 1 and (front or lower.path.startswith(upper.path.rstrip("/") + "/"))
