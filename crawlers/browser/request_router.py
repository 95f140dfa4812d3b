"""Answer what one page of the browser asks for: from the fetch layer, or not at all.

Requests other than GET are not passed on, since a visitor who only looks changes nothing; a page
that needed one is not complete. Adverts, counters and things that nobody will see are not loaded.
"""

from __future__ import annotations

import asyncio
import html
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from playwright.async_api import Error as BrowserError
from playwright.async_api import Frame, Page, Request, Route, WebSocketRoute

from crawlers.browser.base import RenderRequest
from crawlers.detection.consent import is_consent_page
from crawlers.extraction.boilerplate import is_tracker
from crawlers.http.protocols import CaptureSource
from crawlers.model.capture import Capture
from crawlers.urls.canonical import absolute
from crawlers.urls.parts import host_of, registrable, without_fragment

_MAX_REQUESTS = 300
_FLOOD = 900  # requests; no page that is to be read asks for so much
_MAX_FRAMES = 40
_MAX_DEPTH = 4
_MAX_MISSED = 50
_MAX_HOPS = 6  # documents on the way of a visitor who keeps cookies
_NO_MORE: Mapping[str, str] = MappingProxyType({})
_SCREENSHOT_WAIT = 90.0  # seconds for all pictures of a page, half of its longest time
# What a document can do without, and what is loaded for a picture of it only.
_NEVER_NEEDED = frozenset({"ping", "manifest", "texttrack", "cspviolation"})
_FOR_PICTURES = frozenset({"image", "media", "font"})
_DECISIVE = frozenset({"script", "xhr", "fetch", "eventsource", "websocket", "document"})
_NOT_PASSED_ON = frozenset(
    {"content-encoding", "content-length", "transfer-encoding", "connection", "set-cookie"}
)

_Get = Callable[[str], Awaitable[Capture | None]]


@dataclass(slots=True, kw_only=True)
class Traffic:
    """What one page asked for so far.

    ``asked`` counts all requests, ``requests`` those that were passed on, ``windows`` those that
    the page's scripts opened. ``missed`` are addresses that might have changed the page and did not
    come; ``frames`` gives for each frame the address that its element asked for, ``served`` those
    of them that came. ``pending`` requests are under way; ``changed`` is when the last one began or
    ended (seconds of a monotonic clock). ``pictures_until`` is when the wait for what only a
    screenshot needs ends; ``pictures_cut`` is true when something had not come by then.
    """

    started: bool = False
    sent_to: str = ""
    windows: int = 0
    asked: int = 0
    requests: int = 0
    pending: int = 0
    changed: float = field(default_factory=time.monotonic)
    missed: list[str] = field(default_factory=list)
    served: set[str] = field(default_factory=set)
    pictures_until: float = 0.0
    pictures_cut: bool = False
    frames: dict[Frame, str] = field(default_factory=dict)

    def miss(self, url: str) -> None:
        """Note that something decisive did not come."""
        if len(self.missed) < _MAX_MISSED:
            self.missed.append(url)


