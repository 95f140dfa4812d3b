"""Sightings become artefacts, each with one identity."""

from __future__ import annotations

import pytest

from crawlers import platforms
from crawlers.extraction.addresses.links import read
from crawlers.gathering.artefacts import (
    build_artefacts,
    early_artefact,
    identify,
    kind_of_type,
)
from crawlers.gathering.embed_state import embed_state
from crawlers.model.artefact import Artefact, Candidate, EmbedState, Form, Kind
from crawlers.urls.wrappers import unwrap
from tests.unit.pages import document, in_main

HOME = "https://school-education.ec.europa.eu/en/etwinning/projects/our-river-0/twinspace"
FILES = "https://school-education.ec.europa.eu/sites/default/files"
SITE = "https://skole.example/projekt/"
VIDEO = "https://www.youtube.com/embed/aqz-KE-bpKQ"
CONSENT = "https://webtools.europa.eu/crs/iframe/?oriurl="


def artefacts_of(*pages: tuple[str, str], seed: str = HOME, **resolved: str) -> list[Artefact]:
    """The artefacts of several pages, each given by its address and its content."""
    site = platforms.recognise(seed)
    sightings = [
        (url, candidate)
        for url, markup in pages
        for candidate in read(document(in_main(markup), url)).seen
    ]
    return build_artefacts(site, sightings, resolved)


def only_artefact(markup: str, seed: str = HOME) -> Artefact:
    (artefact,) = artefacts_of((seed, markup), seed=seed)
    return artefact


def embed(url: str = VIDEO, **more: object) -> Candidate:
    fields: dict[str, object] = {"raw_url": url, "form": Form.EMBED, "tag": "iframe"}
    return Candidate(url=url, **(fields | more))  # type: ignore[arg-type]  # a table's columns


def test_embedded_twice_and_linked_once_is_one_artefact_with_three_sightings() -> None:
    (artefact,) = artefacts_of(
        (f"{HOME}/pages/a", f'<iframe src="{VIDEO}?start=3"></iframe>'),
        (
            f"{HOME}/pages/b",
            '<iframe src="//www.youtube-nocookie.com/embed/aqz-KE-bpKQ"></iframe>'
            '<a href="https://youtu.be/aqz-KE-bpKQ?si=x">Our film</a>',
        ),
    )
    assert artefact.id == "youtube:aqz-KE-bpKQ"
    assert artefact.canonical_url == "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
    assert artefact.title == "Our film"
    assert [(s.page.rpartition("/")[2], s.form) for s in artefact.sightings] == [
        ("a", Form.EMBED),
        ("b", Form.EMBED),
        ("b", Form.LINK),
    ]
    assert artefact.visibility.undetermined


def test_a_wrapped_a_plain_and_a_short_address_are_one_artefact() -> None:
    site = platforms.recognise(HOME)
    short = "https://bit.ly/3xYz"
    markup = (
        f'<iframe src="{CONSENT}{VIDEO}"></iframe><p>https://youtu.be/aqz-KE-bpKQ.</p>'
        f'<a href="{short}">The film</a>'
    )
    sightings = [(HOME, candidate) for candidate in read(document(in_main(markup), HOME)).seen]
    leads = "https://www.google.com/url?q=https://m.youtube.com/watch?v%3Daqz-KE-bpKQ"
    (artefact,) = build_artefacts(site, sightings, {short: leads})
    assert [s.form for s in artefact.sightings] == [Form.EMBED, Form.TEXT, Form.LINK]
    assert artefact.sightings[0].embed is EmbedState.NEEDS_CONSENT
    assert artefact.sightings[2].url == short


@pytest.mark.parametrize(
    ("short", "leads", "expected"),
    [
        ("https://forms.gle/x1", "", ["https://forms.gle/x1"]),
        (
            "https://forms.gle/x1",
            "https://accounts.google.com/v3/signin?continue=x",
            ["https://forms.gle/x1"],
        ),
        ("https://bit.ly/3xYz", "https://padlet.com/auth/login?x=1", ["https://bit.ly/3xYz"]),
        ("https://bit.ly/3xYz", "https://skole.example/om", []),
        ("https://bit.ly/3xYz", "https://skole.example/p.pdf", ["https://skole.example/p.pdf"]),
    ],
)
def test_a_short_address_that_only_shows_a_login_is_not_lost(
    short: str, leads: str, expected: list[str]
) -> None:
    site = platforms.recognise(HOME)
    sightings = [(HOME, embed(short, form=Form.LINK, tag="a"))]
    artefacts = build_artefacts(site, sightings, {short: leads} if leads else {})
    assert [artefact.canonical_url for artefact in artefacts] == expected


