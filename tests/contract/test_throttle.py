"""What every throttle does; how exactly it keeps the delay is a test of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from crawlers.http.politeness import PolitenessPolicy
from crawlers.http.protocols import Clock, Throttle
from crawlers.http.throttle import HostThrottle
from crawlers.model.verdict import Failure
from tests.doubles.clock import SimulatedClock

POLICY = PolitenessPolicy(delay=2.0, connections=2)
A, B = "a.example", "b.example"


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock()


@pytest.fixture(params=[HostThrottle])
def throttle(request: pytest.FixtureRequest, clock: SimulatedClock) -> Throttle:
    make: Callable[[PolitenessPolicy, Clock], Throttle] = request.param
    return make(POLICY, clock)


async def times(throttle: Throttle, clock: SimulatedClock, *hosts: str) -> list[float]:
    """When requests to these hosts depart that are all wanted now, in seconds from now."""
    start = clock.monotonic()

    async def depart(host: str) -> float:
        async with throttle.departure(host) as closed:
            assert closed is None
            return clock.monotonic() - start

    return await asyncio.gather(*(depart(host) for host in hosts))


async def test_requests_to_one_host_depart_in_their_order(
    throttle: Throttle, clock: SimulatedClock
) -> None:
    assert await times(throttle, clock, A, A, A) == [0.0, 2.0, 4.0]


async def test_hosts_do_not_wait_for_each_other(throttle: Throttle, clock: SimulatedClock) -> None:
    throttle.pause(A, 60.0)
    assert await times(throttle, clock, A, B) == [60.0, 0.0]


async def test_nothing_departs_during_a_pause(throttle: Throttle, clock: SimulatedClock) -> None:
    throttle.pause(A, 30.0)
    throttle.pause(A, 3.0)
    assert await times(throttle, clock, A, A) == [30.0, 32.0]


async def test_a_raised_delay_is_kept_and_a_lower_one_is_not(
    throttle: Throttle, clock: SimulatedClock
) -> None:
    throttle.raise_delay(A, 7.0)
    throttle.raise_delay(A, 1.0)
    assert await times(throttle, clock, A, A) == [0.0, 7.0]


async def test_a_connection_is_held_as_long_as_the_block(
    throttle: Throttle, clock: SimulatedClock
) -> None:
    open_now = most = 0

    async def request() -> None:
        nonlocal open_now, most
        async with throttle.departure(A):
            open_now += 1
            most = max(most, open_now)
            await clock.sleep(100.0)
            open_now -= 1

    await asyncio.gather(*(request() for _ in range(5)))
    assert most == POLICY.connections


async def test_a_closed_host_gives_its_reason(throttle: Throttle) -> None:
    assert throttle.closing_reason(A) is None
    throttle.close_host(A, Failure.RATE_LIMITED)
    async with throttle.departure(A) as closed:
        assert closed is Failure.RATE_LIMITED
    assert (throttle.closing_reason(A), throttle.closing_reason(B)) == (Failure.RATE_LIMITED, None)


async def test_a_host_without_a_name_is_closed_by_its_report(throttle: Throttle) -> None:
    throttle.report(f"https://{A}/", Failure.HOST_NOT_FOUND, None)
    throttle.report(f"https://{B}/", None, 200)
    assert (throttle.closing_reason(A), throttle.closing_reason(B)) == (
        Failure.HOST_NOT_FOUND,
        None,
    )
