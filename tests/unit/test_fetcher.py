"""The fetch layer on small networks made by hand: what is asked, in what order, how often."""

import asyncio
import itertools
from dataclasses import replace

import pytest

from crawlers.detection.walls import is_login_address
from crawlers.http.fetcher import Fetcher
from crawlers.http.politeness import PolitenessPolicy
from crawlers.model.verdict import Failure
from crawlers.progress import Stop
from tests.doubles.network import Reply, ScriptedNetwork

QUICK = PolitenessPolicy(delay=0.0, first_wait=0.0)
Net = ScriptedNetwork


def fetcher(net: Net, policy: PolitenessPolicy = QUICK, stop: Stop | None = None) -> Fetcher:
    return Fetcher(
        net, policy, "TwinSpaceAuditor", stop_at=is_login_address, stop=stop, clock=net.clock
    )


def seconds_between(net: Net, first: str, then: str) -> float:
    return net.times[then][0] - net.times[first][0]


A, B, C = ("https://a.example/1", "https://a.example/2", "https://b.example/3")


async def test_redirects_are_followed_and_recorded() -> None:
    net = Net({A: (302, {"location": "/2"}), B: (301, {"location": "//b.example/3"}), C: (200, {})})
    capture = await fetcher(net).get(A)
    assert (capture.url, capture.final_url, capture.status) == (A, C, 200)
    assert capture.redirects == (A, B)
    assert len(capture.record_ids) == 3


async def test_ten_redirects_are_followed_to_their_end() -> None:
    steps = [f"https://a.example/{n}" for n in range(11)]
    replies = {url: (302, {"location": onward}) for url, onward in itertools.pairwise(steps)}
    net = Net({**replies, steps[-1]: (200, {})})
    capture = await fetcher(net).get(steps[0])
    assert (capture.status, capture.failure, capture.final_url) == (200, None, steps[-1])


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/2", B),
        ("2", B),
        ("../../2", B),
        ("https://a.example/2#part", B),
        ("  https://A.example:443/2 ", B),
        ("//b.example/3", C),
        ("/bøger", "https://a.example/b%C3%B8ger"),
        ("?page=2", "https://a.example/1?page=2"),
    ],
)
async def test_a_location_is_read_as_browsers_read_it(location: str, target: str) -> None:
    net = Net({A: (303, {"location": location}), target: (200, {})})
    assert (await fetcher(net).get(A)).final_url == target


@pytest.mark.parametrize("headers", [{}, {"location": ""}, {"location": "mailto:a@b.example"}])
async def test_a_redirect_to_nowhere_ends_there(headers: dict[str, str]) -> None:
    net = Net({A: (302, headers)})
    capture = await fetcher(net).get(A)
    assert (capture.status, capture.final_url, capture.failure) == (302, A, None)


async def test_what_several_addresses_lead_to_is_asked_once() -> None:
    net = Net({A: (302, {"location": C}), B: (302, {"location": C}), C: (200, {})})
    layer = fetcher(net)
    first, second, third = await asyncio.gather(layer.get(A), layer.get(B), layer.get(C))
    assert net.asked.count(C) == 1
    assert first.record_ids[-1] == second.record_ids[-1] == third.record_ids[0]
    await layer.get(A, fresh=True)
    assert net.asked.count(C) == 2


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


@pytest.mark.parametrize(
    "replies",
    [
        {A: (302, {"location": A, "set-cookie": "visit=1"})},
        {A: (302, {"location": B}), B: (303, {"location": A, "set-cookie": "visit=1"})},
    ],
)
async def test_a_circle_that_waits_for_a_cookie_is_told_as_that(replies: dict[str, Reply]) -> None:
    net = Net(replies)
    assert (await fetcher(net).get(A)).failure is Failure.COOKIE_NEEDED


async def test_a_login_page_is_not_opened() -> None:
    net = Net({A: (302, {"location": "https://accounts.google.com/ServiceLogin?continue=x"})})
    capture = await fetcher(net).get(A)
    assert capture.status == 302
    assert capture.final_url.startswith("https://accounts.google.com/")
    assert net.pages() == [A]


