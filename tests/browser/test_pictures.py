"""Screenshots show what a visitor sees, down to the last frame of a long page."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from crawlers.browser import request_router
from crawlers.browser.base import DOCUMENT_ONLY, Picture, RenderRequest, RenderResult
from crawlers.browser.launcher import find_browser
from crawlers.browser.pool import BrowserPool
from crawlers.browser.renderer import BrowserRenderer
from crawlers.http.body_store import BodyStore
from crawlers.http.client import LiveNetwork
from crawlers.http.fetcher import Fetcher
from crawlers.http.politeness import PolitenessPolicy
from crawlers.http.protocols import Visitor
from crawlers.model.capture import Capture
from tests.integration.audits import live_audit, replay_audit, without_run
from tests.replica.answers import Answer, Ask, file, html
from tests.replica.transport import WorldTransport
from tests.replica.truth import PROJECTS
from tests.replica.world import World, world

PAGE = "https://pages.example/"
VISITOR = Visitor(user_agent="test")
BLACK = "<!DOCTYPE html><body style='margin:0;background:#000'>"
HEAD = "<!DOCTYPE html><title>Frames</title><style>body{margin:0}iframe{border:0;display:block}</style>"
FRAME = "<iframe width=400 height=300 src='https://frames.example/{n}'></iframe><div style='height:200px'></div>"


@asynccontextmanager
async def browser(page: str) -> AsyncIterator[tuple[BrowserRenderer, Fetcher]]:
    """A browser in a world of one page and of frames that are all black."""

    def pages(ask: Ask) -> Answer:
        if ask.path == "/wide.png":
            return file(red_picture(), "image/png")
        return html(page)

    web = World({"pages.example": pages, "frames.example": lambda _: html(BLACK)})
    bodies = BodyStore()
    door = LiveNetwork(VISITOR, transport=WorldTransport(web))
    fetcher = Fetcher(door, PolitenessPolicy(delay=0.0, first_wait=0.0), "test", body_store=bodies)
    assert find_browser(), "a Chromium is needed: apt-get install chromium"
    async with BrowserPool() as pool:
        yield BrowserRenderer(fetcher, pool, VISITOR), fetcher
    bodies.close()


def red_picture() -> bytes:
    """A picture larger than the head that captures keep."""
    noise = Image.effect_noise((700, 400), 90)
    packed = io.BytesIO()
    Image.merge("RGB", (Image.new("L", noise.size, 255), noise, noise)).save(packed, "PNG")
    return packed.getvalue()


async def screenshot_of(page: str) -> tuple[Picture, Image.Image, RenderResult]:
    async with browser(page) as (chromium, fetcher):
        rendered = await chromium.render(await fetcher.get(PAGE), RenderRequest(screenshot=True))
    assert rendered is not None
    assert rendered.picture is not None
    image = Image.open(io.BytesIO(rendered.picture.webp))
    assert image.format == "WEBP"
    return rendered.picture, image.convert("RGB"), rendered


def dark(image: Image.Image, x: int, y: int) -> bool:
    pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return max(pixel) < 40


async def test_every_frame_of_a_long_page_is_painted() -> None:
    picture, image, _ = await screenshot_of(HEAD + "".join(FRAME.format(n=n) for n in range(12)))
    assert (picture.width, picture.height, picture.cut, picture.idle) == (1280, 6000, False, True)
    assert image.size == (1280, 6000)
    assert [dark(image, 200, 150 + 500 * n) for n in range(12)] == [True] * 12
    assert not any(dark(image, 200, 400 + 500 * n) for n in range(12))


async def test_a_page_without_end_is_cut_and_says_so() -> None:
    picture, image, _ = await screenshot_of(HEAD + "<div style='height:40000px'></div>")
    assert (picture.height, image.height, picture.cut) == (15_000, 15_000, True)


async def test_a_page_that_is_as_long_as_its_window_keeps_its_form() -> None:
    band = "<div style='height:100vh;background:#000'></div><div style='height:300px'></div>"
    picture, image, _ = await screenshot_of(HEAD + band)
    assert picture.height == 1200
    assert dark(image, 600, 880)
    assert not dark(image, 600, 920)


async def test_a_large_picture_is_shown_whole() -> None:
    assert len(red_picture()) > 65_536
    _, image, rendered = await screenshot_of(HEAD + "<img src='/wide.png'>")
    pixel = image.getpixel((350, 395))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200
    assert rendered.complete


@pytest.mark.parametrize("header", ["x-frame-options", "content-security-policy"])
async def test_chromium_itself_refuses_frames_that_may_not_be_shown(header: str) -> None:
    value = {"x-frame-options": "DENY", "content-security-policy": "frame-ancestors 'none'"}[header]
    refused = "https://frames.example/refused"

    def frames(ask: Ask) -> Answer:
        answer = html(BLACK)
        return answer.having((header, value)) if ask.url == refused else answer

    page = HEAD + "".join(FRAME.format(n=name) for name in ("refused", "shown"))
    web = World({"pages.example": lambda _: html(page), "frames.example": frames})
    door = LiveNetwork(VISITOR, transport=WorldTransport(web))
    fetcher = Fetcher(door, PolitenessPolicy(delay=0.0, first_wait=0.0), "test")
    async with BrowserPool() as pool:
        chromium = BrowserRenderer(fetcher, pool, VISITOR)
        rendered = await chromium.render(await fetcher.get(PAGE))
    assert rendered is not None
    assert rendered.blocked == {refused}
    assert rendered.appeared == {"https://frames.example/shown"}


async def test_a_page_is_read_although_its_pictures_never_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(request_router, "_SCREENSHOT_WAIT", 1.0)
    script = "addEventListener('load', () => document.body.append('filled by a script'))"

    def pages(ask: Ask) -> Answer:
        if ask.path.endswith(".png"):
            return replace(file(red_picture(), "image/png"), delay=30.0)
        return html(f"{HEAD}<img src='/a.png'><img src='/b.png'><script>{script}</script>")

    door = LiveNetwork(VISITOR, transport=WorldTransport(World({"pages.example": pages})))
    fetcher = Fetcher(door, PolitenessPolicy(delay=0.0, first_wait=0.0), "test")
    async with BrowserPool() as pool:
        chromium = BrowserRenderer(fetcher, pool, VISITOR)
        rendered = await chromium.render(await fetcher.get(PAGE), RenderRequest(screenshot=True))
    assert rendered is not None
    assert rendered.complete
    assert rendered.capture is not None
    assert b"filled by a script" in rendered.capture.body
    assert rendered.picture is not None
    assert not rendered.picture.idle


async def test_no_page_is_opened_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str, RenderRequest]] = []
    render = BrowserRenderer.render

    async def noted(
        self: BrowserRenderer, capture: Capture, wish: RenderRequest = DOCUMENT_ONLY
    ) -> RenderResult | None:
        opened.append((capture.final_url, wish))
        return await render(self, capture, wish)

    monkeypatch.setattr(BrowserRenderer, "render", noted)
    seed = next(project.seed for project in PROJECTS if project.name == "behind_consent")
    audit = await live_audit(
        seed, tmp_path, WorldTransport(world()), render="always", screenshots="all"
    )
    assert len(opened) == len(set(opened))
    assert {page.url for page in audit.pages} <= {shot.subject for shot in audit.screenshots}


async def test_a_replay_is_pictured_the_same(tmp_path: Path) -> None:
    seed = next(project.seed for project in PROJECTS if project.name == "behind_consent")
    first, again = tmp_path / "first", tmp_path / "again"
    options = {"render": "auto", "screenshots": "all"}
    audit = await live_audit(seed, first, WorldTransport(world()), **options)
    replay = await replay_audit(seed, again, first / "evidence.wacz", render=None, screenshots=None)
    assert without_run(replay) == without_run(audit)
    assert len(audit.screenshots) > 2
    for shot in audit.screenshots:
        assert (first / shot.file).read_bytes() == (again / shot.file).read_bytes(), shot.subject
