"""The world without a network: a transport for httpx."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx

from tests.replica.world import World


class _Body(httpx.AsyncByteStream):
    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for start in range(0, len(self._body), 16384):
            yield self._body[start : start + 16384]


class WorldTransport(httpx.AsyncBaseTransport):
    """Serves a world in-process; faults arrive as the errors that a network would raise."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The world's answer; no redirect is followed here."""
        answer = self.world.answer(str(request.url), request.headers)
        if request.url.host.rstrip(".") not in self.world.hosts:
            raise httpx.ConnectError("no such host", request=request)
        if answer.drop:
            raise httpx.RemoteProtocolError("closed without an answer", request=request)
        if answer.stall:
            raise httpx.ReadTimeout("the host went silent", request=request)
        if answer.delay:
            await asyncio.sleep(answer.delay)
        body = b"" if request.method == "HEAD" else answer.body
        length = ("content-length", str(len(answer.body)))
        return httpx.Response(
            answer.status,
            headers=[*answer.headers, length],
            stream=_Body(body),
            request=request,
            extensions={"http_version": b"HTTP/1.1"},
        )
