"""The ways of single tools, in code or in rules, on hand-made answers."""

from dataclasses import replace

import pytest

from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State
from tests.unit.answers import ARTICLE, LOGIN, SHELL, capture, oembed, run, tool_and_artefact

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
def test_youtube_401_is_distinguished_by_the_watch_page(
    page: Capture, state: State, reason: Reason
):
    verdict, _ = run(*tool_and_artefact(VIDEO), [oembed("Unauthorized", 401), page])
    assert (verdict.state, verdict.reason) == (state, reason)


def test_youtube_404_twice_is_removed_where_the_watch_page_agrees():
    missing = oembed("Not Found", 404)
    page = watch_page("ERROR", "Video unavailable")
    verdict, probes = run(*tool_and_artefact(VIDEO), [missing, page, missing])
    assert (verdict.state, verdict.reason) == (State.REMOVED, Reason.NOT_FOUND)
    assert len(probes) == 3


def test_youtube_404_counts_where_the_example_is_known():
    missing, silent = oembed("Not Found", 404), capture(body=SHELL)
    example = oembed('{"title": "Me at the zoo", "html": "<iframe>"}')
    verdict, _ = run(*tool_and_artefact(VIDEO), [missing, silent, example, missing])
    assert (verdict.state, verdict.reason) == (State.REMOVED, Reason.NOT_FOUND)
    assert run(*tool_and_artefact(VIDEO), [missing, silent, missing])[0].undetermined


def test_a_youtube_channel_has_no_oembed_and_is_judged_by_its_page():
    channel = capture(
        "https://www.youtube.com/@ourriver",
        body='<html><title>x</title>{"channelMetadataRenderer":{"title":"Our river"}}</html>',
    )
    verdict, probes = run(*tool_and_artefact("https://www.youtube.com/@ourriver"), [channel])
    assert verdict.visible
    assert [probe.url for probe in probes] == ["https://www.youtube.com/@ourriver"]


def test_a_short_vimeo_answer_without_title_proves_nothing():
    answers = [oembed('{"html": "<iframe>", "domain_status_code": 403}'), capture(body=SHELL)]
    verdict, _ = run(*tool_and_artefact("https://vimeo.com/76979871"), answers)
    assert verdict.undetermined


def test_a_google_form_that_takes_no_more_answers_is_closed():
    start = "https://docs.google.com/forms/d/e/1FAIpQLSabcDEF123"
    closed = capture(f"{start}/viewform", final_url=f"{start}/closedform", body=ARTICLE)
    verdict, _ = run(*tool_and_artefact(f"{start}/viewform"), [closed, closed])
    assert (verdict.state, verdict.reason) == (State.REMOVED, Reason.CLOSED)


def test_a_numbered_soundcloud_track_asks_oembed_for_the_track_not_the_player():
    player = "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/5334"
    verdict, probes = run(*tool_and_artefact(player), [oembed('{"title": "Our song"}')])
    assert verdict.visible
    assert probes[0].url == (
        "https://soundcloud.com/oembed?format=json"
        "&url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F5334"
    )


def test_a_google_slides_probe_opens_the_frame_address():
    _, probes = run(
        *tool_and_artefact("https://docs.google.com/presentation/d/e/2PACX-1vQabc/pub"),
        [capture(body=SHELL)],
    )
    assert probes[0].url == "https://docs.google.com/presentation/d/e/2PACX-1vQabc/embed"


TWINSPACE_PAGE = (
    "https://school-education.ec.europa.eu/en/etwinning/projects/our-river/twinspace/pages/results"
)


def test_a_refused_twinspace_page_without_words_stays_undetermined():
    verdict, probes = run(*tool_and_artefact(TWINSPACE_PAGE), [capture(TWINSPACE_PAGE, status=403)])
    assert (verdict.state, verdict.reason) == (State.UNDETERMINED, Reason.REFUSED_UNEXPLAINED)
    assert len(probes) == 1


