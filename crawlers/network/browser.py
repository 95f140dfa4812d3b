"""A browser without a network of its own: everything it asks for comes through the fetch layer.

Chromium's name look-ups are switched off and its proxy leads nowhere, so that what is not routed
to the fetcher fails. Guard, politeness, evidence and replay therefore hold for it as well. What
the rendered document does not need is not asked for: pictures, fonts, media, and what stands in
frames. Facts on Playwright and Chromium: tried with Chromium 156 on 2026-11-25.
"""

from __future__ import annotations

import asyncio
import logging
import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from playwright.async_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Request,
    Route,
    async_playwright,
)
from playwright.async_api import Error as BrowserError
from playwright.async_api import TimeoutError as BrowserTimeoutError

from crawlers.model import Capture
from crawlers.network.fetch import Fetcher
from crawlers.rendering import Rendered
from crawlers.urls import without_fragment

_LOG = logging.getLogger(__name__)
_TABS = 2
_SECONDS = 30.0
_CLOSING = 5.0
_MOST_REQUESTS = 300
_MOST_BYTES = 8_000_000
_NOT_NEEDED = frozenset({"image", "media", "font", "ping", "manifest", "texttrack", "cspviolation"})
_NOT_PASSED_ON = frozenset(
    {"content-encoding", "content-length", "transfer-encoding", "connection", "set-cookie"}
)
_FLAGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://blocked.invalid:9",
    "--proxy-bypass-list=<-loopback>",
    "--disable-quic",
    "--disable-background-networking",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)
# No peer connections; and the same dice live and in a replay, since addresses are made of them.
_TAMED = """
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"]) {
  delete globalThis[name];
}
(() => {
  let seed = 1;
  Math.random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
})();
"""


class NoBrowserError(RuntimeError):
    """No browser of the Chromium family was found, or the one found does not start."""


@dataclass(slots=True)
class _Asked:
    """What one page asked for so far."""

    served: bool = False
    requests: int = 0
    missed: list[str] = field(default_factory=list)


