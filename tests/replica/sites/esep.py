"""The live platform: one large project, and the small ones beside it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import quote

from tests.replica import files
from tests.replica.answers import Answer, Ask, Handler, forbidden, html, to
from tests.replica.pieces import markup_of
from tests.replica.sites import esep_frame as at
from tests.replica.sites import esep_small, judged, kit, languages, mixed
from tests.replica.sites.esep_pages import PAGES, PROJECT, ROOT, SLUG
from tests.replica.sites.esep_small import BASE, address, small
from tests.replica.sites.site import Expected, Project, SitePage

_PER_LIST = 9
_LISTED = [page for page in PAGES if page.menu and page.path.startswith("twinspace/pages/")]
_IN_MENU = [(page.path.removeprefix("twinspace/"), page.title) for page in _LISTED[:18]]
_LISTS = tuple(
    SitePage("twinspace/pages" + (f"?page={n}" if n else ""), "Pages", section="page", menu=False)
    for n in range((len(_LISTED) + _PER_LIST - 1) // _PER_LIST)
)
# Of 105 things that may be results two of three are seen; the rest asks for a login, is gone, or
# could not be opened. The plan is a document on the page about the project, and a wall says
# what was learned; two pages nobody could read may hold whatever else one looks for.
_EXPECTED = Expected(
    "passed",
    "results_visible_passed",
    {
        "artefacts": 105,
        "visible": 67,
        "lost": 30,
        "undetermined": 8,
        "pages_refused": 3,
        "pages_undetermined": 2,
    },
    found=("planning", "product", "evaluation"),
    seen=("product",),
    findings=(
        "artefact_lost:fix",
        "artefact_not_checked:review",
        "embed_blocked:fix",
        "embed_blocked:note",
        "page_not_checked:review",
        "page_refused:fix",
        "page_refused:note",
        "page_unlisted:note",
        "personal_data:review",
    ),
    absent=("coverage_incomplete", "layout_unknown"),
)
_BUILT = (*judged.PROJECTS, *languages.PROJECTS, *mixed.PROJECTS)
PROJECTS = (
    Project(
        "esep",
        f"{BASE}/{SLUG}/twinspace",
        "esep",
        SLUG,
        "The Sea Between Us",
        "open",
        True,
        PAGES + _LISTS,
        address(SLUG),
        _EXPECTED,
    ),
    *esep_small.PROJECTS,
    *_BUILT,
)
FORBIDDEN = (
    r"/user/log(in|out)",
    r"/pupil-login",
    r"/node/\d+/(edit|delete)",
    r"/flag/",
    r"/print/",
    r"ec\.europa\.eu\.?/[a-z]{2}/share/",
    r"/meetings/calendar",
    r"facebook\.com",
    r"twitter\.com",
    r"matomo",
    r"ec\.europa\.eu/[a-z]{2}/search\b",
    r"mirror-school\.example",
    r"notyoutube\.example",
    r"static\.genial\.ly",
)


def _pager(lang: str, number: int) -> str:
    root = f"/{lang}{ROOT}/pages"
    items = "".join(
        f'<li class="ecl-pagination__item"><a href="{root}?page={n}" aria-label="Go to page '
        f'{n + 1}">{n + 1}</a></li>'
        for n in range(len(_LISTS))
        if n != number
    )
    following = (
        f'<li class="ecl-pagination__item--next"><a href="?page={number + 1}" rel="next" '
        'aria-label="Go to next page">Next</a></li>'
        if number + 1 < len(_LISTS)
        else ""
    )
    return f'<nav class="ecl-pagination" aria-label="Pagination"><ul>{items}{following}</ul></nav>'


def _listing(ask: Ask, lang: str) -> Answer:
    number = int(ask.query.get("page") or 0)
    rows = "".join(
        f'<article class="teaser"><h2><a href="/{lang}{PROJECT}/{page.path}">'
        f"{page.title}</a></h2></article>"
        for page in _LISTED[number * _PER_LIST : (number + 1) * _PER_LIST]
    )
    return _frame(lang, f"{ROOT}/pages", "Pages", f"<h1>Pages</h1>{rows}{_pager(lang, number)}")


def _calendar(month: str) -> str:
    """One month of a calendar that has no end."""
    year, number = (int(part) for part in month.split("-"))
    later = f"{year + number // 12}-{number % 12 + 1:02}"
    return f'<h1>Calendar {month}</h1><a href="?month={later}" rel="next">Next month</a>'


def _frame(lang: str, path: str, title: str, body: str) -> Answer:
    menus = at.menu(lang, f"/{lang}{ROOT}", _IN_MENU)
    tools = at.FURNITURE.format(lang=lang, root=f"/{lang}{ROOT}")
    return at.page(
        lang=lang,
        path=path,
        title=title,
        body=body + tools,
        menus=menus,
        project="The Sea Between Us",
    )


def _page_answer(page: SitePage, lang: str, path: str) -> Answer:
    lines = "".join(f"<p class='meta'>{at.byline(lang, line)}</p>" for line in page.byline)
    heading = f"<h1>{page.title}</h1>"
    top = lines + heading if page.byline_first else heading + lines
    if page.state == "empty":
        menus = at.menu(lang, f"/{lang}{ROOT}", _IN_MENU)
        return at.page(
            lang=lang,
            path=path,
            title=page.title,
            body=top,
            menus=menus,
            project="The Sea Between Us",
        )
    return _frame(lang, path, page.title, top + markup_of(page.pieces))


def _sea(ask: Ask, lang: str, rest: str) -> Answer:
    """A page of the large project by its path below the project's address."""
    path = f"{PROJECT}/{rest}".rstrip("/")
    if rest == "twinspace/pages":
        return _listing(ask, lang)
    if rest == "twinspace/meetings/calendar":
        return _frame(lang, path, "Calendar", _calendar(ask.query.get("month", "2024-01")))
    wanted = "twinspace" if rest == "twinspace/home" else rest
    page = next((page for page in PAGES if page.path == wanted), None)
    if page is None:
        return at.not_found(lang, path)
    refused = page.refusal(ask) if page.refusal else None
    return refused or _page_answer(page, lang, path)


