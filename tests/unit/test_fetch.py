"""The fetch layer on small networks made by hand: what is asked, in what order, how often."""

import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawlers.model import Failure
from crawlers.network.exchange import Exchange
from crawlers.network.fetch import Fetcher
from crawlers.network.politeness import Manners
from crawlers.progress import Stop
from crawlers.reading.walls import login_address

NOW = datetime(2026, 11, 23, tzinfo=UTC)
Reply = tuple[int, dict[str, str]]
QUICK = Manners(gap=0.0, first_wait=0.0)


class Net:
    """A network of fixed replies; remembers what was asked and refused."""

    def __init__(self, replies: dict[str, Reply | list[Reply]], *, live: bool = True) -> None:
        self.replies = {url: list(r) if isinstance(r, list) else [r] for url, r in replies.items()}
        self.live = live
        self.asked: list[str] = []
        self.refused: list[tuple[str, Failure]] = []
        self.now_open = 0
        self.most_open = 0
        self.delay = 0.0

    async def exchange(self, url: str) -> Exchange:
        self.asked.append(url)
        self.now_open += 1
        self.most_open = max(self.most_open, self.now_open)
        await asyncio.sleep(self.delay)
        self.now_open -= 1
        rows = self.replies.get(url, [(404, {})])
        status, headers = rows.pop(0) if len(rows) > 1 else rows[0]
        body = headers.get("body", "").encode()
        pairs = tuple((k, v) for k, v in headers.items() if k != "body")
        if status == 0:
            return Exchange(url=url, captured_at=NOW, failure=Failure.TIMEOUT)
        return Exchange(
            url=url,
            captured_at=NOW,
            status=status,
            headers=pairs,
            body=body,
            record_id=f"r{len(self.asked)}",
        )

    def refuse(self, url: str, failure: Failure) -> Exchange:
        self.refused.append((url, failure))
        return Exchange(url=url, captured_at=NOW, failure=failure, asked=False, record_id="no")

    async def close(self) -> None:
        pass

    def pages(self) -> list[str]:
        return [url for url in self.asked if not url.endswith("/robots.txt")]


def fetcher(net: Net, manners: Manners = QUICK, stop: Stop | None = None) -> Fetcher:
    return Fetcher(net, manners, "TwinSpaceAuditor", stop_at=login_address, stop=stop)


A, B, C = ("https://a.example/1", "https://a.example/2", "https://b.example/3")


async def test_redirects_are_followed_and_recorded() -> None:
    net = Net({A: (302, {"location": "/2"}), B: (301, {"location": "//b.example/3"}), C: (200, {})})
    capture = await fetcher(net).get(A)
    assert (capture.url, capture.final_url, capture.status) == (A, C, 200)
    assert capture.redirects == (A, B)
    assert len(capture.record_ids) == 3


@pytest.mark.parametrize(
    "replies",
    [
        {A: (302, {"location": B}), B: (302, {"location": A})},
        {A: (302, {"location": A})},
        {f"https://a.example/{n}": (302, {"location": f"/{n + 1}"}) for n in range(1, 40)},
    ],
)
async def test_circles_end(replies: dict[str, Reply]) -> None:
    net = Net(replies)
    capture = await fetcher(net).get(A)
    assert capture.failure is Failure.TOO_MANY_REDIRECTS
    assert len(net.pages()) <= 12


async def test_a_login_page_is_not_opened() -> None:
    net = Net({A: (302, {"location": "https://accounts.google.com/ServiceLogin?continue=x"})})
    capture = await fetcher(net).get(A)
    assert capture.status == 302
    assert capture.final_url.startswith("https://accounts.google.com/")
    assert net.pages() == [A]


async def test_robots_are_asked_once_and_obeyed() -> None:
    rules = {"body": "User-agent: *\nDisallow: /2"}
    net = Net({"https://a.example/robots.txt": (200, rules), A: (200, {}), B: (200, {})})
    one = fetcher(net)
    assert (await one.get(A)).status == 200
    refused = await one.get(B)
    assert refused.failure is Failure.ROBOTS_DISALLOWED
    assert refused.attempts == 0
    assert net.asked.count("https://a.example/robots.txt") == 1
    assert B not in net.asked
    assert net.refused == [(B, Failure.ROBOTS_DISALLOWED)]


