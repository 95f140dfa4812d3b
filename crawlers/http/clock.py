"""The system's clock."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime


class SystemClock:
    """The time of this machine; implements ``Clock``."""

    def monotonic(self) -> float:
        """Seconds since an arbitrary moment."""
        return time.monotonic()

    def utc_now(self) -> datetime:
        """The present time in UTC, in whole seconds as archives keep it."""
        return datetime.now(UTC).replace(microsecond=0)

    async def sleep(self, seconds: float) -> None:
        """Wait some seconds; other tasks go on meanwhile."""
        await asyncio.sleep(seconds)
