"""How much memory the browser may take: how many pages at once, and which of them goes too far.

Figures by ``python -m tests.bench.bench_tabs``.
"""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress

import psutil

PAGE_LIMIT = 800_000_000  # bytes of one page's process
_A_TAB = 1_000_000_000  # bytes that a heavy page takes with its share of the browser
_MOST_TABS = 4
_LOOK_EVERY = 0.2  # seconds; a script takes a gigabyte in one
_RENDERER = "--type=renderer"


def tabs_for(cores: int, available: int) -> int:
    """The number of pages that may be open at once, by cores and by bytes of free memory."""
    return max(1, min(_MOST_TABS, cores, available // _A_TAB))


def tabs_here() -> int:
    """The number of pages for this machine."""
    return tabs_for(os.cpu_count() or 1, psutil.virtual_memory().available)


class Guard:
    """Ends each page's process that takes more than ``limit`` bytes; ``ended`` counts them.

    Its page is told that it crashed, the others go on.
    """

    def __init__(self, limit: int = PAGE_LIMIT) -> None:
        self.ended = 0
        self._limit = limit

    async def watch(self) -> None:
        """Looks five times a second until it is cancelled."""
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            for process in await asyncio.to_thread(greedy, self._limit):
                with suppress(psutil.Error):
                    process.kill()
                    self.ended += 1


def end_marked(mark: str) -> None:
    """Ends the processes below this one that carry a mark among their arguments, and theirs."""
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            if mark in process.cmdline():
                for one in (*process.children(recursive=True), process):
                    with suppress(psutil.Error):
                        one.kill()


def greedy(limit: int) -> list[psutil.Process]:
    """The pages' processes below this one that take more memory than the limit."""
    return [one for one in psutil.Process().children(recursive=True) if _takes_more(one, limit)]


def _takes_more(process: psutil.Process, limit: int) -> bool:
    try:
        memory = process.memory_info()
        if memory.rss - getattr(memory, "shared", 0) <= limit:
            return False
        return _RENDERER in process.cmdline()
    except psutil.Error:
        return False
