"""Pages of a site that are not what they seem to be by their status; pure.

A page shown whole under status 404, a page that is closed for now or not open yet under 200, a box
that asks to log in where the content would stand. Structure, forms and addresses are looked at
first, words second. Only pages of a project are judged so: what a web tool answers is known better.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bs4 import Tag

from crawlers.detection.wall_signs import is_login_address
from crawlers.detection.wall_text import FEW_WORDS, PageText, names_wall
from crawlers.detection.walls import Wall, detect_wall
from crawlers.extraction.document import Document
from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State
from crawlers.urls.canonical import absolute

_WHOLE_WORDS = 12
_SHOWN_BY_SCRIPT = 4  # words; a script that draws a page under 404 has found one to draw
_NOTICE_WORDS = 40
_PAGE_WORDS = 400  # a longer page is not looked at, frame and menus included
_THINGS = ("iframe", "video", "audio", "table", "embed", "object")
_LOGIN = Wall(State.LOGIN_REQUIRED, Reason.LOGIN_ASKED)
_NEEDS_BROWSER = Wall(State.UNDETERMINED, Reason.NEEDS_BROWSER)
# Classes that content systems and their cover pages give the whole page (read in public code of
# WordPress and Grav plug-ins, 2026-11-30).
_COVER = re.compile(
    r"(?:^|[-_])(?:coming[-_]?soon|under[-_]?construction|maintenance(?:[-_](?:mode|page))?|"
    r"seed-csp4|wpmm|cmp-coming-soon-page)(?:$|[-_])",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:^|[-_])(?:alert|notice|message|messages|error|warning|restricted|denied|forbidden|locked|"
    r"no-?access|login-?required|members-?only)(?:$|[-_])",
    re.IGNORECASE,
)
_NOTICE_ROLES = frozenset({"alert", "alertdialog", "status", "dialog"})


def page_wall(capture: Capture, document: Document | None) -> Wall | None:
    """The wall that a page of a project shows, or None where it shows itself.

    Status 404 and 410 are no verdict where a whole page stands, or one that a script draws.
    """
    wall = detect_wall(capture, document)
    if document is None or capture.failure is not None:
        return wall
    if wall is not None and wall.state is State.REMOVED and capture.says_missing:
        return _despite_status(capture, document, wall)
    return _LOGIN if wall is None and capture.ok and _asks_login(document) else wall


def _despite_status(capture: Capture, document: Document, wall: Wall) -> Wall | None:
    """The wall of a page under a status that means "missing", by what stands there."""
    shown = detect_wall(replace(capture, status=200), document)
    if shown is not None:
        return wall if shown.state is not State.UNDETERMINED else shown
    if _is_shell(document):
        return _NEEDS_BROWSER
    return None if _is_whole(PageText(document)) else wall


def _is_shell(document: Document) -> bool:
    """True for a document without a word, whose scripts draw the page."""
    return not document.is_rendered and document.words == 0 and bool(document.tags("script"))


def _is_whole(shown: PageText) -> bool:
    """True for a page with a title, and with more than a sentence or with something to see."""
    names = (*shown.titles[:1], *shown.titles[-1:], *shown.headings)
    if not names or any(names_wall(name) for name in names):
        return False
    if shown.mentions("not_found", shown.words):
        return False
    enough = _SHOWN_BY_SCRIPT if shown.document.is_rendered else _WHOLE_WORDS
    return shown.words >= enough or shown.media or bool(shown.document.tags(*_THINGS))


def is_not_open(document: Document) -> bool:
    """True for a page that says it is being mended or not open yet, and nothing else."""
    shown = PageText(document)
    if shown.is_about("not_open") and not _names_what_comes(shown):
        return True
    return _is_cover(document) and shown.words <= FEW_WORDS and not shown.media


def _names_what_comes(shown: PageText) -> bool:
    """True where the heading goes on after "Coming soon": it is about something that comes."""
    lead = shown.headings[0] if shown.headings else ""
    return any(lead.startswith(f"{title} ") for title in shown.titles)


def _is_cover(document: Document) -> bool:
    """True for a whole page that calls itself a cover for a site that is not open."""
    names = (
        str(name)
        for tag in document.tags("html", "body")
        for name in (*tag.get_attribute_list("class"), tag.get("id"))
        if name
    )
    return any(_COVER.search(name) for name in names)


def _asks_login(document: Document) -> bool:
    """True where a box with the way to the log-in stands in place of the content.

    A button that leads to the log-in, or a link in a notice; without fields, since forms with
    fields are read by themselves.
    """
    if document.words > _PAGE_WORDS or document.main.find("img") is not None:
        return False
    ways = [
        *(form for form in document.main.find_all("form") if _is_button(form)),
        *(link for link in document.main.find_all("a", href=True) if _in_notice(link)),
    ]
    ways = [tag for tag in ways if _leads_to_login(document, tag.get("action") or tag.get("href"))]
    if not ways:
        return False
    shown = PageText(document)
    if shown.words > _NOTICE_WORDS or shown.media:
        return False
    return any(not shown.in_chrome(tag) for tag in ways)


def _leads_to_login(document: Document, address: object) -> bool:
    target = absolute(document.base, str(address)) if address else None
    return target is not None and is_login_address(target)


def _is_button(form: Tag) -> bool:
    """True for a form that holds nothing to fill in."""
    kinds = (str(tag.get("type", "text")).lower() for tag in form.find_all("input"))
    return all(kind in ("hidden", "submit", "button", "image") for kind in kinds)


def _in_notice(tag: Tag) -> bool:
    return any(
        str(parent.get("role", "")) in _NOTICE_ROLES
        or any(_NOTICE.search(str(name)) for name in parent.get_attribute_list("class") if name)
        for parent in tag.parents
        if parent.name not in ("body", "html", "[document]")
    )
