"""What surrounds the browser: kept pictures, chosen pages, what it saw beside the HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.application.audit_request import AuditRequest, as_recorded
from auditor.judging.findings import find
from auditor.judging.pictures import pages_to_picture
from crawlers.browser.base import Picture
from crawlers.gathering.page_visit import PageVisit, merge_rendered
from crawlers.gathering.screenshot_store import ScreenshotStore
from crawlers.model import (
    EmbedState,
    Layout,
    PageReading,
    Reason,
    Section,
    State,
)
from tests.unit.answers import capture
from tests.unit.inventories import HOME, WORK, artefact, home, inventory, page

PICTURE = Picture(webp=b"RIFF", width=1280, height=900, cut=True, idle=False)


def test_pictures_lie_in_place_when_all_is_done(tmp_path: Path) -> None:
    (tmp_path / "screenshots").mkdir()
    (tmp_path / "screenshots" / "old.webp").write_bytes(b"of an earlier audit")
    store = ScreenshotStore(tmp_path, transform=bytes.lower)
    store.add(f"{WORK}?open", PICTURE)
    store.add(f"{WORK}?another", PICTURE)
    store.assign(WORK, f"{WORK}?open")
    assert (store.has(WORK), store.has(HOME)) == (True, False)
    store.keep(WORK, "finding")
    assert [path.name for path in (tmp_path / "screenshots").iterdir()] == ["old.webp"]
    (taken,) = store.publish()
    name = taken.file
    assert (tmp_path / name).read_bytes() == b"riff"
    assert [path.name for path in tmp_path.rglob("*.webp")] == [Path(name).name]
    assert (taken.subject, taken.because, taken.cut, taken.ready) == (
        WORK,
        "finding",
        True,
        "time_limit",
    )


def test_a_run_that_breaks_off_leaves_no_pictures(tmp_path: Path) -> None:
    store = ScreenshotStore(tmp_path)
    store.add(WORK, PICTURE)
    store.assign(WORK, WORK)
    store.keep(WORK, "all")
    store.discard()
    assert not store.has(WORK)
    assert list(tmp_path.iterdir()) == []


RESULTS = f"{HOME}/pages/results"


@pytest.mark.parametrize(
    ("shots", "chosen"),
    [
        ("none", {}),
        ("key", {HOME: "home", RESULTS: "result_page", WORK: "finding"}),
        ("all", {HOME: "home", RESULTS: "result_page", WORK: "finding", f"{HOME}/pages/x": "all"}),
    ],
)
def test_which_pages_are_pictured(shots: str, chosen: dict[str, str]) -> None:
    other = page(f"{HOME}/pages/x", "Our school", found_on=(HOME,))
    found = inventory(
        [
            home(),
            page(RESULTS, "Final product", found_on=(HOME,)),
            page(WORK, state=State.LOGIN_REQUIRED),
            other,
        ]
    )
    assert pages_to_picture(found, find(found), shots) == chosen


def test_a_page_whose_embed_shows_nothing_is_pictured() -> None:
    thing = artefact(embed=EmbedState.BLOCKED, embed_reason="x_frame_options")
    found = inventory(things=[thing])
    assert pages_to_picture(found, find(found), "key")[WORK] == "finding"


# What a browser saw beside what the HTML says.

BODY = capture(WORK, body="<p></p>")


def visit(state: State, reason: Reason, *, bare: bool = False, need: str = "") -> PageVisit:
    return PageVisit(
        page=WORK,
        capture=BODY,
        visibility=BODY.visibility(state, reason),
        reading=PageReading(section=Section.PAGE),
        bare=bare,
        need=need,
    )


SHOWN = visit(State.VISIBLE, Reason.CONTENT_SHOWN)
BARE = visit(State.EMPTY, Reason.NOTHING_IN_IT, bare=True, need="empty_with_scripts")
FEED = visit(State.VISIBLE, Reason.CONTENT_SHOWN, need="unfilled_feed")


@pytest.mark.parametrize(
    ("by_html", "by_eyes", "whole", "state"),
    [
        (BARE, SHOWN, True, State.VISIBLE),
        (BARE, BARE, True, State.EMPTY),
        (BARE, BARE, False, State.UNDETERMINED),
        (BARE, None, False, State.UNDETERMINED),
        (BARE, SHOWN, False, State.VISIBLE),
        (FEED, BARE, False, State.VISIBLE),
        (FEED, None, False, State.VISIBLE),
        (SHOWN, None, False, State.VISIBLE),
    ],
)
def test_what_did_not_come_is_never_called_missing(
    by_html: PageVisit, by_eyes: PageVisit | None, whole: bool, state: State
) -> None:
    assert merge_rendered(by_html, by_eyes, complete=whole).visibility.state is state


def test_a_page_that_nobody_could_tell_of_is_laid_out_as_nobody_knows() -> None:
    told = merge_rendered(BARE, None, complete=False)
    assert told.reading is not None
    assert told.reading.layout is Layout.UNKNOWN


@pytest.mark.parametrize(
    ("render", "screenshots", "recorded", "meant"),
    [
        (None, None, {}, ("auto", "key")),
        ("always", None, {}, ("always", "key")),
        ("never", None, {}, ("never", "none")),
        ("never", "all", {}, ("never", "all")),
        (None, None, {"render": "always", "screenshots": "all"}, ("always", "all")),
        ("never", None, {"render": "auto", "screenshots": "none"}, ("never", "none")),
        # An archive of ours from before there was a browser.
        (None, None, {"max_pages": 500}, ("never", "none")),
    ],
)
def test_what_is_not_ordered_is_as_it_was_recorded(
    render: str | None,
    screenshots: str | None,
    recorded: dict[str, object],
    meant: tuple[str, str],
) -> None:
    request = AuditRequest(
        url="u", out=Path(), user_agent="a", render=render, screenshots=screenshots
    )
    told = as_recorded(request, recorded)
    assert (told.render, told.screenshots) == meant
