"""What a browser showed, kept in the archive and read back without a browser."""

from __future__ import annotations

from pathlib import Path
from random import Random

from crawlers.browser.base import (
    DOCUMENT_ONLY,
    Picture,
    RenderPolicy,
    RenderRequest,
    RenderResult,
)
from crawlers.browser.rendering_record import rendered_capture
from crawlers.gathering.browsing.rendered_pages import RenderedPages
from crawlers.gathering.browsing.screenshot_store import ScreenshotStore
from crawlers.http.exchange import RawExchange
from crawlers.model.capture import Capture
from crawlers.warc.recorder import Recorder
from crawlers.warc.replay import ReplayNetwork
from tests.unit.answers import NOW, capture

PAGE = capture("https://skole.example/", body="<p>Råd</p>")
PICTURE = Picture(webp=b"RIFF\x00", width=1280, height=900, cut=False, idle=True)
RESULT = RenderResult(
    capture=rendered_capture(PAGE, "https://skole.example/x", "<p>Råd og dåd</p>".encode()),
    complete=False,
    issues=("dialogs",),
    sent_to="https://skole.example/x",
    blocked=frozenset({"https://a.example/"}),
    appeared=frozenset({"https://b.example/"}),
    accepted="yes",
)


class Browser:
    """A browser that gives these results in turn, and counts how often it is asked."""

    def __init__(self, *results: RenderResult) -> None:
        self.results = list(results)
        self.asked = 0

    async def render(
        self, capture: Capture, request: RenderRequest = DOCUMENT_ONLY
    ) -> RenderResult | None:
        self.asked += 1
        return self.results.pop(0)


async def archive(
    folder: Path, *results: RenderResult, store: bool = False, whole: bool = True
) -> Path:
    """An archive of a run in which the page was opened once for each of these results."""
    path = folder / "data.warc.gz"
    recorder = Recorder(path, "test", NOW, Random(1))
    recorder.write(
        PAGE.url,
        NOW,
        RawExchange(status=200, reason="OK", headers=(), body=b"x", target="/", request_headers=()),
    )
    pictures = ScreenshotStore(folder) if store else None
    policy = RenderPolicy(renderer=Browser(*results))
    async with RenderedPages(policy, pictures, recorder=recorder) as pages:
        for _ in results:
            await pages.open(PAGE, fresh=True)
    recorder.write_run({"renderings": whole}, NOW)
    recorder.close()
    return path


async def test_a_replay_reads_what_was_shown_and_starts_no_browser(tmp_path: Path) -> None:
    second = RenderResult(capture=None, complete=False, issues=("crashed",))
    network, browser = ReplayNetwork(await archive(tmp_path, RESULT, second)), Browser()
    async with RenderedPages(RenderPolicy(renderer=browser), recorded=network) as pages:
        assert await pages.open(PAGE) == RESULT
        assert await pages.open(PAGE) == RESULT
        assert await pages.open(PAGE, fresh=True) == second
        other = capture("https://skole.example/other", body="x")
        assert await pages.open(other) is None
    assert browser.asked == 0
    await network.close()


async def test_a_picture_is_kept_and_asked_for_only_where_there_is_none(tmp_path: Path) -> None:
    pictured = RenderResult(capture=RESULT.capture, complete=True, picture=PICTURE)
    (tmp_path / "with").mkdir()
    (tmp_path / "without").mkdir()
    kept = ReplayNetwork(await archive(tmp_path / "with", pictured, store=True))
    lacking = ReplayNetwork(await archive(tmp_path / "without", RESULT))
    for network, asked in ((kept, 0), (lacking, 1)):
        browser, store = Browser(pictured), ScreenshotStore(tmp_path)
        async with RenderedPages(RenderPolicy(renderer=browser), store, recorded=network) as pages:
            await pages.open(PAGE, subject=PAGE.url)
        assert store.has(PAGE.url)
        assert browser.asked == asked
        await network.close()


async def test_archives_of_before_are_opened_in_the_browser(tmp_path: Path) -> None:
    network = ReplayNetwork(await archive(tmp_path, whole=False))
    browser = Browser(RESULT)
    async with RenderedPages(RenderPolicy(renderer=browser), recorded=network) as pages:
        assert await pages.open(PAGE) == RESULT
    assert browser.asked == 1
    await network.close()
