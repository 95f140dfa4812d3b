"""A running use case as a stream of events."""

from __future__ import annotations

import asyncio

import pytest

from auditor.application.event_streams import Emit, final_result, result_of, stream_events
from auditor.application.events import Finished, Progressed, Warned
from auditor.errors import BadInputError
from crawlers.progress import Progress


def pages_counted(pages: int) -> Progressed:
    return Progressed.of(Progress(pages_found=pages))


async def test_events_come_in_order_and_the_result_last() -> None:
    async def run(emit: Emit) -> str:
        emit(pages_counted(1))
        await asyncio.sleep(0)
        emit(Warned(code="no_sandbox"))
        return "done"

    events = [event async for event in stream_events(run)]
    assert events == [pages_counted(1), Warned(code="no_sandbox"), Finished(result="done")]


async def test_of_counts_that_nobody_has_read_only_the_latest_is_kept() -> None:
    async def run(emit: Emit) -> int:
        for pages in range(1000):
            emit(pages_counted(pages))
        emit(Warned(code="a"))
        emit(pages_counted(1000))
        return 0

    events = [event async for event in stream_events(run)]
    assert events[:-1] == [pages_counted(999), Warned(code="a"), pages_counted(1000)]


async def test_what_a_run_raises_is_raised_where_its_events_are_read() -> None:
    async def run(emit: Emit) -> int:
        emit(pages_counted(1))
        raise BadInputError("no such project")

    with pytest.raises(BadInputError, match="no such project"):
        await result_of(stream_events(run))


async def test_a_stream_that_is_closed_ends_its_run() -> None:
    ended = asyncio.Event()

    async def run(emit: Emit) -> int:
        emit(pages_counted(1))
        try:
            await asyncio.sleep(3600)
        finally:
            ended.set()
        return 0

    stream = stream_events(run)
    assert await anext(stream) == pages_counted(1)
    await stream.aclose()  # type: ignore[attr-defined]  # an async generator, as it happens
    assert ended.is_set()


def test_events_are_serialisable_and_say_what_they_are() -> None:
    for event in (pages_counted(3), Warned(code="x"), Finished[int](result=4)):
        assert type(event).model_validate_json(event.model_dump_json()) == event
        assert event.model_dump()["event"] in ("progress", "warning", "finished")


def test_a_use_case_without_a_loop_ends_with_its_result_too() -> None:
    assert final_result([Warned(code="x"), Finished(result=3)]) == 3
