"""What surrounds the browser: kept pictures, chosen pages, what it saw beside the HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.album import Album
from auditor.judging.findings import find
from auditor.judging.pictures import pages_to_picture
from auditor.pipeline import Order, as_recorded
from crawlers.browser.base import Picture
from crawlers.crawl import Visit, weighed
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
    album = Album(tmp_path, alter=bytes.lower)
    name = album.add(WORK, PICTURE, "finding")
    assert not (tmp_path / name).exists()
    album.publish()
    assert (tmp_path / name).read_bytes() == b"riff"
    assert [path.name for path in tmp_path.rglob("*.webp")] == [Path(name).name]
    (taken,) = album.taken
    assert (taken.subject, taken.because, taken.cut, taken.ready) == (
        WORK,
        "finding",
        True,
        "time_limit",
    )


def test_a_run_that_breaks_off_leaves_no_pictures(tmp_path: Path) -> None:
    album = Album(tmp_path)
    album.add(WORK, PICTURE, "all")
    album.discard()
    assert album.taken == ()
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


def visit(state: State, reason: Reason, *, bare: bool = False, need: str = "") -> Visit:
    return Visit(
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
    by_html: Visit, by_eyes: Visit | None, whole: bool, state: State
) -> None:
    assert weighed(by_html, by_eyes, whole=whole).visibility.state is state


def test_a_page_that_nobody_could_tell_of_is_laid_out_as_nobody_knows() -> None:
    told = weighed(BARE, None, whole=False)
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
    order = Order(url="u", out=Path(), user_agent="a", render=render, screenshots=screenshots)
    told = as_recorded(order, recorded)
    assert (told.render, told.screenshots) == meant