async def test_robots_are_asked_once_and_obeyed() -> None:
    rules = {"body": "User-agent: *\nDisallow: /2"}
    net = Net({"https://a.example/robots.txt": (200, rules), A: (200, {}), B: (200, {})})
    layer = fetcher(net)
    assert (await layer.get(A)).status == 200
    refused = await layer.get(B)
    assert refused.failure is Failure.ROBOTS_DISALLOWED
    assert refused.attempts == 0
    assert net.asked.count("https://a.example/robots.txt") == 1
    assert B not in net.asked
    assert net.refused == [(B, Failure.ROBOTS_DISALLOWED)]


async def test_robots_of_a_redirect_target_count_too() -> None:
    rules = {"body": "User-agent: *\nDisallow: /"}
    net = Net({A: (302, {"location": C}), "https://b.example/robots.txt": (200, rules)})
    assert (await fetcher(net).get(A)).failure is Failure.ROBOTS_DISALLOWED


async def test_robots_are_those_of_scheme_and_host() -> None:
    rules = {"body": "User-agent: *\nDisallow: /"}
    net = Net({"http://a.example/robots.txt": (200, rules), A: (200, {})})
    layer = fetcher(net)
    assert (await layer.get("http://a.example/1")).failure is Failure.ROBOTS_DISALLOWED
    assert (await layer.get(A)).status == 200


async def test_moved_robots_are_followed_and_obeyed() -> None:
    rules = {"body": "User-agent: *\nDisallow: /1"}
    net = Net(
        {
            "https://a.example/robots.txt": (301, {"location": "https://b.example/robots.txt"}),
            "https://b.example/robots.txt": (200, rules),
        }
    )
    assert (await fetcher(net).get(A)).failure is Failure.ROBOTS_DISALLOWED


@pytest.mark.parametrize(
    "away", ["http://127.0.0.1/robots.txt", "https://accounts.google.com/ServiceLogin?continue=x"]
)
async def test_robots_behind_a_login_or_in_a_private_network_are_none(away: str) -> None:
    net = Net({"https://a.example/robots.txt": (302, {"location": away}), A: (200, {})})
    assert (await fetcher(net).get(A)).status == 200
    assert away not in net.asked


async def test_robots_may_be_ignored_when_asked_to() -> None:
    net = Net({A: (200, {})})
    await fetcher(net, replace(QUICK, obey_robots=False)).get(A)
    assert net.asked == [A]


async def test_the_crawl_delay_is_kept() -> None:
    robots = "https://a.example/robots.txt"
    rules = {"body": "User-agent: *\nCrawl-delay: 7"}
    net = Net({robots: (200, rules), A: (200, {}), B: (200, {})})
    layer = fetcher(net)
    await layer.get(A)
    await layer.get(B)
    assert seconds_between(net, robots, A) == 7.0
    assert seconds_between(net, A, B) == 7.0


async def test_an_endless_crawl_delay_is_cut_to_the_longest_delay() -> None:
    rules = {"body": "User-agent: *\nCrawl-delay: 86400"}
    net = Net({"https://a.example/robots.txt": (200, rules), A: (200, {})})
    capture = await fetcher(net).get(A)
    assert capture.status == 200
    assert seconds_between(net, "https://a.example/robots.txt", A) == 30.0


async def test_a_private_address_is_refused_before_anything_is_asked() -> None:
    net = Net({})
    capture = await fetcher(net).get("http://192.168.1.1/router")
    assert capture.failure is Failure.ADDRESS_NOT_ALLOWED
    assert net.asked == []
    assert net.refused == [("http://192.168.1.1/router", Failure.ADDRESS_NOT_ALLOWED)]


async def test_a_private_address_is_asked_when_allowed() -> None:
    net = Net({"http://127.0.0.1:8000/": (200, {})})
    layer = Fetcher(net, QUICK, "TwinSpaceAuditor", allow_private=True)
    assert (await layer.get("http://127.0.0.1:8000/")).status == 200


async def test_a_redirect_into_the_private_network_is_refused() -> None:
    net = Net({A: (302, {"location": "http://169.254.169.254/latest"})})
    capture = await fetcher(net).get(A)
    assert capture.failure is Failure.ADDRESS_NOT_ALLOWED
    assert net.pages() == [A]


async def test_a_passing_fault_is_asked_again() -> None:
    net = Net({A: [(503, {"retry-after": "0"}), (503, {}), (200, {})]})
    capture = await fetcher(net).get(A)
    assert (capture.status, capture.attempts) == (200, 3)


