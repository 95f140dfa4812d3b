"""A clock that moves only while all tasks wait for it: no test waits in real time."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class SimulatedClock:
    """Implements ``Clock``: a sleep ends as soon as nothing else is left to do.

    ``oversleep`` gives the seconds by which the event loop is late each time, as if something else
    had blocked it; all sleeps that are due by then end together.
    """

    def __init__(
        self, *, start: float = 1000.0, oversleep: Callable[[], float] = lambda: 0.0
    ) -> None:
        self.now = start
        self.slept: list[float] = []
        self._start = start
        self._oversleep = oversleep
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._waiting: asyncio.Task[None] | None = None

    def monotonic(self) -> float:
        return self.now

    def utc_now(self) -> datetime:
        return (NOON + timedelta(seconds=self.now - self._start)).replace(microsecond=0)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, next(self._order), woken))
        if self._waiting is None or self._waiting.done():
            self._waiting = asyncio.ensure_future(self._advance())
        await woken

    async def _advance(self) -> None:
        """Go to the end of the next sleep whenever no other task can go on."""
        loop = asyncio.get_running_loop()
        while self._sleepers:
            await asyncio.sleep(0)
            if loop._ready:  # type: ignore[attr-defined]  # nothing public tells that a loop is idle
                continue
            self.now = max(self.now, self._sleepers[0][0]) + self._oversleep()
            while self._sleepers and self._sleepers[0][0] <= self.now:
                _, _, woken = heapq.heappop(self._sleepers)
                if not woken.done():
                    woken.set_result(None)
