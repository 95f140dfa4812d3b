"""Work on documents, off the event loop: one thread of its own, since Python parses one at a time.

More threads would only pass the interpreter's lock to and fro, which doubles the time of a
parse; the loop goes on answering the network meanwhile.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


# Seconds after which a thread gives the lock up; with Python's 5 ms the loop would wait that long
# for each piece of an answer while a document is read.
_TURN = 0.0005


@cache
def _reader() -> ThreadPoolExecutor:
    sys.setswitchinterval(_TURN)
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")


async def off_loop(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What a function gives for its arguments, worked out in the reading thread."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_reader(), lambda: work(*args, **kwargs))
