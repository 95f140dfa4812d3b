"""How far a run is, and whether it must stop; shared between the loop and who watches it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Progress:
    """Counts of one run; ``changed`` is called after every change."""

    pages_found: int = 0
    pages_read: int = 0
    artefacts_found: int = 0
    artefacts_checked: int = 0
    host: str = ""
    changed: Callable[[], None] = field(default=lambda: None)


class Stop:
    """Says that a run must end, and why: ``time_limit`` or ``interrupted``."""

    def __init__(self) -> None:
        self.reason: str | None = None
        self._event = asyncio.Event()

    def now(self, reason: str) -> None:
        """Ends the run; the first reason stays."""
        self.reason = self.reason or reason
        self._event.set()

    async def wait(self) -> None:
        """Returns when the run must end."""
        await self._event.wait()
