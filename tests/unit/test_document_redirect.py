"""Where a document sends its visitor, and what sends nobody anywhere."""

from __future__ import annotations

import pytest

from crawlers.detection.document_redirect import Onward, redirect_of
from tests.unit.pages import PAGE, capture_of, document

THERE = "https://skole.example/da/"
STORY = "<p>" + "The pupils measured the water of their river. " * 12 + "</p>"


def onward(body: str, headers: tuple[tuple[str, str], ...] = ()) -> Onward | None:
    return redirect_of(capture_of(body, headers=headers), document(body))


@pytest.mark.parametrize(
    "body",
    [
        "<meta http-equiv=refresh content='0;/da/'>",
        "<title>Redirecting</title><meta http-equiv=refresh content='12; url=/da/'>"
        "<p>You will be taken on. <a href='/da/'>Go on</a></p>",
        f"<meta http-equiv=refresh content='1;/da/'>{STORY}",
        "<script>location='/da/'</script>",
        '<script>window.location.href = "/da/";</script><p>Please wait</p>',
        "<script>top.location.replace('\\/da\\/')</script>",
        "<script>setTimeout(() => { document.location.assign('/da/#x') }, 500)</script>",
        "<script>function go() { self.location = '/da/'; }</script><body onload='go()'>",
        "<body onload=\"window.location='/da/'\">",
    ],
)
def test_a_visitor_is_sent_on(body: str) -> None:
    assert onward(body) == Onward(THERE)


@pytest.mark.parametrize(
    "body",
    [
        f"<meta http-equiv=refresh content='12;/da/'>{STORY}",
        "<meta http-equiv=refresh content='1800;/da/'>",
        "<meta http-equiv=refresh content='30'>",
        f"<script>if (small) location = '/m/'</script>{STORY}",
        "<script>b.onclick = function () { location.href = '/da/' }</script>",
        "<script>if (location == '/da/') start()</script>",
        "<script src='/app.js'></script>",
        "<iframe src='https://padlet.com/a/b'></iframe><script>location = '/da/'</script>",
        "<form><input name=q></form><script>location = '/da/'</script>",
        "<script>var mylocation = '/da/'</script>",
        STORY,
    ],
)
def test_a_visitor_stays(body: str) -> None:
    assert onward(body) is None


@pytest.mark.parametrize(
    "body",
    [
        "<script>location = navigator.language == 'da' ? '/da/' : '/en/'</script>",
        "<script>if (x) location.replace('/da/'); else location.replace('/en/')</script>",
        "<script>location = base + '/da/'</script>",
    ],
)
def test_where_a_script_decides_nobody_can_tell(body: str) -> None:
    assert onward(body) == Onward("")


def test_a_script_that_sets_a_cookie_and_reads_the_page_again_waits_for_it() -> None:
    body = "<script>document.cookie = 'ok=1'; location.reload()</script>"
    assert onward(body) == Onward("", cookie=True)
    again = f"<script>document.cookie = 'ok=1'; location.href = '{PAGE}'</script>"
    assert onward(again) == Onward("", cookie=True)
    assert onward("<script>location.reload()</script>") is None


def test_the_header_leads_on_as_the_element_does() -> None:
    assert onward("Moved.", (("Refresh", "0; url=/da/"),)) == Onward(THERE)
