"""What one walk finds on a page: (form, address) pairs, in order."""

from datetime import UTC, datetime

import pytest

from crawlers.model import Capture, Form, Seen
from crawlers.reading.document import parse
from crawlers.reading.extract import Reading, read

PAGE = "https://skole.example/projekt/"


def reading(body: str | bytes, *, whole: bool = False, content_type: str = "text/html") -> Reading:
    html = body if isinstance(body, bytes) else (body if whole else f"<main>{body}</main>").encode()
    capture = Capture(
        url=PAGE,
        final_url=PAGE,
        captured_at=datetime(2026, 11, 23, tzinfo=UTC),
        status=200,
        headers=(("content-type", content_type),),
        body=html,
    )
    return read(parse(capture))


def found(body: str, **options: bool) -> list[tuple[str, str]]:
    return [
        (seen.form.value, seen.url.removeprefix(PAGE)) for seen in reading(body, **options).seen
    ]


def only(body: str) -> Seen:
    seen = reading(body).seen
    assert len(seen) == 1, seen
    return seen[0]


YOUTUBE = "https://www.youtube.com/embed/aqz-KE-bpKQ"


@pytest.mark.parametrize(
    "frame",
    [
        f'<iframe src="{YOUTUBE}"></iframe>',
        f'<iframe data-src="{YOUTUBE}" src="about:blank"></iframe>',
        f'<iframe data-lazy-src="{YOUTUBE}"></iframe>',
        '<iframe src="//www.youtube.com/embed/aqz-KE-bpKQ"></iframe>',
        f'<iframe srcdoc="&lt;iframe src=&quot;{YOUTUBE}&quot;&gt;&lt;/iframe&gt;"></iframe>',
        f'<div><p><iframe src=" {YOUTUBE}\n"></iframe></p></div>',
        f'<iframe src="https://webtools.europa.eu/crs/iframe/?oriurl={YOUTUBE}"></iframe>',
    ],
)
def test_frames(frame: str) -> None:
    seen = only(frame)
    assert (seen.form, seen.url) == (Form.EMBED, YOUTUBE)


def test_an_encoded_ampersand_is_one() -> None:
    assert only('<iframe src="https://a.example/e?x=1&amp;y=2"></iframe>').url.endswith("?x=1&y=2")


def test_a_consent_wrapper_is_remembered() -> None:
    seen = only(f'<iframe src="https://webtools.europa.eu/crs/iframe/?oriurl={YOUTUBE}"></iframe>')
    assert seen.consent
    assert seen.raw_url.startswith("https://webtools.europa.eu/")


@pytest.mark.parametrize(
    ("plugin", "address"),
    [
        ('<object data="film.swf"></object>', "film.swf"),
        ('<embed src="film.swf">', "film.swf"),
        (
            '<object><param name="movie" value="film.swf"><embed src="film.swf"></object>',
            "film.swf",
        ),
        (
            '<object data="plan.pdf" type="application/pdf"><a href="plan.pdf">PDF</a></object>',
            "plan.pdf",
        ),
    ],
)
def test_plugins_count_once(plugin: str, address: str) -> None:
    assert found(plugin) == [("embed", address)]


@pytest.mark.parametrize(
    ("player", "address"),
    [
        ('<video src="film.mp4"></video>', "film.mp4"),
        (
            '<video poster="p.jpg"><source src="film.webm"><source src="film.mp4">'
            '<track src="tekst.vtt"><a href="film.mp4">hent</a></video>',
            "film.webm",
        ),
        ('<audio controls><source data-src="sang.mp3"></audio>', "sang.mp3"),
    ],
)
def test_players_count_once(player: str, address: str) -> None:
    assert found(player) == [("upload", address)]


@pytest.mark.parametrize(
    ("picture", "address"),
    [
        ('<img src="a.jpg" alt="Elever maler">', "a.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="a.jpg">', "a.jpg"),
        ('<img srcset="a-1.jpg 400w, a-2.jpg 1600w">', "a-2.jpg"),
        ('<picture><source srcset="a.webp"><img src="a.jpg"></picture>', "a.jpg"),
        ('<picture><source srcset="a.webp 1x, b.webp 2x"></picture>', "b.webp"),
        (
            '<figure><img src="logo-contest.jpg" alt="Our logo contest" width="640"></figure>',
            "logo-contest.jpg",
        ),
    ],
)
def test_pictures(picture: str, address: str) -> None:
    assert found(picture) == [("upload", address)]


def test_a_picture_linked_to_its_larger_self_is_one_sighting() -> None:
    assert found('<a href="stor.jpg"><img src="lille.jpg" alt="Skoven"></a>') == [
        ("link", "stor.jpg")
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        '<img src="spacer.gif" width="1" height="1">',
        '<img src="f.png" width="24" height="24" alt="">',
        '<img class="site-logo" src="l.png">',
        '<img src="x.png" alt="European Commission logo">',
        '<img src="/themes/oe/images/x.svg">',
        '<img src="/flags/dk.png">',
        '<img src="https://secure.gravatar.com/avatar/1">',
        '<img src="https://webanalytics.ec.europa.eu/matomo.php?idsite=1">',
        '<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1" height="0"></iframe>',
        '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Share</a>',
        '<a href="https://twitter.com/intent/tweet?url=x">Tweet</a>',
        '<a href="mailto:x@example.org">x</a>',
        '<a href="#top">Top</a>',
        '<a href="javascript:void(0)">x</a>',
        "<script>var u = 'https://padlet.com/a/b'</script>",
        "<!-- https://padlet.com/a/b -->",
        "<template><img src=a.jpg></template>",
        f"<noscript><iframe src={YOUTUBE}></iframe></noscript>",
    ],
)
def test_furniture_is_no_sighting(furniture: str) -> None:
    assert found(furniture) == []