def test_a_twinspace_page_that_sends_to_eu_login_requires_a_login():
    answer = capture(TWINSPACE_PAGE, final_url="https://webgate.ec.europa.eu/cas/login?x=1")
    verdict, _ = run(*tool_and_artefact(TWINSPACE_PAGE), [answer])
    assert (verdict.state, verdict.reason) == (State.LOGIN_REQUIRED, Reason.LOGIN_REDIRECT)


def test_a_twinspace_upload_is_judged_as_a_file():
    url = "https://school-education.ec.europa.eu/sites/default/files/2025-05/river.png"
    picture = capture(url, body=b"\x89PNG\r\n\x1a\n....", media_type="image/png")
    verdict, _ = run(*tool_and_artefact(url), [picture])
    assert (verdict.state, verdict.reason) == (State.VISIBLE, Reason.FILE_DELIVERED)


# Tools that schools work with.

Verdict = tuple[State, Reason]

PADLET = "https://padlet.com/teacher1/our-river-abc1def2ghi3jk4l"
PADLET_EMBED = "https://padlet.com/embed/abc1def2ghi3jk4l"
GENIALLY = "https://view.genially.com/64a1b2c3d4e5f60718293a4b"
CANVA = "https://www.canva.com/design/DAGabcdEF12/a1B2c3D4e5F6g7H8i9J0kL/view"
THINGLINK = "https://www.thinglink.com/scene/1234567890123456789"
SCRIBD = "https://www.scribd.com/document/412345678"
PREZI = "https://prezi.com/p/a1b2c3d4e5_f/"
PUBLIC_OEMBED = oembed('{"title": "Our river", "html": "<iframe></iframe>"}')
NO_OEMBED = oembed("Not Found", 404)
CHALLENGE = (("cf-mitigated", "challenge"),)


def page_titled(url: str, title: str, text: str = "", final_url: str = "") -> Capture:
    """A page that says its title to machines, and perhaps a text to people."""
    head = f'<title>{title}</title><meta property="og:title" content="{title}">'
    page = f"<html><head>{head}</head><body><p>{text}</p></body></html>"
    return capture(url, body=page, final_url=final_url)


def verdict_of(url: str, *answers: Capture) -> Verdict:
    """The verdict on an address; every answer must have been asked for."""
    verdict, probes = run(*tool_and_artefact(url), answers)
    assert len(probes) == len(answers)
    return verdict.state, verdict.reason


# Padlet.


def test_padlet_is_visible_by_oembed_alone():
    verdict, probes = run(*tool_and_artefact(PADLET), [PUBLIC_OEMBED])
    assert (verdict.state, verdict.reason) == (State.VISIBLE, Reason.OEMBED_ANSWER)
    assert [probe.url for probe in probes] == [
        "https://padlet.com/oembed?url="
        "https%3A%2F%2Fpadlet.com%2Fteacher1%2Four-river-abc1def2ghi3jk4l"
    ]


PADLET_PAGES = [
    (
        "a board",
        page_titled(PADLET_EMBED, "Our river"),
        (State.VISIBLE, Reason.PUBLIC_METADATA),
    ),
    (
        "a redirect to the log-in",
        page_titled(
            PADLET_EMBED, "Our river", final_url="https://padlet.com/auth/login?referrer=x"
        ),
        (State.LOGIN_REQUIRED, Reason.LOGIN_REDIRECT),
    ),
    (
        "a page that asks for a password",
        capture(
            PADLET_EMBED,
            body="<html><title>Our river</title><body><p>This padlet is password protected."
            "</p><form><input type=password name=password></form></body></html>",
        ),
        (State.PERMISSION_REQUIRED, Reason.PASSWORD_ASKED),
    ),
    (
        "a log-in form with status 200",
        capture(PADLET_EMBED, body=LOGIN),
        (State.LOGIN_REQUIRED, Reason.LOGIN_FORM),
    ),
    (
        "the tool's own title only",
        page_titled(PADLET_EMBED, "Padlet - Beautiful boards"),
        (State.UNDETERMINED, Reason.NEEDS_BROWSER),
    ),
    (
        "a bot wall",
        capture(PADLET_EMBED, status=403, headers=CHALLENGE),
        (State.UNDETERMINED, Reason.BOT_WALL),
    ),
]


