"""What one walk finds on a page: (form, address) pairs, in order."""

import pytest

from crawlers.extraction.addresses.links import read
from crawlers.extraction.addresses.media import srcset_candidates
from crawlers.extraction.document import RENDERED, UNSEEN, parse
from crawlers.model.artefact import Candidate, Form
from tests.unit.answers import capture
from tests.unit.pages import PAGE, document, forms_and_urls, in_main, reading, short


def on_page(body: str) -> list[tuple[str, str]]:
    """The sightings of a page without a main landmark of ours around it."""
    return [short(candidate) for candidate in reading(body).seen]


def only_candidate(body: str) -> Candidate:
    candidates = reading(in_main(body)).seen
    assert len(candidates) == 1, candidates
    return candidates[0]


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
        f'<iframe src="" data-original="{YOUTUBE}"></iframe>',
        f'<iframe src="about:blank" data-cookieblock-src="{YOUTUBE}"></iframe>',
        f'<iframe data-anything="{YOUTUBE}"></iframe>',
        '<iframe src="https:\\\\www.youtube.com\\embed\\aqz-KE-bpKQ"></iframe>',
        f'<iframe src="{YOUTUBE}" srcdoc="&lt;a href=&quot;{YOUTUBE}&quot;&gt;&lt;img src=&quot;'
        'https://i.ytimg.com/vi/aqz-KE-bpKQ/hqdefault.jpg&quot;&gt;&lt;/a&gt;"></iframe>',
        f'<amp-iframe src="{YOUTUBE}"></amp-iframe>',
    ],
)
def test_frames(frame: str) -> None:
    candidate = only_candidate(frame)
    assert (candidate.form, candidate.url) == (Form.EMBED, YOUTUBE)


def test_an_encoded_ampersand_is_one() -> None:
    assert only_candidate('<iframe src="https://a.example/e?x=1&amp;y=2"></iframe>').url.endswith(
        "?x=1&y=2"
    )


def test_a_frame_waiting_for_consent_is_remembered() -> None:
    candidate = only_candidate(f'<iframe data-src-cmplz="{YOUTUBE}" src="about:blank"></iframe>')
    assert (candidate.url, candidate.consent) == (YOUTUBE, True)
    assert not only_candidate(f'<iframe data-src="{YOUTUBE}"></iframe>').consent


def test_a_frame_without_an_address_is_nothing() -> None:
    assert forms_and_urls('<iframe></iframe><iframe src="about:blank"></iframe>') == []
    assert forms_and_urls('<iframe srcdoc="&lt;p&gt;text&lt;/p&gt;"></iframe>') == []


def test_frames_of_a_frameset_count_and_are_followed() -> None:
    page = reading('<frameset><frame src="menu.html"><frame src="start.html"></frameset>')
    assert [short(candidate) for candidate in page.seen] == [
        ("embed", "menu.html"),
        ("embed", "start.html"),
    ]
    assert [(link.url.removeprefix(PAGE), link.region) for link in page.outlinks] == [
        ("menu.html", "frame"),
        ("start.html", "frame"),
    ]


def test_frames_count_outside_the_main_content_too() -> None:
    page = f'<body><main>{"word " * 90}</main><div><iframe src="{YOUTUBE}"></iframe></div></body>'
    assert on_page(page) == [("embed", YOUTUBE)]


@pytest.mark.parametrize(
    ("frame", "hidden"),
    [
        (f'<iframe src="{YOUTUBE}" width="0" height="0"></iframe>', True),
        (f'<iframe src="{YOUTUBE}" style="width: 0; height: 0; border: 0"></iframe>', True),
        (f'<iframe src="{YOUTUBE}" style="display: none"></iframe>', True),
        (f'<iframe src="{YOUTUBE}" hidden></iframe>', True),
        (f'<iframe src="{YOUTUBE}" style="position:absolute; left:-9999px"></iframe>', True),
        (f'<iframe src="{YOUTUBE}" style="width: 100%; height: 0%"></iframe>', False),
        (f'<iframe src="{YOUTUBE}" width="100%" height="400"></iframe>', False),
        (f'<iframe src="{YOUTUBE}"></iframe>', False),
    ],
)
def test_hidden_frames(frame: str, hidden: bool) -> None:
    assert only_candidate(frame).hidden is hidden


