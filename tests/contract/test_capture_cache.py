"""What every memory of captures does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from crawlers.http.cache import MemoryCache
from crawlers.http.protocols import CaptureCache
from crawlers.model.capture import Capture
from tests.unit.answers import capture

URL, OTHER = "https://a.example/1", "https://a.example/2"


@pytest.fixture(params=[MemoryCache[Capture]])
def cache(request: pytest.FixtureRequest) -> CaptureCache:
    return request.param()


class CaptureSource:
    """Brings a new capture each time, as soon as it may."""

    def __init__(self) -> None:
        self.times = 0
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    def of(self, url: str) -> Callable[[], Coroutine[Any, Any, Capture]]:
        async def ask() -> Capture:
            self.times += 1
            record = f"r{self.times}"
            await self.may_answer.wait()
            return capture(url=url, record=record)

        return ask


async def test_an_address_is_asked_for_once(cache: CaptureCache) -> None:
    asking = CaptureSource()
    captures = await asyncio.gather(*(cache.get(URL, asking.of(URL)) for _ in range(3)))
    assert {capture.record_ids for capture in captures} == {("r1",)}
    assert (await cache.get(URL, asking.of(URL))).record_ids == ("r1",)


async def test_each_address_has_its_own_capture(cache: CaptureCache) -> None:
    asking = CaptureSource()
    first, second = await cache.get(URL, asking.of(URL)), await cache.get(OTHER, asking.of(OTHER))
    assert (first.url, second.url) == (URL, OTHER)


async def test_a_fresh_capture_is_the_known_one_from_then_on(cache: CaptureCache) -> None:
    asking = CaptureSource()
    await cache.get(URL, asking.of(URL))
    assert (await cache.get(URL, asking.of(URL), fresh=True)).record_ids == ("r2",)
    assert (await cache.get(URL, asking.of(URL))).record_ids == ("r2",)


async def test_who_gives_up_does_not_end_the_request_of_others(cache: CaptureCache) -> None:
    asking = CaptureSource()
    asking.may_answer.clear()
    impatient = asyncio.ensure_future(cache.get(URL, asking.of(URL)))
    patient = asyncio.ensure_future(cache.get(URL, asking.of(URL)))
    await asyncio.sleep(0)
    impatient.cancel()
    asking.may_answer.set()
    assert (await patient).record_ids == ("r1",)
    assert asking.times == 1


async def test_closing_ends_what_is_on_its_way(cache: CaptureCache) -> None:
    asking = CaptureSource()
    asking.may_answer.clear()
    waiting = asyncio.ensure_future(cache.get(URL, asking.of(URL)))
    while not asking.times:
        await asyncio.sleep(0)
    await cache.close()
    (outcome,) = await asyncio.gather(waiting, return_exceptions=True)
    assert isinstance(outcome, asyncio.CancelledError)
