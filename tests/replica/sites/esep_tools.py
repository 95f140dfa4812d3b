"""More pages of "The Sea Between Us": many tools, many ways of being held back, deep nesting."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from tests.replica.pieces import Piece, frame, frame_markup, link, para, raw
from tests.replica.sites.esep_contents import PROJECT, oembed_frame

_HOST = "https://school-education.ec.europa.eu"
_UP = f"{_HOST}/sites/default/files/etwinning"
_CRS = "https://webtools.europa.eu/crs/iframe/?oriurl="
_LOADER = "https://static.genial.ly/resources/panel-loader-low.mp4"


def _genially(ident: str) -> str:
    """The script form of a Genially, with the film that it shows while it loads."""
    return (
        '<div class="container-wrapper-genially" style="position: relative; min-height: 400px">'
        '<video class="loader-genially" autoplay loop playsinline muted style="width: 80px;'
        f'height: 80px"><source src="{_LOADER}" type="video/mp4">No video.</video>'
        f'<div id="{ident}" class="genially-embed" style="position: relative; width: 100%"></div>'
        '</div><script src="https://view.genial.ly/static/embed/embed.js" async></script>'
    )


def toolbox() -> tuple[Piece, ...]:
    """Tools that show their work to everybody, or to nobody but a browser."""
    book = "https://read.bookcreator.com/SeaUserAbCdEfGhIjKlMnO/SeaBookAbCdEfGhIjKlMnP"
    drawing = "https://docs.google.com/drawings/d/1SeaDrawingPublicAbcdefghijklm08"
    thinglink = "https://www.thinglink.com/scene/1812345678901234567"
    return (
        frame_markup("genially-quiz", _genially("74a1b2c3d4e5f60718293a4c"), ""),
        frame_markup(
            "thinglink",
            '<img style="max-width:100%" src="//cdn.thinglink.me/api/image/1812345678901234567/'
            '1024/10/scaletowidth/harbour.jpg#tl-1812345678901234567;1043138249" '
            'class="alwaysThinglink"><script async src="//cdn.thinglink.me/jse/embed.js"></script>',
            "",
        ),
        link("thinglink", thinglink, "The harbour from above"),
        frame("calameo", "//v.calameo.com/?bkcode=0012345678abcdef01234&mode=mini"),
        link("calameo", "https://www.calameo.com/read/0012345678abcdef01234", "Magazine"),
        link("book", f"{book}/3bQ2xY", "The seal's year"),
        frame("storyjumper", "https://www.storyjumper.com/book/iframe/150123456"),
        link("storyjumper", "https://www.storyjumper.com/book/read/150123456/the-little-seal"),
        frame(
            "mymap", "https://www.google.com/maps/d/u/0/embed?mid=1SeaMyMapPublicAbcdefghijklmno05"
        ),
        link("gsite", "https://sites.google.com/view/sea-schools", "Our site"),
        link("gdrawing", f"{drawing}/edit?usp=sharing", "Our boat"),
        frame("emaze", "https://app.emaze.com/@AOSEAWAVE/our-coast"),
        frame("powtoon", "https://www.powtoon.com/embed/cSeaPowtoon/"),
        link("powtoon", "https://www.powtoon.com/c/cSeaPowtoon/1/m", "What is a tide?"),
        link("lino", "http://linoit.com/users/havbakken/canvases/sea-notes", "Sea notes"),
        link("quizizz", "https://quizizz.com/admin/quiz/65f0a1b2c3d4e5f6a7b8c9d0/sea-quiz", "Quiz"),
        link("ms-form", "https://forms.office.com/r/SeaForm123", "What did you learn?"),
        para(
            'We used <a href="https://www.canva.com/">Canva</a>, <a href="https://padlet.com">'
            'Padlet</a> and <a href="https://kahoot.it/">Kahoot</a>; <a href="javascript:void(0)">'
            'top</a> <a href="#main-content">up</a> <a href="tel:+4500000000">call us</a>.'
        ),
    )


def restricted_works() -> tuple[Piece, ...]:
    """Works that are held back, each in another way, and some that are gone."""
    forms = "https://forms.office.com/Pages/ResponsePage.aspx?id=SeaOrgForm0123456789abcdef"
    return (
        frame("yt-age", "https://www.youtube.com/embed/SeaAgeLimit", ""),
        frame("yt-no-embed", "https://www.youtube.com/embed/SeaNoEmbed1", "blocked"),
        link("vimeo-password", "https://vimeo.com/765432199", "The play"),
        link("padlet-password", "https://padlet.com/havbakken/staff-p4ssw0rdw4ll5e6a", "Staff"),
        link("padlet-org", "https://nadmorze.padlet.org/jan/pupils-0rgw4lln4dm0rz3x", "Pupils"),
        frame("genially-gone", "https://view.genial.ly/84a1b2c3d4e5f60718293a4d", ""),
        link("prezi-private", "https://prezi.com/p/z9x8c7v6b5n4/teachers-only/", "Plan"),
        link("slideshare-gone", "https://www.slideshare.net/seateacher/old-boats-110022033"),
        link("issuu-gone", "https://issuu.com/seateam/docs/first_draft", "First draft"),
        link(
            "mymap-private",
            "https://www.google.com/maps/d/viewer?mid=1SeaMyMapPrivateAbcdefghijklmn15&ll=55.1%2C9",
            "Where we live",
        ),
        link("jamboard", "https://jamboard.google.com/d/1SeaJamboardAbcdefghijklmnopqr22/viewer"),
        frame("lino-private", "https://linoit.com/users/nadmorze/canvases/staff", ""),
        frame("powtoon-private", "https://www.powtoon.com/embed/bPrivPowt01/", ""),
        link("ms-form-org", forms, "Evaluation"),
        link("blogger-private", "https://nadmorze-private.blogspot.com/", "Class diary"),
        link("wordpress-private", "https://teachers-by-the-sea.wordpress.com/", "Teachers' blog"),
    )


def nested_wrappers() -> tuple[Piece, ...]:
    """Wrappers in wrappers, lazy frames, viewers of files, servers that say nothing."""
    walls = "https://padlet.com/havbakken/sea-words-k3v9q2m7x1t8b4zn"
    search = "https://www.google.com/url?sa=t&q=" + quote(walls, "") + "&ust=1"
    safe = "https://eur01.safelinks.protection.outlook.com/?url=" + quote(search, "")
    inner = _HOST + oembed_frame("https://www.youtube.com/watch?v=SeaDeepNest")
    old = quote("https://www.youtube-nocookie.com/embed/SeaOldWrap1?rel=0", "")
    slides = quote(f"{_UP}/2024-05/our-harbours.pptx", "")
    report = quote(f"{_UP}/2024-05/final-report.pdf", "")
    lazy = "https://www.youtube.com/embed/SeaLazy-001"
    return (
        link("padlet-words", f"{safe}&data=05%7C01&reserved=0", "our sea words, by mail"),
        frame("yt-deep", f"{_CRS}{quote(inner, '')}&lang=en", "needs_consent"),
        frame("yt-old-wrapper", f"//europa.eu/webtools/crs/iframe/?oriurl={old}", "needs_consent"),
        frame_markup(
            "yt-lazy",
            f'<iframe data-lazy-src="{escape(lazy)}" src="about:blank" width="640" height="360">'
            "</iframe>",
        ),
        frame("slides", f"https://view.officeapps.live.com/op/embed.aspx?src={slides}", ""),
        frame("report", f"https://docs.google.com/viewer?url={report}&embedded=true", ""),
        frame("webcam", "https://old.harbour-town.example/webcam", ""),
        frame("buoy", "https://buoy.nowhere-at-sea.example/live", ""),
        raw(
            '<p>Copies of this page stand <a href="http://www.mirror-school.example/en'
            f'{PROJECT}/twinspace/pages/results">here</a> and <a href="https://school-education.ec'
            f'.europa.eu.mirror-school.example/en{PROJECT}/twinspace">there</a>; beware of <a href='
            '"https://padlet.com.mirror-school.example/havbakken/sea-words-k3v9q2m7x1t8b4zn">this'
            '</a> and <a href="https://notyoutube.example/watch?v=SeaPublic01">that</a>.</p>'
        ),
    )
