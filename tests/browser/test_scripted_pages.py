"""Pages that scripts fill, and scripts that mean harm, live and replayed."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from crawlers.network import browser
from reports.printing import find_browser
from tests.integration.audits import live, replayed, without_run
from tests.replica.answers import Answer, Ask, data, file, html
from tests.replica.transport import WorldTransport
from tests.replica.world import World, world

pytestmark = pytest.mark.skipif(not find_browser(), reason="no Chromium on this machine")

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
    "away": "location = 'https://elsewhere.example/';",
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
    made = world()
    made.hosts[HOST] = scripted
    return made


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_SECONDS", 4.0)


def chromiums() -> set[str]:
    """The browsers that Playwright started from this process and that still run."""
    told = subprocess.run(
        ["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True
    ).stdout
    rows = [row for row in told.splitlines() if "blocked.invalid" in row and "ps -eo" not in row]
    return {row.split()[0] for row in rows}


async def test_scripted_project_live_and_replayed(tmp_path: Path) -> None:
    there = scripted_world()
    before = chromiums()
    started = time.monotonic()
    done = await live(SEED, tmp_path / "live", WorldTransport(there), render="auto")
    assert time.monotonic() - started < 90
    states = {one.url: one.visibility.state.value for one in done.pages}
    assert states == {
        SEED: "visible",
        page("loop"): "undetermined",
        page("alerts"): "visible",
        page("popup"): "visible",
        page("download"): "visible",
        page("private"): "undetermined",
        page("away"): "visible",
    }
    assert {one.canonical_url for one in done.artefacts} == {_WALL["url"]}
    home = done.pages[0]
    assert (home.rendered, bool(home.rendered_because)) == (True, True)
    assert not [url for url in there.requested if "127.0.0.1" in url or "elsewhere" in url]
    assert not [url for url in there.requested if "big.zip" in url or "popup-target" in url]
    again = await replayed(
        SEED, tmp_path / "again", tmp_path / "live" / "evidence.wacz", render="auto"
    )
    assert without_run(again) == without_run(done)
    assert chromiums() <= before


async def test_a_feed_that_does_not_come_is_not_called_empty(tmp_path: Path) -> None:
    there = scripted_world()

    def silent(ask: Ask) -> Answer:
        return data({}, 404) if ask.query.get("feed") else scripted(ask)

    there.hosts[HOST] = silent
    done = await live(SEED, tmp_path, WorldTransport(there), render="auto")
    assert done.pages[0].visibility.state.value == "undetermined"
    assert done.pages[0].visibility.reason.value == "needs_browser"


async def test_without_a_browser_the_audit_goes_on(tmp_path: Path) -> None:
    there = WorldTransport(scripted_world())
    done = await live(SEED, tmp_path, there, render="auto", browser="/no/such/browser")
    assert "no_renderer" in done.warnings
    assert not done.pages[0].rendered
