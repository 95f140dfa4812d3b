"""Small servers on loopback, and the network that asks them."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from crawlers.http.client import LiveNetwork
from crawlers.http.exchange import Exchange
from crawlers.http.protocols import Visitor

VISITOR = Visitor(user_agent="T/1 (contact)", language="da")
Handler = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def server(handler: Handler, context: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            await handler(head, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()
            with suppress(ConnectionError, ssl.SSLError):
                await writer.wait_closed()

    started = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    try:
        yield started.sockets[0].getsockname()[1]
    finally:
        started.close()


def reply(body: bytes, *headers: str, status: str = "200 OK") -> Handler:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""])
        writer.write(head.encode() + body)
        await writer.drain()

    return handler


def names(**table: list[str] | int) -> Callable[[str, int], Awaitable[list[str]]]:
    """A resolver that knows these names (``a_b`` for a.b): addresses, or the error it gives."""

    async def resolve(host: str, port: int) -> list[str]:
        reply = table.get(host.replace(".", "_"), socket.EAI_NONAME)
        if isinstance(reply, int):
            raise socket.gaierror(reply, "no answer")
        return reply

    return resolve


@asynccontextmanager
async def network(
    *, seconds: float = 5.0, allow: bool = True, **more: Any
) -> AsyncIterator[LiveNetwork]:
    network = LiveNetwork(VISITOR, allow_private=allow, seconds=seconds, **more)
    yield network
    await network.close()


async def answer_to(handler: Handler, path: str = "/", **more: Any) -> Exchange:
    """What one request to a server of this one handler brings."""
    async with server(handler) as port, network(**more) as net:
        return await net.exchange(f"http://127.0.0.1:{port}{path}")