@pytest.mark.parametrize(
    ("page", "expected"),
    [pytest.param(page, expected, id=name) for name, page, expected in PADLET_PAGES],
)
def test_padlet_without_oembed_is_judged_by_its_embed_page(page: Capture, expected: Verdict):
    verdict, probes = run(*tool_and_artefact(PADLET), [oembed("Forbidden", 403), page])
    assert (verdict.state, verdict.reason) == expected
    assert probes[1].url == PADLET_EMBED


def test_padlet_is_removed_when_its_embed_page_is_missing_twice():
    gone = capture(PADLET_EMBED, status=404)
    assert verdict_of(PADLET, NO_OEMBED, gone, gone) == (State.REMOVED, Reason.NOT_FOUND)


def test_padlet_once_missing_and_then_refused_is_undetermined():
    answers = (NO_OEMBED, capture(status=404), capture(status=429))
    assert verdict_of(PADLET, *answers) == (State.UNDETERMINED, Reason.RATE_LIMITED)


@pytest.mark.parametrize(
    ("url", "probe"),
    [
        (PADLET_EMBED, PADLET_EMBED),
        ("https://padlet.com/wall/our_river_2014", "https://padlet.com/wall/our_river_2014"),
        ("https://padlet.link/a1b2c3d4", "https://padlet.link/a1b2c3d4"),
        ("https://ourschool.padlet.org/embed/abc1def2ghi3jk4l",) * 2,
    ],
)
def test_other_padlet_addresses_are_asked_about_without_oembed(url: str, probe: str):
    _, probes = run(*tool_and_artefact(url), [capture(url, body=SHELL)])
    assert [sent.url for sent in probes] == [probe]


# Genially.

AWAY = page_titled(GENIALLY, "Genially", ARTICLE, final_url="https://genially.com/create")


def test_genially_that_leads_away_from_its_id_twice_is_removed():
    assert verdict_of(GENIALLY, NO_OEMBED, AWAY, AWAY) == (State.REMOVED, Reason.SENT_HOME)


def test_genially_that_leads_away_only_once_is_visible():
    assert verdict_of(GENIALLY, NO_OEMBED, AWAY, page_titled(GENIALLY, "Our river")) == (
        State.VISIBLE,
        Reason.PUBLIC_METADATA,
    )


GENIALLY_PAGES = [
    (
        "the new host",
        page_titled("https://view.genial.ly/x", "Our river", final_url=GENIALLY),
        (State.VISIBLE, Reason.PUBLIC_METADATA),
    ),
    (
        "a shell",
        capture(GENIALLY, body=SHELL),
        (State.UNDETERMINED, Reason.NEEDS_BROWSER),
    ),
    (
        "a gate without words",
        page_titled(GENIALLY, "Genially", final_url="https://genially.com/private-content"),
        (State.UNDETERMINED, Reason.NO_PUBLIC_SIGN),
    ),
    (
        "a log-in",
        capture(GENIALLY, body=SHELL, final_url="https://auth.genially.com/en/login"),
        (State.LOGIN_REQUIRED, Reason.LOGIN_REDIRECT),
    ),
    (
        "another site",
        page_titled(GENIALLY, "Our filter", final_url="https://filter.example.org/blocked"),
        None,
    ),
]


@pytest.mark.parametrize(
    ("page", "expected"),
    [pytest.param(page, expected, id=name) for name, page, expected in GENIALLY_PAGES],
)
def test_genially_page(page: Capture, expected: Verdict | None):
    verdict, _ = run(*tool_and_artefact(GENIALLY), [NO_OEMBED, page])
    if expected is None:
        assert verdict.state is not State.REMOVED
    else:
        assert (verdict.state, verdict.reason) == expected


def test_genially_oembed_needs_title_and_html():
    shell = capture(GENIALLY, body=SHELL)
    bare = oembed('{"html": "<iframe></iframe>"}')
    assert verdict_of(GENIALLY, bare, shell)[0] is State.UNDETERMINED
    assert verdict_of(GENIALLY, PUBLIC_OEMBED) == (State.VISIBLE, Reason.OEMBED_ANSWER)