def test_a_consent_wrapper_is_remembered() -> None:
    candidate = only_candidate(
        f'<iframe src="https://webtools.europa.eu/crs/iframe/?oriurl={YOUTUBE}"></iframe>'
    )
    assert candidate.consent
    assert candidate.raw_url.startswith("https://webtools.europa.eu/")


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
        ('<object><param name="FileName" value="film.wmv"></object>', "film.wmv"),
        ('<applet code="Spil.class" width="300"></applet>', "Spil.class"),
    ],
)
def test_plugins_count_once(plugin: str, address: str) -> None:
    assert forms_and_urls(plugin) == [("embed", address)]


def test_what_follows_an_embed_is_not_inside_it() -> None:
    # An embed never closes, and the parser nests all that follows into it.
    assert forms_and_urls('<embed src="film.swf"><p><a href="plan.pdf">Plan</a></p>') == [
        ("embed", "film.swf"),
        ("link", "plan.pdf"),
    ]


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
        ('<video src="blob:x"><source src="film.mp4"></video>', "film.mp4"),
    ],
)
def test_players_count_once(player: str, address: str) -> None:
    assert forms_and_urls(player) == [("upload", address)]


@pytest.mark.parametrize(
    ("picture", "address"),
    [
        ('<img src="a.jpg" alt="Elever maler">', "a.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="a.jpg">', "a.jpg"),
        ('<img srcset="a-1.jpg 400w, a-2.jpg 1600w">', "a-2.jpg"),
        ('<picture><source srcset="a.webp"><img src="a.jpg"></picture>', "a.jpg"),
        ('<picture><source srcset="a.webp 1x, b.webp 2x"></picture>', "b.webp"),
        ('<img src="data:image/svg+xml;utf8,<svg/>" data-lazy="a.jpg">', "a.jpg"),
        ('<img data-src="a.jpg" src="/placeholder.gif">', "a.jpg"),
        ('<amp-img src="a.jpg"></amp-img>', "a.jpg"),
        ('<image src="a.jpg">', "a.jpg"),
        ('<a href="work.html"><img src="a.jpg" alt="A"></a>', "a.jpg"),
        ('<a href="https://partner.example/"><img src="a.jpg" alt="Our visit"></a>', "a.jpg"),
        ('<div role="dialog"><img src="a.jpg"></div>', "a.jpg"),
        ('<div style="display:none"><img src="a.jpg"></div>', "a.jpg"),
        (
            '<figure><img src="logo-contest.jpg" alt="Our logo contest" width="640"></figure>',
            "logo-contest.jpg",
        ),
    ],
)
def test_pictures(picture: str, address: str) -> None:
    assert [pair for pair in forms_and_urls(picture) if pair[0] != "link"] == [("upload", address)]


def test_a_player_without_an_address_shows_its_fallback() -> None:
    assert forms_and_urls(f'<video><iframe src="{YOUTUBE}"></iframe></video>') == [
        ("embed", YOUTUBE)
    ]
    assert forms_and_urls('<video><track src="text.vtt"></video>') == []


def test_the_largest_of_several_sizes_counts() -> None:
    markup = '<img src="s.jpg" srcset="s.jpg 300w, https://skole.example/l,x.jpg 1200w, m.jpg 2x">'
    assert forms_and_urls(markup) == [("upload", "https://skole.example/l,x.jpg")]


@pytest.mark.parametrize(
    ("srcset", "candidates"),
    [
        ("a.jpg", [("a.jpg", 1)]),
        ("a.jpg,", [("a.jpg", 1)]),
        ("a.jpg,, b.jpg 2x", [("a.jpg", 1), ("b.jpg", 2)]),
        ("a,b.jpg 1x,c.jpg 2x", [("a,b.jpg", 1), ("c.jpg", 2)]),
        ("a.jpg,b.jpg 2x", [("a.jpg,b.jpg", 2)]),
        (
            "/w_1,h_2/a.jpg 320w,\n /w_2,h_4/a.jpg 640w",
            [("/w_1,h_2/a.jpg", 320), ("/w_2,h_4/a.jpg", 640)],
        ),
        (
            "data:image/gif;base64,R0 1w, a.jpg 640w",
            [("data:image/gif;base64,R0", 1), ("a.jpg", 640)],
        ),
        ("a.jpg 100w 50h, b.jpg 1.5x", [("a.jpg", 100), ("b.jpg", 1.5)]),
        ("a.jpg 2q, b.jpg 1x 2x, c.jpg 1w 1x, d.jpg 50h, e.jpg 0w, f.jpg -1x", []),
        ("a.jpg (1x, 2x), b.jpg 3x", [("b.jpg", 3)]),
        ("a.jpg (1x, b.jpg 3x", []),
        (" , ", []),
        ("", []),
    ],
)
def test_a_srcset_is_read_by_the_standard(srcset: str, candidates: list[tuple[str, float]]) -> None:
    assert list(srcset_candidates(srcset)) == candidates


def test_a_picture_linked_to_its_larger_self_is_one_sighting() -> None:
    assert forms_and_urls('<a href="stor.jpg"><img src="lille.jpg" alt="Skoven"></a>') == [
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
        '<noscript><img height="1" width="1" src="https://www.facebook.com/tr?id=1"></noscript>',
    ],
)
def test_furniture_is_not_a_sighting(furniture: str) -> None:
    assert forms_and_urls(furniture) == []


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="/nyhed.html"><img src="a.jpg">A long story about the river</a>',
        '<div><a href="/nyhed"><img src="a.jpg"></a><h3><a href="/nyhed">River</a></h3></div>',
        '<aside><a href="/nyhed.html"><img src="a.jpg"></a></aside>',
    ],
)
def test_a_teaser_of_another_page_is_a_link_and_no_picture(markup: str) -> None:
    assert {form for form, _ in forms_and_urls(markup)} == {"link"}


