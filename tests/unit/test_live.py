"""Exchanges over real sockets on loopback."""

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import httpx
import pytest
import trustme

from crawlers.model import Failure
from crawlers.network.live import GuardedBackend, LiveNetwork, _PooledTransport, _transport

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


@asynccontextmanager
async def network(*, seconds: float = 5.0, allow: bool = True) -> AsyncIterator[LiveNetwork]:
    made = LiveNetwork(
        user_agent="T/1 (contact)",
        language="da",
        recorder=None,
        allow_private=allow,
        seconds=seconds,
    )
    yield made
    await made.close()


async def test_a_plain_answer() -> None:
    async with server(reply(b"hej", "Content-Type: text/html")) as port, network() as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert (exchange.status, exchange.body, exchange.failure) == (200, b"hej", None)


async def test_a_compressed_answer_is_decoded() -> None:
    body = gzip.compress(b"hej" * 1000)
    headers = ("Content-Type: text/html", "Content-Encoding: gzip")
    async with server(reply(body, *headers)) as port, network() as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert exchange.body == b"hej" * 1000


async def test_a_broken_compression_is_kept_as_it_came() -> None:
    headers = ("Content-Type: text/html", "Content-Encoding: gzip")
    async with server(reply(b"no gzip", *headers)) as port, network() as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert exchange.status == 200
    assert exchange.body == b"no gzip"


async def test_a_large_file_is_cut() -> None:
    async with server(reply(b"x" * 2_000_000, "Content-Type: video/mp4")) as port, network() as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/film.mp4")
    assert exchange.truncated
    assert len(exchange.body) == 262_144


async def test_a_compression_bomb_does_not_fill_the_memory() -> None:
    bomb = gzip.compress(b"\0" * 200_000_000)
    headers = ("Content-Type: text/html", "Content-Encoding: gzip")
    async with server(reply(bomb, *headers)) as port, network() as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert exchange.truncated
    assert len(exchange.body) <= 8_000_000


async def test_no_cookie_is_ever_sent_and_the_agent_is_truthful() -> None:
    heads: list[bytes] = []

    async def handler(head: bytes, writer: asyncio.StreamWriter) -> None:
        heads.append(head.lower())
        await reply(b"", "Set-Cookie: id=1; Path=/")(head, writer)

    async with server(handler) as port, network() as net:
        for _ in range(2):
            await net.exchange(f"http://127.0.0.1:{port}/")
    assert all(b"cookie" not in head for head in heads)
    assert all(b"user-agent: t/1 (contact)" in head for head in heads)
    assert all(b"accept-language: da" in head for head in heads)


async def test_silence_is_a_time_out() -> None:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(2)

    async with server(handler) as port, network(seconds=0.2) as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert exchange.failure is Failure.TIMEOUT


async def test_an_answer_without_end_is_a_time_out() -> None:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(100):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    async with server(handler) as port, network(seconds=0.4) as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert exchange.failure is Failure.TIMEOUT


async def test_nobody_listens() -> None:
    async with server(reply(b"")) as port:
        pass
    async with network() as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert exchange.failure is Failure.CONNECTION_FAILED


async def test_garbage_is_a_protocol_error() -> None:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        await writer.drain()

    async with server(handler) as port, network() as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert exchange.failure is Failure.PROTOCOL_ERROR


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_private_address_is_not_dialled(host: str) -> None:
    async with server(reply(b"secret")) as port, network(allow=False) as net:
        exchange = await net.exchange(f"http://{host}:{port}/")
    assert exchange.failure is Failure.ADDRESS_NOT_ALLOWED


async def test_a_name_without_address() -> None:
    async with network() as net:
        exchange = await net.exchange("http://no-such-host.invalid/")
    assert exchange.failure is Failure.HOST_NOT_FOUND


async def test_an_unknown_authority_is_a_tls_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    async with server(reply(b"hej"), context) as port:
        async with network() as net:
            refused = await net.exchange(f"https://localhost:{port}/")
        pem = tmp_path / "ca.pem"
        authority.cert_pem.write_to_path(pem)
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        async with network() as net:
            trusted = await net.exchange(f"https://localhost:{port}/")
    assert refused.failure is Failure.TLS_FAILED
    assert (trusted.status, trusted.body) == (200, b"hej")


async def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    heads: list[bytes] = []

    async def handler(head: bytes, writer: asyncio.StreamWriter) -> None:
        heads.append(head)
        await reply(b"through the proxy")(head, writer)

    async with server(handler) as port:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{port}")
        async with network(allow=False) as net:
            exchange = await net.exchange("http://example.org/page")
    assert exchange.body == b"through the proxy"
    assert heads[0].startswith(b"GET http://example.org/page HTTP/1.1")


async def test_no_proxy_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    async with server(reply(b"direct")) as port, network() as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert exchange.body == b"direct"


def test_httpx_still_takes_a_pool_of_ours() -> None:
    """The one private attribute we set; without it the guard would be bypassed silently."""
    ours = _transport(None, allow_private=False)
    assert isinstance(ours, _PooledTransport)
    assert isinstance(ours._pool._network_backend, GuardedBackend)
    assert "_pool" in vars(httpx.AsyncHTTPTransport())
