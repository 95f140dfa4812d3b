"""The world without httpx: a network whose answers are made in this process."""

from __future__ import annotations

from urllib.parse import urlsplit

from crawlers.http.clock import SystemClock
from crawlers.http.exchange import Exchange, RawExchange
from crawlers.http.protocols import Clock
from crawlers.model.verdict import Failure
from crawlers.urls.parts import host_of
from tests.replica.world import World


class ReplicaNetwork:
    """Implements ``Network`` on a world; it counts as live, so the fetcher is polite to it."""

    def __init__(self, world: World, clock: Clock | None = None) -> None:
        self.world = world
        self._clock = clock or SystemClock()

    def is_live(self, url: str) -> bool:
        return True

    async def exchange(self, url: str) -> Exchange:
        if host_of(url) not in self.world.hosts:
            return self._failed(url, Failure.HOST_NOT_FOUND)
        answer = self.world.answer(url)
        if answer.drop:
            return self._failed(url, Failure.PROTOCOL_ERROR)
        if answer.stall:
            return self._failed(url, Failure.TIMEOUT)
        await self._clock.sleep(answer.delay)
        headers = (*answer.headers, ("content-length", str(len(answer.body))))
        parts = urlsplit(url)
        raw = RawExchange(
            target=f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}",
            request_headers=(("Host", parts.netloc),),
            status=answer.status,
            reason="",
            headers=headers,
            body=answer.body,
        )
        return Exchange.from_coded(
            url=url,
            captured_at=self._clock.utc_now(),
            status=answer.status,
            headers=headers,
            body=answer.body,
            truncated="",
            live=True,
            raw=raw,
        )

    def refuse(self, url: str, failure: Failure) -> Exchange:
        return self._failed(url, failure, was_asked=False)

    async def close(self) -> None:
        pass

    def _failed(self, url: str, failure: Failure, *, was_asked: bool = True) -> Exchange:
        return Exchange(
            url=url, captured_at=self._clock.utc_now(), failure=failure, asked=was_asked, live=True
        )