# Canva.


@pytest.mark.parametrize("first", [NO_OEMBED, oembed("Just a moment", 403)])
def test_canva_behind_a_challenge_is_undetermined(first: Capture):
    wall = capture(CANVA, status=403, headers=CHALLENGE)
    assert verdict_of(CANVA, first, wall) == (State.UNDETERMINED, Reason.BOT_WALL)


def test_canva_page_with_200_proves_nothing():
    page = page_titled(CANVA, "Our river", "Canva")
    assert verdict_of(CANVA, oembed("", 403), page) == (State.UNDETERMINED, Reason.NEEDS_BROWSER)


def test_a_canva_site_is_a_page_and_has_no_oembed():
    site = "https://ourriver.my.canva.site/results"
    page = capture(site, body=ARTICLE + f"<a href='{site}'>Results</a>")
    assert verdict_of(site, page) == (State.VISIBLE, Reason.CONTENT_SHOWN)


# Shells that answer 200 for anything.

SHELLS = [
    "https://learningapps.org/watch?v=1653886",
    "https://learningapps.org/watch?v=pabc1de2f18",
    "https://quizizz.com/admin/quiz/5f0a1b2c3d4e5f001a2b3c4d",
    "https://www.menti.com/al1a2b3c4d5e",
    "https://edpuzzle.com/media/5f0a1b2c3d4e5f001a2b3c4d",
    "https://cdn.flipsnack.com/widget/v2/widget.html?hash=fabc1def2",
    "https://kahoot.it/challenge/01234567",
    "https://e.issuu.com/embed.html#1234567/89012345",
]


@pytest.mark.parametrize("url", SHELLS)
@pytest.mark.parametrize("body", ["", SHELL, ARTICLE], ids=["stub", "shell", "words"])
def test_a_shell_is_never_proof(url: str, body: str):
    assert verdict_of(url, capture(url, body=body)) == (State.UNDETERMINED, Reason.NEEDS_BROWSER)


def test_learningapps_oembed_without_a_title_proves_nothing():
    app = "https://learningapps.org/1653886"
    assert verdict_of(app, oembed('{"title": "Our river"}')) == (
        State.VISIBLE,
        Reason.OEMBED_ANSWER,
    )
    answers = (oembed('{"html": "<iframe></iframe>"}'), capture(app, body=SHELL))
    assert verdict_of(app, *answers) == (State.UNDETERMINED, Reason.NEEDS_BROWSER)


def test_learningapps_unknown_to_oembed_twice_is_removed_although_its_page_answers():
    app = "https://learningapps.org/2653886"
    answers = (NO_OEMBED, capture(app, body=SHELL), PUBLIC_OEMBED, NO_OEMBED)
    assert verdict_of(app, *answers) == (State.REMOVED, Reason.NOT_FOUND)


# Other tools.


def test_thinglink_private_text_keeps_a_titled_page_from_being_visible():
    page = page_titled(THINGLINK, "Our river", "This scene is private")
    assert verdict_of(THINGLINK, page)[0] is State.UNDETERMINED
    assert (
        verdict_of(THINGLINK, page_titled(THINGLINK, "Our river", "Look around"))[0]
        is State.VISIBLE
    )


@pytest.mark.parametrize("url", [THINGLINK, "https://wordwall.net/embed/" + "0123456789abcdef" * 2])
def test_title_and_text_that_both_say_private_decide(url: str):
    page = page_titled(url, "Private content", "This scene is private. This activity is private.")
    assert verdict_of(url, page) == (State.PERMISSION_REQUIRED, Reason.PRIVATE)


def test_prezi_is_asked_at_the_embed_address_that_needs_no_log_in():
    _, probes = run(
        *tool_and_artefact("https://prezi.com/p/embed/a1b2c3d4e5_f/"),
        [page_titled(PREZI, "Our river")],
    )
    assert [probe.url for probe in probes] == ["https://prezi.com/p/a1b2c3d4e5_f/embed"]


