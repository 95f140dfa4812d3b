"""The platform of 2014 to 2022, as it was, and as a web archive shows it with rewritten links."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

from tests.replica import files
from tests.replica.answers import Answer, Ask, Handler, html, login, simple, to
from tests.replica.pieces import Piece, address_text, frame, img, link, markup_of, para, raw, wrap
from tests.replica.sites.site import Expected, Project, SitePage

HOST = "https://twinspace.etwinning.net"
STAMP = "20210615000000"
ARCHIVE = "https://web.archive.org/web"
_FILES = "/files/collabspace/6/56/456/123456"
_TITLE = "Colours of Our Rivers"
_TO_LOGIN = ("login_required", "login_redirect")
_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{title} | TwinSpace</title>
<link rel="stylesheet" href="/assets/css/app.css"><script src="/assets/js/app.js"></script></head>
<body class="twinspace"><header><a href="/"><img src="/assets/images/etwinning-logo.png"
alt="eTwinning" width="150"></a><a href="/login">Log in</a></header>
<div class="ts-banner"><img src="/assets/images/twinspace-logo.png" alt="twinspace-logo">
<p class="ts-name">Colours of Our Rivers</p></div>
<nav class="ts-tabs"><ul><li><a href="/123456/home">Home</a></li><li><a href="/123456/materials">
Materials</a></li><li><a href="/123456/forum">Forums</a></li>
<li><a href="/123456/members">Members</a>
</li></ul></nav>
<nav class="ts-pages" aria-label="Pages"><ul>{menu}</ul></nav>
<main><h1>{title}</h1>{body}</main>
<footer><a href="/about">About</a><img src="/assets/images/eu-flag.png" alt="EU flag" width="40">
<a href="/logout">Log out</a></footer></body></html>"""


def _blocks(*pieces: Piece) -> tuple[Piece, ...]:
    """The page's content blocks, each an item of one list."""
    opened = raw('<ul class="blocks">')
    items = (Piece(f'<li class="block">{piece.html}</li>', piece.sights) for piece in pieces)
    return (opened, *items, raw("</ul>"))


_WORDS = "We followed the river from its spring to the sea and painted its colours. " * 3
PAGES: tuple[SitePage, ...] = (
    SitePage(
        "",
        _TITLE,
        (
            para("Two schools paint the rivers at their doors."),
            raw(
                '<h2>Latest updates</h2><div id="updates" data-url="/123456/updates.json"></div>'
                "<script>loadUpdates(123456);</script>"
            ),
        ),
        "home",
        menu=False,
    ),
    SitePage(
        "/pages/page/700001",
        "Our plan",
        _blocks(
            para(_WORDS),
            img("river-photo", f"{_FILES}/images/a1b2c3d4e.jpg", "The river"),
            para('More on <a href="/123456/pages/page/700004">the mill</a>.'),
            link("river-wall", "https://padlet.com/rivers/our-words-r1v3r9w4ll5a7b2c", "Our wall"),
        ),
    ),
    SitePage(
        "/pages/page/700002",
        "The river in film",
        _blocks(
            frame("river-film", "https://www.youtube.com/embed/RiverFilm01"),
            frame(
                "river-slides",
                "https://docs.google.com/presentation/d/1RiverSlidesPublicAbcdefghijklm06/embed",
            ),
            para("Poll: which colour? Blue 3 votes (9.38%)"),
        ),
    ),
    SitePage(
        "/pages/page/700003",
        "Sub page: maps",
        _blocks(
            para(_WORDS),
            img("river-map", f"{_FILES}/images/b2c3d4e5f.png", "Map"),
            img("river-lost", f"{_FILES}/images/c3d4e5f6a.jpg", "Lost picture"),
        ),
    ),
    SitePage(
        "/pages/page/700004",
        "The mill",
        _blocks(
            para(_WORDS),
            link("river-report", f"{_FILES}/files/d4e5f6a7b.pdf", "Report (PDF)"),
            link("river-private", f"{_FILES}/files/e5f6a7b8c.docx", "Diary"),
            link("river-friends", "http://twinspace.etwinning.net/144273/home", "Our friends"),
            address_text("river-film", "https://youtu.be/RiverFilm01"),
        ),
        menu=False,
    ),
    SitePage(
        "/pages/page/700006",
        "Our TwinBoard",
        _blocks(
            wrap(
                "<h2>TwinBoard</h2><ul><li><p>Ida, our note:</p>",
                (
                    img("river-note", f"{_FILES}/images/f6a7b8c9d.jpg", "A note"),
                    raw("</li><li><p>Nikos, a song:</p>"),
                    link("river-film", "https://www.youtube.com/watch?v=RiverFilm01", "our film"),
                ),
                "</li></ul>",
            )
        ),
    ),
    SitePage("/pages/page/700005", "Teachers only", (), "page", *_TO_LOGIN),
    SitePage("/materials", "Materials", (), "materials", *_TO_LOGIN, menu=False),
    SitePage("/forum", "Forums", (), "forum", *_TO_LOGIN, menu=False),
    SitePage("/members", "Members", (), "members", *_TO_LOGIN, menu=False),
)
_NOT_ARCHIVED = ("/materials", "/forum", "/pages/page/700005")


