"""Which browser is started, and when it runs without its sandbox."""

from __future__ import annotations

import os
from typing import Any, cast

import pytest
from playwright.async_api import Error as BrowserError
from playwright.async_api import Playwright

from crawlers.browser import launcher
from crawlers.browser.launcher import (
    BrowserStartError,
    Candidate,
    Launcher,
    NoBrowserError,
    candidates,
    find_browser,
)

CHANNELS = [Candidate(channel="chrome"), Candidate(channel="msedge")]


def on_path(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Lets the system's path hold these programs alone."""
    programs = {name: f"/usr/bin/{name}" for name in names}
    programs |= {path: path for path in programs.values()}
    monkeypatch.setattr(launcher.shutil, "which", programs.get)


@pytest.mark.parametrize(
    ("named", "own", "installed", "tried"),
    [
        ("", "/pw/chrome", ("chromium",), ["/pw/chrome", "/usr/bin/chromium"]),
        ("", "", ("google-chrome", "chromium"), ["/usr/bin/chromium"]),
        ("", "", ("msedge",), ["/usr/bin/msedge"]),
        ("", "", (), []),
    ],
)
def test_a_browser_is_looked_for_in_one_order(
    monkeypatch: pytest.MonkeyPatch,
    named: str,
    own: str,
    installed: tuple[str, ...],
    tried: list[str],
) -> None:
    on_path(monkeypatch, *installed)
    assert list(candidates(named, own)) == [*(Candidate(path=path) for path in tried), *CHANNELS]


@pytest.mark.parametrize(
    ("named", "path"), [("brave", "/usr/bin/brave"), ("C:\\none.exe", "C:\\none.exe")]
)
def test_a_named_browser_is_the_only_one(
    monkeypatch: pytest.MonkeyPatch, named: str, path: str
) -> None:
    on_path(monkeypatch, "brave", "chromium")
    assert list(candidates(named, "/pw/chrome")) == [Candidate(path=path)]


def test_a_name_that_is_not_there_finds_nothing() -> None:
    assert find_browser("no-such-browser") == ""


class Browsers:
    """Playwright's part that launches: ``works`` names what starts, and how."""

    def __init__(self, *works: tuple[str, bool]) -> None:
        self.chromium = self
        self.executable_path = "/pw/none"
        self.works = works
        self.tried: list[tuple[str, bool]] = []

    async def launch(self, *, executable_path: str | None, channel: str | None, **more: Any) -> Any:
        attempt = (executable_path or channel or "", bool(more["chromium_sandbox"]))
        self.tried.append(attempt)
        if attempt not in self.works:
            raise BrowserError("no usable sandbox" if attempt[1] else "it does not start")
        return object()


def launcher_of(monkeypatch: pytest.MonkeyPatch, browsers: Browsers, *, root: bool) -> Launcher:
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000, raising=False)
    starter = Launcher()
    starter._playwright = cast("Playwright", browsers)
    return starter


CHROMIUM = "/usr/bin/chromium"


@pytest.mark.parametrize(
    ("root", "works", "sandboxed", "tried"),
    [
        (False, (CHROMIUM, True), True, [(CHROMIUM, True)]),
        (False, (CHROMIUM, False), False, [(CHROMIUM, True), (CHROMIUM, False)]),
        (True, (CHROMIUM, False), False, [(CHROMIUM, False)]),
    ],
)
async def test_the_sandbox_is_off_only_where_it_cannot_work(
    monkeypatch: pytest.MonkeyPatch,
    root: bool,
    works: tuple[str, bool],
    sandboxed: bool,
    tried: list[tuple[str, bool]],
) -> None:
    on_path(monkeypatch, "chromium")
    browsers = Browsers(works)
    starter = launcher_of(monkeypatch, browsers, root=root)
    browser = await starter.start()
    assert (starter.sandboxed, starter.tried, browsers.tried) == (sandboxed, CHROMIUM, tried)
    assert starter.marks[browser].startswith("--auditor-browser=")


async def test_an_installed_chrome_is_found_where_no_path_leads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on_path(monkeypatch)
    starter = launcher_of(monkeypatch, Browsers(("msedge", True)), root=False)
    await starter.start()
    assert starter.tried == "Playwright channel msedge"


async def test_a_browser_that_does_not_start_is_not_one_that_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on_path(monkeypatch, "chromium")
    starter = launcher_of(monkeypatch, Browsers(), root=True)
    with pytest.raises(BrowserStartError, match=f"{CHROMIUM} does not start"):
        await starter.start()
    assert starter.tried == CHROMIUM
    on_path(monkeypatch)
    starter = launcher_of(monkeypatch, Browsers(), root=True)
    with pytest.raises(NoBrowserError) as caught:
        await starter.start()
    assert not isinstance(caught.value, BrowserStartError)
    assert starter.tried == ""


async def test_a_driver_that_ends_at_once_is_reported_as_a_browser_that_does_not_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Driver:
        async def start(self) -> Playwright:
            raise Exception("Connection closed while reading from the driver")

    monkeypatch.setattr(launcher, "async_playwright", Driver)
    with pytest.raises(BrowserStartError, match="libatomic1"):
        await Launcher().start()
