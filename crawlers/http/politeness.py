"""Politeness as decisions: when the next request may depart, whether to try again; pure.

The time is an argument everywhere; nothing here sleeps.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from protego import Protego

from crawlers.model.pace import Pace
from crawlers.model.verdict import Failure

_MAX_RETRY_AFTER = 120.0  # seconds
_UNANSWERED_LIMIT = 4  # addresses of one host
_RATE_LIMITED_LIMIT = 9  # answers of one host, one after the other
_UNANSWERED = frozenset({Failure.HOST_NOT_FOUND, Failure.CONNECTION_FAILED, Failure.TIMEOUT})
_RETRIED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
_ROBOTS_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_RETRIED_FAILURES = frozenset({Failure.TIMEOUT, Failure.CONNECTION_FAILED, Failure.PROTOCOL_ERROR})


@dataclass(frozen=True, slots=True, kw_only=True)
class PolitenessPolicy:
    """How politely to ask; the defaults are one request per second and two connections per host.

    ``delay`` is the shortest time between two departures to one host, ``first_wait`` the time
    before the first retry, ``longest_delay`` the limit for both a crawl-delay and a doubled wait;
    all in seconds. ``connections`` are those to one host at once, ``attempts`` those per address.
    ``paces`` are those of hosts that are asked in another way.
    """

    delay: float = 1.0
    connections: int = 2
    obey_robots: bool = True
    attempts: int = 3
    first_wait: float = 1.0
    longest_delay: float = 30.0
    paces: Mapping[str, Pace] = field(default_factory=dict)

    def pace(self, host: str) -> Pace:
        """The pace of one host."""
        usual = Pace(delay=self.delay, connections=self.connections, first_wait=self.first_wait)
        return self.paces.get(host, usual)

    def retry_wait(self, tries: int, host: str = "") -> float:
        """The seconds to wait after so many tries: doubled each time, up to ``longest_delay``."""
        return min(self.pace(host).first_wait * 2.0 ** (tries - 1), self.longest_delay)


@dataclass(slots=True, kw_only=True)
class HostBudget:
    """When the next request to one host may depart; times in seconds of a monotonic clock.

    ``closed`` says why nothing more is asked of the host in this run.
    """

    delay: float
    departed_at: float | None = None
    paused_until: float | None = None
    unanswered: set[str] = field(default_factory=set)
    consecutive_429: int = 0
    closed: Failure | None = None

    def wait(self, now: float) -> float:
        """The seconds until the next departure; 0 when it may be now. Nothing is reserved."""
        due = [] if self.departed_at is None else [self.departed_at + self.delay]
        due += [] if self.paused_until is None else [self.paused_until]
        return max(0.0, max(due, default=now) - now)

    def depart(self, now: float) -> bool:
        """Note a departure at this moment; false, and nothing is noted, when it is too early."""
        if self.closed is not None or self.wait(now) > 0:
            return False
        self.departed_at = now
        return True

    def pause(self, now: float, seconds: float) -> None:
        """Let nothing leave for this host for some seconds (``Retry-After``)."""
        until = now + seconds
        self.paused_until = until if self.paused_until is None else max(self.paused_until, until)

    def raise_delay(self, seconds: float) -> None:
        """Keep at least this delay from now on, counted from the last departure on."""
        self.delay = max(self.delay, seconds)

    def report(self, url: str, failure: Failure | None, status: int | None = None) -> None:
        """Note what came back; a host that leaves several addresses unanswered is closed.

        One address that never answers says nothing about its host, however often it is tried.
        A host that answers nothing but "too many requests" is left alone.
        """
        self.consecutive_429 = self.consecutive_429 + 1 if status == 429 else 0
        if self.consecutive_429 >= _RATE_LIMITED_LIMIT:
            self.closed = Failure.RATE_LIMITED
        if failure not in _UNANSWERED:
            self.unanswered.clear()
            return
        self.unanswered.add(url)
        if failure is Failure.HOST_NOT_FOUND or len(self.unanswered) >= _UNANSWERED_LIMIT:
            self.closed = failure


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsRules:
    """The rules of a host's robots.txt; without a text everything is allowed."""

    rules: Protego | None = None
    unreachable: bool = False

    def allows(self, url: str, agent: str) -> bool:
        """True when the rules let this agent ask for the address."""
        return self.rules is None or bool(self.rules.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """The seconds that the rules ask for between two requests, or 0.0."""
        return float(self.rules.crawl_delay(agent) or 0.0) if self.rules is not None else 0.0


def parse_robots(status: int | None, body: bytes) -> RobotsRules:
    """The rules in a robots.txt answer (RFC 9309): 4xx allows all, 5xx and no answer nothing.

    429 counts with the 5xx, since a busy host has said nothing about its rules; Google reads it
    in the same way ("client errors (4xx, except 429)", Gary Illyes, January 2023, read 2026-11-23).
    """
    if status is None or status >= 500 or status == 429:
        return RobotsRules(unreachable=True)
    if not 200 <= status < 300:
        return RobotsRules()
    return RobotsRules(rules=Protego.parse(_robots_text(body[:500_000])))


def _robots_text(body: bytes) -> str:
    """The text of a robots.txt: UTF-8 whatever the head says (RFC 9309, 2.2), without its mark.

    Editors on Windows write UTF-16 with a mark as well; rules that can be read are obeyed.
    """
    for mark, encoding in _ROBOTS_MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    return body.decode("utf-8", "replace")


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds that a ``Retry-After`` header asks for (number or date), or None."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    when = when if when.tzinfo is not None else when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())


def should_retry(status: int | None, failure: Failure | None) -> bool:
    """True when the same request may well succeed a little later."""
    return status in _RETRIED_STATUSES or failure in _RETRIED_FAILURES


def is_too_long(seconds: float | None) -> bool:
    """True for a ``Retry-After`` of more than two minutes, which is too long for one audit."""
    return seconds is not None and seconds > _MAX_RETRY_AFTER
