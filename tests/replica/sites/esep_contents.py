"""What stands on the full pages of the large project "The Sea Between Us"."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from tests.replica.pieces import (
    Piece,
    address_text,
    frame,
    frame_markup,
    img,
    link,
    para,
    raw,
    wrap,
)

SLUG = "sea-between-us"
PROJECT = f"/etwinning/projects/{SLUG}"
ROOT = f"{PROJECT}/twinspace"
_UP = "/sites/default/files/etwinning"
_WATCH = "https://www.youtube.com/watch?v="
_CRS = "https://webtools.europa.eu/crs/iframe/?oriurl="
_PADLET = "https://padlet.com/havbakken/sea-words-k3v9q2m7x1t8b4zn"
_FORM = "https://docs.google.com/forms/d/e/1FAIpQLSeaFormPublicAbcdefghijk04/viewform"
LONG = "The pupils walked along the coast, measured the water and wrote down what they saw. " * 3


def oembed_frame(url: str) -> str:
    """The platform's own frame around a remote video."""
    return f"/media/oembed?url={quote(url)}&max_width=0&max_height=0&hash=Zk3xq9"


def file_block(thing: str, name: str, label: str, meta: str) -> Piece:
    """A file block, whose title and button lead to the one file: one upload, one sighting."""
    href = name if name.startswith("/") else f"{_UP}/{name}"
    return raw(
        f'<div class="ecl-file"><div class="ecl-file__container"><div class='
        f'"ecl-file__title">{label}</div><div class="ecl-file__meta">({meta})</div>'
        f'<a class="ecl-file__download" href="{href}" download>Download</a></div></div>',
        thing,
    )


def _gallery() -> Piece:
    """Twelve pictures, each linked to its larger self; four stand hidden behind "See all"."""
    items = []
    for n in range(1, 13):
        big = f"{_UP}/2024-04/walk-{n:02}.jpg"
        small = (
            f"/sites/default/files/styles/thumb/public/etwinning/2024-04/walk-{n:02}.jpg?itok=a{n}"
        )
        picture = f'<img src="{small}" alt="Walk {n}" width="200" height="150">'
        if n % 3 == 0:
            picture = (
                f'<img src="{small}" srcset="{small} 200w, {big} 1200w" alt="Walk {n}" '
                'width="200" height="150">'
            )
        if n % 3 == 1:
            picture = f'<picture><source srcset="{small}" type="image/jpeg">{picture}</picture>'
        hidden = ' style="display:none" aria-hidden="true"' if n > 8 else ""
        items.append(
            raw(
                f'<li class="ecl-gallery__item"{hidden}><a href="{big}">{picture}</a></li>',
                f"g{n:02}",
            )
        )
    return wrap(
        '<section class="ecl-gallery"><ul>',
        items,
        '</ul><button type="button">See all</button></section>',
    )


def home() -> tuple[Piece, ...]:
    return (
        para("Three schools by three seas write, sing and count together."),
        raw("<h2>Latest updates</h2>"),
        raw('<article class="post"><h3>Our first day</h3><p>Anna Testgaard, 2 years ago</p>'),
        frame_markup(
            "yt-update",
            '<iframe src="//www.youtube.com/embed/SeaUpdates1?rel=0&amp;fs=1" '
            'width="560" height="315"></iframe>',
        ),
        raw(
            "</article><article class='post'><h3>New wall</h3><p>Jan Próbny, 1 year 8 months ago"
            "</p>"
        ),
        link("padlet-words", _PADLET, "our wall of sea words"),
        img("beach", f"{_UP}/2024-05/beach-day.jpg", "On the beach"),
        raw(
            f'</article><p>Start at <a href="/da{ROOT}/pages/about-project?type=1">about the '
            f'project</a>, or come <a href="http://school-education.ec.europa.eu/en{ROOT}">home'
            f'</a> <a href="/pl{ROOT}/home">again</a>.</p>'
            f'<p><a href="/en{PROJECT}">The project\'s profile</a></p>'
        ),
    )


