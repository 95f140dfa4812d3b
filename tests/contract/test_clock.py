"""What every clock does, the simulated one of the tests included."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from crawlers.http.clock import SystemClock
from crawlers.http.protocols import Clock
from tests.doubles.clock import SimulatedClock

SHORT = 0.01  # seconds


@pytest.fixture(params=[SystemClock, SimulatedClock])
def clock(request: pytest.FixtureRequest) -> Clock:
    return request.param()


async def test_a_sleep_takes_its_time(clock: Clock) -> None:
    before = clock.monotonic()
    await clock.sleep(SHORT)
    # A sleep may end earlier by the resolution of the event loop's clock.
    assert clock.monotonic() - before >= SHORT * 0.9


async def test_time_does_not_go_back(clock: Clock) -> None:
    before = clock.monotonic()
    await clock.sleep(0.0)
    assert clock.monotonic() >= before


async def test_sleeps_end_in_the_order_of_their_times(clock: Clock) -> None:
    ended: list[int] = []

    async def sleep(number: int) -> None:
        await clock.sleep(number * SHORT)
        ended.append(number)

    await asyncio.gather(*(sleep(number) for number in (3, 1, 2)))
    assert ended == [1, 2, 3]


async def test_others_go_on_during_a_sleep(clock: Clock) -> None:
    went_on = asyncio.Event()

    async def other() -> None:
        went_on.set()

    task = asyncio.ensure_future(other())
    await clock.sleep(SHORT)
    assert went_on.is_set()
    await task


def test_the_time_of_day_is_in_utc_and_whole_seconds(clock: Clock) -> None:
    moment = clock.utc_now()
    assert moment.utcoffset() == timedelta(0)
    assert moment.microsecond == 0
