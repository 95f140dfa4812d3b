"""What was asked for already in one run, in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class MemoryCache(Generic[T]):
    """Answers by address, those that are still on their way included.

    ``MemoryCache[Capture]`` implements ``CaptureCache``.
    """

    def __init__(self) -> None:
        self._tasks: dict[str, asyncio.Task[T]] = {}

    async def get(
        self, url: str, ask: Callable[[], Coroutine[Any, Any, T]], *, fresh: bool = False
    ) -> T:
        """The answer that is known or on its way, else the one that ``ask`` brings.

        ``fresh`` asks in any case. A caller that is cancelled does not end the others' request.
        """
        task = self._tasks.get(url)
        if task is None or fresh:
            task = asyncio.ensure_future(ask())
            self._tasks[url] = task
        return await asyncio.shield(task)

    async def close(self) -> None:
        """End what is still on its way."""
        tasks = [task for task in self._tasks.values() if not task.done()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