@pytest.mark.parametrize(
    ("markup", "sightings"),
    [
        # Without scripts nothing would be shown: the fallback says what.
        (f"<noscript><iframe src={YOUTUBE}></iframe></noscript>", [("embed", YOUTUBE)]),
        ("<img data-src=a.jpg><noscript><img src=a.jpg></noscript>", [("upload", "a.jpg")]),
        (
            "<img src='data:x' data-src='a-300x200.jpg'><noscript><img src='a.jpg'></noscript>",
            [("upload", "a-300x200.jpg")],
        ),
        ("<noscript><a href=b.pdf>Switch scripts on</a></noscript>", []),
    ],
)
def test_fallbacks_count_for_what_is_not_shown_anyway(
    markup: str, sightings: list[tuple[str, str]]
) -> None:
    assert forms_and_urls(markup) == sightings


def test_a_menu_in_a_noscript_is_followed() -> None:
    page = reading('<main>x</main><noscript><a href="/projekt/om.html">Om</a></noscript>')
    assert [link.url for link in page.outlinks] == [f"{PAGE}om.html"]


def test_buttons_that_open_an_address_are_links() -> None:
    markup = "<button onclick=\"window.open('https://padlet.com/a/b','_blank')\">Wall</button>"
    candidate = only_candidate(markup)
    assert (candidate.form, candidate.url, candidate.label) == (
        Form.LINK,
        "https://padlet.com/a/b",
        "Wall",
    )
    assert forms_and_urls('<button onclick="toggle()">x</button>') == []


