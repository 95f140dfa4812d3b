"""What one capture of a page says, and what a browser adds to it."""

from __future__ import annotations

import pytest

from crawlers import platforms
from crawlers.gathering.crawling.page_visit import PageVisit, merge_rendered, read_visit
from crawlers.model.page import Layout, PageReading, Section
from crawlers.model.verdict import Reason, State
from tests.unit.answers import capture
from tests.unit.inventories import WORK
from tests.unit.pages import capture_of, in_main

SITE = "https://skole.example/projekt/"
HOME = "https://school-education.ec.europa.eu/en/etwinning/projects/our-river-0/twinspace"
STORY = in_main("<h1>Our river</h1><p>" + "The pupils measured the water. " * 20 + "</p>")


def visit(
    body: str | bytes, final: str, requested: str = "", seed: str = SITE, media: str = "text/html"
) -> PageVisit:
    capture = capture_of(body, final, requested=requested, content_type=media)
    return read_visit(platforms.recognise(seed), requested or final, capture)


def verdict(page: PageVisit) -> tuple[State, Reason]:
    return page.visibility.state, page.visibility.reason


def test_a_page_with_content_is_visible() -> None:
    page = visit(STORY, f"{SITE}om.html")
    assert verdict(page) == (State.VISIBLE, Reason.CONTENT_SHOWN)
    assert page.title == "Our river"


def test_a_page_with_nothing_but_its_title_is_empty() -> None:
    page = visit(in_main("<h1>Coming soon</h1>"), f"{SITE}om.html")
    assert verdict(page) == (State.EMPTY, Reason.NOTHING_IN_IT)


def test_a_page_that_leads_on_to_pages_below_it_is_not_empty() -> None:
    menu = '<h1>Fysik</h1><nav><a href="{}">Klasse 7</a></nav>'
    way_in = visit(in_main(menu.format("klasse-7/")), f"{SITE}fysik/")
    assert verdict(way_in) == (State.VISIBLE, Reason.CONTENT_SHOWN)
    elsewhere = visit(in_main(menu.format("../kemi/")), f"{SITE}fysik/")
    assert verdict(elsewhere) == (State.EMPTY, Reason.NOTHING_IN_IT)


def test_a_page_that_could_not_be_read_is_not_called_empty() -> None:
    page = visit("<html><body><div id=app></div></body></html>", f"{HOME}/pages/a", seed=HOME)
    assert verdict(page) == (State.UNDETERMINED, Reason.NEEDS_BROWSER)


def test_what_turns_out_to_be_a_file_is_one() -> None:
    page = visit(b"%PDF-1.7", f"{SITE}hent?id=3", media="application/pdf")
    assert (page.is_file, page.visibility.reason) == (True, Reason.FILE_DELIVERED)


@pytest.mark.parametrize(
    ("requested", "final", "expected"),
    [
        (f"{SITE}a.html", f"{SITE}b.html", (State.VISIBLE, Reason.CONTENT_SHOWN)),
        (f"{SITE}a.html", "http://www.skole.example/projekt/a.html", None),
        (f"{SITE}a/b.html", "https://skole.example/", (State.REMOVED, Reason.SENT_HOME)),
        (
            f"{SITE}a/b.html",
            "https://www.skole.example/da/",
            (State.REMOVED, Reason.SENT_HOME),
        ),
        (
            f"{SITE}a/b.html",
            "https://skole.example/cookies?back=1",
            (State.UNDETERMINED, Reason.UNEXPECTED_ANSWER),
        ),
        # Elsewhere: moved, or a link that leads on; not a sign of being gone.
        (
            f"{SITE}go",
            "https://andre.example/projekt/side/1",
            (State.UNDETERMINED, Reason.UNEXPECTED_ANSWER),
        ),
        (
            SITE,
            "https://ny-skole.example/",
            (State.UNDETERMINED, Reason.UNEXPECTED_ANSWER),
        ),
    ],
)
def test_pages_that_send_their_visitor_on(
    requested: str, final: str, expected: tuple[State, Reason] | None
) -> None:
    assert verdict(visit(STORY, final, requested)) == (
        expected or (State.VISIBLE, Reason.CONTENT_SHOWN)
    )


def test_a_wall_is_detected_before_anything_is_read() -> None:
    body = in_main("<h1>Access denied</h1><p>You are not authorized to access this page.</p>")
    page = visit(body, f"{HOME}/pages/a", seed=HOME)
    assert page.visibility.state is State.PERMISSION_REQUIRED
    assert page.reading is None


# What a browser saw beside what the HTML says.

BODY = capture(WORK, body="<p></p>")


def visit_with(state: State, reason: Reason, *, bare: bool = False, need: str = "") -> PageVisit:
    return PageVisit(
        page=WORK,
        capture=BODY,
        visibility=BODY.visibility(state, reason),
        reading=PageReading(section=Section.PAGE),
        bare=bare,
        need=need,
    )


CONTENT = visit_with(State.VISIBLE, Reason.CONTENT_SHOWN)
BARE = visit_with(State.EMPTY, Reason.NOTHING_IN_IT, bare=True, need="empty_with_scripts")
FEED = visit_with(State.VISIBLE, Reason.CONTENT_SHOWN, need="unfilled_feed")


@pytest.mark.parametrize(
    ("by_html", "by_eyes", "whole", "state"),
    [
        (BARE, CONTENT, True, State.VISIBLE),
        (BARE, BARE, True, State.EMPTY),
        (BARE, BARE, False, State.UNDETERMINED),
        (BARE, None, False, State.UNDETERMINED),
        (BARE, CONTENT, False, State.VISIBLE),
        (FEED, BARE, False, State.VISIBLE),
        (FEED, None, False, State.VISIBLE),
        (CONTENT, None, False, State.VISIBLE),
    ],
)
def test_what_did_not_come_is_never_called_missing(
    by_html: PageVisit, by_eyes: PageVisit | None, whole: bool, state: State
) -> None:
    assert merge_rendered(by_html, by_eyes, complete=whole).visibility.state is state


def test_a_page_that_could_not_be_determined_has_an_unknown_layout() -> None:
    merged = merge_rendered(BARE, None, complete=False)
    assert merged.reading is not None
    assert merged.reading.layout is Layout.UNKNOWN