class RequestRouter:
    """Answers the requests of one page, whose own document is a capture that was fetched before.

    ``document`` is the capture that the page shows. ``flooded`` is set when the page asks without
    end.
    """

    def __init__(
        self, source: CaptureSource, page: Page, capture: Capture, request: RenderRequest
    ) -> None:
        self.traffic = Traffic()
        self.flooded = asyncio.Event()
        self._source = source
        self._page = page
        self.document = capture
        self._hops = 0
        self._capture = capture
        self._wanted = request

    async def serve(self, route: Route) -> None:
        """Answer one request of the page; a page that has gone meanwhile needs no answer."""
        traffic = self.traffic
        traffic.asked += 1
        if traffic.asked >= _FLOOD:
            self.flooded.set()
        traffic.pending += 1
        traffic.changed = time.monotonic()
        try:
            await self._answer(route)
        except BrowserError:
            if not route.request.is_navigation_request():
                traffic.miss(route.request.url)
        finally:
            traffic.pending -= 1
            traffic.changed = time.monotonic()

    async def refuse_socket(self, socket: WebSocketRoute) -> None:
        """Close a web socket: what would have come over it is missing."""
        self.traffic.miss(socket.url)
        await socket.close()

    async def _answer(self, route: Route) -> None:
        request = route.request
        frame = _frame_of(request)
        if request.is_navigation_request():
            if frame is None or frame.page != self._page:
                self.traffic.windows += 1  # a new window, which is closed at once
                await route.abort("aborted")
            elif frame == self._page.main_frame:
                await self._own_document(route)
            else:
                await self._frame_document(route, frame)
        elif is_tracker(request.url) or request.resource_type in _NEVER_NEEDED:
            await route.abort("blockedbyclient")
        elif self._is_for_reading(request, frame):
            await self._part(route, self._get, decisive=frame == self._page.main_frame)
        elif self._wanted.screenshot:
            await self._part(route, self._get_for_screenshot, decisive=False)
        else:
            await route.abort("blockedbyclient")

    async def _own_document(self, route: Route) -> None:
        """Answer with the page itself, once; a later target of a script is noted, not opened."""
        url, traffic = route.request.url, self.traffic
        if self._wanted.cookies and self._hops < _MAX_HOPS and self._is_own_site(url):
            await self._document_with_cookies(route)
            return
        own = without_fragment(url) == without_fragment(self._capture.final_url)
        if own and not traffic.started:
            traffic.started = True
            await _fulfill_with(route, self._capture, self._capture.body)
            return
        if not own:
            traffic.sent_to = traffic.sent_to or url
        await route.abort("aborted")

    def _is_own_site(self, url: str) -> bool:
        return registrable(host_of(url)) == registrable(host_of(self._capture.url))

    async def _document_with_cookies(self, route: Route) -> None:
        """The page itself as the site gives it to a visitor who keeps its cookies."""
        url, traffic = route.request.url, self.traffic
        self._hops += 1
        answer = await self._get_with_cookies(url)
        if answer.failure is not None or answer.status is None:
            await route.abort("failed")
            return
        traffic.started = True
        onward = absolute(url, answer.header("location")) if answer.header("location") else None
        if onward is None or not 300 <= answer.status < 400:
            self.document = answer
            await _fulfill_with(route, answer, answer.body, _set_cookies(answer))
            return
        body = _redirect_document(onward)
        headers = {"content-type": "text/html; charset=utf-8", **_set_cookies(answer)}
        await route.fulfill(status=200, headers=headers, body=body)

    async def _get_with_cookies(self, url: str) -> Capture:
        """An answer to a visitor who brings the cookies of the page's own context, which ends."""
        kept = await self._page.context.cookies(url)
        pairs = "; ".join(f"{cookie.get('name')}={cookie.get('value')}" for cookie in kept)
        return await self._source.get_with_cookie(url, pairs)

    async def _get(self, url: str) -> Capture:
        """What the page or a frame asks for; with the site's cookies where it needs them."""
        answer = await self._source.get(url)
        shut = answer.failure is not None or not answer.ok
        if shut and self._wanted.cookies and self._is_own_site(url):
            return await self._get_with_cookies(url)
        return answer

    async def _frame_document(self, route: Route, frame: Frame) -> None:
        """Answer with a frame's document; the frame itself follows redirects, for its origin."""
        url, traffic = route.request.url, self.traffic
        traffic.frames.setdefault(frame, url)
        traffic.requests += 1
        few = len(traffic.frames) <= _MAX_FRAMES and traffic.requests <= _MAX_REQUESTS
        if (
            not few
            or _depth(frame) > _MAX_DEPTH
            or route.request.method != "GET"
            or is_tracker(url)
        ):
            await route.abort("blockedbyclient")
            return
        answer = await self._get(url)
        body = self._source.full_body(answer)
        if answer.failure is not None or answer.status is None or body is None:
            await route.abort("failed")
            return
        traffic.served.add(traffic.frames[frame])
        if without_fragment(answer.final_url) != without_fragment(url):
            await route.fulfill(
                status=200,
                content_type="text/html; charset=utf-8",
                body=_redirect_document(answer.final_url),
            )
        else:
            await _fulfill_with(route, answer, body)

    async def _part(self, route: Route, get: _Get, *, decisive: bool) -> None:
        """Answer with a script, style, picture or data; note a decisive one that does not come."""
        request, traffic = route.request, self.traffic
        decisive = decisive and request.resource_type in _DECISIVE
        traffic.requests += 1
        answer, body = None, None
        if request.method == "GET" and traffic.requests <= _MAX_REQUESTS:
            answer = await get(request.url)
            usable = answer is not None and answer.failure is None and answer.ok
            body = self._source.full_body(answer) if answer is not None and usable else None
        if answer is not None and body is not None:
            await _fulfill_with(route, answer, body)
            return
        if decisive:
            traffic.miss(request.url)
        await route.abort("failed")

    async def _get_for_screenshot(self, url: str) -> Capture | None:
        """The answer for what only a screenshot needs, or None when it takes too long.

        A page has loaded only after its pictures, but must be read in any case.
        """
        traffic, now = self.traffic, time.monotonic()
        traffic.pictures_until = traffic.pictures_until or now + _SCREENSHOT_WAIT
        try:
            async with asyncio.timeout(max(0.0, traffic.pictures_until - now)):
                return await self._get(url)
        except TimeoutError:
            traffic.pictures_cut = True
            return None

    def _is_for_reading(self, request: Request, frame: Frame | None) -> bool:
        """True for what is needed to read the page and its frames."""
        if request.resource_type in _FOR_PICTURES:
            return False
        return frame is None or frame == self._page.main_frame or self._needs_scripts(frame)

    def _needs_scripts(self, frame: Frame) -> bool:
        """True for a frame whose scripts are needed: the site's own, or a cookie notice."""
        host = host_of(frame.url)
        return host == host_of(self._capture.final_url) or is_consent_page(frame.url)


def _frame_of(request: Request) -> Frame | None:
    """The frame that asks; None for a worker, and for a frame that is not there yet."""
    try:
        return request.frame
    except BrowserError:
        return None


def _depth(frame: Frame) -> int:
    depth, above = 0, frame.parent_frame
    while above is not None and depth <= _MAX_DEPTH:
        depth, above = depth + 1, above.parent_frame
    return depth


def _redirect_document(url: str) -> str:
    """A document that leads on to an address, as the redirect would have done."""
    target = json.dumps(url).replace("<", "\\u003c")
    return (
        f'<!DOCTYPE html><title>.</title><meta http-equiv="refresh" content="0;url='
        f'{html.escape(url)}"><script>location.replace({target})</script>'
    )


def _set_cookies(capture: Capture) -> dict[str, str]:
    """The header with the cookies that an answer sets, as the browser takes several of them."""
    cookies = [value for name, value in capture.headers if name.lower() == "set-cookie"]
    return {"set-cookie": "\n".join(cookies)} if cookies else {}


async def _fulfill_with(
    route: Route, capture: Capture, body: bytes, more: Mapping[str, str] = _NO_MORE
) -> None:
    passed: dict[str, str] = dict(more)
    for name, value in capture.headers:
        key = name.lower()
        if key not in _NOT_PASSED_ON:
            # Several headers of one name are one list (RFC 9110, 5.3).
            passed[key] = f"{passed[key]}, {value}" if key in passed else value
    await route.fulfill(status=capture.status or 200, headers=passed, body=body)