@pytest.mark.parametrize(
    ("markup", "provider", "kind"),
    [
        (f'<img src="{FILES}/2024-05/river.jpg">', "twinspace", Kind.IMAGE),
        (f'<a href="{FILES}/2024-05/report.pdf">Report</a>', "twinspace", Kind.DOCUMENT),
        ('<img src="https://skole.example/show.php?id=1">', "file", Kind.IMAGE),
        ('<video src="https://skole.example/stream"></video>', "file", Kind.VIDEO),
        ('<audio src="https://skole.example/stream"></audio>', "file", Kind.AUDIO),
        ('<a href="https://skole.example/p.pptx">Talk</a>', "file", Kind.PRESENTATION),
        (
            '<p><a href="https://skole.example/get/7">Plan</a> (2 MB - DOCX)</p>',
            "file",
            Kind.DOCUMENT,
        ),
        ('<a href="https://skole.example/get/7" download>Plan</a>', "file", Kind.FILE),
        ('<iframe src="https://tides.example/now"></iframe>', "-", Kind.OTHER),
        ('<a href="https://bit.ly/3xYz">Wall</a>', "-", Kind.OTHER),
        (
            f'<a href="{HOME.replace("river", "lake")}">Our friends</a>',
            "twinspace",
            Kind.SITE,
        ),
    ],
)
def test_what_is_an_artefact(markup: str, provider: str, kind: Kind) -> None:
    artefact = only_artefact(markup)
    assert (artefact.provider, artefact.kind) == (provider, kind)


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://skole.example/">A school</a>',
        f'<a href="{HOME}/pages/results">Results</a>',
        f'<a href="{HOME.replace("/en/", "/da/")}?type=1">Home</a>',
        f'<iframe src="{HOME}/pages/results"></iframe>',
        "<p>skole.example/side</p>",
        '<div data-url="https://skole.example/side"></div>',
        '<iframe src="https://counter.example/x" width="0" height="0"></iframe>',
        '<a href="https://www.facebook.com/sharer.php?u=x">Share</a>',
    ],
)
def test_what_is_not_an_artefact(markup: str) -> None:
    assert artefacts_of((HOME, markup)) == []


def test_a_link_within_an_ordinary_site_is_not_an_artefact_but_its_files_are() -> None:
    markup = (
        f'<a href="{SITE}om.html">Om</a><a href="/nyheder/">Nyheder</a>'
        '<a href="/filer/plan.pdf">Plan</a><img src="billede.jpg">'
    )
    artefacts = artefacts_of((SITE, markup), seed=SITE)
    assert {artefact.canonical_url for artefact in artefacts} == {
        "https://skole.example/filer/plan.pdf",
        f"{SITE}billede.jpg",
    }


@pytest.mark.parametrize(
    ("sizes", "kept"),
    [
        (("a-150x150.jpg", "a-1024x768.jpg"), "a-1024x768.jpg"),
        (("a-150x150.jpg", "a.jpg"), "a.jpg"),
        (("a.jpg?w=300", "a.jpg?w=900"), "a.jpg?w=300"),
        (
            ("styles/thumb/public/x/a.jpg?itok=1", "x/a.jpg"),
            "x/a.jpg",
        ),
    ],
)
def test_a_picture_in_several_sizes_is_one_artefact(sizes: tuple[str, ...], kept: str) -> None:
    markup = "".join(f'<img src="/f/{size}" alt="The mill">' for size in sizes)
    artefact = only_artefact(markup, seed=SITE)
    assert artefact.canonical_url == f"https://skole.example/f/{kept}"
    assert (len(artefact.sightings), artefact.title) == (2, "The mill")


def test_different_pictures_stay_apart() -> None:
    markup = '<img src="a.jpg"><img src="b.jpg"><img src="s.php?id=1"><img src="s.php?id=2">'
    assert len(artefacts_of((SITE, markup), seed=SITE)) == 4


def test_a_hidden_frame_counts_where_the_same_thing_is_seen_elsewhere() -> None:
    frame = '<iframe src="https://tides.example/now" {}></iframe>'
    artefact = only_artefact(frame.format("") + frame.format('width="0" height="0"'))
    assert [s.embed_reason for s in artefact.sightings] == [None, "hidden_frame"]


def test_ids_are_made_of_content_alone_and_sorted() -> None:
    first = artefacts_of((HOME, '<a href="https://x.example/b.pdf">b</a><img src="/f/a.jpg">'))
    second = artefacts_of((HOME, '<img src="/f/a.jpg"><a href="https://x.example/b.pdf">b</a>'))
    ids = [artefact.id for artefact in first]
    assert ids == sorted(ids) == [artefact.id for artefact in second]