def _archived_page(page: SitePage) -> SitePage:
    """What the archive knows of a page: the live web is asked for nothing."""
    if page.path in _NOT_ARCHIVED:
        return replace(page, state="undetermined", reason="not_recorded")
    return replace(page, reason="") if page.path == "/members" else page


def _address(path: str) -> str:
    return f"{HOST}/123456{path}"


# Of nine things (the friends' project does not belong to this one) a picture is gone and a diary asks
# for a login. In the archive nobody can tell of either, nor of the page that it does not hold.
_EXPECTED = Expected(
    "passed",
    "results_visible_passed",
    {"artefacts": 9, "visible": 7, "lost": 2, "undetermined": 0, "pages_refused": 1},
    found=("planning",),
    missing=("process", "product", "evaluation", "dissemination"),
    seen=("planning",),
    findings=(
        "artefact_lost:fix",
        "page_refused:review",
        "page_refused:note",
        "page_unlisted:note",
    ),
    absent=("artefact_not_checked", "coverage_incomplete", "layout_unknown"),
)
_IN_ARCHIVE = Expected(
    "passed",
    "results_visible_passed",
    {
        "artefacts": 9,
        "visible": 7,
        "lost": 0,
        "undetermined": 2,
        "pages_refused": 0,
        "pages_undetermined": 1,
    },
    found=("planning",),
    seen=("planning",),
    findings=("artefact_not_checked:review", "page_not_checked:review"),
    absent=("artefact_lost", "layout_unknown"),
)
PROJECTS = (
    Project(
        "legacy",
        f"{HOST}/123456/home",
        "legacy",
        "123456",
        _TITLE,
        "unknown",
        True,
        PAGES,
        _address,
        _EXPECTED,
    ),
    Project(
        "legacy_archived",
        f"{ARCHIVE}/{STAMP}/{HOST}/123456/home",
        "legacy",
        "123456",
        _TITLE,
        "unknown",
        True,
        tuple(_archived_page(page) for page in PAGES),
        _address,
        _IN_ARCHIVE,
    ),
)
FORBIDDEN = (
    r"twinspace\.etwinning\.net/logout",
    r"archive\.org/(donate|account|save)",
    r"web\.archive\.org/web/\*",
)


def _html(page: SitePage) -> str:
    menu = "".join(
        f'<li><a href="/123456{other.path}">{other.title}</a></li>' for other in PAGES if other.menu
    )
    sub = menu.replace(
        '<li><a href="/123456/pages/page/700003"', '<li><ul><li><a href="/123456/pages/page/700003"'
    ).replace("Sub page: maps</a></li>", "Sub page: maps</a></li></ul></li>")
    return _PAGE.format(title=page.title, menu=sub, body=markup_of(page.pieces))


def _missing() -> Answer:
    return simple("404", "<p>The page you are looking for does not exist.</p>", 404)


