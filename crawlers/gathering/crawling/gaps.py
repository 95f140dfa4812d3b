"""Gaps of an audit as they are met on the way; pure.

Whatever decides not to follow or not to read a part of a project reports it here. A single page of
which nobody could tell is no gap.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from crawlers.model import limits
from crawlers.model.inventory import Gap, GapReason
from crawlers.model.page import PageReading


@dataclass(slots=True)
class GapLog:
    """Collects the gaps of one run, each address once per reason."""

    _addresses: dict[GapReason, set[str]] = field(default_factory=lambda: defaultdict(set))

    def report(self, reason: GapReason, address: str) -> None:
        """Notes that an address, or what follows from it, is not covered."""
        self._addresses[reason].add(address)

    def all(self) -> tuple[Gap, ...]:
        """The gaps by reason; the example is the first address in alphabetical order."""
        return tuple(
            Gap(reason=reason, pages=len(addresses), example=min(addresses))
            for reason, addresses in sorted(self._addresses.items())
        )


def has_too_many_things(reading: PageReading) -> bool:
    """True for a page with more things or links than are taken in from one page."""
    return max(len(reading.seen), len(reading.outlinks)) >= limits.THINGS
