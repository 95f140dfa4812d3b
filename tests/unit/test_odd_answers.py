"""Answers that keep to no grammar are read as Chromium reads them."""

from __future__ import annotations

import asyncio

import pytest

from crawlers.http.client import LiveNetwork
from crawlers.http.protocols import Visitor
from crawlers.http.wire.lenient_head import end_of_head, mend_head
from crawlers.model.verdict import Failure
from tests.unit.odd_answers import ODD_ANSWERS, PAGE, plain
from tests.unit.servers import server


@pytest.mark.parametrize("name", ODD_ANSWERS)
@pytest.mark.parametrize("pieces", ["whole", "byte by byte"])
async def test_an_odd_answer_is_read_as_chromium_reads_it(name: str, pieces: str) -> None:
    odd = ODD_ANSWERS[name]

    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        step = len(odd.wire) if pieces == "whole" else 1
        for start in range(0, len(odd.wire), step):
            writer.write(odd.wire[start : start + step])
            await writer.drain()

    visitor = Visitor(user_agent="T/1", language="en")
    network = LiveNetwork(visitor, allow_private=True, seconds=5.0)
    async with server(handler) as port:
        exchange = await network.exchange(f"http://127.0.0.1:{port}/")
    await network.close()
    if not odd.status:
        assert exchange.failure is Failure.PROTOCOL_ERROR
        return
    assert (exchange.failure, exchange.status, exchange.body) == (None, odd.status, PAGE)
    assert exchange.content_type == "text/html"
    assert exchange.raw is not None
    begun = odd.wire.startswith(exchange.raw.odd_head)
    assert begun or name == "early hints"


def test_a_regular_head_is_not_touched() -> None:
    head = plain()[: end_of_head(plain())]
    mended = mend_head(head)
    assert mended is not None
    assert (mended.text, mended.status) == (head, 200)


def test_a_mended_answer_closes_its_connection() -> None:
    mended = mend_head(b"HTTP/1.1 200 OK\nA : b\nConnection: keep-alive\n\n")
    assert mended is not None
    assert mended.text == b"HTTP/1.1 200 OK\r\nA: b\r\nConnection: close\r\n\r\n"


def test_a_folded_line_belongs_to_the_one_before() -> None:
    mended = mend_head(b"HTTP/1.1 200 OK\r\nA: b\r\n  c\r\n\td\r\nE: f\r\n\r\n")
    assert mended is not None
    assert b"A: b c d\r\nE: f\r\n" in mended.text
