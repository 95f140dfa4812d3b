"""Chromium reads odd answers as the table of the plain tests says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright
from playwright.async_api import Error as BrowserError

from crawlers.browser.launcher import find_browser
from tests.unit.odd_answers import ODD_ANSWERS
from tests.unit.servers import server


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        path = find_browser()
        browser = await playwright.chromium.launch(
            executable_path=path or None, args=["--no-sandbox"]
        )
        yield browser
        await browser.close()


async def _status(browser: Browser, wire: bytes) -> int:
    """The status that Chromium reads, 0 where it shows no page of the answer."""

    async def handler(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(wire)
        await writer.drain()

    async with server(handler) as port:
        page = await browser.new_page()
        try:
            response = await page.goto(f"http://127.0.0.1:{port}/", wait_until="load")
            shown = await page.title() == "Read" and "to its end." in await page.content()
            return response.status if response is not None and shown else 0
        except BrowserError:
            return 0
        finally:
            await page.close()


async def test_chromium_reads_what_the_table_says(chromium: Browser) -> None:
    expected = {name: odd.status for name, odd in ODD_ANSWERS.items()}
    assert {name: await _status(chromium, ODD_ANSWERS[name].wire) for name in expected} == expected
