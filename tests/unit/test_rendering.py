"""Which pages need a browser, by their HTML."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawlers.model import Capture, Layout, PageReading, Reason, Section, State
from crawlers.reading.document import parse
from crawlers.rendering import Eyes, Rendered, need

URL = "https://example.org/page"
SCRIPT = "<script src='/a.js'></script>"


def needed(
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
    return need(capture, parse(capture), capture.visibility(state, reason), reading)


SHOWN = (State.VISIBLE, Reason.CONTENT_SHOWN, Layout.KNOWN)
EMPTY = (State.EMPTY, Reason.NOTHING_IN_IT, Layout.KNOWN)


@pytest.mark.parametrize(
    ("body", "told", "code"),
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
    ],
)
def test_the_html_says_whether_it_can_tell(body: str, told: tuple, code: str) -> None:
    assert needed(body, *told) == code


def test_an_error_page_is_left_alone() -> None:
    assert needed(SCRIPT, State.UNDETERMINED, Reason.NEEDS_BROWSER, None, status=503) == ""


def test_always_opens_also_what_the_html_tells() -> None:
    class Blind:
        async def render(self, capture: Capture) -> Rendered | None:
            return None

    assert Eyes(renderer=Blind()).why("") == ""
    assert Eyes(renderer=Blind(), always=True).why("") == "always"
    assert Eyes(renderer=Blind(), always=True).why("needs_browser") == "needs_browser"
