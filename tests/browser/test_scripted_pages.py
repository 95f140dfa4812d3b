"""Pages that scripts fill, and harmful scripts, live and replayed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from crawlers.browser import renderer
from crawlers.browser.launcher import find_browser
from tests.integration.audits import live_audit, replay_audit, without_run
from tests.replica.answers import Answer, Ask, data, file, html
from tests.replica.transport import WorldTransport
from tests.replica.world import World, world


@pytest.fixture(autouse=True)
def _a_browser_is_there() -> None:
    assert find_browser(), "a Chromium is needed: apt-get install chromium"


HOST = "school-education.ec.europa.eu"
BASE = "/en/etwinning/projects/scripted-seas"
SEED = f"https://{HOST}{BASE}/twinspace"
_FRAME = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body><main><h1>{title}</h1><div id="feed" role="feed"></div></main>'
    '<script src="/fill.js"></script><script>{script}</script></body></html>'
)
_FILL = """
fetch(location.pathname + "?feed=1").then(a => a.json()).then(rows => {
  const feed = document.getElementById("feed");
  for (const row of rows) {
    const p = document.createElement("p");
    const a = document.createElement("a");
    a.href = row.url; a.textContent = row.text;
    p.append(row.words + " ", a); feed.append(p);
  }
});
"""
_WORDS = "Three schools measured the salt of their seas and wrote down what they found. "
_WALL = {
    "url": "https://padlet.com/havbakken/what-we-learned-w8r5p1n6c3y0h2da",
    "text": "Our wall",
    "words": _WORDS,
}
HOSTILE = {
    "loop": "for (;;) {}",
    "alerts": "for (let i = 0; i < 50; i++) alert(i);",
    "popup": "window.open('/en/etwinning/projects/scripted-seas/popup-target');",
    "download": "const a = document.createElement('a'); a.href = '/big.zip'; a.download = 'x';"
    "document.body.append(a); a.click();",
    "private": "fetch('http://127.0.0.1:9/secret').catch(() => 0);",
    # Put together, so that only a browser knows where it leads.
    "away": "location = ['https:', '', 'elsewhere.example', ''].join('/');",
}


def page(name: str) -> str:
    return f"https://{HOST}{BASE}/twinspace/pages/{name}"


def scripted(ask: Ask) -> Answer:
    if ask.path == "/fill.js":
        return file(_FILL.encode(), "application/javascript")
    if ask.query.get("feed"):
        home = ask.path.endswith("/twinspace")
        pages = [{"url": page(name), "text": name, "words": _WORDS} for name in HOSTILE]
        return data([*pages, _WALL] if home else [{**_WALL, "url": SEED, "text": "Home"}])
    name = ask.path.rpartition("/")[2]
    title = "Scripted Seas" if name == "twinspace" else name.title()
    if name in HOSTILE or name == "twinspace":
        return html(_FRAME.format(title=title, script=HOSTILE.get(name, "")))
    return html("<h1>Not found</h1>", 404)


def scripted_world() -> World:
    web = world()
    web.hosts[HOST] = scripted
    return web


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer, "_SECONDS", 8.0)


def chromiums() -> set[int]:
    """The browser processes that descend from this one and still run."""
    command = ["ps", "-ww", "-eo", "pid=,ppid=,stat=,args="]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 3) for line in listing.splitlines()]
    ours, more = {os.getpid()}, True
    while more:
        children = {int(row[0]) for row in rows if int(row[1]) in ours} - ours
        ours |= children
        more = bool(children)
    alive = [row for row in rows if int(row[0]) in ours and not row[2].startswith("Z")]
    return {
        int(row[0])
        for row in alive
        if len(row) > 3 and "--type=" not in row[3] and "blocked.invalid" in row[3]
    }


async def test_scripted_project_live_and_replayed(tmp_path: Path) -> None:
    web = scripted_world()
    started = time.monotonic()
    audit = await live_audit(SEED, tmp_path / "live", WorldTransport(web), render="auto")
    assert time.monotonic() - started < 120
    states = {part.url: part.visibility.state.value for part in audit.pages}
    assert states == {
        SEED: "visible",
        page("loop"): "undetermined",
        page("alerts"): "visible",
        page("popup"): "visible",
        page("download"): "visible",
        page("private"): "visible",
        page("away"): "undetermined",
    }
    assert {part.url: part.trouble for part in audit.pages if part.trouble} == {
        page("loop"): ("endless_script",),
        page("alerts"): ("dialogs",),
        page("popup"): ("pop_up",),
        page("download"): ("download",),
        page("away"): ("sent_elsewhere",),
    }
    about = [part.check for part in audit.findings if part.subject in states]
    assert sorted(about) == ["page_not_checked"] * 2 + ["page_trouble"] * 3
    assert {part.canonical_url for part in audit.artefacts} == {_WALL["url"]}
    home = audit.pages[0]
    assert (home.rendered, bool(home.rendered_because)) == (True, True)
    assert not [url for url in web.requested if "127.0.0.1" in url or "elsewhere" in url]
    assert not [url for url in web.requested if "big.zip" in url or "popup-target" in url]
    again = await replay_audit(
        SEED, tmp_path / "again", tmp_path / "live" / "evidence.wacz", render="auto"
    )
    assert without_run(again) == without_run(audit)
    assert not chromiums()


async def test_a_feed_that_does_not_come_is_not_called_empty(tmp_path: Path) -> None:
    web = scripted_world()

    def silent(ask: Ask) -> Answer:
        return data({}, 404) if ask.query.get("feed") else scripted(ask)

    web.hosts[HOST] = silent
    audit = await live_audit(SEED, tmp_path, WorldTransport(web), render="auto")
    assert audit.pages[0].visibility.state.value == "undetermined"
    assert audit.pages[0].visibility.reason.value == "needs_browser"


async def test_without_a_browser_the_audit_goes_on(tmp_path: Path) -> None:
    web = WorldTransport(scripted_world())
    audit = await live_audit(SEED, tmp_path, web, render="auto", browser="/no/such/browser")
    assert "no_renderer" in audit.warnings
    assert not audit.pages[0].rendered


async def test_a_browser_that_is_killed_is_started_again(tmp_path: Path) -> None:
    web = scripted_world()
    killed: list[int] = []

    def deadly(ask: Ask) -> Answer:
        if ask.query.get("feed") and not killed:
            killed.extend(chromiums())
            for pid in killed:
                os.kill(pid, signal.SIGKILL)
        if ask.query.get("feed"):
            return data([_WALL])
        return scripted(ask)

    web.hosts[HOST] = deadly
    audit = await live_audit(SEED, tmp_path, WorldTransport(web), render="auto")
    assert killed
    assert audit.pages[0].visibility.state.value == "visible"
    assert not chromiums()


async def test_a_cancelled_audit_leaves_no_browser_behind(tmp_path: Path) -> None:
    web = scripted_world()
    audit = asyncio.ensure_future(live_audit(SEED, tmp_path, WorldTransport(web), render="auto"))
    while not any("fill.js" in url for url in web.requested):
        await asyncio.sleep(0.05)
    assert chromiums()
    audit.cancel()
    with pytest.raises(asyncio.CancelledError):
        await audit
    assert not chromiums()