@pytest.mark.parametrize(
    "fault",
    [
        (0, {"failure": "timeout"}),
        (0, {"failure": "connection_failed"}),
        (0, {"failure": "protocol_error"}),
        (429, {"retry-after": "0"}),
        (500, {}),
        (502, {}),
    ],
)
async def test_every_passing_fault_is_asked_again(fault: Reply) -> None:
    net = Net({A: [fault, (200, {})]})
    capture = await fetcher(net).get(A)
    assert (capture.status, capture.attempts) == (200, 2)


@pytest.mark.parametrize("status", [200, 204, 401, 403, 404, 410, 451, 501])
async def test_an_answer_is_not_asked_again(status: int) -> None:
    net = Net({A: [(status, {}), (200, {})]})
    capture = await fetcher(net).get(A)
    assert (capture.status, capture.attempts) == (status, 1)


async def test_robots_are_tried_again_as_pages_are() -> None:
    robots = "https://a.example/robots.txt"
    rules = {"body": "User-agent: *\nDisallow: /1"}
    net = Net({robots: [(503, {"retry-after": "0"}), (0, {}), (200, rules)], A: (200, {})})
    assert (await fetcher(net).get(A)).failure is Failure.ROBOTS_DISALLOWED
    assert net.asked == [robots] * 3


async def test_retry_after_pauses_the_whole_host() -> None:
    net = Net({A: [(503, {"retry-after": "60"}), (200, {})], B: (200, {})})
    net.delay = 1.0
    layer = fetcher(net, replace(QUICK, delay=5.0))
    # B already waits for its departure when A's answer says "later".
    capture, second = await asyncio.gather(layer.get(A), layer.get(B))
    assert (capture.status, second.status) == (200, 200)
    assert seconds_between(net, A, B) == 61.0
    assert net.times[A][1] - net.times[A][0] >= 61.0
    assert abs(net.times[A][1] - net.times[B][0]) == 5.0


async def test_other_hosts_do_not_wait_for_a_paused_one() -> None:
    net = Net({A: [(429, {"retry-after": "60"}), (200, {})], C: (200, {})})
    layer = fetcher(net)
    slow, other = await asyncio.gather(layer.get(A), layer.get(C))
    assert (slow.status, other.status) == (200, 200)
    assert net.times[A][1] - net.times[A][0] == 60.0
    assert seconds_between(net, A, C) == 0.0


async def test_retries_keep_the_gap_too() -> None:
    net = Net({A: [(500, {}), (500, {}), (200, {})]})
    await fetcher(net, replace(QUICK, delay=6.0)).get(A)
    first, second, third = net.times[A]
    assert (second - first, third - second) == (6.0, 6.0)


async def test_retries_wait_longer_each_time() -> None:
    net = Net({A: [(500, {}), (500, {}), (200, {})]})
    await fetcher(net, replace(QUICK, first_wait=5.0)).get(A)
    first, second, third = net.times[A]
    assert (second - first, third - second) == (5.0, 10.0)


async def test_a_host_that_does_not_answer_is_left_alone() -> None:
    addresses = [f"https://a.example/{n}" for n in range(9)]
    silent = {url: (0, {}) for url in addresses}
    net = Net({**silent, "https://a.example/robots.txt": (404, {})})
    layer = fetcher(net, replace(QUICK, attempts=1))
    captures = [await layer.get(url) for url in addresses]
    assert {capture.failure for capture in captures} == {Failure.TIMEOUT}
    assert [capture.attempts for capture in captures] == [1] * 4 + [0] * 5
    assert len(net.pages()) == 4
    assert [url for url, _ in net.refused] == addresses[4:]


async def test_one_silent_address_does_not_close_its_host() -> None:
    net = Net({A: (0, {}), B: (200, {})})
    layer = fetcher(net)
    for _ in range(3):
        await layer.get(A, fresh=True)
    assert (await layer.get(B)).status == 200


async def test_a_lasting_fault_ends_after_three_tries() -> None:
    net = Net({A: (503, {})})
    capture = await fetcher(net).get(A)
    assert (capture.status, capture.attempts) == (503, 3)
    assert len(net.pages()) == 3


async def test_a_host_that_asks_for_an_hour_is_left_alone() -> None:
    third = f"{A}-third"
    far = (429, {"retry-after": "3600"})
    net = Net({A: far, B: far, third: (200, {})})
    layer = fetcher(net)
    capture = await layer.get(A)
    assert (capture.status, capture.attempts) == (429, 1)
    assert (await layer.get(B)).attempts == 1
    other = await layer.get(third)
    assert (other.failure, other.attempts) == (Failure.RATE_LIMITED, 0)
    assert third not in net.asked


