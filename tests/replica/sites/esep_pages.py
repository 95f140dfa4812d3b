"""The pages of the large project "The Sea Between Us", and what a stranger meets on each."""

from __future__ import annotations

from typing import Any

from tests.replica.answers import STALL, Answer, Ask, challenge, to
from tests.replica.pieces import Piece, para, raw
from tests.replica.sites import esep_contents as contents
from tests.replica.sites import esep_frame as at
from tests.replica.sites import esep_tools as tools
from tests.replica.sites.esep_contents import PROJECT, ROOT, SLUG
from tests.replica.sites.site import Refusal, SitePage

__all__ = ["PAGES", "PROJECT", "ROOT", "SLUG"]

_ANNA = "Created by Anna Testgaard"
_JAN = "Last updated by Jan Próbny 1 year 8 months ago"


def _refuse_once(status: int) -> Refusal:
    """Refuses the first request with ``status`` and shows the page afterwards."""

    def refusal(ask: Ask) -> Answer | None:
        if ask.earlier:
            return None
        answer = at.not_found("en", ask.path, status)
        return answer.having(("retry-after", "0")) if status == 503 else answer

    return refusal


def _refusal_in(lang: str, status: int) -> Refusal:
    return lambda ask: at.denial(lang, ask.path, status)


_CARD = (
    "<p>PROJECT</p><p class='status'>Active</p><p>Schools by three seas.</p><p>Created on "
    "12.10.2023</p><p>3 members</p><h2>Information</h2><p>Members: 3</p><p>Membership: "
    "Denmark(1), Poland(1), Bulgaria(1)</p><p>Age range: 10 - 13</p>"
)
_DENIED = ("permission_required", "access_denied")
_TO_LOGIN = ("login_required", "login_redirect")


def _p(slug: str, title: str, *pieces: Piece, **more: Any) -> SitePage:
    return SitePage(f"twinspace/pages/{slug}", title, pieces, **more)


def _refusing_page(
    path: str, title: str, refusal: Refusal, verdict: tuple[str, str], section: str = "page"
) -> SitePage:
    return SitePage(f"twinspace/{path}", title, (), section, *verdict, refusal)


PAGES: tuple[SitePage, ...] = (
    SitePage("twinspace", "The Sea Between Us", contents.home(), "home", menu=False),
    SitePage("", "The Sea Between Us", (raw(_CARD),), "profile", menu=False),
    _refusing_page("materials", "Materials", _refusal_in("en", 403), _DENIED, "materials"),
    _refusing_page("members", "Members", lambda ask: to(at.EU_LOGIN), _TO_LOGIN, "members"),
    _refusing_page("forum", "Forum", _refusal_in("da", 200), _DENIED, "forum"),
    _refusing_page(
        "meetings",
        "Meetings",
        lambda ask: at.login_form("en", ask.path),
        ("login_required", "login_form"),
        "meetings",
    ),
    SitePage(
        "twinspace/forum/what-does-sea-mean-us",
        "What does the sea mean to us?",
        (para("Maja P.: It is where my grandmother lives."),),
        "forum",
        menu=False,
    ),
    _p("about-project", "About the project", *contents.about(), byline=(_ANNA, _JAN)),
    _p("our-schools", "Our schools", *contents.schools(), byline=(_JAN, _ANNA), byline_first=True),
    _p(
        "our-schools-poland",
        "Our schools: Poland",
        para(contents.LONG),
        menu=False,
        byline=(_ANNA,),
    ),
    _p("hidden-cove", "The hidden cove", para(contents.LONG), menu=False),
    _p("first-meeting", "First meeting", *contents.meeting(), byline=(_JAN,)),
    _p(
        "logo-contest", "Logo contest", *contents.contest(), byline=(_ANNA, _JAN), byline_first=True
    ),
    _p("ebook-coast", "Our e-book", *contents.ebook()),
    _p("results", "Results", *contents.results(), byline=(_ANNA, _JAN)),
    _p("twinboard", "Our twinboard", *contents.board()),
    _p(
        "denizin-sesi",
        "Denizin sesi",
        para(
            "Öğrenciler denizin sesini dinledi, şarkı söyledi ve "
            "gördüklerini yazdı. Her hafta yeni bir mektup geldi."
        ),
    ),
    _p(
        "i-thalassa-mas",
        "Η θάλασσά μας",
        para("Οι μαθητές έγραψαν για τη θάλασσα, τραγούδησαν και ζωγράφισαν όσα είδαν στο λιμάνι."),
    ),
    _p(
        "write-us",
        "Write to us",
        para(
            "Write to anna.testgaard@havbakkeskolen.example or "
            '<a href="mailto:jan@wydmowa.example">to Jan</a>.'
        ),
    ),
    _p("our-toolbox", "Our toolbox", *tools.toolbox(), byline=(_ANNA,)),
    _p("who-may-look", "Who may look", *tools.restricted_works()),
    _p("frames-in-frames", "Frames in frames", *tools.nested_wrappers(), byline=(_JAN, _ANNA)),
    _p("coming-soon", "Coming soon", state="empty", reason="nothing_in_it"),
    _p("slow-start", "Slow start", para(contents.LONG), refusal=_refuse_once(503)),
    _p("came-back", "Came back", para(contents.LONG), refusal=_refuse_once(404)),
    _refusing_page("pages/teachers-corner", "Teachers' corner", _refusal_in("pl", 403), _DENIED),
    _refusing_page(
        "pages/pupil-evaluation", "Pupils' evaluation", lambda ask: to(at.EU_LOGIN), _TO_LOGIN
    ),
    _refusing_page("pages/only-us", "Only us", _refusal_in("tr", 200), _DENIED),
    _refusing_page(
        "pages/draft-plans",
        "Draft plans",
        lambda ask: at.login_form("en", ask.path),
        ("login_required", "login_form"),
    ),
    _refusing_page(
        "pages/old-timetable",
        "Old timetable",
        lambda ask: at.not_found("en", ask.path, 500),
        ("undetermined", "server_error"),
    ),
    _refusing_page(
        "pages/gone-page",
        "The first page",
        lambda ask: at.not_found("en", ask.path),
        ("removed", "not_found"),
    ),
    _refusing_page(
        "pages/ghost-page",
        "Ghost page",
        lambda ask: at.not_found("en", ask.path, 200),
        ("removed", "soft_not_found"),
    ),
    _refusing_page(
        "pages/guarded", "Guarded", lambda ask: challenge(), ("undetermined", "bot_wall")
    ),
    _refusing_page("pages/stalled", "Stalled", lambda ask: STALL, ("undetermined", "timeout")),
)
