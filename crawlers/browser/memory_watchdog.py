"""How much memory the browser may take: how many pages at once, and which of them takes too much.

Figures by ``python -m tests.bench.bench_tabs``.
"""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress

import psutil

PAGE_LIMIT = 800_000_000  # bytes of one page's process
_BYTES_PER_PAGE = 1_000_000_000  # a heavy page with its share of the browser
_MAX_PAGES = 4
_CHECK_EVERY = 0.2  # seconds; a script can take a gigabyte within one second
_RENDERER = "--type=renderer"


def max_pages_for(cores: int, available: int) -> int:
    """The number of pages that may be open at once, by cores and by bytes of free memory."""
    return max(1, min(_MAX_PAGES, cores, available // _BYTES_PER_PAGE))


def max_pages_here() -> int:
    """The number of pages for this machine."""
    return max_pages_for(os.cpu_count() or 1, psutil.virtual_memory().available)


class MemoryWatchdog:
    """Ends every page's process that takes more than ``limit`` bytes; ``ended`` counts them.

    The page's session sees a crash; the other pages go on.
    """

    def __init__(self, limit: int = PAGE_LIMIT) -> None:
        self.ended = 0
        self._limit = limit

    async def watch(self) -> None:
        """Check five times a second until it is cancelled."""
        while True:
            await asyncio.sleep(_CHECK_EVERY)
            for process in await asyncio.to_thread(oversized_pages, self._limit):
                with suppress(psutil.Error):
                    process.kill()
                    self.ended += 1


def end_marked_processes(mark: str) -> None:
    """End the child processes that have a mark among their arguments, and their own children."""
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            if mark in process.cmdline():
                _kill_tree(process)


def _kill_tree(process: psutil.Process) -> None:
    for member in (*process.children(recursive=True), process):
        with suppress(psutil.Error):
            member.kill()


def oversized_pages(limit: int) -> list[psutil.Process]:
    """The pages' processes below this one that take more memory than the limit."""
    children = psutil.Process().children(recursive=True)
    return [process for process in children if _is_oversized(process, limit)]


def _is_oversized(process: psutil.Process, limit: int) -> bool:
    try:
        memory = process.memory_info()
        if memory.rss - getattr(memory, "shared", 0) <= limit:
            return False
        return _RENDERER in process.cmdline()
    except psutil.Error:
        return False