def test_what_an_archive_adds_is_not_read() -> None:
    toolbar = '<div id="wm-ipp-base"><a href="https://archive.org/donate">Give</a></div>'
    assert reading(f"<body>{toolbar}<p>Page</p></body>").outlinks == []


def test_header_navigation_and_footer_are_furniture() -> None:
    page = (
        '<body><header><img src="h.jpg"><a href="https://padlet.com/a/b">P</a></header>'
        '<nav><a href="n.pdf">N</a></nav><main><article><header><img src="ok.jpg"></header>'
        "</article></main>"
        '<footer><a href="f.pdf">F</a></footer></body>'
    )
    assert on_page(page) == [("upload", "ok.jpg")]


def test_without_a_main_landmark_the_body_is_the_content() -> None:
    page = '<body><div><img src="a.jpg"></div><footer><img src="f.jpg"></footer></body>'
    assert on_page(page) == [("upload", "a.jpg")]


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
        ("[https://padlet.com/a/b]", "https://padlet.com/a/b"),
        ("&lt;https://padlet.com/a/b&gt;", "https://padlet.com/a/b"),
        ("«https://padlet.com/a/b»…", "https://padlet.com/a/b"),
        ("https://padlet.com/a&#8203;/b", "https://padlet.com/a/b"),
        ("HTTPS://PADLET.com/a/b", "https://padlet.com/a/b"),
        ("our blog: ourriver.blogspot.com.", "https://ourriver.blogspot.com/"),
        (
            "https://www.google.com/url?q=https://padlet.com/a/b&amp;sa=D",
            "https://padlet.com/a/b",
        ),
    ],
)
def test_plain_addresses(text: str, address: str) -> None:
    candidate = only_candidate(f"<p>{text}</p>")
    assert (candidate.form, candidate.url) == (Form.TEXT, address)


@pytest.mark.parametrize(
    "text",
    ["anna@padlet.com/x", "anna.b@skole.example.dk", "e.g. this", "done.Next", "1.2.3/4", "a/b.c"],
)
def test_what_only_looks_like_an_address(text: str) -> None:
    assert forms_and_urls(f"<p>{text}</p>") == []


def test_several_addresses_in_one_text() -> None:
    text = "https://padlet.com/a,https://padlet.com/b; (https://padlet.com/c)"
    assert [url for _, url in forms_and_urls(f"<p>{text}</p>")] == [
        "https://padlet.com/a",
        "https://padlet.com/b",
        "https://padlet.com/c",
    ]


def test_an_address_inside_a_link_counts_once() -> None:
    assert forms_and_urls('<a href="https://padlet.com/a/b">https://padlet.com/a/b</a>') == [
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
            '<img class="alwaysThinglink" src="//cdn.thinglink.me/api/image/1234567890123/1024'
            '#tl-1234567890123;">',
            "https://www.thinglink.com/scene/1234567890123",
        ),
        (
            '<div class="container-wrapper-genially"><video class="loader"><source src="l.mp4">'
            '</video><div id="5ecba55704a9750dae2dbc38" class="genially-embed"></div></div>',
            "https://view.genially.com/5ecba55704a9750dae2dbc38",
        ),
        (
            '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/'
            'ABC/"><a href="https://www.instagram.com/p/ABC/">A post</a></blockquote>',
            "https://www.instagram.com/p/ABC/",
        ),
        (
            '<blockquote class="twitter-tweet"><a href="https://t.co/x">pic</a> by <a href='
            '"https://twitter.com/a/status/1">date</a></blockquote>',
            "https://twitter.com/a/status/1",
        ),
        ('<amp-youtube data-videoid="aqz-KE-bpKQ">', "https://www.youtube.com/watch?v=aqz-KE-bpKQ"),
        ('<div data-url="https://padlet.com/a/b"></div>', "https://padlet.com/a/b"),
        (
            '<oembed url="https://vimeo.com/123"></oembed>',
            "https://vimeo.com/123",
        ),
    ],
)
def test_embeds_that_a_script_would_fill(embed: str, address: str) -> None:
    candidate = only_candidate(embed)
    assert (candidate.form, candidate.url) == (Form.EMBED, address)


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="fb-like" data-href="https://skole.example/x"></div>',
        '<div class="addthis_toolbox" data-url="https://padlet.com/a/b"></div>',
        '<div data-url="https://skole.example/projekt/here"></div>',
        '<blockquote cite="https://padlet.com/a/b">quoted</blockquote>',
    ],
)
def test_attributes_that_embed_nothing(markup: str) -> None:
    assert forms_and_urls(markup) == []


