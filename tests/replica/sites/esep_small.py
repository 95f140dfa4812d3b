"""Small projects of the live platform: archived, closed, missing, and two with another layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.replica.answers import Answer, Ask, html
from tests.replica.pieces import Piece, link, markup_of, para, raw
from tests.replica.sites import esep_frame as at
from tests.replica.sites import kit
from tests.replica.sites.site import Expected, Project, SitePage

BASE = f"{at.HOST}/en/etwinning/projects"
_LETTERS = para("Forty letters, read aloud, answered and kept in a blue box by the window. " * 5)
_KITES = "Four schools build kites, fly them and compare the winds over their playgrounds. " * 4
_WALL = "https://padlet.com/havbakken/what-we-learned-w8r5p1n6c3y0h2da"


def _card(state: str, words: str, members: str) -> Piece:
    """What a project's public profile says."""
    return raw(
        f"<p>PROJECT</p><p>{state}</p><p>{words}</p><p>Created on 03.09.2022</p>"
        f"<h2>Information</h2><p>Membership: {members}</p>"
    )


def _profile_of(slug: str) -> Piece:
    return para(f'<a href="/en/etwinning/projects/{slug}">Profile</a>')


_WINTER = (
    SitePage(
        "twinspace",
        "Winter Letters",
        (
            para("This project has been archived. It is <strong>read-only</strong>."),
            para("Two schools wrote letters to each other through one long winter."),
            link("yt-song", "https://youtu.be/SeaPublic01", "Our song"),
            _profile_of("winter-letters"),
        ),
        "home",
        menu=False,
    ),
    SitePage(
        "",
        "Winter Letters",
        (_card("Archived", "Letters through one long winter.", "Norway(1), Greece(1)"),),
        "profile",
        menu=False,
    ),
    SitePage("twinspace/pages/letters", "The letters", (_LETTERS,)),
    SitePage("twinspace/pages/replies", "The replies", (_LETTERS,)),
)
_SUMMER = (
    SitePage(
        "twinspace",
        "Summer Songs",
        (
            para("Three choirs sang one song in three languages, and wrote down the words."),
            link("soundcloud", "https://soundcloud.com/havbakken-radio/sea-song", "Listen"),
            _profile_of("summer-songs"),
        ),
        "home",
        menu=False,
    ),
    SitePage(
        "",
        "Summer Songs",
        (_card("Closed", "One song in three languages.", "Italy(1), Denmark(1), Ireland(1)"),),
        "profile",
        menu=False,
    ),
    SitePage("twinspace/pages/words", "The words", (_LETTERS,)),
)
_DRIFT = (
    SitePage(
        "twinspace",
        "Kites over Europe",
        (
            para(_KITES),
            raw(
                '<table><tr><td><a href="/en/etwinning/projects/kites-over-europe/twinspace/pages/'
                'our-kites">Our kites</a></td></tr></table>'
            ),
        ),
        "home",
    ),
    SitePage(
        "twinspace/pages/our-kites",
        "Our kites",
        (para(_KITES), link("padlet-learned", _WALL, "What we learned")),
    ),
)
_SITES = {"winter-letters": _WINTER, "summer-songs": _SUMMER, "kites-over-europe": _DRIFT}
_NAMES = {"winter-letters": "Winter Letters", "summer-songs": "Summer Songs"}


def address(slug: str) -> Callable[[str], str]:
    """The address of a project's page by its path below the project."""
    return lambda path: f"{BASE}/{slug}" + (f"/{path}" if path else "")


def _project(
    name: str, slug: str, title: str, state: str, expected: Expected, layout_known: bool = True
) -> Project:
    pages = _SITES.get(slug, ())
    seed = f"{BASE}/{slug}/twinspace"
    return Project(
        name, seed, "esep", slug, title, state, layout_known, pages, address(slug), expected
    )


# Letters of seventy words, under titles that say nothing of a phase, are no results by the text
# alone; the one song is there for everybody, archived or closed.
_ONE_SONG = Expected(
    "passed",
    "results_visible_passed",
    {"artefacts": 1, "visible": 1, "lost": 0, "undetermined": 0, "result_pages": 0},
    missing=("planning", "process", "product", "evaluation", "dissemination"),
    absent=("artefact_lost", "coverage_incomplete", "layout_unknown", "page_refused"),
)
# A wall on what was learned that everybody sees, on a site that nobody can be sure to have read rightly: what is seen
# is seen, but nothing may be called missing.
_STRANGE = Expected(
    "cant_tell",
    "coverage_uncertain",
    {"artefacts": 1, "visible": 1, "lost": 0, "undetermined": 0, "pages_undetermined": 2},
    found=("evaluation",),
    findings=("layout_unknown:review",),
    absent=("artefact_lost", "page_refused"),
)
_UNREAD = Expected(
    "cant_tell",
    "coverage_uncertain",
    {"artefacts": 0, "visible": 0, "lost": 0},
    absent=("artefact_lost",),
)


_UNREADABLE = (SitePage("twinspace", "", (), "home", "undetermined", "needs_browser"),)
_NOWHERE = (SitePage("twinspace", "", (), "home", "removed", "not_found"),)
PROJECTS = (
    Project(
        "esep_shell",
        f"{BASE}/paper-boats/twinspace",
        "esep",
        "paper-boats",
        "",
        "unknown",
        False,
        _UNREADABLE,
        address("paper-boats"),
        replace(_UNREAD, findings=("layout_unknown:review", "page_not_checked:review")),
    ),
    _project("esep_archived", "winter-letters", "Winter Letters", "archived", _ONE_SONG),
    _project("esep_closed", "summer-songs", "Summer Songs", "closed", _ONE_SONG),
    _project(
        "esep_drift",
        "kites-over-europe",
        "Kites over Europe",
        "unknown",
        _STRANGE,
        layout_known=False,
    ),
    Project(
        "esep_missing",
        f"{BASE}/no-such-project/twinspace",
        "esep",
        "no-such-project",
        "",
        "unknown",
        True,
        _NOWHERE,
        address("no-such-project"),
        replace(_UNREAD, findings=("coverage_incomplete:review", "page_refused:fix")),
    ),
)
_SHELL = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>ESEP</title><script '
    'type="module" src="/next/app.4f1.js"></script></head><body><div id="app"></div>'
    "<noscript>Enable JavaScript to run this app.</noscript></body></html>"
)


def _plain_page(page: SitePage) -> Answer:
    """A page without any landmark: no main content, no navigation, no headings."""
    return html(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Kites over Europe'
        f'</title></head><body><div class="x1"><div class="x2"><b>{page.title}</b></div>'
        f'<div class="x3">{markup_of(page.pieces)}</div></div></body></html>'
    )


def small(ask: Ask, slug: str, lang: str, rest: str) -> Answer | None:
    """A page of a small project, or None where no project has that name."""
    if slug == "paper-boats":
        return html(_SHELL)
    if slug in _NAMES:
        return kit.answer(ask, _NAMES[slug], _SITES[slug], slug, lang)
    if slug not in _SITES:
        return None
    page = next((page for page in _SITES[slug] if page.path == rest), None)
    if page is None:
        return at.not_found(lang, f"/etwinning/projects/{slug}/{rest}")
    return _plain_page(page)