def test_an_address_is_not_a_title() -> None:
    assert only_artefact(f'<a href="{VIDEO}">{VIDEO}</a>').title == ""
    assert only_artefact(f"<p>{VIDEO}</p>").title == ""


def test_in_an_archive_the_platform_s_files_are_opened_in_the_archive() -> None:
    kept = "https://web.archive.org/web/20210615000000"
    old = "https://twinspace.etwinning.net"
    picture = f"{old}/files/collabspace/3/23/123/123/images/a.jpg"
    artefacts = artefacts_of(
        (
            f"{old}/123",
            f'<img src="{kept}im_/{picture}"><iframe src="{kept}if_/{VIDEO}"></iframe>',
        ),
        seed=f"{kept}/{old}/123/home",
    )
    assert {artefact.canonical_url: artefact.url for artefact in artefacts} == {
        picture: f"{kept}im_/{picture}",
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ": VIDEO,
    }


@pytest.mark.parametrize(
    ("candidate", "reason"),
    [
        (embed(), None),
        (embed("http://tides.example/now"), "mixed_content"),
        (embed("http://tides.example/now", tag="object"), "mixed_content"),
        (embed("https://x.example/a.swf", tag="embed"), "dead_plugin"),
        (
            embed(tag="object", media_type="application/x-shockwave-flash"),
            "dead_plugin",
        ),
        (
            embed(tag="object", media_type="application/x-silverlight-2"),
            "dead_plugin",
        ),
        (embed("https://www.youtube.com/v/aqz-KE-bpKQ", tag="object"), "dead_plugin"),
        (embed("https://x.example/Spil.class", tag="applet"), "dead_plugin"),
        (embed("https://x.example/a.pdf", tag="object", media_type="application/pdf"), None),
        (embed(hidden=True), "hidden_frame"),
        (embed("http://x.example/", form=Form.LINK, tag="a"), None),
    ],
)
def test_what_an_embed_shows_can_be_known_without_asking(
    candidate: Candidate, reason: str | None
) -> None:
    state, why = embed_state(HOME, candidate)
    assert why == reason
    assert state is (EmbedState.BLOCKED if reason else EmbedState.NOT_CHECKED)


def test_an_insecure_frame_shows_on_an_insecure_page() -> None:
    candidate = embed("http://tides.example/now")
    assert embed_state("http://skole.example/", candidate)[0] is EmbedState.NOT_CHECKED


def test_a_frame_behind_a_consent_wrapper_needs_consent() -> None:
    assert embed_state(HOME, embed(consent=True)) == (EmbedState.NEEDS_CONSENT, None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("application/pdf", Kind.DOCUMENT),
        ("application/msword", Kind.DOCUMENT),
        ("application/vnd.ms-excel", Kind.DOCUMENT),
        ("application/vnd.oasis.opendocument.text", Kind.DOCUMENT),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Kind.PRESENTATION,
        ),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind.DOCUMENT,
        ),
        ("image/svg+xml", Kind.IMAGE),
        ("audio/mpeg", Kind.AUDIO),
        ("video/mp4", Kind.VIDEO),
        ("application/epub+zip", Kind.BOOK),
        ("pptx", Kind.PRESENTATION),
        ("text/html", None),
        ("application/zip", None),
        ("", None),
    ],
)
def test_kinds_of_media_types_and_extensions(text: str, kind: Kind | None) -> None:
    assert kind_of_type(text) is kind


def test_a_page_in_an_object_is_a_page() -> None:
    site = platforms.recognise(SITE)
    inner = Candidate(
        url=f"{SITE}quiz/",
        raw_url=f"{SITE}quiz/",
        form=Form.EMBED,
        tag="object",
        media_type="text/html",
    )
    assert identify(site, inner) is None


@pytest.mark.parametrize(
    ("url", "early"),
    [
        (VIDEO, True),
        (f"{CONSENT}{VIDEO}", True),
        ("https://padlet.com/anna/our-wall-a1b2c3d4", True),
        # Another sighting may show that these are something else, or nothing at all.
        ("https://forms.gle/x1", False),
        ("https://skole.example/f/a-150x150.jpg", False),
        (f"{FILES}/plan.pdf", False),
        ("https://tides.example/now", False),
        (f"{HOME}/pages/results", False),
    ],
)
def test_what_one_sighting_is_enough_to_know(url: str, early: bool) -> None:
    candidate = embed(unwrap(url).url, raw_url=url)
    artefact = early_artefact(platforms.recognise(HOME), candidate)
    assert (artefact is not None) is early
    if artefact is not None:
        (late,) = build_artefacts(platforms.recognise(HOME), [(HOME, candidate)], {})
        assert late.model_copy(update={"sightings": (), "title": ""}) == artefact
