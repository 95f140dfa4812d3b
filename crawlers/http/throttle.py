"""The pace of requests per host: when the next one departs, and how many are under way at once.

A departure is the moment in which a request is handed to the network. It is not known beforehand:
a sleep may take longer than asked for, since something else may block the event loop. So the
clock is read again after every wait, and that time is the time of the departure.
What happens afterwards, such as a slow connection, can still bring two requests closer together
at the host.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from crawlers.http.clock import SystemClock
from crawlers.http.politeness import HostBudget, PolitenessPolicy
from crawlers.http.protocols import Clock
from crawlers.model.pace import Pace
from crawlers.model.verdict import Failure
from crawlers.urls.parts import host_of

MAX_CONNECTIONS = 40  # to all hosts together; the client has as many


class _Host:
    """One host's budget, its free connections, and the order of those who wait for a departure."""

    def __init__(self, pace: Pace) -> None:
        self.budget = HostBudget(delay=pace.delay)
        self.connections = asyncio.Semaphore(pace.connections)
        self.turn = asyncio.Lock()


class HostThrottle:
    """The budgets of all hosts of one run; implements ``Throttle``."""

    def __init__(
        self,
        policy: PolitenessPolicy,
        clock: Clock | None = None,
        max_connections: int = MAX_CONNECTIONS,
    ) -> None:
        self._policy = policy
        self._clock = clock or SystemClock()
        self._connections = asyncio.Semaphore(max_connections)
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def departure(self, host: str) -> AsyncIterator[Failure | None]:
        """Wait until one request may leave for the host, and hold its connection in the block.

        Gives None, and the request leaves at once, or the reason why nothing may leave any more.
        """
        state = self._host(host)
        async with state.connections:
            async with state.turn:
                closed = await self._depart(state.budget)
            if closed is not None:
                yield closed
                return
            try:
                yield None
            finally:
                self._connections.release()

    async def _depart(self, budget: HostBudget) -> Failure | None:
        """Wait for the departure and take one of the connections, unless the host is closed."""
        while budget.closed is None:
            wait = budget.wait(self._clock.monotonic())
            if wait > 0:
                await self._clock.sleep(wait)
                continue
            await self._connections.acquire()
            if budget.depart(self._clock.monotonic()):
                return None
            self._connections.release()
        return budget.closed

    def report(self, url: str, failure: Failure | None, status: int | None) -> None:
        """Note what came back; a host that is down or busy gets no further request."""
        self._host(host_of(url)).budget.report(url, failure, status)

    def pause(self, host: str, seconds: float) -> None:
        """Let nothing leave for the host during this time (``Retry-After``)."""
        self._host(host).budget.pause(self._clock.monotonic(), seconds)

    def raise_delay(self, host: str, seconds: float) -> None:
        """Keep at least this time between two departures from now on (``Crawl-delay``)."""
        self._host(host).budget.raise_delay(seconds)

    def close_host(self, host: str, failure: Failure) -> None:
        """Let nothing leave for the host any more in this run."""
        self._host(host).budget.closed = failure

    def closing_reason(self, host: str) -> Failure | None:
        """The reason why nothing leaves for the host any more, or None."""
        return self._host(host).budget.closed

    def _host(self, host: str) -> _Host:
        state = self._hosts.get(host)
        if state is None:
            state = self._hosts[host] = _Host(self._policy.pace(host))
        return state
