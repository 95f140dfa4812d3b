"""The one fetch layer: guard, robots, pace, redirects, retries, and a memory of what was asked.

Everything that leaves the program passes ``Fetcher.get``; a capture comes back whatever
happens, since what the network does is a value and not an exception.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

import stamina

from crawlers.model import Capture, Failure
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
from crawlers.progress import Stop
from crawlers.urls import absolute, host_of, without_fragment

_MAX_REDIRECTS = 10


class _TryAgainError(Exception):
    """An exchange that may go better later; carries it."""

    def __init__(self, exchange: Exchange, tries: int) -> None:
        super().__init__(exchange.url)
        self.exchange = exchange
        self.tries = tries


class Fetcher:
    """Brings captures for addresses, politely, each address once unless asked ``fresh``.

    ``stop_at`` names redirect targets that need not be opened (log-in pages); the capture then
    ends there with the redirect's status. ``watch`` is told each address as it is asked for.
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
        self._budgets = Budgets(gap=manners.gap)
        self._gates: dict[str, asyncio.Semaphore] = {}
        self._robots: dict[str, asyncio.Task[Robots | Failure]] = {}
        self._known: dict[str, asyncio.Task[Capture]] = {}

    @property
    def live(self) -> bool:
        """True when requests leave the machine."""
        return self._network.live

    async def get(self, url: str, *, fresh: bool = False) -> Capture:
        """The capture of an address, redirects followed; the known one unless ``fresh``."""
        key = without_fragment(url)
        task = self._known.get(key)
        if task is None or fresh:
            task = asyncio.ensure_future(self._follow(key))
            self._known[key] = task
        return await asyncio.shield(task)

    async def _follow(self, url: str) -> Capture:
        """Follows redirects; every hop is guarded, asked politely and recorded."""
        asked: list[str] = []
        records: list[str] = []
        attempts, target = 0, url
        while True:
            exchange, tries = await self._ask(target)
            attempts = max(attempts, tries)
            asked.append(target)
            records += [exchange.record_id] if exchange.record_id else []
            onward = _redirect_target(exchange)
            looping = onward in asked or len(asked) > _MAX_REDIRECTS
            if onward is None or looping or self._stop_at(onward):
                break
            target = onward
        if looping:
            exchange = replace(exchange, failure=Failure.TOO_MANY_REDIRECTS)
        return _capture(
            exchange, asked=asked, final_url=onward or target, records=records, attempts=attempts
        )

    async def _ask(self, url: str) -> tuple[Exchange, int]:
        """One address with its retries, or ``not_reached`` when the run is stopped meanwhile."""
        if self._stop is None:
            return await self._tried(url)
        if self._stop.reason is not None:
            return self._network.refuse(url, Failure.NOT_REACHED), 0
        work = asyncio.ensure_future(self._tried(url))
        stopped = asyncio.ensure_future(self._stop.wait())
        await asyncio.wait({work, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if work.done():
            return work.result()
        work.cancel()
        return self._network.refuse(url, Failure.NOT_REACHED), 0

    async def _tried(self, url: str) -> tuple[Exchange, int]:
        """One address with its retries; gives the last exchange and the number of tries."""
        refusal = await self._refusal(url) if self._network.live else None
        if refusal is not None:
            return self._network.refuse(url, refusal), 0
        tries = 0
        try:
            async for attempt in stamina.retry_context(
                on=self._backoff, attempts=self._manners.attempts, timeout=None
            ):
                with attempt:
                    tries = attempt.num
                    exchange = await self._paced(url)
                    if not exchange.asked:
                        return exchange, 0
                    if worth_retrying(exchange.status, exchange.failure):
                        raise _TryAgainError(exchange, tries)
                    return exchange, tries
        except _TryAgainError as last:
            return last.exchange, tries
        raise AssertionError("a retry context ends with an answer or the last error")

    def _backoff(self, error: Exception) -> bool | float:
        """How long to wait before trying again, or False not to; never waits in a replay.

        A replay tries again only while the archive holds a further answer.
        """
        if not isinstance(error, _TryAgainError):
            return False
        exchange = error.exchange
        wished = retry_after({k.lower(): v for k, v in exchange.headers}, exchange.captured_at)
        if too_long(wished):
            return False
        if not self._network.live:
            return False if exchange.last else 0.0
        budget = self._budgets.of(host_of(exchange.url))
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
            if budget.down is not None:
                return self._network.refuse(url, budget.down)
            await asyncio.sleep(budget.reserve(time.monotonic()))
            exchange = await self._network.exchange(url)
        budget.note(url, exchange.failure)
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
            self._robots[origin] = asyncio.ensure_future(self._read_robots(origin))
        return await asyncio.shield(self._robots[origin])

    async def _read_robots(self, origin: str) -> Robots | Failure:
        """The rules of one origin; a host that cannot be reached gives its failure."""
        target = f"{origin}/robots.txt"
        exchange = await self._paced(target)
        if worth_retrying(exchange.status, exchange.failure):
            exchange = await self._paced(target)
        for _ in range(5):
            onward = _redirect_target(exchange)
            if onward is None or (not self._allow_private and not permitted(onward)):
                break
            exchange = await self._paced(onward)
        if exchange.failure is not None:
            return exchange.failure
        robots = read_robots(exchange.status, exchange.body)
        budget = self._budgets.of(host_of(origin))
        wished = min(robots.delay(self._agent), self._manners.longest_delay)
        budget.gap = max(budget.gap, wished) if budget.gap else wished
        return robots


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
