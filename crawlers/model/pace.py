"""How fast one host may be asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The pace of requests to one host.

    ``delay`` is the shortest time between two departures, ``first_wait`` the one before the first
    retry, both in seconds; ``connections`` is the number of requests under way at once.
    """

    delay: float
    connections: int
    first_wait: float
