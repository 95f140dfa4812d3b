"""A browser's look at what HTTP left open: pages of third parties, and embeds after consent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from crawlers.browser.base import (
    DOCUMENT_ONLY,
    Picture,
    RenderPolicy,
    RenderRequest,
    RenderResult,
)
from crawlers.extraction.document import RENDERED
from crawlers.gathering.browsing.rendered_pages import RenderedPages
from crawlers.gathering.browsing.screenshot_store import ScreenshotStore
from crawlers.gathering.probing.rendered_probe import (
    probe_after_consent,
    probe_rendered,
    render_reason,
)
from crawlers.http.fetcher import Fetcher
from crawlers.model.artefact import EmbedState, Form, Kind, Sighting
from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.schema import Signal
from tests.unit.answers import LOGIN, SHELL, artefact, capture, provider

URL = "https://tool.example.org/p/1"
POSTS = Signal(
    state=State.VISIBLE,
    reason=Reason.CONTENT_SHOWN,
    where="element",
    pattern="[data-post]",
    source="invented",
)
NONE_YET = Signal(
    state=State.EMPTY,
    reason=Reason.NOTHING_IN_IT,
    where="element",
    pattern="[data-no-posts]",
    source="invented",
)
GONE = Signal(
    state=State.REMOVED,
    reason=Reason.GONE,
    where="element",
    pattern="[data-error='404']",
    source="invented",
)
TOOL = provider(rendered_signals=(POSTS, NONE_YET, GONE))
PICTURE = Picture(webp=b"RIFF", width=1280, height=900, cut=False, idle=True)


class Net:
    """A fetcher that knows some addresses; it counts what it is asked for."""

    def __init__(self, **captures: Capture) -> None:
        self.known = {capture.url: capture for capture in captures.values()}
        self.asked: list[str] = []

    async def get(self, url: str, *, fresh: bool = False) -> Capture:
        self.asked.append(url)
        return self.known.get(url) or capture(url, status=404)


class Browser:
    """A browser that shows what a test says."""

    def __init__(self, *results: RenderResult | None) -> None:
        self.shown = list(results)
        self.requests: list[RenderRequest] = []

    async def render(
        self, capture: Capture, request: RenderRequest = DOCUMENT_ONLY
    ) -> RenderResult | None:
        self.requests.append(request)
        return self.shown[min(len(self.requests), len(self.shown)) - 1]


def page(body: str, url: str = URL) -> Capture:
    return capture(url, body=f"<html {RENDERED}><body>{body}</body></html>", record="urn:1")


def result_of(body: str, *, complete: bool = True, **more: Any) -> RenderResult:
    return RenderResult(capture=page(body), complete=complete, **more)


def net(**more: Capture) -> Net:
    return Net(first=capture(URL, body=SHELL), **more)


async def verdict_of(browser: Browser, web: Net | None = None) -> tuple[State, Reason] | None:
    thing = artefact(URL, Kind.WALL)
    async with RenderedPages(RenderPolicy(renderer=browser)) as pages:
        verdict = await probe_rendered(cast("Fetcher", web or net()), pages, TOOL, thing)
    return None if verdict is None else (verdict.state, verdict.reason)


FILLED = "<p data-post>One</p><a href='/p/1'>tool.example.org/p/1</a>"


async def test_what_is_seen_decides() -> None:
    verdict = await verdict_of(Browser(result_of(FILLED)))
    assert verdict == (State.VISIBLE, Reason.CONTENT_SHOWN)


@pytest.mark.parametrize(
    ("browser", "expected"),
    [
        (result_of("<p>Our board</p>"), (State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)),
        (result_of("<p data-no-posts>-</p>"), (State.EMPTY, Reason.NOTHING_IN_IT)),
        # The data did not come: nothing is called missing for that.
        (
            result_of("<p data-no-posts>-</p>", complete=False),
            (State.UNDETERMINED, Reason.NO_PUBLIC_SIGN),
        ),
        (result_of(FILLED, complete=False), (State.VISIBLE, Reason.CONTENT_SHOWN)),
        (result_of(LOGIN), (State.LOGIN_REQUIRED, Reason.LOGIN_FORM)),
        (RenderResult(capture=None, complete=False), (State.UNDETERMINED, Reason.NEEDS_BROWSER)),
    ],
)
async def test_a_look_tells_no_more_than_it_saw(
    browser: RenderResult, expected: tuple[State, Reason]
) -> None:
    assert await verdict_of(Browser(browser)) == expected


async def test_an_element_that_no_visitor_sees_is_not_a_sign() -> None:
    hidden = f"<div data-unseen-by-visitors=''>{FILLED}</div>"
    assert await verdict_of(Browser(result_of(hidden))) == (
        State.UNDETERMINED,
        Reason.NO_PUBLIC_SIGN,
    )


async def test_nothing_is_removed_before_a_second_fresh_look() -> None:
    gone = result_of("<p data-error='404'>-</p>")
    assert await verdict_of(Browser(gone)) == (State.REMOVED, Reason.GONE)
    again = Browser(gone, result_of(FILLED))
    assert await verdict_of(again) == (State.VISIBLE, Reason.CONTENT_SHOWN)


async def test_a_script_that_leads_to_a_log_in_asks_for_one() -> None:
    door = "https://tool.example.org/login?next=/p/1"
    web = net(door=capture(door, body=LOGIN))
    sent = result_of("<p></p>", sent_to=door)
    verdict = await verdict_of(Browser(sent), web)
    assert verdict is not None
    assert verdict[0] is State.LOGIN_REQUIRED


async def test_without_a_browser_nothing_is_said() -> None:
    assert await verdict_of(Browser(None)) is None


async def test_a_page_that_did_not_open_is_not_looked_at() -> None:
    browser = Browser(result_of(FILLED))
    assert await verdict_of(browser, Net(first=capture(URL, status=503))) is None
    assert browser.requests == []


async def test_what_is_opened_is_pictured_too(tmp_path: Path) -> None:
    store = ScreenshotStore(tmp_path)
    browser = Browser(result_of(FILLED, picture=PICTURE))
    thing = artefact(URL, Kind.WALL)
    async with RenderedPages(RenderPolicy(renderer=browser), store) as pages:
        verdict = await probe_rendered(cast("Fetcher", net()), pages, TOOL, thing)
    assert verdict is not None
    assert verdict.evidence == ("urn:1",)
    assert browser.requests == [RenderRequest(screenshot=True)]
    assert store.has(thing.id)


@pytest.mark.parametrize(
    ("state", "reason", "code"),
    [
        (State.UNDETERMINED, Reason.NEEDS_BROWSER, "needs_browser"),
        (State.UNDETERMINED, Reason.CONSENT_WALL, "consent_wall"),
        (State.UNDETERMINED, Reason.BOT_WALL, ""),
        (State.UNDETERMINED, Reason.RATE_LIMITED, ""),
        (State.UNDETERMINED, Reason.TIMEOUT, ""),
        (State.UNDETERMINED, Reason.ROBOTS_DISALLOWED, ""),
        (State.REMOVED, Reason.NOT_FOUND, ""),
        (State.VISIBLE, Reason.CONTENT_SHOWN, ""),
    ],
)
def test_only_what_eyes_may_tell_is_looked_at(state: State, reason: Reason, code: str) -> None:
    assert render_reason(Visibility(state=state, reason=reason)) == code


# After consent.

NOTICE = "https://webtools.europa.eu/crs/iframe/?oriurl=https%3A%2F%2Fwww.youtube.com%2Fembed%2FSeaPublic01"
FILM = "https://www.youtube.com/embed/SeaPublic01"
WAITS = Sighting(
    page="https://school-education.ec.europa.eu/en/etwinning/projects/x/twinspace",
    form=Form.EMBED,
    url=NOTICE,
    embed=EmbedState.NEEDS_CONSENT,
)


async def verdict_after_consent(
    rendered: RenderResult | None, film: Capture | None = None
) -> tuple[str, Any]:
    web = Net(
        notice=capture(NOTICE, body="<button id=accept>"), film=film or capture(FILM, body="film")
    )
    async with RenderedPages(RenderPolicy(renderer=Browser(rendered))) as pages:
        artefact = await probe_after_consent(cast("Fetcher", web), pages, WAITS)
    assert artefact.embed is EmbedState.NEEDS_CONSENT
    return artefact.after_consent.value, artefact.after_consent_reason


def result_after_consent(**more: Any) -> RenderResult:
    return replace(result_of("<p></p>"), **({"accepted": "yes"} | more))


@pytest.mark.parametrize(
    ("rendered", "expected"),
    [
        (result_after_consent(appeared=frozenset({FILM})), ("shown", None)),
        (result_after_consent(blocked=frozenset({FILM})), ("blocked", "x_frame_options")),
        (result_after_consent(), ("blocked", "nothing_appears")),
        (replace(result_after_consent(), complete=False), ("not_checked", None)),
        (replace(result_after_consent(), accepted=""), ("not_checked", None)),
        (replace(result_after_consent(), accepted="likely"), ("not_checked", None)),
        (result_after_consent(appeared=frozenset({FILM}), accepted="likely"), ("shown", None)),
        (None, ("not_checked", None)),
        # A frame of another service is not what was waited for.
        (
            result_after_consent(appeared=frozenset({"https://other.example/"})),
            ("blocked", "nothing_appears"),
        ),
    ],
)
async def test_what_appears_after_consent(
    rendered: RenderResult | None, expected: tuple[str, Any]
) -> None:
    assert await verdict_after_consent(rendered) == expected


async def test_what_appears_in_the_notice_may_still_not_stand_on_the_page() -> None:
    only_there = ("content-security-policy", "frame-ancestors https://webtools.europa.eu")
    film = capture(FILM, body="film", headers=(only_there,))
    verdict = await verdict_after_consent(result_after_consent(appeared=frozenset({FILM})), film)
    assert verdict == ("blocked", "frame_ancestors")


async def test_what_waits_for_no_consent_is_left_alone() -> None:
    browser = Browser(result_after_consent())
    shown_at_once = WAITS.model_copy(update={"embed": EmbedState.SHOWN})
    async with RenderedPages(RenderPolicy(renderer=browser)) as pages:
        artefact = await probe_after_consent(cast("Fetcher", net()), pages, shown_at_once)
    assert artefact is shown_at_once
    assert browser.requests == []