def about() -> tuple[Piece, ...]:
    return (
        para(LONG),
        raw(
            f'<p>Read <a href="https://school-education.ec.europa.eu./en{ROOT}/pages/our-schools">'
            f'about our schools</a> and <a href="/pl{ROOT}/pages/results#top">our results</a>.</p>'
        ),
        raw(
            f'<a href="{_UP}/2024-05/sea-chart.png"><img src="/sites/default/files/styles/medium/'
            'public/etwinning/2024-05/sea-chart.png?itok=Zz9" alt="Sea chart" width="300"></a>',
            "chart",
        ),
        raw(
            f'<picture><source media="(min-width: 900px)" srcset="{_UP}/2024-05/classroom.jpg 2x">'
            f'<img src="{_UP}/2024-05/classroom.jpg" alt="Our classroom" width="700"></picture>',
            "classroom",
        ),
        raw(
            f'<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="{_UP}/2024-05/'
            'poster.jpg" class="lazyload" alt="The poster" width="700">',
            "poster",
        ),
        file_block("plan", "2023-10/project-plan.docx", "Project plan", "18.4 KB - DOCX"),
        link("twin", "/da/etwinning/projects/green-rails/twinspace?type=1", "Our friends' project"),
        link("wakelet", "https://wakelet.com/wake/SeaWake1aB2cD3eF4gH5i", "Links we used"),
    )


def schools() -> tuple[Piece, ...]:
    return (
        para(
            f'Havbakkeskolen and Szkoła Wydmowa. There is one more page: <a href="/en{ROOT}/pages/'
            'hidden-cove">the hidden cove</a>.'
        ),
        raw(
            f'<aside><h2>Sub pages</h2><ul><li><a href="/en{ROOT}/pages/our-schools-poland">'
            "Poland</a></li></ul></aside>"
        ),
        _gallery(),
        frame(
            "gslides",
            "https://docs.google.com/presentation/d/1SeaSlidesPublicAbcdefghijklmno03/"
            "embed?start=false&loop=false",
        ),
    )


def meeting() -> tuple[Piece, ...]:
    song = "https://www.youtube.com/embed/SeaPublic01"
    return (
        frame("yt-dance", "https://www.youtube-nocookie.com/embed/TwoTimes_01"),
        frame("yt-dance", "https://www.youtube.com/embed/TwoTimes_01?start=30"),
        link("yt-dance", "https://youtu.be/TwoTimes_01?si=AbCdEf&utm_source=share", "The dance"),
        frame("yt-nested", oembed_frame(_WATCH + "SeaNested01"), "needs_consent"),
        frame(
            "yt-wrapped",
            _CRS + quote("https://www.youtube.com/embed/SeaWrapped1?rel=0", "") + "&lang=en",
            "needs_consent",
        ),
        frame_markup(
            "yt-song", f'<iframe data-src="{song}" class="lazy" width="560" height="315"></iframe>'
        ),
        frame_markup(
            "vimeo",
            "<iframe width='500' height='300' srcdoc=\""
            + escape(
                '<iframe src="https://player.vimeo.com/video/765432101" width="480" height="270">'
                "</iframe>"
            )
            + '"></iframe>',
        ),
        frame_markup(
            "yt-flash",
            '<object width="425" height="344" data="https://www.youtube.com/v/'
            'FlashVideo1"><param name="movie" value="https://www.youtube.com/v/FlashVideo1">'
            '<embed src="https://www.youtube.com/v/FlashVideo1" type="application/'
            'x-shockwave-flash" width="425" height="344"></object>',
            "blocked",
        ),
        frame_markup(
            "swf",
            f'<embed src="{_UP}/2023-11/puzzle.swf" type="application/'
            'x-shockwave-flash" width="400" height="300">',
            "blocked",
        ),
        raw(
            f'<video controls width="640"><source src="{_UP}/2024-03/beach-film.mp4" '
            f'type="video/mp4"><track src="{_UP}/2024-03/beach-film.vtt" kind="captions" '
            'srclang="en"></video>',
            "film",
        ),
        raw(f'<audio controls src="{_UP}/2024-03/sea-song.mp3"></audio>', "song"),
        frame_markup("yt-lite", '<lite-youtube videoid="LiteVideo01"></lite-youtube>', ""),
        frame("yt-private", "https://www.youtube.com/embed/SeaPrivate1", ""),
        link("yt-removed", _WATCH + "SeaRemoved1", "The film of the first year"),
        link(
            "yt-unlisted",
            "https://m.youtube.com/watch?v=Unlisted-01&feature=youtu.be",
            "Only for members",
        ),
        link("yt-list", "https://www.youtube.com/playlist?list=PLseaSongs0123456789", "Songs"),
        link("dailymotion", "https://dai.ly/x8seaab", "Boats"),
        frame("dailymotion-gone", "https://www.dailymotion.com/embed/video/x8gone0", ""),
        frame(
            "soundcloud",
            "https://w.soundcloud.com/player/?url="
            "https%3A//soundcloud.com/havbakken-radio/sea-song&color=%23ff5500",
        ),
    )


