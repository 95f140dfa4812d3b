"""What every network does: live, recording, replaying, and those that stand in for the internet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawlers.http.client import LiveNetwork
from crawlers.http.protocols import Network, Visitor
from crawlers.model.verdict import Failure
from crawlers.warc.recorder import Recorder, RecordingNetwork
from crawlers.warc.replay import ReplayNetwork
from tests.doubles.clock import NOON, SimulatedClock
from tests.doubles.network import ScriptedNetwork
from tests.replica.answers import DROP, Answer, Ask, file, html, text, to
from tests.replica.network import ReplicaNetwork
from tests.replica.transport import WorldTransport
from tests.replica.world import World
from tests.unit.servers import names, server

HOST = "skole.example"
PAGE = "<h1>Æbler</h1>"
VISITOR = Visitor(user_agent="T/1 (contact)", language="da")


def answer(ask: Ask) -> Answer:
    """A small site: a page, a redirect, a picture, an address that changes, and a lost connection."""
    fixed = {
        "/": html(PAGE),
        "/moved": to("/"),
        "/picture.png": file(b"\x89PNG" * 20_000, "image/png"),
        "/lost": DROP,
    }
    if ask.path == "/changes":
        return text(f"answer {ask.earlier}")
    return fixed.get(ask.path, text("not here", 404))


@dataclass(frozen=True, kw_only=True)
class Case:
    """A network with the small site behind it at ``site``, and where it is recorded, if it is."""

    network: Network
    site: str
    live: bool
    warc: Path | None = None


Make = Callable[[AsyncExitStack, Path], Awaitable[Case]]


async def loopback(stack: AsyncExitStack, folder: Path) -> Case:
    """The client on real sockets."""
    counts: dict[str, int] = {}

    async def handler(head: bytes, writer: asyncio.StreamWriter) -> None:
        path = head.split(b" ")[1].decode()
        reply = answer(Ask(f"http://{HOST}{path}", counts.get(path, 0)))
        counts[path] = counts.get(path, 0) + 1
        if reply.drop:
            return
        lines = [f"HTTP/1.1 {reply.status} X", f"Content-Length: {len(reply.body)}"]
        lines += [f"{name}: {value}" for name, value in reply.headers]
        writer.write("\r\n".join([*lines, "", ""]).encode() + reply.body)
        await writer.drain()

    port = await stack.enter_async_context(server(handler))
    resolve = names(skole_example=["127.0.0.1"])
    network = LiveNetwork(VISITOR, allow_private=True, resolve=resolve, clock=SimulatedClock())
    return Case(network=network, site=f"http://{HOST}:{port}", live=True)


async def in_process(stack: AsyncExitStack, folder: Path) -> Case:
    """The client on a transport without sockets."""
    transport = WorldTransport(World({HOST: answer}))
    network = LiveNetwork(VISITOR, transport=transport, clock=SimulatedClock())
    return Case(network=network, site=f"https://{HOST}", live=True)


async def replica(stack: AsyncExitStack, folder: Path) -> Case:
    """The replica's world without the client."""
    network = ReplicaNetwork(World({HOST: answer}), SimulatedClock())
    return Case(network=network, site=f"https://{HOST}", live=True)


async def scripted(stack: AsyncExitStack, folder: Path) -> Case:
    """The fixed replies of the fetcher's tests."""
    site = f"https://{HOST}"
    html_type = {"content-type": "text/html"}
    network = ScriptedNetwork(
        {
            f"{site}/": (200, {**html_type, "body": PAGE}),
            f"{site}/moved": (302, {"location": "/"}),
            f"{site}/picture.png": (200, {"content-type": "image/png", "body": "x" * 80_000}),
            f"{site}/changes": [
                (200, {**html_type, "body": "answer 0"}),
                (200, {**html_type, "body": "answer 1"}),
            ],
            f"{site}/lost": (0, {"failure": "protocol_error"}),
        }
    )
    return Case(network=network, site=site, live=True)


def recording(inner: Make) -> Make:
    """A recorder around another network."""

    async def make(stack: AsyncExitStack, folder: Path) -> Case:
        case = await inner(stack, folder)
        warc = folder / "data.warc.gz"
        recorder = Recorder(warc, "test", NOON)
        stack.callback(recorder.close)
        network = RecordingNetwork(case.network, recorder)
        return Case(network=network, site=case.site, live=True, warc=warc)

    return make


