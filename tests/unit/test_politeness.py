import codecs
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.http.politeness import (
    HostBudget,
    PolitenessPolicy,
    is_too_long,
    parse_robots,
    retry_after,
    should_retry,
)
from crawlers.model.pace import Pace
from crawlers.model.verdict import Failure

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
AGENT = "TwinSpaceAuditor"

ROBOTS_OF_AN_EDITOR = "User-agent: *\r\nDisallow: /private/\r\n"


def departures(budget: HostBudget, now: float, number: int) -> list[float]:
    """When that many requests depart, each as soon as it may."""
    times = []
    for _ in range(number):
        now += budget.wait(now)
        assert budget.depart(now)
        times.append(now)
    return times


def test_departures_of_a_host_keep_the_delay() -> None:
    assert departures(HostBudget(delay=1.0), 100.0, 4) == [100.0, 101.0, 102.0, 103.0]


def test_waiting_reserves_nothing() -> None:
    budget = HostBudget(delay=1.0)
    assert [budget.wait(100.0) for _ in range(3)] == [0.0, 0.0, 0.0]


def test_the_delay_counts_from_the_departure_and_not_from_when_it_was_due() -> None:
    budget = HostBudget(delay=1.0)
    assert budget.depart(100.0)
    assert budget.depart(101.9)  # due at 101.0; the sleep took too long
    assert not budget.depart(102.0)
    assert budget.wait(102.0) == pytest.approx(0.9)


def test_a_departure_that_comes_too_early_is_none() -> None:
    budget = HostBudget(delay=1.0)
    assert budget.depart(100.0)
    assert not budget.depart(100.5)
    assert budget.departed_at == 100.0


def test_a_late_request_does_not_wait() -> None:
    budget = HostBudget(delay=1.0)
    assert budget.depart(100.0)
    assert budget.wait(200.0) == 0.0


def test_retry_after_pauses_the_whole_host() -> None:
    budget = HostBudget(delay=1.0)
    budget.pause(100.0, 30.0)
    assert budget.wait(100.0) == 30.0
    assert not budget.depart(129.0)


def test_after_a_pause_the_delay_is_kept() -> None:
    budget = HostBudget(delay=1.0)
    budget.pause(100.0, 30.0)
    assert departures(budget, 100.0, 3) == [130.0, 131.0, 132.0]


def test_a_longer_pause_stays() -> None:
    budget = HostBudget(delay=1.0)
    budget.pause(100.0, 30.0)
    budget.pause(101.0, 2.0)
    assert budget.wait(101.0) == 29.0


def test_the_crawl_delay_counts_from_the_request_for_robots_on() -> None:
    budget = HostBudget(delay=1.0)
    assert budget.depart(100.0)
    budget.raise_delay(7.0)
    assert budget.wait(100.5) == 6.5
    assert departures(budget, 100.5, 2) == [107.0, 114.0]


def test_a_shorter_crawl_delay_changes_nothing() -> None:
    budget = HostBudget(delay=1.0)
    assert budget.depart(100.0)
    budget.raise_delay(0.1)
    assert budget.wait(100.0) == 1.0


def test_nothing_departs_for_a_closed_host() -> None:
    assert not HostBudget(delay=1.0, closed=Failure.TIMEOUT).depart(100.0)


@pytest.mark.parametrize(
    ("tries", "seconds"), [(1, 1.0), (2, 2.0), (3, 4.0), (6, 30.0), (40, 30.0)]
)
def test_the_wait_before_a_retry_doubles_up_to_the_longest(tries: int, seconds: float) -> None:
    assert PolitenessPolicy().retry_wait(tries) == seconds


def test_a_host_that_only_sends_away_is_left_alone() -> None:
    budget = HostBudget(delay=1.0)
    for number in range(8):
        budget.report(f"https://example.org/{number}", None, 429)
    assert budget.closed is None
    budget.report("https://example.org/9", None, 429)
    assert budget.closed is Failure.RATE_LIMITED


def test_one_good_answer_among_refusals_keeps_a_host_open() -> None:
    budget = HostBudget(delay=1.0)
    for number in range(40):
        budget.report(f"https://example.org/{number}", None, 200 if number % 5 == 0 else 429)
    assert budget.closed is None


def test_a_name_that_does_not_exist_is_down_at_once() -> None:
    budget = HostBudget(delay=1.0)
    budget.report("https://no.example/", Failure.HOST_NOT_FOUND)
    assert budget.closed is Failure.HOST_NOT_FOUND


def test_a_host_is_down_only_when_several_addresses_stay_unanswered() -> None:
    budget = HostBudget(delay=1.0)
    for _ in range(9):
        budget.report("https://example.org/slow", Failure.TIMEOUT)
    assert budget.closed is None
    for number in range(4):
        budget.report(f"https://example.org/{number}", Failure.TIMEOUT)
    assert budget.closed is Failure.TIMEOUT


