"""The one fetch layer: guard, robots, pace, redirects, retries, and a memory of what was asked.

Everything that leaves the program passes ``Fetcher.get``; a capture comes back whatever
happens, since what the network does is a value and not an exception.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import urlsplit

import stamina

from crawlers.model import Capture, Failure
from crawlers.network.bodies import remembered
from crawlers.network.exchange import Exchange, Network
from crawlers.network.guard import permitted
from crawlers.network.politeness import (
    Budgets,
    Manners,
    Robots,
    read_robots,
    retry_after,
    too_long,
    worth_retrying,
)
from crawlers.network.shelf import Shelf
from crawlers.progress import Stop
from crawlers.urls import absolute, host_of, without_fragment

_MAX_REDIRECTS = 10
_MAX_ROBOTS_REDIRECTS = 5  # RFC 9309, 2.3.1.2

T = TypeVar("T")
Asked = tuple[Exchange, int]  # the last exchange of an address, and the number of tries


class _TryAgainError(Exception):
    """An exchange that may go better later; carries it."""

    def __init__(self, exchange: Exchange, tries: int) -> None:
        super().__init__(exchange.url)
        self.exchange = exchange
        self.tries = tries


class Fetcher:
    """Brings captures for addresses, politely, each address once unless asked ``fresh``.

    ``stop_at`` names redirect targets that need not be opened (log-in pages); the capture then
    ends there with the redirect's status. ``watch`` is told each address as it is asked for. A
    ``shelf`` keeps whole what captures hold the head of.
    """

    def __init__(
        self,
        network: Network,
        manners: Manners,
        agent: str,
        *,
        stop_at: Callable[[str], bool] = lambda _: False,
        allow_private: bool = False,
        stop: Stop | None = None,
        watch: Callable[[str], None] = lambda _: None,
        shelf: Shelf | None = None,
    ) -> None:
        # Retries are no news: every try is in the evidence.
        stamina.instrumentation.set_on_retry_hooks(())
        self._network = network
        self._manners = manners
        self._agent = agent
        self._stop_at = stop_at
        self._allow_private = allow_private
        self._stop = stop
        self._watch = watch
        self._shelf = shelf
        self._budgets = Budgets(gap=manners.gap)
        self._gates: dict[str, asyncio.Semaphore] = {}
        self._robots: dict[str, asyncio.Task[Robots | Failure]] = {}
        self._asked: dict[str, asyncio.Task[Asked]] = {}
        self._known: dict[str, asyncio.Task[Capture]] = {}

    @property
    def live(self) -> bool:
        """True when requests leave the machine."""
        return self._network.live

    @property
    def stopped(self) -> bool:
        """True when the run is to end, and nothing more is asked for."""
        return self._stop is not None and self._stop.reason is not None

    def whole(self, capture: Capture) -> bytes | None:
        """The whole body of a capture, or None where only its head was kept."""
        if not capture.truncated:
            return capture.body
        return self._shelf.whole(capture.final_url) if self._shelf is not None else None

    async def get(self, url: str, *, fresh: bool = False) -> Capture:
        """The capture of an address, redirects followed; the known one unless ``fresh``."""
        key = without_fragment(url)
        task = self._known.get(key)
        if task is None or fresh:
            task = asyncio.ensure_future(self._follow(key, fresh=fresh))
            self._known[key] = task
        return await asyncio.shield(task)

    async def _follow(self, url: str, *, fresh: bool) -> Capture:
        """Follows redirects; every hop is guarded, asked politely and recorded."""
        asked: list[str] = []
        records: list[str] = []
        attempts, target = 0, url
        while True:
            exchange, tries = await self._once(target, fresh=fresh)
            attempts = max(attempts, tries)
            asked.append(target)
            records += [exchange.record_id] if exchange.record_id else []
            onward = _redirect_target(exchange)
            if onward is None or self._stop_at(onward):
                break
            if onward in asked or len(asked) > _MAX_REDIRECTS:
                exchange = replace(exchange, failure=Failure.TOO_MANY_REDIRECTS)
                break
            target = onward
        return _capture(
            exchange, asked=asked, final_url=onward or target, records=records, attempts=attempts
        )

    async def _once(self, url: str, *, fresh: bool) -> Asked:
        """One address without its redirects; many addresses may lead to it, it is asked once."""
        task = self._asked.get(url)
        if task is None or fresh:
            task = asyncio.ensure_future(self._ask(url))
            self._asked[url] = task
        return await asyncio.shield(task)

    async def _ask(self, url: str) -> Asked:
        """One address with its retries, or ``not_reached`` when the run is stopped meanwhile."""
        asked = await self._unless_stopped(self._tried(url))
        if asked is None:
            return self._network.refuse(url, Failure.NOT_REACHED), 0
        exchange, tries = asked
        media_type = exchange.header("content-type")
        body = remembered(media_type, exchange.body)
        cut = len(body) < len(exchange.body)
        if cut and self._shelf is not None and not exchange.truncated:
            self._shelf.keep(url, media_type, exchange.body)
        return (replace(exchange, body=body, truncated=True) if cut else exchange), tries

    async def _unless_stopped(self, work: Coroutine[Any, Any, T]) -> T | None:
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

    async def _tried(self, url: str) -> Asked:
        """One address with its retries, unless it is not to be asked for at all."""
        refusal = await self._refusal(url) if self._network.live else None
        if refusal is not None:
            return self._network.refuse(url, refusal), 0
        return await self._with_retries(url)

    async def _with_retries(self, url: str) -> Asked:
        """The last exchange of an address and the number of tries."""
        tries = 0
        try:
            async for attempt in stamina.retry_context(
                on=self._backoff, attempts=self._manners.attempts, timeout=None
            ):
                with attempt:
                    exchange = await self._paced(url)
                    tries = attempt.num if exchange.asked else attempt.num - 1
                    if exchange.asked and worth_retrying(exchange.status, exchange.failure):
                        raise _TryAgainError(exchange, tries)
                    return exchange, tries
        except _TryAgainError as last:
            return last.exchange, last.tries
        raise AssertionError("a retry context ends with an answer or the last error")

    def _backoff(self, error: Exception) -> bool | float:
        """How long to wait before trying again, or False not to; never waits in a replay.

        A replay tries again only while the archive holds a further answer.
        """
        if not isinstance(error, _TryAgainError):
            return False
        exchange = error.exchange
        wished = retry_after({k.lower(): v for k, v in exchange.headers}, exchange.captured_at)
        budget = self._budgets.of(host_of(exchange.url))
        if too_long(wished):
            budget.down = Failure.RATE_LIMITED if exchange.status == 429 else budget.down
            return False
        if not self._network.live:
            return False if exchange.last else 0.0
        if budget.down:
            return False
        if wished is None:
            doubled = self._manners.first_wait * 2 ** (error.tries - 1)
            wished = min(doubled, self._manners.longest_delay)
        if exchange.status in (429, 503):
            budget.pause(time.monotonic(), wished)
        return float(wished)

    async def _paced(self, url: str) -> Exchange:
        """One exchange when the host's budget allows it."""
        host = host_of(url)
        self._watch(url)
        if not self._network.live:
            return await self._network.exchange(url)
        budget = self._budgets.of(host)
        gate = self._gates.setdefault(host, asyncio.Semaphore(self._manners.connections))
        async with gate:
            while budget.down is None:
                await asyncio.sleep(budget.reserve(time.monotonic()))
                if not budget.paused(time.monotonic()):
                    break
            if budget.down is not None:
                return self._network.refuse(url, budget.down)
            exchange = await self._network.exchange(url)
        budget.note(url, exchange.failure, exchange.status)
        return exchange

    async def _refusal(self, url: str) -> Failure | None:
        """Why an address is not asked for at all, or None."""
        if not self._allow_private and not permitted(url):
            return Failure.ADDRESS_NOT_ALLOWED
        if not self._manners.obey_robots:
            return None
        robots = await self._robots_of(url)
        if isinstance(robots, Failure):
            return robots
        if robots.unreachable:
            return Failure.ROBOTS_UNREACHABLE
        return None if robots.allows(url, self._agent) else Failure.ROBOTS_DISALLOWED

    async def _robots_of(self, url: str) -> Robots | Failure:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = asyncio.ensure_future(self._rules(origin))
        return await asyncio.shield(self._robots[origin])

    async def _rules(self, origin: str) -> Robots | Failure:
        """The rules of one origin; a host that cannot be reached gives its failure."""
        exchange = await self._unless_stopped(self._robots_answer(f"{origin}/robots.txt"))
        if exchange is None:
            return Failure.NOT_REACHED
        budget = self._budgets.of(host_of(origin))
        failure = budget.down or exchange.failure
        if failure is not None:
            return failure
        robots = read_robots(exchange.status, exchange.body)
        budget.widen(min(robots.delay(self._agent), self._manners.longest_delay))
        return robots

    async def _robots_answer(self, target: str) -> Exchange:
        """What robots.txt answers in the end; redirects to where we do not go lead nowhere."""
        exchange, _ = await self._with_retries(target)
        for _ in range(_MAX_ROBOTS_REDIRECTS):
            onward = _redirect_target(exchange)
            if onward is None or self._stop_at(onward):
                break
            if not self._allow_private and not permitted(onward):
                break
            exchange, _ = await self._with_retries(onward)
        return exchange


def _redirect_target(exchange: Exchange) -> str | None:
    if exchange.failure is not None or exchange.status not in (301, 302, 303, 307, 308):
        return None
    location = exchange.header("location")
    target = absolute(exchange.url, location) if location else None
    return without_fragment(target) if target else None


def _capture(
    exchange: Exchange, *, asked: list[str], final_url: str, records: list[str], attempts: int
) -> Capture:
    """A capture of ``asked[0]`` that ended at ``final_url`` with this exchange."""
    return Capture(
        url=asked[0],
        final_url=final_url,
        captured_at=exchange.captured_at,
        status=exchange.status,
        headers=exchange.headers,
        body=exchange.body,
        failure=exchange.failure,
        attempts=attempts,
        redirects=tuple(address for address in asked if address != final_url),
        record_ids=tuple(records),
        truncated=exchange.truncated,
    )