def test_an_attribute_does_not_hide_what_is_inside() -> None:
    markup = '<div data-url="https://padlet.com/a/b"><img src="a.jpg"></div>'
    assert forms_and_urls(markup) == [("upload", "a.jpg"), ("embed", "https://padlet.com/a/b")]


@pytest.mark.parametrize(
    ("block", "kind", "title"),
    [
        (
            "<div><div>Final report</div><div>(2.96 KB - PDF)</div><a href=/f/1>Download</a></div>",
            "pdf",
            "Final report",
        ),
        ("<p><a href=/f/1>Final report (PDF, 2,9 MB)</a></p>", "pdf", "Final report"),
        ("<p><a href=/f/1>Final report</a> (1 Mo - DOCX)</p>", "docx", "Final report"),
        ("<p><a href=/f/1 type=application/pdf>Final report</a></p>", "application/pdf", ""),
        ("<p><a href=/f/1 download>Final report</a></p>", "download", ""),
    ],
)
def test_files_are_known_by_what_stands_beside_them(block: str, kind: str, title: str) -> None:
    candidate = only_candidate(block)
    assert (candidate.form, candidate.media_type) == (Form.UPLOAD, kind)
    assert candidate.label == (title or "Final report")


def test_a_news_feed_is_not_a_file() -> None:
    assert only_candidate('<a href="/feed" type="application/rss+xml">News</a>').form is Form.LINK


def test_file_blocks_say_what_they_hold() -> None:
    candidate = only_candidate(
        "<div><div>Plan</div><div>(2.96 KB - PDF)</div><a href=/media/12/get>Download</a></div>"
    )
    assert (candidate.form, candidate.media_type) == (Form.UPLOAD, "pdf")


def test_base_href_counts() -> None:
    page = '<head><base href="https://cdn.example/x/"></head><main><img src="a.jpg"></main>'
    assert reading(page).seen[0].url == "https://cdn.example/x/a.jpg"


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-8"])
def test_encodings(encoding: str) -> None:
    body = '<main><a href="rødgrød.pdf">Rødgrød</a></main>'.encode(encoding)
    candidates = reading(body, content_type=f"text/html; charset={encoding}").seen
    assert candidates[0].label == "Rødgrød"
    assert short(candidates[0]) == ("link", "r%C3%B8dgr%C3%B8d.pdf")


def test_broken_markup_does_not_raise() -> None:
    reading("<p><table><a href='x.pdf'><iframe src=<main><</p></b>")
    reading(b"\x00\xff\xfe<main>")
    assert on_page("<p>a</body></html><p><a href='after.pdf'>b") == [("link", "after.pdf")]


# A page as a browser showed it.


def shown_candidates(body: str) -> tuple[Candidate, ...]:
    page = f"<html {RENDERED}><body><main>{body}</main></body></html>"
    return tuple(read(parse(capture(PAGE, body=page))).seen)


CODE = '<div class="genially-embed" data-id="65f0a1b2c3d4e5f6a7b8c9d0">{}</div>'
LOADER = '<script src="https://view.genially.com/static/embed/embed.js"></script>'


