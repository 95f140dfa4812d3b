"""Turn a running task into a stream of events, and take the result out of a stream."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import TypeVar

from auditor.application.events import Finished, Progressed, Warned

R = TypeVar("R")
Emit = Callable[[Progressed | Warned], None]


async def stream_events(
    run: Callable[[Emit], Awaitable[R]],
) -> AsyncIterator[Progressed | Warned | Finished[R]]:
    """The events of a run as they come, then its result; raises what the run raises.

    While nobody reads, only the latest counts are kept. Closing the stream ends the run.
    """
    waiting: deque[Progressed | Warned] = deque()
    ready = asyncio.Event()

    def emit(event: Progressed | Warned) -> None:
        if waiting and isinstance(event, Progressed) and isinstance(waiting[-1], Progressed):
            waiting.pop()
        waiting.append(event)
        ready.set()

    task = asyncio.ensure_future(run(emit))
    task.add_done_callback(lambda _: ready.set())
    try:
        while waiting or not task.done():
            await ready.wait()
            ready.clear()
            while waiting:
                yield waiting.popleft()
        yield Finished(result=await task)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def result_of(events: AsyncIterator[Progressed | Warned | Finished[R]]) -> R:
    """The result of a use case; its other events are dropped."""
    async for event in events:
        if isinstance(event, Finished):
            return event.result
    raise AssertionError("a use case ends with its result")


def final_result(events: Iterable[Warned | Finished[R]]) -> R:
    """The result of a use case that gives its events without a loop."""
    for event in events:
        if isinstance(event, Finished):
            return event.result
    raise AssertionError("a use case ends with its result")