class Chromium:
    """One Chromium for a run; use as a context manager. A fresh anonymous context a page.

    ``chosen`` is the browser of the settings, ``otherwise`` one of the system, used after
    Playwright's own. Entering raises ``NoBrowserError``.
    """

    def __init__(
        self, fetcher: Fetcher, *, chosen: str, otherwise: str, language: str, agent: str
    ) -> None:
        self._fetcher = fetcher
        self._chosen = chosen
        self._otherwise = otherwise
        self._language = language
        self._agent = agent
        self._tabs = asyncio.Semaphore(_TABS)
        self._starting = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._seconds = _SECONDS

    async def __aenter__(self) -> Chromium:
        try:
            self._playwright = await async_playwright().start()
            await self._running()
        except (BrowserError, OSError) as error:
            await self.__aexit__()
            raise NoBrowserError(str(error)) from error
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        """Ends the browser; nothing of it stays behind."""
        await self._end_browser()
        if self._playwright is not None:
            await self._playwright.stop()
            self._playwright = None

    async def render(self, capture: Capture) -> Rendered | None:
        """The page of a capture with its scripts run; None when the browser cannot cope with it.

        A browser that dies under a page is started again, and the page tried once more.
        """
        async with self._tabs:
            for _ in range(2):
                browser = None
                try:
                    browser = await self._running()
                    return await self._opened(browser, capture)
                except (TimeoutError, BrowserTimeoutError):
                    break
                except (BrowserError, OSError) as error:
                    _LOG.info("the browser could not open %s: %s", capture.final_url, error)
                    if browser is not None and browser.is_connected():
                        break
                except Exception:  # the guard of one page: a fault of ours costs that page only
                    _LOG.exception("a page could not be rendered: %s", capture.final_url)
                    break
        return None

    async def _running(self) -> Browser:
        """The browser, started when there is none."""
        async with self._starting:
            if self._browser is None or not self._browser.is_connected():
                self._browser = await self._start()
            return self._browser

    async def _start(self) -> Browser:
        if self._playwright is None:
            raise BrowserError("the browser was ended")
        kind = self._playwright.chromium
        own = kind.executable_path if Path(kind.executable_path).is_file() else ""
        path = self._chosen or own or self._otherwise
        if not path:
            raise BrowserError("no browser of the Chromium family was found")
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        if root:
            _LOG.warning("as root the browser runs without its sandbox")
        return await kind.launch(
            executable_path=path,
            args=list(_FLAGS),
            chromium_sandbox=not root,
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
        )

    async def _end_browser(self) -> None:
        browser, self._browser = self._browser, None
        if browser is not None:
            try:
                await asyncio.wait_for(browser.close(), _CLOSING)
            except (TimeoutError, BrowserError):
                _LOG.info("the browser did not end when asked to")

    async def _opened(self, browser: Browser, capture: Capture) -> Rendered | None:
        context = await browser.new_context(
            user_agent=self._agent,
            locale=self._language,
            service_workers="block",
            accept_downloads=False,
        )
        try:
            return await asyncio.wait_for(
                self._read(context, capture), self._seconds + 2 * _CLOSING
            )
        finally:
            try:
                await asyncio.wait_for(context.close(), _CLOSING)
            except TimeoutError:
                await self._end_browser()
            except BrowserError:
                _LOG.info("the browser had ended before its page")

    async def _read(self, context: BrowserContext, capture: Capture) -> Rendered | None:
        """The document once the network was idle for half a second, or at the time limit."""
        asked = _Asked()
        page = await context.new_page()

        async def serve(route: Route) -> None:
            try:
                await self._serve(route, page, capture, asked)
            except BrowserError:
                if not route.request.is_navigation_request():
                    asked.missed.append(route.request.url)

        context.on("page", lambda other: asyncio.ensure_future(_closed(other)))
        await context.route("**/*", serve)
        await context.route_web_socket("**/*", lambda socket: socket.close())
        await context.add_init_script(_TAMED)
        await page.clock.set_fixed_time(capture.captured_at)
        idle = True
        try:
            await page.goto(
                capture.final_url, wait_until="networkidle", timeout=self._seconds * 1000
            )
        except BrowserTimeoutError:
            idle = False
        content = await asyncio.wait_for(page.content(), _CLOSING)
        body = content.encode("utf-8", "replace")
        if not asked.served or len(body) > _MOST_BYTES:
            return None
        headers = [pair for pair in capture.headers if not _about_body(pair[0])]
        kept = (*headers, ("content-type", "text/html; charset=utf-8"))
        shown = replace(capture, headers=kept, body=body, truncated=False)
        return Rendered(capture=shown, whole=idle and not asked.missed)

    async def _serve(self, route: Route, page: Page, capture: Capture, asked: _Asked) -> None:
        """One request of a page: the page itself, what the fetcher brings, or nothing."""
        request = route.request
        if request.is_navigation_request():
            own = request.frame == page.main_frame and not asked.served
            if own and without_fragment(request.url) == without_fragment(capture.final_url):
                asked.served = True
                await _fulfil(route, capture)
            else:
                await route.abort("aborted")
            return
        asked.requests += 1
        if request.resource_type in _NOT_NEEDED or _in_frame(request, page):
            await route.abort("blockedbyclient")
        elif request.method != "GET" or asked.requests > _MOST_REQUESTS:
            asked.missed.append(request.url)
            await route.abort("blockedbyclient")
        else:
            answer = await self._fetcher.get(request.url)
            if answer.failure is None and answer.ok and not answer.truncated:
                await _fulfil(route, answer)
            else:
                asked.missed.append(request.url)
                await route.abort("failed")


def _in_frame(request: Request, page: Page) -> bool:
    return request.frame != page.main_frame


def _about_body(name: str) -> bool:
    return name.lower() in {"content-type", "content-encoding", "content-length"}


async def _fulfil(route: Route, capture: Capture) -> None:
    passed = {k: v for k, v in capture.headers if k.lower() not in _NOT_PASSED_ON}
    await route.fulfill(status=capture.status or 200, headers=passed, body=capture.body)


async def _closed(page: Page) -> None:
    """Closes a pop-up; one that is gone already is no error."""
    try:
        await page.close()
    except BrowserError:
        _LOG.info("a pop-up had closed itself")
