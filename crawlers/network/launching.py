"""Finds a browser of the Chromium family and starts it: the one of the settings, else Playwright's
own, else one of the system.

Its sandbox is on wherever it can work. It cannot for root, nor where the system forbids ordinary
users their own namespaces (tried with Chromium 156 on Debian 12 on 2026-11-25).
"""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

from playwright.async_api import Browser, Playwright, async_playwright
from playwright.async_api import Error as BrowserError

FLAGS = (
    # No name is looked up and no address is dialled: everything is routed to the fetch layer.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://blocked.invalid:9",
    "--proxy-bypass-list=<-loopback>",
    "--disable-quic",
    "--disable-background-networking",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--js-flags=--max-old-space-size=512",
)


class NoBrowserError(RuntimeError):
    """No browser of the Chromium family was found, or the one found does not start."""


class Launcher:
    """Starts browsers; ``path`` and ``sandboxed`` tell of the last one, ``marks`` names each.

    A mark stands among the arguments of a browser's processes, so that they can be found.

    ``chosen`` is the browser of the settings, ``otherwise`` one of the system.
    """

    def __init__(self, *, chosen: str, otherwise: str) -> None:
        self.path = ""
        self.sandboxed = True
        self.marks: dict[Browser, str] = {}
        self._chosen = chosen
        self._otherwise = otherwise
        self._playwright: Playwright | None = None

    async def start(self) -> Browser:
        """A fresh browser; raises ``NoBrowserError``."""
        try:
            if self._playwright is None:
                self._playwright = await async_playwright().start()
            chosen = shutil.which(self._chosen) or self._chosen
            self.path = chosen or _own(self._playwright) or self._otherwise
            if not self.path:
                raise NoBrowserError("no browser of the Chromium family was found")
            return await self._launched(self._playwright)
        except (BrowserError, OSError) as error:
            raise NoBrowserError(str(error)) from error

    async def stop(self) -> None:
        """Ends Playwright's driver, and with it what it started."""
        if self._playwright is not None:
            await self._playwright.stop()
            self._playwright = None

    async def _launched(self, playwright: Playwright) -> Browser:
        """With its sandbox; without where that cannot work, and only then."""
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        if not root:
            try:
                return await self._with(playwright, sandbox=True)
            except BrowserError as error:
                if "sandbox" not in str(error).lower():
                    raise
        return await self._with(playwright, sandbox=False)

    async def _with(self, playwright: Playwright, *, sandbox: bool) -> Browser:
        mark = f"--auditor-browser={secrets.token_hex(8)}"
        browser = await playwright.chromium.launch(
            executable_path=self.path,
            args=[*FLAGS, mark],
            chromium_sandbox=sandbox,
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
        )
        self.sandboxed = sandbox
        self.marks[browser] = mark
        return browser


async def own_browser() -> str:
    """The path of the browser that Playwright installed for itself, or an empty string."""
    async with async_playwright() as playwright:
        return _own(playwright)


def _own(playwright: Playwright) -> str:
    path = playwright.chromium.executable_path
    return path if Path(path).is_file() else ""