async def test_one_address_put_off_for_an_hour_does_not_close_its_host() -> None:
    net = Net({A: (429, {"retry-after": "3600"}), B: (200, {})})
    layer = fetcher(net)
    assert (await layer.get(A)).status == 429
    assert (await layer.get(B)).status == 200


async def test_one_page_in_repair_for_an_hour_does_not_close_its_host() -> None:
    net = Net({A: (503, {"retry-after": "3600"}), B: (200, {})})
    layer = fetcher(net)
    assert (await layer.get(A)).attempts == 1
    assert (await layer.get(B)).status == 200


async def test_an_address_is_asked_once_unless_fresh() -> None:
    net = Net({A: (200, {})})
    layer = fetcher(net)
    await asyncio.gather(layer.get(A), layer.get(A), layer.get(f"{A}#part"))
    assert net.pages() == [A]
    await layer.get(A, fresh=True)
    assert net.pages() == [A, A]


async def test_two_connections_to_a_host_at_most() -> None:
    addresses = [f"https://a.example/{n}" for n in range(12)]
    net = Net({url: (200, {}) for url in addresses})
    net.delay = 5.0
    layer = fetcher(net)
    await asyncio.gather(*(layer.get(url) for url in addresses))
    assert net.most_open == 2


async def test_the_gap_is_kept_between_requests_robots_included() -> None:
    addresses = [f"https://a.example/{n}" for n in range(3)]
    net = Net({url: (200, {}) for url in addresses})
    layer = fetcher(net, replace(QUICK, delay=5.0))
    await asyncio.gather(*(layer.get(url) for url in addresses))
    times = sorted(moment for moments in net.times.values() for moment in moments)
    assert [then - first for first, then in itertools.pairwise(times)] == [5.0, 5.0, 5.0]


async def test_a_stop_ends_all_waiting_at_once() -> None:
    net = Net({A: (503, {"retry-after": "60"}), B: (200, {})})
    stop = Stop()
    layer = fetcher(net, stop=stop)
    waiting = asyncio.ensure_future(layer.get(A))
    await net.clock.sleep(1.0)
    started = net.clock.monotonic()
    stop.request("interrupted")
    capture = await waiting
    after = await layer.get(B)
    assert net.clock.monotonic() == started
    assert capture.failure is Failure.NOT_REACHED
    assert after.failure is Failure.NOT_REACHED
    assert B not in net.asked


async def test_a_stop_ends_the_wait_for_robots_and_for_a_slot() -> None:
    robots = {"https://a.example/robots.txt": (503, {"retry-after": "60"})}
    net = Net({**robots, A: (200, {}), "https://b.example/robots.txt": (404, {}), C: (200, {})})
    stop = Stop()
    layer = fetcher(net, replace(QUICK, delay=30.0), stop=stop)
    waiting = [asyncio.ensure_future(layer.get(url)) for url in (A, B, C)]
    await net.clock.sleep(1.0)
    started = net.clock.monotonic()
    stop.request("time_limit")
    captures = await asyncio.gather(*waiting)
    assert net.clock.monotonic() == started
    assert {capture.failure for capture in captures} == {Failure.NOT_REACHED}
    assert sorted(net.refused) == [(url, Failure.NOT_REACHED) for url in (A, B, C)]
    await asyncio.sleep(0)
    others = [task for task in asyncio.all_tasks() if task.get_coro().__name__ != "_advance"]
    others.remove(asyncio.current_task())
    assert all(task.cancelling() or task.done() for task in others)


async def test_a_stop_ends_a_request_that_is_under_way() -> None:
    net = Net({A: (200, {})})
    net.delay = 30.0
    stop = Stop()
    layer = fetcher(net, replace(QUICK, obey_robots=False), stop=stop)
    waiting = asyncio.ensure_future(layer.get(A))
    await net.clock.sleep(1.0)
    stop.request("interrupted")
    capture = await asyncio.wait_for(waiting, 1.0)
    assert (capture.failure, capture.attempts) == (Failure.NOT_REACHED, 0)


async def test_the_first_reason_to_stop_stays() -> None:
    stop = Stop()
    stop.request("time_limit")
    stop.request("interrupted")
    assert stop.reason == "time_limit"


