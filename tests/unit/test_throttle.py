"""The pace of requests, with a clock that oversleeps and with an event loop that is blocked."""

from __future__ import annotations

import asyncio
import itertools
import time
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.http.exchange import Exchange
from crawlers.http.fetcher import Fetcher
from crawlers.http.politeness import PolitenessPolicy
from crawlers.http.throttle import HostThrottle
from crawlers.model.verdict import Failure
from crawlers.urls.parts import host_of
from tests.doubles.clock import SimulatedClock
from tests.doubles.network import Reply, ScriptedNetwork

HOST = "a.example"


def seconds(longest: float) -> st.SearchStrategy[float]:
    return st.floats(min_value=0.0, max_value=longest, allow_nan=False)


def oversleeping(late: list[float]) -> SimulatedClock:
    """A clock that is late by these seconds, one after the other, again and again."""
    turns = itertools.cycle(late)
    return SimulatedClock(oversleep=lambda: next(turns))


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One request: when somebody wants it, how long it takes, and what its answer brings."""

    after: float
    takes: float
    pause: float | None
    raises: float | None


ASKS = st.lists(
    st.builds(
        Ask,
        after=seconds(10.0),
        takes=seconds(5.0),
        pause=st.none() | seconds(20.0),
        raises=st.none() | seconds(4.0),
    ),
    min_size=2,
    max_size=12,
)


@settings(max_examples=120, deadline=None)
@given(
    asks=ASKS,
    delay=seconds(3.0),
    connections=st.integers(1, 3),
    total=st.integers(1, 3),
    late=st.lists(seconds(4.0), min_size=1, max_size=6),
)
def test_no_two_departures_are_nearer_than_the_delay_however_late_sleeps_end(
    asks: list[Ask], delay: float, connections: int, total: int, late: list[float]
) -> None:
    clock = oversleeping(late)
    policy = PolitenessPolicy(delay=delay, connections=connections)
    throttle = HostThrottle(policy, clock, max_connections=total)
    departures: list[tuple[float, float]] = []  # when, and the delay in force then
    state = {"delay": delay, "paused_until": 0.0, "open": 0.0}

    async def request(ask: Ask) -> None:
        await clock.sleep(ask.after)
        async with throttle.departure(HOST) as closed:
            assert closed is None
            departures.append((clock.monotonic(), state["delay"]))
            assert clock.monotonic() >= state["paused_until"]
            state["open"] += 1
            assert state["open"] <= min(connections, total)
            await clock.sleep(ask.takes)
            state["open"] -= 1
        if ask.pause is not None:
            until = clock.monotonic() + ask.pause
            state["paused_until"] = max(state["paused_until"], until)
            throttle.pause(HOST, ask.pause)
        if ask.raises is not None:
            state["delay"] = max(state["delay"], ask.raises)
            throttle.raise_delay(HOST, ask.raises)

    async def run() -> None:
        await asyncio.gather(*(request(ask) for ask in asks))

    asyncio.run(run())
    assert len(departures) == len(asks)
    for (first, _), (then, delay_then) in itertools.pairwise(departures):
        assert then >= first + delay_then


class TimedNetwork(ScriptedNetwork):
    """Notes by host when its requests depart."""

    def __init__(self, replies: dict[str, Reply | list[Reply]], clock: SimulatedClock) -> None:
        super().__init__(replies, clock=clock)
        self.departures: dict[str, list[float]] = {}

    async def exchange(self, url: str) -> Exchange:
        self.departures.setdefault(host_of(url), []).append(self.clock.monotonic())
        return await super().exchange(url)


def busy_replies(status: int) -> st.SearchStrategy[Reply]:
    return st.integers(0, 60).map(lambda wait: (status, {"retry-after": str(wait)}))


REPLIES = st.lists(
    st.sampled_from([(200, {}), (500, {}), (0, {"failure": "timeout"})])
    | busy_replies(429)
    | busy_replies(503),
    min_size=1,
    max_size=3,
)


@settings(max_examples=60, deadline=None)
@given(
    replies=st.lists(REPLIES, min_size=2, max_size=8),
    crawl_delay=st.none() | st.integers(0, 40),
    delay=seconds(2.0),
    takes=seconds(3.0),
    late=st.lists(seconds(2.0), min_size=1, max_size=6),
)
def test_the_fetcher_keeps_the_delay_through_retries_pauses_and_crawl_delays(
    replies: list[list[Reply]],
    crawl_delay: int | None,
    delay: float,
    takes: float,
    late: list[float],
) -> None:
    urls = {f"https://{HOST}/{n}": rows for n, rows in enumerate(replies)}
    rules = f"User-agent: *\nCrawl-delay: {crawl_delay}" if crawl_delay is not None else ""
    robots = {f"https://{HOST}/robots.txt": (200, {"body": rules})}
    network = TimedNetwork({**robots, **urls}, oversleeping(late))
    network.delay = takes
    policy = PolitenessPolicy(delay=delay)
    fetcher = Fetcher(network, policy, "TwinSpaceAuditor", clock=network.clock)

    async def run() -> None:
        await asyncio.gather(*(fetcher.get(url) for url in urls))

    asyncio.run(run())
    kept = max(delay, min(float(crawl_delay or 0), policy.longest_delay))
    departures = network.departures[HOST]
    for first, then in itertools.pairwise(departures):
        assert then >= first + kept


async def test_a_blocked_event_loop_does_not_bring_departures_nearer() -> None:
    """In real time: two waiting requests, and something that holds the event loop up."""
    delay = 0.1
    throttle = HostThrottle(PolitenessPolicy(delay=delay))
    departures: list[float] = []

    async def request() -> None:
        async with throttle.departure(HOST):
            departures.append(time.monotonic())

    asyncio.get_running_loop().call_later(0.02, time.sleep, 0.17)
    await asyncio.gather(*(request() for _ in range(4)))
    assert min(then - first for first, then in itertools.pairwise(departures)) >= delay - 1e-9


async def test_waiting_for_one_of_all_connections_is_not_a_departure() -> None:
    """A request that was due while it waited looks at the clock again when it gets one."""
    clock = SimulatedClock()
    throttle = HostThrottle(PolitenessPolicy(delay=1.0), clock, max_connections=1)
    departures: list[float] = []

    async def slow() -> None:
        async with throttle.departure("slow.example"):
            await clock.sleep(10.0)

    async def request() -> None:
        async with throttle.departure(HOST):
            departures.append(clock.monotonic())

    await asyncio.gather(slow(), request(), request(), request())
    assert departures == [1010.0, 1011.0, 1012.0]


async def test_a_host_that_is_closed_meanwhile_gets_nothing_more() -> None:
    clock = SimulatedClock()
    throttle = HostThrottle(PolitenessPolicy(delay=5.0), clock)
    outcomes: list[Failure | None] = []

    async def request() -> None:
        async with throttle.departure(HOST) as closed:
            outcomes.append(closed)
            if closed is None:
                throttle.report(f"https://{HOST}/", Failure.HOST_NOT_FOUND, None)

    await asyncio.gather(request(), request(), request())
    assert outcomes == [None, Failure.HOST_NOT_FOUND, Failure.HOST_NOT_FOUND]


async def test_who_stops_waiting_lets_the_next_one_depart() -> None:
    clock = SimulatedClock()
    throttle = HostThrottle(PolitenessPolicy(delay=5.0, connections=1), clock, max_connections=1)
    departures: list[float] = []

    async def request() -> None:
        async with throttle.departure(HOST):
            departures.append(clock.monotonic())

    await request()
    impatient = asyncio.ensure_future(request())
    patient = asyncio.ensure_future(request())
    await clock.sleep(1.0)
    impatient.cancel()
    await patient
    assert departures == [1000.0, 1005.0]
