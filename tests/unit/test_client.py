"""Exchanges over real sockets on loopback."""

import asyncio
import gzip
import time
import tracemalloc
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from crawlers.http.client import LiveNetwork
from crawlers.http.exchange import RawExchange
from crawlers.model.verdict import Failure
from crawlers.warc.recorder import Recorder, RecordingNetwork
from crawlers.warc.replay import ReplayNetwork
from tests.replica.answers import text
from tests.replica.transport import WorldTransport
from tests.replica.world import World
from tests.unit.recording import NOON
from tests.unit.servers import VISITOR, answer_to, names, network, reply, server


async def test_a_plain_answer() -> None:
    async with server(reply(b"hej", "Content-Type: text/html")) as port, network() as net:
        exchange = await net.exchange(f"http://127.0.0.1:{port}/")
    assert (exchange.status, exchange.body, exchange.failure) == (200, b"hej", None)


@pytest.mark.parametrize("status", ["204 No Content", "304 Not Modified"])
async def test_an_answer_without_body(status: str) -> None:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {status}\r\nContent-Encoding: gzip\r\n\r\n".encode())
        await writer.drain()

    exchange = await answer_to(handler)
    assert (exchange.status, exchange.body, exchange.failure) == (int(status[:3]), b"", None)


async def test_a_chunked_answer_comes_without_its_chunks() -> None:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        writer.write(head + b"3\r\nhej\r\n4\r\n med\r\n0\r\n\r\n")
        await writer.drain()

    exchange = await answer_to(handler)
    assert exchange.body == b"hej med"
    assert exchange.header("transfer-encoding") == ""


async def test_a_coded_answer_is_decoded() -> None:
    page = b"<p>hej</p>" * 1000
    handler = reply(gzip.compress(page), "Content-Type: text/html", "Content-Encoding: gzip")
    exchange = await answer_to(handler)
    assert (exchange.body, exchange.failure, exchange.truncated) == (page, None, False)


async def test_an_answer_that_cannot_be_decoded_is_a_failure() -> None:
    """It cannot be known what it said; an empty body would read as "nothing there"."""
    handler = reply(bytes(range(256)), "Content-Type: text/html", "Content-Encoding: gzip")
    exchange = await answer_to(handler)
    assert (exchange.status, exchange.failure) == (200, Failure.PROTOCOL_ERROR)
    assert exchange.body == b""


async def test_a_large_body_is_cut() -> None:
    exchange = await answer_to(reply(b"x" * 2_000_000, "Content-Type: video/mp4"))
    assert (exchange.truncated, len(exchange.body)) == (True, 262_144)


async def test_a_body_of_just_the_limit_is_whole() -> None:
    exchange = await answer_to(reply(b"x" * 262_144, "Content-Type: video/mp4"))
    assert (exchange.truncated, len(exchange.body)) == (False, 262_144)


@pytest.mark.parametrize("times", [1, 2])
async def test_a_compression_bomb_does_not_fill_the_memory(times: int) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(10_000_000)) for _ in range(30)) + packer.flush()
    coding = "gzip"
    if times == 2:
        bomb, coding = gzip.compress(bomb), "gzip, gzip"
    handler = reply(bomb, "Content-Type: text/html", f"Content-Encoding: {coding}")
    tracemalloc.start()
    exchange = await answer_to(handler)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert exchange.truncated
    assert len(exchange.body) == 8_000_000
    assert most < 60_000_000


async def test_endless_headers_are_a_protocol_error() -> None:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100_000):
            writer.write(f"X-{number}: {'y' * 1000}\r\n".encode())
            await writer.drain()

    exchange = await answer_to(handler)
    assert exchange.failure is Failure.PROTOCOL_ERROR


async def test_header_texts_are_read_as_browsers_read_them() -> None:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        head = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nX-New: bøger\r\n".encode()
        writer.write(head + b"X-Old: b\xf8ger\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n")
        await writer.drain()

    exchange = await answer_to(handler)
    assert exchange.header("x-new") == "bøger"
    assert exchange.header("x-old") == "bøger"
    assert [value for key, value in exchange.headers if key == "Set-Cookie"] == ["a=1", "b=2"]


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


class MembersSession:
    """Sends a cookie to one host alone."""

    def headers(self, url: str) -> tuple[tuple[str, str], ...]:
        return (("Cookie", "member=s3cret"),) if "/members" in url else ()