async def test_who_gives_up_waiting_does_not_end_the_request_of_others() -> None:
    net = Net({A: (200, {})})
    net.delay = 5.0
    layer = fetcher(net)
    impatient = asyncio.ensure_future(layer.get(A))
    patient = asyncio.ensure_future(layer.get(A))
    await net.clock.sleep(1.0)
    impatient.cancel()
    assert (await patient).status == 200
    assert net.pages() == [A]


async def test_of_a_film_only_the_head_is_remembered() -> None:
    film, page = "x" * 200_000, "y" * 200_000
    net = Net(
        {
            A: (200, {"content-type": "video/mp4", "body": film}),
            B: (200, {"content-type": "text/html", "body": page}),
        }
    )
    layer = fetcher(net)
    head, whole = await layer.get(A), await layer.get(B)
    assert (len(head.body), head.truncated) == (65_536, True)
    assert (len(whole.body), whole.truncated) == (200_000, False)


async def test_who_watches_hears_each_address_once_for_each_try() -> None:
    heard: list[str] = []
    net = Net({A: [(500, {}), (200, {})]})
    policy = replace(QUICK, obey_robots=False)
    await Fetcher(net, policy, "TwinSpaceAuditor", watch=heard.append, clock=net.clock).get(A)
    assert heard == [A, A]


async def test_a_replay_asks_again_only_while_the_archive_goes_on() -> None:
    net = Net({A: [(503, {}), (503, {})]}, live=False)
    capture = await fetcher(net).get(A)
    assert (capture.status, capture.attempts) == (503, 2)


async def test_a_recorded_refusal_counts_no_attempt() -> None:
    refused = (0, {"failure": "robots_disallowed", "unasked": "yes"})
    gave_up = (0, {"failure": "timeout", "unasked": "yes"})
    net = Net({A: refused, B: [(0, {}), gave_up]}, live=False)
    layer = fetcher(net)
    assert (await layer.get(A)).attempts == 0
    assert (await layer.get(B)).attempts == 1


async def test_a_replay_goes_where_the_guard_would_not() -> None:
    net = Net({"http://127.0.0.1/": (200, {})}, live=False)
    assert (await fetcher(net).get("http://127.0.0.1/")).status == 200


async def test_a_replay_never_waits_and_never_asks_robots() -> None:
    net = Net({A: [(503, {"retry-after": "60"}), (200, {})]}, live=False)
    started = net.clock.monotonic()
    capture = await fetcher(net, replace(QUICK, delay=60.0)).get(A)
    assert (capture.status, capture.attempts) == (200, 2)
    assert net.clock.monotonic() == started
    assert net.pages() == net.asked


async def test_robots_that_fail_close_the_host_for_this_run() -> None:
    net = Net({"https://a.example/robots.txt": (500, {}), A: (200, {})})
    capture = await fetcher(net).get(A)
    assert capture.failure is Failure.ROBOTS_UNREACHABLE
    assert A not in net.asked


async def test_what_is_replayed_first_and_asked_live_then_is_paced_from_then_on() -> None:
    """As a resumed audit does: the archive's answers come at once, the others politely."""

    class Resumed(ScriptedNetwork):
        def is_live(self, url: str) -> bool:
            self.live = url not in (A, "https://a.example/robots.txt")
            return self.live

    robots = "https://a.example/robots.txt"
    rules = {"body": "User-agent: *\nDisallow: /closed"}
    closed, third = "https://a.example/closed", "https://a.example/3"
    net = Resumed({robots: (200, rules), A: (200, {}), B: (200, {}), third: (200, {})})
    layer = fetcher(net, replace(QUICK, delay=10.0))
    for url in (A, B, third):
        assert (await layer.get(url)).status == 200
    assert (await layer.get(closed)).failure is Failure.ROBOTS_DISALLOWED
    assert seconds_between(net, A, B) == 0.0
    assert seconds_between(net, B, third) == 10.0
    assert net.refused == [(closed, Failure.ROBOTS_DISALLOWED)]


async def test_no_copy_of_an_answer_as_it_was_on_the_wire_is_remembered() -> None:
    net = Net({A: (200, {"content-type": "text/html", "body": "<p>hej</p>"})})
    layer = fetcher(net)
    await layer.get(A)
    hops = [task.result()[0] for task in layer._hops._tasks.values()]
    assert [hop.raw for hop in hops] == [None]