def test_header_navigation_and_footer_are_furniture() -> None:
    page = (
        '<body><header><img src="h.jpg"><a href="https://padlet.com/a/b">P</a></header>'
        '<nav><a href="n.pdf">N</a></nav><main><article><header><img src="ok.jpg"></header></article></main>'
        '<footer><a href="f.pdf">F</a></footer></body>'
    )
    assert found(page, whole=True) == [("upload", "ok.jpg")]


def test_without_a_main_landmark_the_body_is_the_content() -> None:
    assert found(
        '<body><div><img src="a.jpg"></div><footer><img src="f.jpg"></footer></body>', whole=True
    ) == [("upload", "a.jpg")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Se https://padlet.com/a/b.", "https://padlet.com/a/b"),
        ("(https://padlet.com/a/b)", "https://padlet.com/a/b"),
        (
            "https://da.wikipedia.org/wiki/Ask_(tr%C3%A6)",
            "https://da.wikipedia.org/wiki/Ask_(tr%C3%A6)",
        ),
        ("på www.padlet.com/a/b, og", "https://www.padlet.com/a/b"),
        ("padlet.com/a/b!", "https://padlet.com/a/b"),
    ],
)
def test_plain_addresses(text: str, address: str) -> None:
    seen = only(f"<p>{text}</p>")
    assert (seen.form, seen.url) == (Form.TEXT, address)


def test_an_address_inside_a_link_counts_once() -> None:
    assert found('<a href="https://padlet.com/a/b">https://padlet.com/a/b</a>') == [
        ("link", "https://padlet.com/a/b")
    ]


@pytest.mark.parametrize(
    ("embed", "address"),
    [
        (
            '<div class="canva-embed" data-design-id="DAF1234567"></div>',
            "https://www.canva.com/design/DAF1234567/view",
        ),
        (
            '<div class="issuuembed" data-url="https://issuu.com/a/docs/b"></div>',
            "https://issuu.com/a/docs/b",
        ),
        (
            '<lite-youtube videoid="aqz-KE-bpKQ"></lite-youtube>',
            "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
        ),
        (
            '<div class="container-wrapper-genially" data-id="5ecba55704a9750dae2dbc38"></div>',
            "https://view.genially.com/5ecba55704a9750dae2dbc38",
        ),
        (
            '<img class="alwaysThinglink" src="//cdn.thinglink.me/api/image/1234567890123/1024#tl-1234567890123;">',
            "https://www.thinglink.com/scene/1234567890123",
        ),
    ],
)
def test_embeds_that_a_script_would_fill(embed: str, address: str) -> None:
    seen = only(embed)
    assert (seen.form, seen.url) == (Form.EMBED, address)


def test_file_blocks_say_what_they_hold() -> None:
    seen = only(
        '<div><div>Plan</div><div>(2.96 KB - PDF)</div><a href="/media/12/download">Download</a></div>'
    )
    assert (seen.form, seen.media_type) == (Form.UPLOAD, "pdf")


def test_base_href_counts() -> None:
    page = '<head><base href="https://cdn.example/x/"></head><main><img src="a.jpg"></main>'
    assert reading(page, whole=True).seen[0].url == "https://cdn.example/x/a.jpg"


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-8"])
def test_encodings(encoding: str) -> None:
    body = '<main><a href="rødgrød.pdf">Rødgrød</a></main>'.encode(encoding)
    seen = reading(body, content_type=f"text/html; charset={encoding}").seen
    assert seen[0].label == "Rødgrød"


def test_deep_nesting_and_broken_markup_do_not_raise() -> None:
    reading("<div>" * 20_000 + '<img src="a.jpg">')
    reading("<p><table><a href='x.pdf'><iframe src=<main><</p></b>", whole=True)
    reading(b"\x00\xff\xfe<main>", whole=True)