async def test_robots_of_a_redirect_target_count_too() -> None:
    rules = {"body": "User-agent: *\nDisallow: /"}
    net = Net({A: (302, {"location": C}), "https://b.example/robots.txt": (200, rules)})
    assert (await fetcher(net).get(A)).failure is Failure.ROBOTS_DISALLOWED


async def test_a_redirect_into_the_private_network_is_refused() -> None:
    net = Net({A: (302, {"location": "http://169.254.169.254/latest"})})
    capture = await fetcher(net).get(A)
    assert capture.failure is Failure.ADDRESS_NOT_ALLOWED
    assert net.pages() == [A]


async def test_a_passing_fault_is_asked_again() -> None:
    net = Net({A: [(503, {"retry-after": "0"}), (503, {}), (200, {})]})
    capture = await fetcher(net).get(A)
    assert (capture.status, capture.attempts) == (200, 3)


async def test_a_lasting_fault_ends_after_three_tries() -> None:
    net = Net({A: (503, {})})
    capture = await fetcher(net).get(A)
    assert (capture.status, capture.attempts) == (503, 3)
    assert len(net.pages()) == 3


async def test_a_host_that_asks_for_an_hour_is_left_alone() -> None:
    net = Net({A: (429, {"retry-after": "3600"})})
    capture = await fetcher(net).get(A)
    assert (capture.status, capture.attempts) == (429, 1)


async def test_an_address_is_asked_once_unless_fresh() -> None:
    net = Net({A: (200, {})})
    one = fetcher(net)
    await asyncio.gather(one.get(A), one.get(A), one.get(f"{A}#part"))
    assert net.pages() == [A]
    await one.get(A, fresh=True)
    assert net.pages() == [A, A]


async def test_two_connections_to_a_host_at_most() -> None:
    addresses = [f"https://a.example/{n}" for n in range(12)]
    net = Net({url: (200, {}) for url in addresses})
    net.delay = 0.005
    one = fetcher(net)
    await asyncio.gather(*(one.get(url) for url in addresses))
    assert net.most_open == 2


async def test_the_gap_is_kept_between_requests_robots_included() -> None:
    addresses = [f"https://a.example/{n}" for n in range(3)]
    net = Net({url: (200, {}) for url in addresses})
    one = fetcher(net, replace(QUICK, gap=0.05))
    started = time.monotonic()
    await asyncio.gather(*(one.get(url) for url in addresses))
    assert time.monotonic() - started >= 0.15


async def test_a_stop_ends_all_waiting_at_once() -> None:
    net = Net({A: (503, {"retry-after": "60"}), B: (200, {})})
    stop = Stop()
    one = fetcher(net, stop=stop)
    waiting = asyncio.ensure_future(one.get(A))
    await asyncio.sleep(0.05)
    started = time.monotonic()
    stop.now("interrupted")
    capture = await waiting
    after = await one.get(B)
    assert time.monotonic() - started < 1.0
    assert capture.failure is Failure.NOT_REACHED
    assert after.failure is Failure.NOT_REACHED
    assert B not in net.asked


async def test_a_replay_never_waits_and_never_asks_robots() -> None:
    net = Net({A: [(503, {"retry-after": "60"}), (200, {})]}, live=False)
    started = time.monotonic()
    capture = await fetcher(net, replace(QUICK, gap=60.0)).get(A)
    assert (capture.status, capture.attempts) == (200, 2)
    assert time.monotonic() - started < 1.0
    assert net.pages() == net.asked


async def test_robots_that_fail_close_the_host_for_this_run() -> None:
    net = Net({"https://a.example/robots.txt": (500, {}), A: (200, {})})
    capture = await fetcher(net).get(A)
    assert capture.failure is Failure.ROBOTS_UNREACHABLE
    assert A not in net.asked
