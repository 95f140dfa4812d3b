"""Good manners, as decisions: when the next request may go out, whether to try again; pure.

The clock is an argument everywhere; nothing here sleeps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from protego import Protego

from crawlers.model import Failure

_PATIENCE = 120.0
_HOST_IS_DOWN_AFTER = 4
_HOST_IS_BUSY_AFTER = 9
_TICK = 0.001  # seconds by which a sleep may end early
_UNANSWERED = frozenset({Failure.HOST_NOT_FOUND, Failure.CONNECTION_FAILED, Failure.TIMEOUT})
_RETRIED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
_RETRIED_FAILURES = frozenset({Failure.TIMEOUT, Failure.CONNECTION_FAILED, Failure.PROTOCOL_ERROR})


@dataclass(slots=True, kw_only=True)
class HostBudget:
    """When the next request to one host may go out; times in seconds of a monotonic clock.

    ``down`` says why nothing more is asked of the host in this run.
    """

    gap: float
    next_free: float = 0.0
    paused_until: float = 0.0
    unanswered: set[str] = field(default_factory=set)
    sent_away: int = 0
    down: Failure | None = None

    def reserve(self, now: float) -> float:
        """Takes the next slot and gives the seconds to wait for it."""
        start = max(self.next_free, self.paused_until, now)
        self.next_free = start + self.gap
        return start - now

    def paused(self, now: float) -> bool:
        """True while the host wants to be left alone; a slot taken before that is void."""
        return self.paused_until - now > _TICK

    def pause(self, now: float, seconds: float) -> None:
        """Lets nothing out to this host for some seconds (``Retry-After``)."""
        self.paused_until = max(self.paused_until, now + seconds)

    def widen(self, gap: float) -> None:
        """Keeps at least this gap from now on (robots' crawl-delay)."""
        if gap > self.gap:
            self.next_free += gap - self.gap
            self.gap = gap

    def note(self, url: str, failure: Failure | None, status: int | None = None) -> None:
        """Remembers what came back; a host that leaves several addresses unanswered is down.

        One address that never answers says nothing about its host, however often it is tried.
        A host that answers nothing but "too many requests" is left alone.
        """
        self.sent_away = self.sent_away + 1 if status == 429 else 0
        if self.sent_away >= _HOST_IS_BUSY_AFTER:
            self.down = Failure.RATE_LIMITED
        if failure not in _UNANSWERED:
            self.unanswered.clear()
            return
        self.unanswered.add(url)
        if failure is Failure.HOST_NOT_FOUND or len(self.unanswered) >= _HOST_IS_DOWN_AFTER:
            self.down = failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How politely to ask: gap between requests to one host (seconds), connections, robots.

    The defaults are one request a second and two connections for each host.
    """

    gap: float = 1.0
    connections: int = 2
    obey_robots: bool = True
    attempts: int = 3
    first_wait: float = 1.0
    longest_delay: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What a host's robots.txt says to us; without a text everything is allowed."""

    rules: Protego | None = None
    unreachable: bool = False

    def allows(self, url: str, agent: str) -> bool:
        """True when the rules let this agent ask for the address."""
        return self.rules is None or bool(self.rules.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """The wished gap between requests in seconds, or 0.0."""
        return float(self.rules.crawl_delay(agent) or 0.0) if self.rules is not None else 0.0


def read_robots(status: int | None, body: bytes) -> Robots:
    """Rules from a robots.txt answer (RFC 9309): 4xx allows all, 5xx and silence allow nothing.

    429 counts with the 5xx, since a busy host has said nothing about its rules; Google reads it
    so too ("client errors (4xx, except 429)", Gary Illyes, January 2023, read 2026-11-23).
    """
    if status is None or status >= 500 or status == 429:
        return Robots(unreachable=True)
    if not 200 <= status < 300:
        return Robots()
    return Robots(rules=Protego.parse(body[:500_000].decode("utf-8", "replace")))


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


def worth_retrying(status: int | None, failure: Failure | None) -> bool:
    """True when the same request may well succeed a little later."""
    return status in _RETRIED_STATUSES or failure in _RETRIED_FAILURES


def too_long(seconds: float | None) -> bool:
    """True when a host asks for more patience than one audit has."""
    return seconds is not None and seconds > _PATIENCE


@dataclass(slots=True, kw_only=True)
class Budgets:
    """The budgets of all hosts of one run."""

    gap: float
    hosts: dict[str, HostBudget] = field(default_factory=dict)

    def of(self, host: str) -> HostBudget:
        """The budget of a host, made on first use."""
        return self.hosts.setdefault(host, HostBudget(gap=self.gap))
