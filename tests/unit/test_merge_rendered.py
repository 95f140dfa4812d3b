"""What a browser saw beside what the HTML says."""

from __future__ import annotations

import pytest

from crawlers.gathering.page_visit import PageVisit, merge_rendered
from crawlers.model.page import Layout, PageReading, Section
from crawlers.model.verdict import Reason, State
from tests.unit.answers import capture
from tests.unit.inventories import WORK

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
    merged = merge_rendered(BARE, None, complete=False)
    assert merged.reading is not None
    assert merged.reading.layout is Layout.UNKNOWN
