from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.model import Failure
from crawlers.network.politeness import (
    Budgets,
    HostBudget,
    read_robots,
    retry_after,
    too_long,
    worth_retrying,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
AGENT = "TwinSpaceAuditor"


def test_slots_of_a_host_keep_the_gap() -> None:
    budget = HostBudget(gap=1.0)
    waits = [budget.reserve(100.0) for _ in range(4)]
    assert waits == [0.0, 1.0, 2.0, 3.0]


def test_a_late_request_does_not_wait() -> None:
    budget = HostBudget(gap=1.0)
    budget.reserve(100.0)
    assert budget.reserve(200.0) == 0.0


def test_retry_after_pauses_the_whole_host() -> None:
    budget = HostBudget(gap=1.0)
    budget.pause(100.0, 30.0)
    assert budget.reserve(100.0) == 30.0


def test_a_slot_taken_before_a_pause_is_void() -> None:
    budget = HostBudget(gap=1.0)
    assert budget.reserve(100.0) == 0.0
    waiting = budget.reserve(100.0)
    budget.pause(100.5, 30.0)
    assert budget.paused(100.0 + waiting)
    assert budget.reserve(101.0) == pytest.approx(29.5)
    assert not budget.paused(130.5)


def test_after_a_pause_the_gap_is_kept() -> None:
    budget = HostBudget(gap=1.0)
    budget.pause(100.0, 30.0)
    assert [budget.reserve(100.0) for _ in range(3)] == [30.0, 31.0, 32.0]


def test_a_longer_pause_stays() -> None:
    budget = HostBudget(gap=1.0)
    budget.pause(100.0, 30.0)
    budget.pause(101.0, 2.0)
    assert budget.reserve(101.0) == 29.0


def test_the_crawl_delay_counts_from_the_request_for_robots_on() -> None:
    budget = HostBudget(gap=1.0)
    budget.reserve(100.0)
    budget.widen(7.0)
    assert [budget.reserve(100.5) for _ in range(2)] == [6.5, 13.5]


def test_a_shorter_crawl_delay_changes_nothing() -> None:
    budget = HostBudget(gap=1.0)
    budget.reserve(100.0)
    budget.widen(0.1)
    assert budget.reserve(100.0) == 1.0


def test_each_host_has_a_budget_of_its_own() -> None:
    budgets = Budgets(gap=1.0)
    budgets.of("a.example").reserve(100.0)
    assert budgets.of("b.example").reserve(100.0) == 0.0
    assert budgets.of("a.example").reserve(100.0) == 1.0


def test_a_host_that_only_sends_away_is_left_alone() -> None:
    budget = HostBudget(gap=1.0)
    for number in range(8):
        budget.note(f"https://example.org/{number}", None, 429)
    assert budget.down is None
    budget.note("https://example.org/9", None, 429)
    assert budget.down is Failure.RATE_LIMITED


def test_one_good_answer_among_refusals_keeps_a_host_open() -> None:
    budget = HostBudget(gap=1.0)
    for number in range(40):
        budget.note(f"https://example.org/{number}", None, 200 if number % 5 == 0 else 429)
    assert budget.down is None


def test_a_name_that_does_not_exist_is_down_at_once() -> None:
    budget = HostBudget(gap=1.0)
    budget.note("https://no.example/", Failure.HOST_NOT_FOUND)
    assert budget.down is Failure.HOST_NOT_FOUND


def test_a_host_is_down_only_when_several_addresses_stay_unanswered() -> None:
    budget = HostBudget(gap=1.0)
    for _ in range(9):
        budget.note("https://example.org/slow", Failure.TIMEOUT)
    assert budget.down is None
    for number in range(4):
        budget.note(f"https://example.org/{number}", Failure.TIMEOUT)
    assert budget.down is Failure.TIMEOUT


def test_one_answer_shows_that_a_host_is_up() -> None:
    budget = HostBudget(gap=1.0)
    for number in range(3):
        budget.note(f"https://example.org/{number}", Failure.CONNECTION_FAILED)
    budget.note("https://example.org/ok", None)
    budget.note("https://example.org/x", Failure.CONNECTION_FAILED)
    assert budget.down is None


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
    assert too_long(3600.0)
    assert not too_long(30.0)
    assert not too_long(None)


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
    assert read_robots(status, body).allows("https://example.org/private/x", AGENT) is allowed


@given(st.binary(max_size=300))
def test_no_robots_text_ever_raises(body: bytes) -> None:
    robots = read_robots(200, b"User-agent: *\n" + body)
    robots.allows("https://example.org/x", AGENT)
    robots.delay(AGENT)


def test_a_page_in_the_place_of_robots_allows_all() -> None:
    robots = read_robots(200, b"<!doctype html><title>Not here</title>")
    assert robots.allows("https://example.org/private/x", AGENT)


@pytest.mark.parametrize("status", [429, 500, 503, None])
def test_robots_that_cannot_be_read_allow_nothing(status: int | None) -> None:
    assert read_robots(status, b"").unreachable


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
    assert read_robots(200, body).delay(AGENT) == seconds


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
    assert worth_retrying(status, failure) is again
