"""Work on documents and pictures away from the event loop, in one thread for each.

Python runs one thread at a time, so more threads would only hand the interpreter's lock to each
other, which doubles the time of a parse. The event loop goes on answering the network meanwhile.
Pillow lets go of that lock while it decodes; one thread for pictures bounds their memory.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


@cache
def _parser_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="parser")


@cache
def _picture_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")


async def run_in_parser_thread(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The result of a function for its arguments, computed in the parser thread."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_parser_thread(), lambda: work(*args, **kwargs))


async def run_in_picture_thread(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The result of a function for its arguments, computed in the thread for pictures."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_picture_thread(), lambda: work(*args, **kwargs))
