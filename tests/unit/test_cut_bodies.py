"""Bodies that break off on the way: asked for again, then not determined, and never empty."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import brotli
import pytest

from auditor.application.audit_project import audit_project
from auditor.application.event_streams import result_of
from auditor.session.audit_request import AuditRequest
from crawlers.http.client import LiveNetwork
from crawlers.http.exchange import Exchange
from crawlers.http.protocols import Visitor
from crawlers.model.capture import UNDATED
from crawlers.model.verdict import Failure
from reports.audit import Audit

TEXT = (
    "<!doctype html><title>Salt</title><main><h1>Salt</h1>" + "<p>From the sea. " * 400
).encode()
LINKS = b"<p><a href='/whole'>Whole</a> <a href='/cut'>Cut</a></main></html>"


def packed_deflate(text: bytes) -> bytes:
    return zlib.compress(text)


Head = tuple[tuple[str, str], ...]


def exchange_of(body: bytes, head: Head, truncated: str = "") -> Exchange:
    return Exchange.from_coded(
        url="https://x.example/",
        captured_at=UNDATED,
        status=200,
        headers=(("content-type", "text/html"), *head),
        body=body,
        truncated=truncated,
    )


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("deflate", packed_deflate), ("br", brotli.compress)],
)
def test_a_coded_body_that_stops_half_way_is_a_failure(
    coding: str, pack: Callable[[bytes], bytes]
) -> None:
    packed = pack(TEXT + LINKS)
    exchange = exchange_of(packed[: len(packed) // 2], (("content-encoding", coding),))
    assert exchange.failure is Failure.PROTOCOL_ERROR
    assert exchange.truncated
    assert exchange_of(packed, (("content-encoding", coding),)).failure is None


def test_a_page_that_lacks_only_the_end_of_its_coding_is_whole() -> None:
    packed = gzip.compress(TEXT + LINKS)[:-8]
    exchange = exchange_of(packed, (("content-encoding", "gzip"),))
    assert (exchange.failure, exchange.body) == (None, TEXT + LINKS)


def test_what_the_program_cut_by_itself_is_no_failure() -> None:
    packed = gzip.compress(bytes(9_000_000))
    exchange = exchange_of(packed, (("content-encoding", "gzip"),))
    assert (exchange.failure, exchange.truncated) == (None, True)
    cut = exchange_of(gzip.compress(TEXT)[:100], (("content-encoding", "gzip"),), "length")
    assert (cut.failure, cut.truncated) == (None, True)


def test_a_record_that_broke_off_is_a_failure_again() -> None:
    exchange = exchange_of(TEXT[:900], (), "disconnect")
    assert (exchange.failure, exchange.truncated) == (Failure.PROTOCOL_ERROR, True)


@asynccontextmanager
async def server(answers: dict[str, list[bytes]]) -> AsyncIterator[str]:
    """A site on loopback; the last of several answers to an address comes again and again."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        path = head.split()[1].decode()
        rows = answers.get(path, [b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"])
        writer.write(rows[0] if len(rows) == 1 else rows.pop(0))
        await writer.drain()
        writer.close()

    listening = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with listening:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"


def response(body: bytes, *, length: int | None = None, head: str = "") -> bytes:
    size = len(body) if length is None else length
    lines = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {size}\r\n{head}\r\n"
    return lines.encode() + body


CHUNKS = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n400\r\nhalf"
)
PACKED = gzip.compress(TEXT + LINKS)
HALF = response(PACKED[: len(PACKED) // 2], head="Content-Encoding: gzip\r\n")
SHORT = response(TEXT, length=len(TEXT) + 900)
FEW = response(b"<!doctype html><title>Salt</title><main>", length=9000)


@pytest.mark.parametrize("cut", [HALF, SHORT, FEW, CHUNKS], ids=["gzip", "length", "few", "chunks"])
async def test_it_is_asked_for_again_and_then_told(cut: bytes, tmp_path: Path) -> None:
    home = response(TEXT + LINKS)
    async with server({"/": [home], "/cut": [cut], "/whole": [home]}) as origin:
        audit = await audited(f"{origin}/", tmp_path / "live")
        verdict = next(page.visibility for page in audit.pages if page.url.endswith("/cut"))
        assert (verdict.state, verdict.reason, verdict.attempts) == (
            "undetermined",
            "protocol_error",
            3,
        )
        assert [gap.reason.value for gap in audit.coverage.gaps] == ["cut_body"]
        again = await audited(f"{origin}/", tmp_path / "again", tmp_path / "live/evidence.wacz")
    assert again.coverage == audit.coverage
    assert again.pages == audit.pages


@pytest.mark.parametrize("cut", [HALF, SHORT], ids=["gzip", "length"])
async def test_a_second_answer_that_is_whole_counts(cut: bytes, tmp_path: Path) -> None:
    home = response(TEXT + LINKS)
    other = response(TEXT.replace(b"Salt", b"Pepper") + LINKS)
    async with server({"/": [cut, home], "/cut": [other], "/whole": [home]}) as origin:
        audit = await audited(f"{origin}/", tmp_path)
    assert audit.coverage.complete
    assert {page.visibility.state.value for page in audit.pages} == {"visible"}


async def test_a_page_over_the_limit_is_never_empty(tmp_path: Path) -> None:
    long = response(b"<!doctype html><title>Salt</title><main><!--" + b" " * 8_100_000 + b"-->text")
    async with server({"/": [response(TEXT + LINKS)], "/cut": [long], "/whole": [long]}) as origin:
        audit = await audited(f"{origin}/", tmp_path)
    assert {page.visibility.state.value for page in audit.pages[1:]} == {"undetermined"}
    assert [gap.reason.value for gap in audit.coverage.gaps] == ["cut_body"]


async def audited(url: str, out: Path, replay: Path | None = None) -> Audit:
    request = AuditRequest(
        url=url,
        out=out,
        user_agent="T/1",
        delay=0.0,
        first_wait=0.0,
        render="never",
        allow_private=True,
        replay=replay,
        rubric="nql-2023",
    )
    return (await result_of(audit_project(request))).audit


async def test_what_broke_off_is_kept_as_evidence() -> None:
    async with server({"/": [SHORT]}) as origin:
        network = LiveNetwork(Visitor(user_agent="T/1"), allow_private=True)
        exchange = await network.exchange(f"{origin}/")
        await network.close()
    assert exchange.failure is Failure.PROTOCOL_ERROR
    assert exchange.raw is not None
    assert (exchange.raw.truncated, exchange.raw.body) == ("disconnect", TEXT)