def test_one_answer_shows_that_a_host_is_up() -> None:
    budget = HostBudget(delay=1.0)
    for number in range(3):
        budget.report(f"https://example.org/{number}", Failure.CONNECTION_FAILED)
    budget.report("https://example.org/ok", None)
    budget.report("https://example.org/x", Failure.CONNECTION_FAILED)
    assert budget.closed is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("Mon, 23 Nov 2026 12:00:30 GMT", 30.0),
        ("Mon, 23 Nov 2026 11:00:00 GMT", 0.0),
        ("Mon, 23 Nov 2026 13:00:30 +0100", 30.0),
        ("Mon, 23 Nov 2026 12:00:30", 30.0),
        ("Monday, 23-Nov-26 12:00:30 GMT", 30.0),
        ("7200", 7200.0),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": value}, NOON) == seconds


def test_without_the_header_nothing_is_wished() -> None:
    assert retry_after({}, NOON) is None


@given(st.text(max_size=40))
def test_no_header_ever_raises(value: str) -> None:
    seconds = retry_after({"retry-after": value}, NOON)
    assert seconds is None or seconds >= 0.0


def test_an_hour_is_too_long_to_wait() -> None:
    assert is_too_long(3600.0)
    assert not is_too_long(30.0)
    assert not is_too_long(None)


@pytest.mark.parametrize(
    ("status", "body", "allowed"),
    [
        (200, b"User-agent: *\nDisallow: /private/", False),
        (200, b"User-agent: TwinSpaceAuditor\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        (200, b"", True),
        (404, b"", True),
        (403, b"", True),
    ],
)
def test_robots(status: int, body: bytes, allowed: bool) -> None:
    assert parse_robots(status, body).allows("https://example.org/private/x", AGENT) is allowed


@given(st.binary(max_size=300))
def test_no_robots_text_ever_raises(body: bytes) -> None:
    robots = parse_robots(200, b"User-agent: *\n" + body)
    robots.allows("https://example.org/x", AGENT)
    robots.delay(AGENT)


def test_a_page_in_the_place_of_robots_allows_all() -> None:
    robots = parse_robots(200, b"<!doctype html><title>Not here</title>")
    assert robots.allows("https://example.org/private/x", AGENT)


@pytest.mark.parametrize("status", [429, 500, 503, None])
def test_robots_that_cannot_be_read_allow_nothing(status: int | None) -> None:
    assert parse_robots(status, b"").unreachable


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        (b"User-agent: *\nCrawl-delay: 7", 7.0),
        (b"User-agent: *\nCrawl-delay: 0.5", 0.5),
        (b"User-agent: *\nCrawl-delay: soon", 0.0),
        (b"User-agent: Other\nCrawl-delay: 7", 0.0),
        (b"User-agent: TwinSpaceAuditor\nCrawl-delay: 2\n\nUser-agent: *\nCrawl-delay: 9", 2.0),
        (b"", 0.0),
    ],
)
def test_the_crawl_delay_is_read(body: bytes, seconds: float) -> None:
    assert parse_robots(200, body).delay(AGENT) == seconds


@pytest.mark.parametrize(
    ("status", "failure", "again"),
    [
        (503, None, True),
        (429, None, True),
        (None, Failure.TIMEOUT, True),
        (500, None, True),
        (502, None, True),
        (504, None, True),
        (408, None, True),
        (None, Failure.CONNECTION_FAILED, True),
        (200, Failure.PROTOCOL_ERROR, True),
        (None, Failure.TLS_FAILED, False),
        (None, Failure.PROXY_FAILED, False),
        (None, Failure.ROBOTS_DISALLOWED, False),
        (None, Failure.NOT_REACHED, False),
        (501, None, False),
        (410, None, False),
        (302, None, False),
        (None, Failure.HOST_NOT_FOUND, False),
        (None, Failure.ADDRESS_NOT_ALLOWED, False),
        (404, None, False),
        (403, None, False),
        (200, None, False),
    ],
)
def test_what_is_worth_retrying(status: int | None, failure: Failure | None, again: bool) -> None:
    assert should_retry(status, failure) is again


def test_a_host_may_have_a_pace_of_its_own() -> None:
    slow = Pace(delay=2.0, connections=1, first_wait=5.0)
    policy = PolitenessPolicy(delay=1.0, paces={"slow.example": slow})
    assert policy.pace("slow.example") == slow
    assert policy.pace("other.example").delay == 1.0
    assert [policy.retry_wait(tries, "slow.example") for tries in (1, 2, 3, 4)] == [5, 10, 20, 30]
    assert policy.retry_wait(1, "other.example") == 1.0


@pytest.mark.parametrize(
    "body",
    [
        codecs.BOM_UTF8 + ROBOTS_OF_AN_EDITOR.encode(),
        codecs.BOM_UTF16_LE + ROBOTS_OF_AN_EDITOR.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + ROBOTS_OF_AN_EDITOR.encode("utf-16-be"),
        b"\xe6\xf8\xe5 # Latin-1 above\n" + ROBOTS_OF_AN_EDITOR.encode(),
    ],
)
def test_a_mark_before_the_rules_takes_nothing_from_them(body: bytes) -> None:
    rules = parse_robots(200, body)
    assert not rules.allows("https://x.example/private/a", "TwinSpaceAuditor")
    assert rules.allows("https://x.example/open/a", "TwinSpaceAuditor")