def _file(path: str) -> Answer:
    if path.endswith("e5f6a7b8c.docx"):
        return to(f"{HOST}/login?redirect={path}")
    is_file = PurePosixPath(path).suffix in files.TYPES and "c3d4e5f6a" not in path
    return files.stored_file(path) if is_file else _missing()


def _page_at(path: str) -> SitePage | None:
    below = path.removeprefix("/123456").rstrip("/")
    wanted = "" if below == "/home" else below
    return next((page for page in PAGES if page.path == wanted), None)


def _neighbour() -> Answer:
    """The home page of another project on the old platform, with its menu."""
    menu = (
        '<nav><a href="/144273/home">Home</a> <a href="/144273/pages/page/980001">Trains</a></nav>'
    )
    return simple(
        "Trains and friends", f"{menu}<main>" + "<p>Trains on the way.</p>" * 9 + "</main>"
    )


def platform(ask: Ask) -> Answer:
    """Any address of the old platform's host."""
    if ask.path == "/login":
        return login("TwinSpace")
    if ask.path.startswith("/144273"):
        return _neighbour()
    page = _page_at(ask.path) if ask.path.startswith("/123456") else None
    if page is None:
        return _file(ask.path)
    return html(_html(page)) if page.state == "visible" else to(f"{HOST}/login")


_TOOLBAR = (
    '<body\\1><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base" lang="en">'
    '<a href="https://web.archive.org/web/"><img src="https://web-static.archive.org/_static'
    '/images/toolbar/wayback-toolbar-logo-200.png" alt="Wayback Machine"></a>'
    f'<a href="https://web.archive.org/web/*/{HOST}/123456/home">12 captures</a>'
    '<a href="https://archive.org/account/login.php">Sign in</a>'
    '<a href="https://web.archive.org/save/">Save</a></div>'
    "<!-- END WAYBACK TOOLBAR INSERT -->"
)


def rewrite_links(page: str) -> str:
    """A page as a web archive gives it: every link leads into the archive."""

    def address(match: re.Match[str]) -> str:
        before, tag, between, name, url = match.groups()
        mod = {"img": "im_", "iframe": "if_", "script": "js_", "link": "cs_"}.get(tag, "")
        full = url if url.startswith("http") else HOST + url
        return f'{before}{tag}{between}{name}="/web/{STAMP}{mod}/{full}"'

    linked = re.sub(
        r'(<)(a|img|iframe|script|link)(\b[^>]*?\s)(href|src)="((?:/|http)[^"]*)"', address, page
    )
    return re.sub(r"<body([^>]*)>", _TOOLBAR, linked)


def archive(ask: Ask) -> Answer:
    """The web archive: one snapshot of the project, with a few things missing from it."""
    match = re.search(r"/web/(\d{14})([a-z]{2}_)?/(https?:/+.*)$", ask.url)
    original = re.sub(r"^https?:/+", "https://", match[3]) if match else ""
    path = original.removeprefix(HOST)
    page = _page_at(path) if path.startswith("/123456") else None
    if match and page and page.path == "/pages/page/700002" and match[1] == STAMP:
        return to(f"{ARCHIVE}/20210616083000/{original}")
    if page and page.path == "/members":
        return to(f"{ARCHIVE}/{STAMP}/{HOST}/login")
    if path == "/login":
        return login("TwinSpace")
    if page and page.path not in _NOT_ARCHIVED:
        return html(rewrite_links(_html(page))).having(
            ("memento-datetime", "Tue, 15 Jun 2021 00:00:00 GMT")
        )
    if path.startswith(_FILES) and "c3d4e5f6a" not in path and "e5f6a7b8c" not in path:
        return files.stored_file(path).having(("memento-datetime", "Tue, 15 Jun 2021 00:00:00 GMT"))
    if path.startswith("/144273"):
        return _neighbour()
    return simple(
        "Wayback Machine", "<p>Hrm. The Wayback Machine has not archived that URL.</p>", 404
    )


HOSTS: dict[str, Handler] = {"twinspace.etwinning.net": platform, "web.archive.org": archive}