@pytest.mark.parametrize(
    ("body", "filled", "loader"),
    [
        (CODE.format("<iframe src='https://view.genially.com/x'></iframe>") + LOADER, True, True),
        (CODE.format("") + LOADER, False, True),
        (CODE.format("") + '<script src="/own.js"></script>', False, False),
        (CODE.format(f"<iframe {UNSEEN}='' src='/x'></iframe>") + LOADER, False, True),
        (
            '<blockquote class="twitter-tweet">'
            + "word " * 20
            + "<a href='https://twitter.com/a/status/1234567890'>"
            "</a></blockquote>",
            True,
            False,
        ),
    ],
)
def test_code_of_an_embed_says_whether_a_script_filled_it(
    body: str, filled: bool, loader: bool
) -> None:
    (code,) = [candidate for candidate in shown_candidates(body) if candidate.tag == "script"]
    assert (code.filled, code.loader) == (filled, loader)


def test_html_alone_says_nothing_of_what_a_script_would_fill() -> None:
    (code,) = read(parse(capture(PAGE, body=CODE.format("") + LOADER))).seen
    assert code.filled is None


@pytest.mark.parametrize(
    ("mark", "hidden"), [("", False), (f'{UNSEEN}=""', True), (f'{UNSEEN}="opens"', False)]
)
def test_a_frame_that_no_visitor_sees_is_hidden_unless_one_can_open_it(
    mark: str, hidden: bool
) -> None:
    (frame,) = shown_candidates(
        f"<div {mark}><iframe src='https://padlet.com/embed/abc1def2ghi3jk4l'></iframe></div>"
    )
    assert frame.hidden is hidden


BACKGROUND_PHOTO = '<div class="tile" style="background-image: url(\'/choir.jpg\')"></div>'


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (BACKGROUND_PHOTO, ["choir.jpg"]),
        ('<a role="img" style="background:#ccc url(choir.jpg) center"></a>', ["choir.jpg"]),
        ('<a href="/next" style="background-image:url(choir.jpg)"></a>', []),
        ('<div style="background: linear-gradient(#fff, #000)"></div>', []),
        (f"<nav>{BACKGROUND_PHOTO}</nav>", []),
    ],
)
def test_a_photo_may_be_the_background_of_a_box(markup: str, expected: list[str]) -> None:
    names = [name.rpartition("/")[2] for form, name in forms_and_urls(markup) if form == "upload"]
    assert names == expected


WALL = "https://padlet.com/byskolen/byens-7-lyde"


@pytest.mark.parametrize(
    "markup",
    [
        f'<div data-own-name="{WALL}"><p>Loading</p></div>',
        """<section data-settings='{"u":"https:\\/\\/padlet.com\\/byskolen\\/byens-7-lyde"}'></section>""",
        '<b data-x="https%3A%2F%2Fpadlet.com%2Fbyskolen%2Fbyens-7-lyde"></b>',
        f'<div data-html="&lt;iframe src=&quot;{WALL}&quot;&gt;"></div>',
        f'<our-wall address="{WALL}"></our-wall>',
        f'<template><iframe src="{WALL}"></iframe></template>',
        f'<noscript><a href="{WALL}">Our wall</a></noscript>',
    ],
)
def test_an_address_in_data_for_scripts_counts(markup: str) -> None:
    held = read(document(f"<main><h1>x</h1>{markup}</main>")).seen
    assert [(seen.url, seen.tag) for seen in held] == [(WALL, "data")]


@pytest.mark.parametrize(
    "markup",
    [
        f'<div data-share-url="{WALL}"></div>',
        '<div data-url="https://www.youtube.com/embed/${id}"></div>',
        '<template><iframe src="https://www.youtube.com/embed/{{id}}"></iframe></template>',
        f'<div class="a2a_kit" data-a2a-url="{WALL}"></div>',
        '<div data-next="https://skole.example/projekt/2"></div>',
        f'<input data-wall="{WALL}">',
    ],
)
def test_an_address_that_is_passed_on_or_a_pattern_does_not_count(markup: str) -> None:
    assert read(document(f"<main><h1>x</h1></main>{markup}")).seen == []
    assert "data" not in [s.tag for s in read(document(f"<main><h1>x</h1>{markup}</main>")).seen]
