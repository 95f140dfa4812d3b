"""Finds a browser of the Chromium family and starts it, for looking at pages and for printing.

The order is: the browser of the settings, alone, where one is named; else Playwright's own, else
one on the system's path, else Chrome or Edge where their installers put them (Playwright's channels
``chrome`` and ``msedge``, which know the places on Linux, macOS and Windows; Playwright 1.65, read
2026-11-30).

Its sandbox is on where it can work. It cannot work for root, or where the system does not let
ordinary users make namespaces (tried with Chromium 156 on Debian 12 on 2026-11-25).
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Playwright, async_playwright
from playwright.async_api import Error as BrowserError

_LOG = logging.getLogger(__name__)
FLAGS = (
    # No name is resolved and no address is reached: everything is routed to the fetch layer.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://blocked.invalid:9",
    "--proxy-bypass-list=<-loopback>",
    "--disable-quic",
    "--disable-background-networking",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--js-flags=--max-old-space-size=512",
)
# Names as Debian, Ubuntu, Fedora, macOS and Windows have them on the path (read 2026-11-24).
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
CHANNELS = ("chrome", "msedge")


class NoBrowserError(RuntimeError):
    """No browser of the Chromium family can be used: none was found, or none starts."""


class BrowserStartError(NoBrowserError):
    """A browser is there and does not start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A browser that may be there: by its path, or by the channel that Playwright knows."""

    path: str = ""
    channel: str = ""

    @property
    def name(self) -> str:
        """The name for messages."""
        return self.path or f"Playwright channel {self.channel}"


def find_browser(named: str = "") -> str:
    """The path of the named browser, else of the first one on the system's path; may be empty."""
    names = (named,) if named else NAMES
    return next((path for name in names if (path := shutil.which(name))), "")


class Launcher:
    """Starts browsers; ``named`` is the browser of the settings.

    ``tried`` names the last candidate that exists, ``sandboxed`` is true when it has its sandbox.
    ``marks`` gives for each browser a word that stands among the arguments of its processes, so
    that they can be found.
    """

    def __init__(self, named: str = "") -> None:
        self.tried = ""
        self.sandboxed = True
        self.marks: dict[Browser, str] = {}
        self._named = named
        self._playwright: Playwright | None = None

    async def start(self) -> Browser:
        """A new browser; raises ``NoBrowserError``."""
        error = NoBrowserError("no browser of the Chromium family was found")
        if self._named and shutil.which(self._named) is None:
            raise error
        if self._playwright is None:
            self._playwright = await _start_driver()
        for candidate in candidates(self._named, _own_browser(self._playwright)):
            self.tried = candidate.path or self.tried
            try:
                browser = await self._launch(self._playwright, candidate)
            except (BrowserError, OSError) as cause:
                _LOG.info("%s does not start: %s", candidate.name, cause)
                if shutil.which(candidate.path):
                    error = BrowserStartError(f"{candidate.name} does not start: {cause}")
                continue
            self.tried = candidate.name
            return browser
        raise error

    async def stop(self) -> None:
        """End Playwright's driver, and with it what it started."""
        if self._playwright is not None:
            await self._playwright.stop()
            self._playwright = None

    async def _launch(self, playwright: Playwright, candidate: Candidate) -> Browser:
        """A browser with its sandbox, or without it only when the sandbox cannot work."""
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        if not root:
            try:
                return await self._launch_once(playwright, candidate, sandbox=True)
            except BrowserError as error:
                if "sandbox" not in str(error).lower():
                    raise
        return await self._launch_once(playwright, candidate, sandbox=False)

    async def _launch_once(
        self, playwright: Playwright, candidate: Candidate, *, sandbox: bool
    ) -> Browser:
        mark = f"--auditor-browser={secrets.token_hex(8)}"
        browser = await playwright.chromium.launch(
            executable_path=candidate.path or None,
            channel=candidate.channel or None,
            args=[*FLAGS, mark],
            chromium_sandbox=sandbox,
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
        )
        self.sandboxed = sandbox
        self.marks[browser] = mark
        return browser


async def _start_driver() -> Playwright:
    """Playwright's driver; raises ``BrowserStartError`` where it does not run.

    On a minimal Debian 12 the driver lacks libatomic1 (Playwright 1.65, tried 2026-11-30).
    """
    try:
        return await async_playwright().start()
    except Exception as cause:  # Playwright raises a bare Exception when its driver ends at once
        raise BrowserStartError(
            f"Playwright's driver does not start ({cause}); on Debian or Ubuntu install libatomic1"
        ) from cause


def candidates(named: str, own: str) -> Iterator[Candidate]:
    """The browsers to try, in their order; ``own`` is the path of Playwright's own, if it is there.

    A browser that the settings name is the only one.
    """
    if named:
        yield Candidate(path=shutil.which(named) or named)
        return
    for path in (own, find_browser()):
        if path:
            yield Candidate(path=path)
    for channel in CHANNELS:
        yield Candidate(channel=channel)


def _own_browser(playwright: Playwright) -> str:
    path = playwright.chromium.executable_path
    return path if Path(path).is_file() else ""