def contest() -> tuple[Piece, ...]:
    safe = "https://eur01.safelinks.protection.outlook.com/?url="
    return (
        frame("padlet-words", "https://padlet.com/embed/k3v9q2m7x1t8b4zn"),
        address_text("padlet-words", _PADLET, "Or type ", " into your browser."),
        link("padlet-learned", "https://bit.ly/sea-wall", "What we learned"),
        frame("padlet-login", "https://padlet.com/embed/s7d2f9g1h4j6k8l0", ""),
        link("padlet-gone", "https://padlet.com/havbakken/old-wall-g0n3w4lln0th1ng7", "Old wall"),
        frame("gform", f"{_FORM}?embedded=true"),
        link("gform", "https://forms.gle/SeaVote1", "Vote for the logo"),
        link(
            "gform-org",
            "https://docs.google.com/forms/d/e/1FAIpQLSeaFormOrgOnlyAbcdefghi13/viewform",
            "Vote (teachers)",
        ),
        link(
            "genially",
            safe
            + quote(
                "https://view.genially.com/64a1b2c3d4e5f60718293a4b/interactive-content-treasure",
                "",
            )
            + "&data=05%7C02&reserved=0",
            "Treasure island",
        ),
        link(
            "gdoc",
            "https://www.google.com/url?q="
            + quote(
                "https://docs.google.com/document/d/"
                "1SeaDocsPublicAbcdefghijklmnopq02/edit?usp=sharing",
                "",
            )
            + "&sa=D",
            "The plan",
        ),
        img("logo-entry", f"{_UP}/2024-01/winning-entry.png", "The winning entry"),
        raw(
            f'<p>See <a href="/en{ROOT}/forum/what-does-sea-mean-us">what the sea means to us</a>'
            ".</p>",
            "thread",
            form="link",
        ),
    )


