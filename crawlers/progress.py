"""How far a run is, and whether it must stop; shared between the run and its display."""

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
    """A signal that a run must end, and why: ``time_limit`` or ``interrupted``."""

    def __init__(self) -> None:
        self.reason: str | None = None
        self._event = asyncio.Event()

    def request(self, reason: str) -> None:
        """End the run; the first reason stays."""
        self.reason = self.reason or reason
        self._event.set()

    async def wait(self) -> None:
        """Wait until the run must end."""
        await self._event.wait()
