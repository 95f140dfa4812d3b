"""The one fetch layer: guard, robots, pace, redirects, retries, and a memory of what was asked.

Everything that leaves the program passes ``Fetcher.get``; a capture comes back whatever
happens, since what the network does is a value and not an exception.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import urlsplit

from crawlers.concurrency import run_in_picture_thread
from crawlers.http.body_store import BodyStore
from crawlers.http.cache import MemoryCache
from crawlers.http.clock import SystemClock
from crawlers.http.exchange import Exchange
from crawlers.http.politeness import (
    PolitenessPolicy,
    RobotsRules,
    is_too_long,
    parse_robots,
    retry_after,
    should_retry,
)
from crawlers.http.protocols import CaptureCache, Clock, Network, Throttle
from crawlers.http.ssrf_guard import is_allowed_url
from crawlers.http.throttle import HostThrottle
from crawlers.http.wire.body import kept_body
from crawlers.http.wire.picture import may_be_picture, picture_state
from crawlers.model.capture import Capture
from crawlers.model.picture import PictureState
from crawlers.model.verdict import Failure
from crawlers.progress import Stop
from crawlers.urls.canonical import absolute
from crawlers.urls.parts import host_of, without_fragment

_MAX_REDIRECTS = 10
_FAR_ADDRESSES = 2  # that a host puts off one after the other before nothing more is asked of it
_MAX_ROBOTS_REDIRECTS = 5  # RFC 9309, 2.3.1.2

T = TypeVar("T")
Outcome = tuple[Exchange, int]  # the last exchange of an address, and the number of tries


class Fetcher:
    """Gives captures of addresses, politely; requests each address once unless ``fresh``.

    ``agent`` is the name that robots.txt knows. ``stop_at`` names redirect targets that need not be
    opened (log-in pages); the capture then ends there with the redirect's status. ``watch`` gets
    each address as it is asked for. A ``body_store`` keeps the complete bodies of which captures
    hold the beginning. ``throttle``, ``cache`` and ``clock`` are this run's own if none is given.
    """

    def __init__(  # noqa: PLR0913  each argument replaces one thing of the outside world
        self,
        network: Network,
        policy: PolitenessPolicy,
        agent: str,
        *,
        stop_at: Callable[[str], bool] = lambda _: False,
        allow_private: bool = False,
        stop: Stop | None = None,
        watch: Callable[[str], None] = lambda _: None,
        body_store: BodyStore | None = None,
        clock: Clock | None = None,
        throttle: Throttle | None = None,
        cache: CaptureCache | None = None,
    ) -> None:
        self._network = network
        self._policy = policy
        self._agent = agent
        self._stop_at = stop_at
        self._allow_private = allow_private
        self._stop = stop
        self._watch = watch
        self._body_store = body_store
        self._clock = clock or SystemClock()
        self._throttle = throttle or HostThrottle(policy, self._clock)
        self._waiting: dict[str, set[str]] = {}
        self._captures: CaptureCache = cache or MemoryCache[Capture]()
        self._hops = MemoryCache[Outcome]()
        self._robots = MemoryCache[RobotsRules | Failure]()

    @property
    def stopped(self) -> bool:
        """True when the run is to end, and nothing more is asked for."""
        return self._stop is not None and self._stop.reason is not None

    def full_body(self, capture: Capture) -> bytes | None:
        """The complete body of a capture, or None where only its beginning was kept."""
        if not capture.truncated:
            return capture.body
        return self._body_store.get(capture.final_url) if self._body_store is not None else None

    async def get(self, url: str, *, fresh: bool = False) -> Capture:
        """The capture of an address, redirects followed; the known one unless ``fresh``."""
        key = without_fragment(url)
        return await self._captures.get(key, lambda: self._follow(key, fresh=fresh), fresh=fresh)

    async def get_with_cookie(self, url: str, cookie: str) -> Capture:
        """A new answer of an address to a visitor with a cookie, asked for once.

        It is guarded and paced as any other; it is not kept, and redirects are not followed.
        """
        url = without_fragment(url)
        tried = await self._run_unless_stopped(self._try_if_allowed(url, cookie))
        if tried is None:
            tried = self._network.refuse(url, Failure.NOT_REACHED), 0
        exchange, tries = tried
        records = [exchange.record_id] if exchange.record_id else []
        exchange = replace(exchange, raw=None)
        return _capture(exchange, hops=[url], final_url=url, records=records, attempts=tries)

    async def close(self) -> None:
        """End what is still being asked for, so that nothing of a run goes on after it."""
        for cache in (self._captures, self._hops, self._robots):
            await cache.close()

    async def _follow(self, url: str, *, fresh: bool) -> Capture:
        """Follow redirects; every hop is guarded, asked politely and recorded.

        A circle on which a cookie is set waits for that cookie, which is never sent.
        """
        hops: list[str] = []
        records: list[str] = []
        attempts, target, cookie = 0, url, False
        while True:
            exchange, tries = await self._hop(target, fresh=fresh)
            attempts = max(attempts, tries)
            hops.append(target)
            records += [exchange.record_id] if exchange.record_id else []
            cookie = cookie or bool(exchange.header("set-cookie"))
            onward = _redirect_target(exchange)
            if onward is None or self._stop_at(onward):
                break
            if onward in hops or len(hops) > _MAX_REDIRECTS:
                failure = Failure.COOKIE_NEEDED if cookie else Failure.TOO_MANY_REDIRECTS
                exchange = replace(exchange, failure=failure)
                break
            target = onward
        return _capture(
            exchange, hops=hops, final_url=onward or target, records=records, attempts=attempts
        )

    async def _hop(self, url: str, *, fresh: bool) -> Outcome:
        """One address without its redirects; many addresses may lead to it, it is asked once."""
        return await self._hops.get(url, lambda: self._ask(url), fresh=fresh)

    async def _ask(self, url: str) -> Outcome:
        """One address with its retries, or ``not_reached`` when the run is stopped meanwhile."""
        outcome = await self._run_unless_stopped(self._try_if_allowed(url))
        if outcome is None:
            return self._network.refuse(url, Failure.NOT_REACHED), 0
        exchange, tries = outcome
        media_type = exchange.content_type
        picture = await _picture(exchange)
        body = kept_body(media_type, exchange.body)
        cut = len(body) < len(exchange.body)
        if cut and self._body_store is not None and not exchange.truncated:
            self._body_store.put(url, media_type, exchange.body)
        # The bytes of the wire are needed no more, even if no recorder took them.
        truncated = exchange.truncated or cut
        exchange = replace(exchange, body=body, truncated=truncated, raw=None, picture=picture)
        return exchange, tries

    async def _run_unless_stopped(self, work: Coroutine[Any, Any, T]) -> T | None:
        """The result of some work, or None as soon as the run is stopped."""
        if self._stop is None:
            return await work
        if self._stop.reason is not None:
            work.close()
            return None
        task = asyncio.ensure_future(work)
        stopped = asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
            return task.result() if task.done() else None
        finally:
            task.cancel()
            stopped.cancel()

    async def _try_if_allowed(self, url: str, cookie: str = "") -> Outcome:
        """One address with its retries, unless it is not to be asked for at all."""
        refusal = await self._refusal(url) if self._network.is_live(url) else None
        if refusal is not None:
            return self._network.refuse(url, refusal), 0
        return await self._with_retries(url, cookie)

    async def _with_retries(self, url: str, cookie: str = "") -> Outcome:
        """The last exchange of an address and the number of tries."""
        tries = 0
        while True:
            exchange = await self._exchange_when_due(url, cookie)
            tries += exchange.asked
            wait = self._retry_wait(exchange, tries)
            if wait is None:
                return exchange, tries
            if exchange.live:
                await self._clock.sleep(wait)

    def _retry_wait(self, exchange: Exchange, tries: int) -> float | None:
        """The seconds to wait before the next try, or None when there is to be none.

        A replay never waits, and tries again only while the archive holds a further answer.
        """
        if not exchange.asked or not should_retry(exchange.status, exchange.failure):
            return None
        host = host_of(exchange.url)
        wait = retry_after({k.lower(): v for k, v in exchange.headers}, exchange.captured_at)
        if is_too_long(wait):
            if exchange.status == 429:
                self._put_off(host, exchange.url)
            return None
        if exchange.live:
            if self._throttle.closing_reason(host) is not None:
                return None
            wait = self._policy.retry_wait(tries, host) if wait is None else wait
            if exchange.status in (429, 503):
                self._throttle.pause(host, wait)
        elif exchange.last:
            return None
        return (wait or 0.0) if tries < self._policy.attempts else None

    def _put_off(self, host: str, url: str) -> None:
        """Note an address that is to be asked much later; a second one speaks for the host."""
        waiting = self._waiting.setdefault(host, set())
        waiting.add(url)
        if len(waiting) >= _FAR_ADDRESSES:
            self._throttle.close_host(host, Failure.RATE_LIMITED)

    async def _exchange_when_due(self, url: str, cookie: str) -> Exchange:
        """One exchange, as soon as the host's budget allows it."""
        self._watch(url)
        if not self._network.is_live(url):
            return await self._exchange(url, cookie)
        async with self._throttle.departure(host_of(url)) as closed:
            if closed is not None:
                return self._network.refuse(url, closed)
            exchange = await self._exchange(url, cookie)
        self._throttle.report(url, exchange.failure, exchange.status)
        if exchange.status is not None and exchange.status < 400:
            self._waiting.pop(host_of(url), None)
        return exchange

    async def _exchange(self, url: str, cookie: str) -> Exchange:
        network = self._network
        return await (network.exchange(url, cookie) if cookie else network.exchange(url))

    async def _refusal(self, url: str) -> Failure | None:
        """Why an address is not asked for at all, or None."""
        if not self._allow_private and not is_allowed_url(url):
            return Failure.ADDRESS_NOT_ALLOWED
        if not self._policy.obey_robots:
            return None
        robots = await self._robots_of(url)
        if isinstance(robots, Failure):
            return robots
        if robots.unreachable:
            return Failure.ROBOTS_UNREACHABLE
        return None if robots.allows(url, self._agent) else Failure.ROBOTS_DISALLOWED

    async def _robots_of(self, url: str) -> RobotsRules | Failure:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        return await self._robots.get(origin, lambda: self._rules(origin))

    async def _rules(self, origin: str) -> RobotsRules | Failure:
        """The rules of one origin; a host that cannot be reached gives its failure."""
        exchange = await self._run_unless_stopped(self._robots_answer(f"{origin}/robots.txt"))
        if exchange is None:
            return Failure.NOT_REACHED
        host = host_of(origin)
        failure = self._throttle.closing_reason(host) or exchange.failure
        if failure is not None:
            return failure
        robots = parse_robots(exchange.status, exchange.body)
        self._throttle.raise_delay(host, min(robots.delay(self._agent), self._policy.longest_delay))
        return robots

    async def _robots_answer(self, target: str) -> Exchange:
        """The last answer for robots.txt; a redirect to a forbidden address is not followed."""
        exchange, _ = await self._with_retries(target)
        for _ in range(_MAX_ROBOTS_REDIRECTS):
            onward = _redirect_target(exchange)
            if onward is None or self._stop_at(onward):
                break
            if not self._allow_private and not is_allowed_url(onward):
                break
            exchange, _ = await self._with_retries(onward)
        return exchange


async def _picture(exchange: Exchange) -> PictureState | None:
    """What a browser draws of the answer; None for one that is no picture."""
    claimed, body, cut = exchange.content_type, exchange.body, exchange.truncated
    if not may_be_picture(claimed, body):
        return None
    return await run_in_picture_thread(picture_state, claimed, body, cut=cut)


def _redirect_target(exchange: Exchange) -> str | None:
    if exchange.failure is not None or exchange.status not in (301, 302, 303, 307, 308):
        return None
    location = exchange.header("location")
    target = absolute(exchange.url, location) if location else None
    return without_fragment(target) if target else None


def _capture(
    exchange: Exchange, *, hops: list[str], final_url: str, records: list[str], attempts: int
) -> Capture:
    """A capture of ``hops[0]`` that ended at ``final_url`` with this exchange."""
    return Capture(
        url=hops[0],
        final_url=final_url,
        captured_at=exchange.captured_at,
        status=exchange.status,
        headers=exchange.headers,
        body=exchange.body,
        failure=exchange.failure,
        attempts=attempts,
        redirects=tuple(address for address in hops if address != final_url),
        record_ids=tuple(records),
        truncated=exchange.truncated,
        picture=exchange.picture,
    )