async def test_a_session_is_sent_and_never_recorded(tmp_path: Path) -> None:
    heads: list[bytes] = []

    async def handler(head: bytes, writer: asyncio.StreamWriter) -> None:
        heads.append(head)
        await reply(b"hej", "Content-Type: text/plain")(head, writer)

    recorder = Recorder(tmp_path / "x.warc.gz", "test", NOON)
    visitor = replace(VISITOR, session=MembersSession())
    async with server(handler) as port:
        network = RecordingNetwork(LiveNetwork(visitor, allow_private=True), recorder)
        for path in ("members", "all"):
            await network.exchange(f"http://127.0.0.1:{port}/{path}")
        await network.close()
    recorder.close()
    assert [b"Cookie: member=s3cret" in head for head in heads] == [True, False]
    written = gzip.decompress((tmp_path / "x.warc.gz").read_bytes())
    assert b"s3cret" not in written
    assert written.count(b"User-Agent: T/1") == 2


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


async def test_a_film_that_plays_on_is_cut_by_time() -> None:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n")
        for _ in range(500):
            writer.write(b"ID3 sound")
            await writer.drain()
            await asyncio.sleep(0.02)

    exchange = await answer_to(handler, seconds=1.0)
    assert (exchange.status, exchange.failure, exchange.truncated) == (200, None, True)
    assert exchange.body.startswith(b"ID3")


async def test_silence_after_the_head_is_a_time_out() -> None:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 9\r\n\r\n")
        await writer.drain()
        await asyncio.sleep(2)

    exchange = await answer_to(handler, seconds=0.2)
    assert exchange.failure is Failure.TIMEOUT


async def test_a_body_shorter_than_promised_is_a_protocol_error() -> None:
    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<html>")
        await writer.drain()

    exchange = await answer_to(handler)
    assert exchange.failure is Failure.PROTOCOL_ERROR


async def test_waiting_for_our_own_connections_is_not_silence_of_a_host() -> None:
    slow = replace(text("hej"), delay=0.2)
    transport = WorldTransport(World({"skole.example": lambda _: slow}))
    async with network(seconds=1.5, transport=transport) as net:
        urls = [f"https://skole.example/{n}" for n in range(360)]
        exchanges = await asyncio.gather(*(net.exchange(url) for url in urls))
    assert {exchange.failure for exchange in exchanges} == {None}


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


@pytest.mark.parametrize(
    "url",
    ["http://[::1/", "http://" + "a" * 70_000, "http://a\x00b.example/", "http://x.example:port/"],
)
async def test_what_is_not_an_address_is_not_asked(url: str) -> None:
    async with network(resolve=names()) as net:
        exchange = await net.exchange(url)
    assert (exchange.failure, exchange.asked) == (Failure.PROTOCOL_ERROR, False)


async def test_what_is_recorded_is_what_was_asked_and_came(tmp_path: Path) -> None:
    heads: list[bytes] = []

    async def handler(head: bytes, writer: asyncio.StreamWriter) -> None:
        heads.append(head)
        await reply(b"hej", "Content-Type: text/plain", "X-Odd:  b\u00f8ger ")(head, writer)

    warc = tmp_path / "x.warc.gz"
    recorder = Recorder(warc, "test", NOON)
    async with server(handler) as port:
        network = RecordingNetwork(LiveNetwork(VISITOR, allow_private=True), recorder)
        url = f"http://127.0.0.1:{port}/b\u00f8ger|1 2?q=[\u00e6]&x='"
        exchange = await network.exchange(url)
        await network.close()
    recorder.close()
    written = gzip.decompress(warc.read_bytes())
    assert heads[0] in written
    assert exchange.record_id.encode() in written
    replayed = await ReplayNetwork(warc).exchange(url)
    assert (replayed.body, replayed.headers) == (exchange.body, exchange.headers)


async def test_a_hundred_pages_are_recorded_without_holding_up_the_loop(tmp_path: Path) -> None:
    """Three milliseconds each on average; warcio's own compression takes as much."""
    page = "".join(f"<li><a href='/side/{n * 7919}'>Side {n}</a></li>" for n in range(900)).encode()
    recorder = Recorder(tmp_path / "x.warc.gz", "test", NOON)
    started = time.process_time()
    for number in range(100):
        raw = RawExchange(
            target=f"/{number}",
            request_headers=(("Host", "skole.example"),),
            status=200,
            reason="OK",
            headers=(("Content-Type", "text/html"),),
            body=page,
        )
        recorder.write(f"https://skole.example/{number}", NOON, raw)
    spent = time.process_time() - started
    recorder.close()
    assert len(page) > 35_000
    assert spent / 100 < 0.003