def ebook() -> tuple[Piece, ...]:
    return (
        frame("genially", "https://view.genially.com/64a1b2c3d4e5f60718293a4b"),
        frame_markup(
            "canva",
            '<div class="canva-embed" data-design-id="DAFseaAb1c2" data-height-ratio="0.7"></div>'
            '<script async src="https://sdk.canva.com/v1/embed.js"></script>',
            "",
        ),
        frame_markup(
            "issuu",
            '<div class="issuuembed" data-url="https://issuu.com/seateam/docs/stories_of_the_coast"'
            ' style="width:500px;height:300px"></div>',
            "",
        ),
        link("issuu", "https://issuu.com/seateam/docs/stories_of_the_coast", "Our book"),
        link("prezi", "https://prezi.com/p/q1w2e3r4t5y6/history-of-our-harbour/", "Our harbour"),
        link(
            "slideshare",
            "https://www.slideshare.net/seateacher/fishing-then-and-now-248163264",
            "Fishing",
        ),
        frame("learningapps", "http://learningapps.org/watch?app=21436587", "blocked"),
        link("wordwall", "https://wordwall.net/resource/58263911/sea-quiz", "Sea quiz"),
        link(
            "kahoot",
            "https://create.kahoot.it/share/sea-kahoot/3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            "Kahoot",
        ),
        frame(
            "mentimeter",
            "https://www.mentimeter.com/app/presentation/alseapoll1b2c3d4e5f6g7h8i9j0/embed",
            "",
        ),
        frame("sway", "https://sway.office.com/s/SeaSwayA1b2C3d4E/embed"),
        frame("blogger", "https://havbakken-blog.blogspot.com/", "blocked"),
        frame("wordpress", "https://nadmorzeschool.wordpress.com/", "blocked"),
        frame("tides", "https://widgets.tides-example.net/tides?port=nadmorze"),
        frame("board", "https://boards.harbour-example.org/board/7", "blocked"),
        frame(
            "tides",
            "https://widgets.tides-example.net/tides?port=nadmorze",
            "blocked",
            'width="0" height="0"',
        ),
    )


def results() -> tuple[Piece, ...]:
    return (
        file_block("report", "2024-05/final-report.pdf", "Final report", "2.96 KB - PDF"),
        file_block("slides", "2024-05/our-harbours.pptx", "Our harbours", "1.2 MB - PPTX"),
        raw(
            f'<p><a href="{_UP}/2024-05/final-report.pdf?utm_source=news">Read the report</a></p>',
            "report",
        ),
        img("private-photo", "/system/files/2024-06/class-photo.jpg", "Class photo"),
        file_block("private-list", "/system/files/2024-06/pupil-list.pdf", "List", "10 KB - PDF"),
        file_block("private-diary", "/system/files/2024-06/diary.docx", "Diary", "9 KB - DOCX"),
        file_block("private-form", "/system/files/2024-06/consent.pdf", "Consent", "9 KB - PDF"),
        file_block("lost", "2023-11/lost-poster.pdf", "Poster", "1 MB - PDF"),
        link(
            "drive",
            "https://drive.google.com/file/d/1SeaDrivePublicAbcdefghijklmnop01/view?usp=sharing",
            "Sea diary",
        ),
        frame("drive", "https://drive.google.com/file/d/1SeaDrivePublicAbcdefghijklmnop01/preview"),
        link(
            "drive-private",
            "https://drive.google.com/open?id=1SeaDrivePrivateAbcdefghijklmno11",
            "Photos of the pupils",
        ),
        link(
            "drive-gone",
            "https://drive.google.com/file/d/1SeaDriveGoneAbcdefghijklmnopqr21/view",
            "Old diary",
        ),
        link(
            "gsheet-private",
            "https://docs.google.com/spreadsheets/d/1SeaSheetPrivateAbcdefghijklmno12/edit#gid=0",
            "Our measurements",
        ),
        link("onedrive", "https://onedrive.live.com/?resid=SEA123ABC!1045&authkey=!AbCd", "Songs"),
    )


def board() -> tuple[Piece, ...]:
    return (
        raw(
            '<section aria-label="Twinboard"><h2>Twinboard</h2><ul><li class="tb"><h3>Hello</h3>'
            "<p>Maja P., 1 year ago</p>"
        ),
        img("note", f"{_UP}/2024-06/post-it.jpg", "Our note"),
        raw("</li><li class='tb'><h3>My song</h3><p>Oskar B.</p>"),
        link("yt-song", "https://www.youtube.com/shorts/SeaPublic01", "listen"),
        raw("</li><li class='tb'><h3>Wall</h3>"),
        address_text(
            "padlet-learned", "https://padlet.com/havbakken/what-we-learned-w8r5p1n6c3y0h2da"
        ),
        raw("</li></ul></section>"),
    )
