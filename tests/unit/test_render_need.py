"""Which pages need a browser, by their HTML."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawlers.detection.render_need import render_reason
from crawlers.extraction.document import parse
from crawlers.model.capture import Capture
from crawlers.model.page import Layout, PageReading, Section
from crawlers.model.verdict import Reason, State

URL = "https://example.org/page"
SCRIPT = "<script src='/a.js'></script>"


def need_of(
    body: str, state: State, reason: Reason, layout: Layout | None, status: int = 200
) -> str:
    capture = Capture(
        url=URL,
        final_url=URL,
        captured_at=datetime(2026, 11, 25, tzinfo=UTC),
        status=status,
        headers=(("content-type", "text/html"),),
        body=body.encode(),
    )
    reading = None if layout is None else PageReading(title="", section=Section.PAGE, layout=layout)
    return render_reason(capture, parse(capture), capture.visibility(state, reason), reading)


SHOWN = (State.VISIBLE, Reason.CONTENT_SHOWN, Layout.KNOWN)
EMPTY = (State.EMPTY, Reason.NOTHING_IN_IT, Layout.KNOWN)


@pytest.mark.parametrize(
    ("body", "layout", "code"),
    [
        (SCRIPT, (State.UNDETERMINED, Reason.NEEDS_BROWSER, None), "needs_browser"),
        (SCRIPT, (State.LOGIN_REQUIRED, Reason.LOGIN_FORM, None), ""),
        (SCRIPT, (State.VISIBLE, Reason.CONTENT_SHOWN, Layout.UNKNOWN), "layout_unknown"),
        (SCRIPT, EMPTY, "empty_with_scripts"),
        ("<p></p>", EMPTY, ""),
        (f"<main><p>One</p>{SCRIPT}</main>", SHOWN, ""),
        (f"<main><p>One</p><div role='feed'> </div>{SCRIPT}</main>", SHOWN, "unfilled_feed"),
        (f"<main><p>One</p><ul aria-busy='true'></ul>{SCRIPT}</main>", SHOWN, "unfilled_feed"),
        (f"<main><div role='feed'>Two</div>{SCRIPT}</main>", SHOWN, ""),
        ("<main><p>One</p><div role='feed'></div></main>", SHOWN, ""),
        (
            f"<main><p>One</p><div class='photo-gallery'></div>{SCRIPT}</main>",
            SHOWN,
            "lazy_gallery",
        ),
        (f"<main><p>One</p><div id='gallery'></div>{SCRIPT}</main>", SHOWN, "lazy_gallery"),
        (f"<main><p>One</p><div data-carousel='3'></div>{SCRIPT}</main>", SHOWN, "lazy_gallery"),
        (f"<main><div class='gallery'><img src='/a.jpg'></div>{SCRIPT}</main>", SHOWN, ""),
        (
            f"<main><p>Our gallery</p><x-wall id='w'></x-wall>{SCRIPT}</main>",
            SHOWN,
            "web_component",
        ),
        (f"<main><p>One</p><x-wall>Our wall</x-wall>{SCRIPT}</main>", SHOWN, ""),
        (f"<main><p>One</p><lite-youtube videoid='a'></lite-youtube>{SCRIPT}</main>", SHOWN, ""),
        (
            "<main><div class='is-hidden'><iframe src='/x'></iframe></div></main>",
            SHOWN,
            "hidden_part",
        ),
        ("<main><div class='hideout'><iframe src='/x'></iframe></div></main>", SHOWN, ""),
        (f"<main><iframe id='hidden-1' src='/x'></iframe>{SCRIPT}</main>", SHOWN, "hidden_part"),
    ],
)
def test_the_html_says_whether_it_can_tell(body: str, layout: tuple, code: str) -> None:
    assert need_of(body, *layout) == code


def test_an_error_page_is_left_alone() -> None:
    assert need_of(SCRIPT, State.UNDETERMINED, Reason.NEEDS_BROWSER, None, status=503) == ""