def test_wakelet_is_asked_at_its_embed_address():
    url = "https://wakelet.com/wake/aB3dE6gH9jKlMn0pQrStU"
    _, probes = run(*tool_and_artefact(url), [page_titled(url, "Our river")])
    assert [probe.url for probe in probes] == [
        "https://embed.wakelet.com/wakes/aB3dE6gH9jKlMn0pQrStU/list"
    ]


def test_scribd_401_of_oembed_is_private():
    assert verdict_of(SCRIBD, oembed("", 401)) == (State.PERMISSION_REQUIRED, Reason.PRIVATE)


def test_slideshare_that_leads_home_twice_is_removed():
    url = "https://www.slideshare.net/ourschool/our-river-5123456"
    home = capture(url, body=ARTICLE, final_url="https://www.slideshare.net/")
    assert verdict_of(url, NO_OEMBED, home, home) == (State.REMOVED, Reason.SENT_HOME)


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ('{"uuid": "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"}', State.VISIBLE),
        ('{"error": "FORBIDDEN"}', State.UNDETERMINED),
    ],
)
def test_kahoot_json_is_public_only_with_the_quiz_in_it(body: str, state: State):
    url = "https://create.kahoot.it/share/our-river/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
    asked_for = "https://create.kahoot.it/rest/kahoots/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
    verdict, probes = run(
        *tool_and_artefact(url), [replace(oembed(body), url=asked_for, final_url=asked_for)]
    )
    assert verdict.state is state
    assert [probe.url for probe in probes] == [asked_for]


@pytest.mark.parametrize(
    "url", ["https://jamboard.google.com/d/1AbCdEfGhIjKl/viewer", "https://flipgrid.com/a1b2c3d4"]
)
def test_a_service_that_ended_is_closed_whatever_it_answers(url: str):
    assert verdict_of(url, capture(url, body=ARTICLE)) == (State.REMOVED, Reason.SERVICE_CLOSED)


# Identity.

SAME = [
    (
        "https://www.scribd.com/doc/412345678?secret_password=aB1cD2eF",
        "https://www.scribd.com/embeds/412345678/content?secret_password=aB1cD2eF&view_mode=list",
    ),
    (CANVA, CANVA.replace("/view", "/edit?utm_source=x"), CANVA + "?embed"),
    (GENIALLY, "https://view.genial.ly/64a1b2c3d4e5f60718293a4b/our-river"),
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
def test_spellings_have_one_canonical_address_and_keep_their_key(spellings: tuple[str, ...]):
    addresses = {tool_and_artefact(url)[1].canonical_url for url in spellings}
    assert len(addresses) == 1


@pytest.mark.parametrize("url", [PADLET, PADLET_EMBED, PADLET + "/wish/12?x=1"])
def test_a_padlet_and_its_embed_have_one_id(url: str):
    assert tool_and_artefact(url)[1].native_id == "abc1def2ghi3jk4l"


def test_a_canva_film_is_asked_about_as_its_view_and_a_404_there_counts_for_nothing():
    film = CANVA.removesuffix("view") + "watch"
    verdict, probes = run(*tool_and_artefact(film), [NO_OEMBED, page_titled(film, "Our river")])
    assert (verdict.state, verdict.reason) == (State.UNDETERMINED, Reason.NEEDS_BROWSER)
    assert [probe.url.endswith(("%2Fview", "/watch")) for probe in probes] == [True, True]
    assert verdict_of(film, PUBLIC_OEMBED) == (State.VISIBLE, Reason.OEMBED_ANSWER)


def test_yumpu_without_a_slug_is_not_asked_about_by_oembed():
    url = "https://www.yumpu.com/en/document/read/51234567"
    _, probes = run(*tool_and_artefact(url), [page_titled(url, "Our river")])
    assert [probe.url for probe in probes] == ["https://www.yumpu.com/xx/document/view/51234567"]


# Calaméo.


def test_a_calameo_book_that_is_private_or_removed_is_undetermined():
    url = "https://www.calameo.com/books/0012345678abcdef01234"
    missing = capture(
        url, status=404, body="<html><title>404</title><body><h1>Not found</h1></body></html>"
    )
    assert verdict_of(url, missing) == (State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
