"""Pictures: taken while a page is open, never by opening it a second time."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from crawlers.browser.base import (
    DOCUMENT_ONLY,
    Picture,
    RenderPolicy,
    RenderRequest,
    RenderResult,
)
from crawlers.gathering.browsing.rendered_pages import RenderedPages
from crawlers.gathering.browsing.screenshot_store import ScreenshotStore
from crawlers.gathering.browsing.screenshots import CapturedScreenshots, capture_screenshots
from crawlers.http.fetcher import Fetcher
from crawlers.model.capture import Capture
from crawlers.model.inventory import Inventory
from tests.unit.answers import capture
from tests.unit.inventories import HOME, WORK, artefact, home, inventory, page

PICTURE = Picture(webp=b"RIFF", width=1280, height=900, cut=False, idle=True)


class Web:
    """A fetcher for which every address is a page; ``leads`` are its redirects."""

    def __init__(self, **leads: str) -> None:
        self.leads = leads

    async def get(self, url: str, *, fresh: bool = False) -> Capture:
        return capture(url, body="<p>Text</p>", final_url=self.leads.get(url, url))


class Browser:
    """A browser that notes what it opens; pages in ``broken`` give no picture."""

    def __init__(self, *broken: str, issues: tuple[str, ...] = (), sent_to: str = "") -> None:
        self.broken, self.issues, self.sent_to = broken, issues, sent_to
        self.opened: list[tuple[str, RenderRequest]] = []

    async def render(
        self, capture: Capture, wish: RenderRequest = DOCUMENT_ONLY
    ) -> RenderResult | None:
        self.opened.append((capture.final_url, wish))
        picture = None if capture.final_url in self.broken else PICTURE
        return RenderResult(
            capture=capture,
            complete=True,
            issues=self.issues,
            sent_to=self.sent_to,
            picture=picture,
        )

    @property
    def addresses(self) -> list[str]:
        return [url for url, _ in self.opened]


def opened_project(*urls: str) -> Inventory:
    """An inventory of the home page and these, each of which opened at its own address."""
    project = inventory([home(), *(page(url, found_on=(HOME,)) for url in urls)])
    opened = (
        page.model_copy(
            update={"visibility": page.visibility.model_copy(update={"final_url": page.url})}
        )
        for page in project.pages
    )
    return project.model_copy(update={"pages": tuple(opened)})


async def screenshots_of(
    browser: Browser,
    out: Path,
    project: Inventory,
    *before: str,
    reasons: dict[str, str] | None = None,
    web: Web | None = None,
) -> CapturedScreenshots:
    """The pictures of all pages, where the pages ``before`` were open while they were read."""
    store, net = ScreenshotStore(out), web or Web()
    async with RenderedPages(RenderPolicy(renderer=browser), store) as pages:
        for url in before:
            await pages.open(await net.get(url), subject=url)
        chosen = reasons or {page.url: "all" for page in project.pages}
        return await capture_screenshots(cast("Fetcher", net), pages, store, project, chosen)


async def test_a_page_that_was_open_is_not_opened_again(tmp_path: Path) -> None:
    browser = Browser()
    captures = await screenshots_of(browser, tmp_path, opened_project(WORK), WORK)
    assert sorted(browser.addresses) == sorted([HOME, WORK])
    assert {shot.subject for shot in captures.screenshots} == {HOME, WORK}
    for shot in captures.screenshots:
        assert (tmp_path / shot.file).read_bytes() == b"RIFF"


async def test_a_page_that_broke_while_it_was_open_is_not_tried_again(tmp_path: Path) -> None:
    browser = Browser(WORK)
    captures = await screenshots_of(browser, tmp_path, opened_project(WORK), WORK)
    assert browser.addresses.count(WORK) == 1
    assert [shot.subject for shot in captures.screenshots] == [HOME]


async def test_only_what_is_chosen_is_kept(tmp_path: Path) -> None:
    browser = Browser()
    captures = await screenshots_of(
        browser, tmp_path, opened_project(WORK), WORK, HOME, reasons={HOME: "home"}
    )
    assert [(shot.subject, shot.because) for shot in captures.screenshots] == [(HOME, "home")]
    assert len(list(tmp_path.rglob("*.webp"))) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["screenshots"]


async def test_two_addresses_of_one_page_share_its_picture(tmp_path: Path) -> None:
    browser, other = Browser(), f"{HOME}/pages/other"
    web = Web(**{other: WORK})
    captures = await screenshots_of(
        browser, tmp_path, opened_project(WORK, other), WORK, other, web=web
    )
    assert browser.addresses.count(WORK) == 1
    assert {shot.subject for shot in captures.screenshots} == {HOME, WORK, other}


async def test_a_page_that_leaves_is_not_a_picture_of_itself(tmp_path: Path) -> None:
    browser = Browser(sent_to="https://example.org/")
    captures = await screenshots_of(browser, tmp_path, opened_project(WORK), WORK)
    assert browser.addresses.count(WORK) == 1
    assert captures.screenshots == ()


async def test_what_scripts_do_is_reported_of_pages_that_were_opened_for_their_picture(
    tmp_path: Path,
) -> None:
    browser = Browser(issues=("pop_up",))
    project = opened_project(WORK)
    read = project.model_copy(
        update={
            "pages": tuple(
                page.model_copy(update={"rendered": page.url == WORK}) for page in project.pages
            )
        }
    )
    captures = await screenshots_of(browser, tmp_path, read, WORK)
    assert captures.trouble == {HOME: ("pop_up",)}


@pytest.mark.parametrize(("rendered", "kept"), [("needs_browser", True), ("", False)])
async def test_an_artefact_that_was_opened_is_pictured(
    rendered: str, kept: bool, tmp_path: Path
) -> None:
    thing = artefact().model_copy(update={"rendered_because": rendered})
    store, net = ScreenshotStore(tmp_path), Web()
    async with RenderedPages(RenderPolicy(renderer=Browser()), store) as pages:
        await pages.open(await net.get(thing.url), subject=thing.id)
        captures = await capture_screenshots(
            cast("Fetcher", net), pages, store, inventory(things=[thing]), {}
        )
    assert [shot.because for shot in captures.screenshots] == (["opened"] if kept else [])


async def test_an_address_is_opened_once_for_each_purpose_and_again_when_fresh() -> None:
    browser, net = Browser(), Web()
    async with RenderedPages(RenderPolicy(renderer=browser)) as pages:
        first = await net.get(WORK)
        results = [
            await pages.open(first),
            await pages.open(await net.get(WORK), subject=WORK),
            await pages.open(first, consent=True),
            await pages.open(await net.get(WORK), fresh=True),
        ]
    assert [wish for _, wish in browser.opened] == [
        RenderRequest(),
        RenderRequest(consent=True),
        RenderRequest(),
    ]
    assert results[0] is results[1]
