"""Providers with a flow or telling markers of their own, on hand-made answers."""

import pytest

from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State
from tests.unit.answers import ARTICLE, SHELL, capture, known, oembed, run

VIDEO = "https://youtu.be/aqz-KE-bpKQ"


def watch_page(status: str, words: str = "") -> Capture:
    player = f'{{"playabilityStatus":{{"status":"{status}","reason":"{words}"}}}}'
    return capture(
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
        body=f"<html><title>YouTube</title><body><script>var p = {player};</script></body></html>",
    )


WATCH_PAGES = [
    (watch_page("OK"), State.VISIBLE, Reason.PUBLIC_METADATA),
    (watch_page("LOGIN_REQUIRED", "Private video"), State.PERMISSION_REQUIRED, Reason.PRIVATE),
    (
        watch_page("LOGIN_REQUIRED", "Sign in to confirm you’re not a bot"),
        State.UNDETERMINED,
        Reason.BOT_WALL,
    ),
    (
        watch_page("LOGIN_REQUIRED", "See our privacy policy"),
        State.UNDETERMINED,
        Reason.NEEDS_BROWSER,
    ),
    (watch_page("ERROR", "Video unavailable"), State.UNDETERMINED, Reason.NEEDS_BROWSER),
    (
        watch_page("UNPLAYABLE", "not available in your country"),
        State.UNDETERMINED,
        Reason.REGION_RESTRICTED,
    ),
]


@pytest.mark.parametrize(("page", "state", "reason"), WATCH_PAGES)
def test_youtube_401_is_told_apart_by_the_watch_page(page: Capture, state: State, reason: Reason):
    verdict, _ = run(*known(VIDEO), [oembed("Unauthorized", 401), page])
    assert (verdict.state, verdict.reason) == (state, reason)


def test_youtube_404_twice_is_removed_where_the_watch_page_agrees():
    missing = oembed("Not Found", 404)
    page = watch_page("ERROR", "Video unavailable")
    verdict, asked = run(*known(VIDEO), [missing, page, missing])
    assert (verdict.state, verdict.reason) == (State.REMOVED, Reason.NOT_FOUND)
    assert len(asked) == 3


def test_youtube_404_is_believed_where_the_example_is_known():
    missing, silent = oembed("Not Found", 404), capture(body=SHELL)
    example = oembed('{"title": "Me at the zoo", "html": "<iframe>"}')
    verdict, _ = run(*known(VIDEO), [missing, silent, example, missing])
    assert (verdict.state, verdict.reason) == (State.REMOVED, Reason.NOT_FOUND)
    assert run(*known(VIDEO), [missing, silent, missing])[0].undetermined


def test_a_youtube_channel_has_no_oembed_and_is_judged_by_its_page():
    channel = capture(
        "https://www.youtube.com/@ourriver",
        body='<html><title>x</title>{"channelMetadataRenderer":{"title":"Our river"}}</html>',
    )
    verdict, asked = run(*known("https://www.youtube.com/@ourriver"), [channel])
    assert verdict.visible
    assert [probe.url for probe in asked] == ["https://www.youtube.com/@ourriver"]


def test_a_short_vimeo_answer_without_title_is_no_proof():
    answers = [oembed('{"html": "<iframe>", "domain_status_code": 403}'), capture(body=SHELL)]
    verdict, _ = run(*known("https://vimeo.com/76979871"), answers)
    assert verdict.undetermined


def test_a_google_form_that_takes_no_more_answers_is_closed():
    start = "https://docs.google.com/forms/d/e/1FAIpQLSabcDEF123"
    closed = capture(f"{start}/viewform", final_url=f"{start}/closedform", body=ARTICLE)
    verdict, _ = run(*known(f"{start}/viewform"), [closed, closed])
    assert (verdict.state, verdict.reason) == (State.REMOVED, Reason.CLOSED)


def test_a_numbered_soundcloud_track_asks_oembed_for_the_track_not_the_player():
    player = "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/5334"
    verdict, asked = run(*known(player), [oembed('{"title": "Our song"}')])
    assert verdict.visible
    assert asked[0].url == (
        "https://soundcloud.com/oembed?format=json"
        "&url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F5334"
    )


def test_a_google_slides_probe_opens_the_frame_address():
    _, asked = run(
        *known("https://docs.google.com/presentation/d/e/2PACX-1vQabc/pub"), [capture(body=SHELL)]
    )
    assert asked[0].url == "https://docs.google.com/presentation/d/e/2PACX-1vQabc/embed"


TWINSPACE_PAGE = (
    "https://school-education.ec.europa.eu/en/etwinning/projects/our-river/twinspace/pages/results"
)


def test_a_refused_twinspace_page_without_words_stays_undetermined():
    verdict, asked = run(*known(TWINSPACE_PAGE), [capture(TWINSPACE_PAGE, status=403)])
    assert (verdict.state, verdict.reason) == (State.UNDETERMINED, Reason.REFUSED_UNEXPLAINED)
    assert len(asked) == 1


def test_a_twinspace_page_that_sends_to_eu_login_requires_a_login():
    answer = capture(TWINSPACE_PAGE, final_url="https://webgate.ec.europa.eu/cas/login?x=1")
    verdict, _ = run(*known(TWINSPACE_PAGE), [answer])
    assert (verdict.state, verdict.reason) == (State.LOGIN_REQUIRED, Reason.LOGIN_REDIRECT)


def test_a_twinspace_upload_is_judged_as_a_file():
    url = "https://school-education.ec.europa.eu/sites/default/files/2025-05/river.png"
    picture = capture(url, body=b"\x89PNG\r\n\x1a\n....", media_type="image/png")
    verdict, _ = run(*known(url), [picture])
    assert (verdict.state, verdict.reason) == (State.VISIBLE, Reason.FILE_DELIVERED)