def replay(inner: Make) -> Make:
    """The archive of what another network brought."""

    async def make(stack: AsyncExitStack, folder: Path) -> Case:
        async with AsyncExitStack() as first:
            case = await recording(inner)(first, folder)
            for path in ("/", "/moved", "/picture.png", "/changes", "/changes", "/lost", "/none"):
                await case.network.exchange(f"{case.site}{path}")
            await case.network.close()
        assert case.warc is not None
        network = ReplayNetwork(case.warc, SimulatedClock())
        return Case(network=network, site=case.site, live=False)

    return make


MAKES: dict[str, Make] = {
    "live on sockets": loopback,
    "live in process": in_process,
    "replica": replica,
    "scripted": scripted,
    "recording of sockets": recording(loopback),
    "recording of the replica": recording(replica),
    "replay of sockets": replay(loopback),
    "replay of the replica": replay(replica),
}


@pytest.fixture(params=MAKES)
async def case(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Case]:
    async with AsyncExitStack() as stack:
        subject = await MAKES[request.param](stack, tmp_path)
        stack.push_async_callback(subject.network.close)
        yield subject


async def test_a_page_comes_with_its_status_headers_and_body(case: Case) -> None:
    exchange = await case.network.exchange(f"{case.site}/")
    assert (exchange.url, exchange.status, exchange.failure) == (f"{case.site}/", 200, None)
    assert exchange.body == PAGE.encode()
    assert exchange.header("Content-Type").startswith("text/html")
    assert (exchange.asked, exchange.truncated) == (True, False)


async def test_an_exchange_says_whether_it_was_live_as_was_said_before(case: Case) -> None:
    url = f"{case.site}/"
    before = case.network.is_live(url)
    assert before is case.live
    assert (await case.network.exchange(url)).live is before


async def test_the_time_of_an_exchange_is_in_utc_and_whole_seconds(case: Case) -> None:
    exchange = await case.network.exchange(f"{case.site}/")
    assert exchange.captured_at.utcoffset() is not None
    assert exchange.captured_at.microsecond == 0


async def test_an_error_page_is_an_answer(case: Case) -> None:
    exchange = await case.network.exchange(f"{case.site}/none")
    assert (exchange.status, exchange.failure) == (404, None)


async def test_a_redirect_is_reported_and_not_followed(case: Case) -> None:
    exchange = await case.network.exchange(f"{case.site}/moved")
    assert (exchange.status, exchange.header("location")) == (302, "/")


async def test_a_lost_connection_is_a_value(case: Case) -> None:
    exchange = await case.network.exchange(f"{case.site}/lost")
    assert (exchange.failure, exchange.status) == (Failure.PROTOCOL_ERROR, None)
    assert (exchange.asked, exchange.body) == (True, b"")


@pytest.mark.parametrize("url", ["http://[::1/", "https://nowhere.example/"])
async def test_no_address_makes_it_raise(case: Case, url: str) -> None:
    exchange = await case.network.exchange(url)
    assert exchange.failure is not None or exchange.status == 404


async def test_each_exchange_is_a_new_one(case: Case) -> None:
    url = f"{case.site}/changes"
    assert [(await case.network.exchange(url)).body for _ in range(2)] == [b"answer 0", b"answer 1"]


async def test_exchanges_may_be_under_way_together(case: Case) -> None:
    paths = ("/", "/picture.png", "/moved", "/none") * 3
    exchanges = await asyncio.gather(*(case.network.exchange(f"{case.site}{p}") for p in paths))
    assert [exchange.status for exchange in exchanges] == [200, 200, 302, 404] * 3


async def test_a_refusal_asks_nothing_and_is_an_exchange(case: Case) -> None:
    exchange = case.network.refuse(f"{case.site}/", Failure.ROBOTS_DISALLOWED)
    assert (exchange.failure, exchange.asked) == (Failure.ROBOTS_DISALLOWED, False)
    assert exchange.live is case.live


async def test_a_network_may_be_closed_twice(case: Case) -> None:
    await case.network.exchange(f"{case.site}/")
    await case.network.close()
    await case.network.close()


async def test_a_live_answer_has_its_raw_form_until_it_is_recorded(case: Case) -> None:
    exchanges = [await case.network.exchange(f"{case.site}{path}") for path in ("/", "/lost")]
    exchanges.append(case.network.refuse(f"{case.site}/", Failure.NOT_REACHED))
    has_raw = [exchange.raw is not None for exchange in exchanges]
    assert has_raw == [case.live and case.warc is None, False, False]
    if case.warc is None:
        return
    case.network._recorder._file.flush()  # type: ignore[attr-defined]
    with case.warc.open("rb") as stream:
        ids = {
            record.rec_headers["WARC-Record-ID"].strip("<>"): record.rec_type
            for record in ArchiveIterator(stream)
        }
    assert [ids[exchange.record_id] for exchange in exchanges] == ["response", *["metadata"] * 2]