def _system_file(ask: Ask) -> Answer:
    """Private uploads, each refused in another way."""
    name = PurePosixPath(ask.path).name
    if name == "class-photo.jpg":
        return at.denial("en", ask.path)
    if name == "pupil-list.pdf":
        return to("https://webgate.ec.europa.eu/cas/login?service=" + quote(ask.url, ""))
    return at.login_form("en", ask.path) if name == "consent.pdf" else forbidden()


def _media_oembed(ask: Ask) -> Answer:
    """The platform's inner page around a remote video, behind the cookie wrapper."""
    video = re.sub(r".*v=", "https://www.youtube.com/embed/", ask.query.get("url", ""))
    source = f"https://webtools.europa.eu/crs/iframe/?oriurl={quote(video, '')}&amp;lang=en"
    return html(
        f'<!DOCTYPE html><html><body style="margin:0"><iframe src="{source}" width="200" '
        'height="113" frameborder="0" allowfullscreen></iframe></body></html>'
    )


def _assets(ask: Ask) -> Answer:
    if ask.path.startswith("/system/files/"):
        return _system_file(ask)
    if ask.path == "/media/oembed":
        return _media_oembed(ask)
    if ask.path == "/themes/contrib/oe.css":
        return at.style()
    is_file = PurePosixPath(ask.path).suffix in files.TYPES and "lost-" not in ask.path
    return files.stored_file(ask.path) if is_file else at.not_found("en", ask.path)


def platform(ask: Ask) -> Answer:
    """Any address of the platform's host."""
    match = re.fullmatch(r"/([a-z]{2})/etwinning/projects/([\w-]+)/?(.*?)/?", ask.path)
    if match is None:
        return _assets(ask)
    lang, slug, rest = match.groups()
    if slug == SLUG:
        return _sea(ask, lang, rest)
    if slug == "green-rails":
        return at.page(
            lang=lang,
            path=ask.path[3:],
            title="Green Rails",
            project="Green Rails",
            body="<h1>Green Rails</h1>" + "<p>Trains, plants and rails.</p>" * 9,
        )
    built = next((site for site in _BUILT if site.ident == slug), None)
    if built is not None:
        return kit.answer(ask, built.title, built.pages, slug, lang)
    return small(ask, slug, lang, rest) or at.not_found(lang, ask.path)


HOSTS: dict[str, Handler] = {"school-education.ec.europa.eu": platform}
