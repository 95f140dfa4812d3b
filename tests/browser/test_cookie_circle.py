"""Sites that send a visitor in a circle until a cookie comes back: what the browser sees there."""

from __future__ import annotations

from pathlib import Path

import httpx

from reports.audit import Audit
from tests.integration.audits import live_audit, replay_audit, without_run
from tests.replica import files
from tests.replica.answers import Answer, html
from tests.replica.transport import WorldTransport
from tests.replica.world import world

HOST = "https://kreis.example"
TEXT = "Pupils of two schools drew the map of one river and walked along it for a week in May. "
HOME = (
    "<!doctype html><html lang=en><head><title>River</title></head><body><main><h1>River</h1>"
    f"<p>{TEXT * 3}</p><nav id=menu></nav>"
    '<iframe width=560 height=315 src="https://www.youtube.com/embed/SeaPublic01"></iframe>'
    '<p><a href="/files/rivers.pdf">Book of rivers</a></p>'
    '<img src="/photos/bridge.jpg" width=800 height=600 alt="Bridge">'
    "</main><script src=/menu.js></script></body></html>"
)
MENU = (
    "const a = document.createElement('a'); a.href = '/walk'; a.textContent = 'Walk';"
    "document.getElementById('menu').append(a);"
)
WALK = (
    "<!doctype html><html lang=en><head><title>Walk</title></head><body><main><h1>Walk</h1>"
    f"<p>{TEXT * 3}</p><a href=https://padlet.com/havbakken/sea-words-k3v9q2m7x1t8b4zn>Wall</a>"
    "</main></body></html>"
)


class CookieSite(WorldTransport):
    """A site that shows nothing to a visitor without its cookie, not even its scripts."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = str(request.url)
        if request.url.host != "kreis.example" or request.url.path == "/robots.txt":
            return await super().handle_async_request(request)
        answer = shown(request.url.path)
        if "visit=1" not in request.headers.get("cookie", ""):
            answer = Answer(302, (("location", url), ("set-cookie", "visit=1; Path=/")), b"")
        return httpx.Response(
            answer.status,
            headers=list(answer.headers),
            stream=httpx.ByteStream(answer.body),
            request=request,
        )


def shown(path: str) -> Answer:
    """What the site shows to a visitor who brings its cookie."""
    if path == "/menu.js":
        return files.script(MENU)
    if path.startswith(("/files/", "/photos/")):
        return files.stored_file(path)
    bodies = {"/": HOME, "/walk": WALK}
    return html(bodies[path]) if path in bodies else html("<title>Not found</title>", 404)


def site() -> CookieSite:
    web = world()
    web.hosts["kreis.example"] = lambda _: html("<title>Not found</title>", 404)
    return CookieSite(web)


def artefacts(audit: Audit) -> dict[str, str]:
    """The state of every artefact by the last part of its address."""
    return {
        artefact.canonical_url.rpartition("/")[2].removeprefix("watch?v="): (
            artefact.visibility.state.value
        )
        for artefact in audit.artefacts
    }


async def test_what_the_browser_saw_behind_the_circle_is_in_the_inventory(tmp_path: Path) -> None:
    audit = await live_audit(f"{HOST}/", tmp_path / "live", site(), render="auto")
    pages = {page.url: (page.visibility.state.value, page.rendered_because) for page in audit.pages}
    assert pages == {
        f"{HOST}/": ("visible", "cookie_needed"),
        f"{HOST}/walk": ("visible", "cookie_needed"),
    }
    # No cookie is kept beyond a page, so nobody can tell whether its files open by themselves.
    assert artefacts(audit) == {
        "SeaPublic01": "visible",
        "sea-words-k3v9q2m7x1t8b4zn": "visible",
        "rivers.pdf": "undetermined",
        "bridge.jpg": "undetermined",
    }
    archive = tmp_path / "live" / "evidence.wacz"
    again = await replay_audit(
        f"{HOST}/", tmp_path / "again", archive, render=None, browser="/no/such/browser"
    )
    assert without_run(again) == without_run(audit)
