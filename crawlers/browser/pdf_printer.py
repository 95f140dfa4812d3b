"""Prints a self-contained HTML page to PDF in the browser that also looks at pages.

The page is opened from a file in a temporary folder. Its scripts do not run, and the
browser can resolve no name, so nothing leaves the machine.
"""

from __future__ import annotations

import asyncio
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.async_api import Browser
from playwright.async_api import Error as BrowserError

from crawlers.browser.launcher import Launcher
from crawlers.browser.memory_watchdog import end_marked_processes

_SECONDS = 180.0
_CLOSING = 15.0


class PrintError(RuntimeError):
    """A browser was started and gave no PDF."""


def print_pdf(html: bytes | Path, *, browser: str = "") -> bytes:
    """The page as a tagged PDF with an outline; ``browser`` is the one of the settings.

    Background colours are printed, and the page's own style says how large its sheets are. Raises
    ``NoBrowserError`` where no browser starts, and ``PrintError`` where it gives no PDF within 180
    seconds. It may be called with or without a running event loop, and blocks until the PDF is
    there.
    """
    # A thread of its own, since a thread whose event loop runs cannot run a second one.
    with ThreadPoolExecutor(1, thread_name_prefix="printer") as pool:
        return pool.submit(lambda: asyncio.run(_print(html, browser))).result()


async def _print(html: bytes | Path, named: str) -> bytes:
    launcher = Launcher(named)
    try:
        browser = await launcher.start()
        try:
            return await asyncio.wait_for(_print_page(browser, html), _SECONDS)
        except (BrowserError, OSError, TimeoutError) as error:
            raise PrintError(f"{launcher.tried} could not print: {error}") from error
        finally:
            await _end(launcher, browser)
    finally:
        await launcher.stop()


async def _print_page(browser: Browser, html: bytes | Path) -> bytes:
    with tempfile.TemporaryDirectory(
        prefix="twinspace-auditor-", ignore_cleanup_errors=True
    ) as folder:
        source = html if isinstance(html, Path) else Path(folder) / "page.html"
        if not isinstance(html, Path):
            source.write_bytes(html)
        context = await browser.new_context(java_script_enabled=False, offline=True)
        page = await context.new_page()
        await page.goto(source.resolve().as_uri(), timeout=_SECONDS * 1000)
        return await page.pdf(
            prefer_css_page_size=True, print_background=True, tagged=True, outline=True
        )


async def _end(launcher: Launcher, browser: Browser) -> None:
    """End a browser; one that does not end when asked to is killed."""
    try:
        await asyncio.wait_for(browser.close(), _CLOSING)
    except (TimeoutError, BrowserError):
        end_marked_processes(launcher.marks.pop(browser, ""))
