from datetime import UTC, datetime

import pytest

from crawlers.model import Failure
from crawlers.network.politeness import (
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
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": value}, NOON) == seconds


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


@pytest.mark.parametrize("status", [500, 503, None])
def test_robots_that_cannot_be_read_allow_nothing(status: int | None) -> None:
    assert read_robots(status, b"").unreachable


def test_the_crawl_delay_is_read() -> None:
    assert read_robots(200, b"User-agent: *\nCrawl-delay: 7").delay(AGENT) == 7.0


@pytest.mark.parametrize(
    ("status", "failure", "again"),
    [
        (503, None, True),
        (429, None, True),
        (None, Failure.TIMEOUT, True),
        (None, Failure.HOST_NOT_FOUND, False),
        (None, Failure.ADDRESS_NOT_ALLOWED, False),
        (404, None, False),
        (403, None, False),
        (200, None, False),
    ],
)
def test_what_is_worth_retrying(status: int | None, failure: Failure | None, again: bool) -> None:
    assert worth_retrying(status, failure) is again
