"""What a platform module gives: which addresses are projects, and how to read their pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from crawlers.extraction.document import Document
from crawlers.model.capture import Capture
from crawlers.model.pace import Pace
from crawlers.model.page import PageReading, Section
from crawlers.model.project import Seed
from crawlers.urls.parts import query_of, split

_ALWAYS_NEVER = frozenset(
    (
        *("login", "logout", "log-in", "log-out", "signin", "signout", "sign-in", "sign-out"),
        *("signup", "sign-up", "edit", "delete", "wp-admin", "wp-login", "xmlrpc", "cdn-cgi"),
        *("pupil-login", "trackback", "ical", "printpdf", "unflag"),
    )
)
# Words that are actions as parts of an address, but that a page may also have as its title.
TITLE_WORDS = frozenset(
    (
        *("add", "calendar", "cancel", "connect", "feed", "flag", "password", "print", "register"),
        *("remove", "reply", "rss", "share", "user", "users"),
    )
)
_NEVER_QUERY = frozenset(
    (
        *("destination", "month", "week", "date", "day", "token", "flag", "replytocom", "print"),
        *("share", "logout", "login", "redirect_to", "add-to-cart", "sort", "order", "sort_by"),
        *("sort_order", "tmpl", "output", "attachment_id", "unapproved", "moderation-hash"),
    )
)
# What the links of a pager keep of the form above the list: they choose and sort it.
KEPT_BY_PAGERS = frozenset({"sort", "order", "sort_by", "sort_order", "dir"})
_ACTION_NAMES = frozenset({"action", "op", "do", "task", "mode", "cmd"})
_ACTIONS = re.compile(
    r"(?:add|cancel|create|del|delete|diff|download|edit|flag|history|login|logout|mail|new|"
    r"post|print|raw|register|remove|reply|report|rss|search|send|share|submit|subscribe|vote)\w*",
    re.IGNORECASE,
)
_SCRIPT_END = re.compile(r"\.(?:php\d?|aspx?|jsp|do|cgi|cfm)$")
_REPEATED = re.compile(r"((?:/[^/]+){1,4}?)\1{2,}(?=/|$)")
_TOO_DEEP = 20


class NotAProjectError(ValueError):
    """The address is one of the platform, but of no project; the message says what to give."""


def whole_path(seed: Seed, page: str) -> str:
    """The path of a page, for platforms whose projects have no name in it."""
    del seed
    parts = split(page)
    return parts.path if parts else ""


def no_card(seed: Seed) -> str:
    """No address, for platforms whose projects have no public card."""
    del seed
    return ""


def no_reason(document: Document) -> str:
    """No reason, for platforms whose HTML holds all that a page shows, as far as is known."""
    del document
    return ""


@dataclass(frozen=True, kw_only=True)
class Platform:
    """One generation of TwinSpaces.

    ``recognise`` gives the seed for an address of the platform, None for any other, and
    raises ``NotAProjectError`` for its other pages. ``identity`` gives the one address under
    which a page of the project is kept, or None for what is out of scope. ``address`` says what
    to ask the network for when a link to a page of the project was found. ``read_page`` reads a
    page that is no wall; ``landmarks`` names what it expects to find there. ``rank`` orders
    recognition: special platforms come before general ones. ``below`` gives the part of a page's
    path in which the words of actions ("edit", "share") mean actions. ``platform_reason`` gives the
    code of why the HTML of a page of this platform cannot tell what it shows (empty when it can);
    what holds for every platform stands in ``crawlers.detection.render_need``. ``card`` gives the
    address of the project's public card, which says its title and state and is asked for whether a
    page links it or not; empty where there is none. ``pace`` is the quickest at which the
    platform's hosts are to be asked; None where the usual pace will do.
    """

    id: str
    rank: int
    recognise: Callable[[str], Seed | None]
    identity: Callable[[Seed, str], str | None]
    address: Callable[[Seed, str], str]
    section: Callable[[Seed, str], Section]
    read_page: Callable[[Seed, Capture, Document], PageReading]
    landmarks: tuple[str, ...]
    below: Callable[[Seed, str], str] = whole_path
    platform_reason: Callable[[Document], str] = no_reason
    card: Callable[[Seed], str] = no_card
    upload_hosts: tuple[str, ...] = ()
    pace: Pace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A platform bound to the seed of one project: where its pages are and how to read them.

    Each method is the platform's function of the same name for this seed.
    """

    platform: Platform
    seed: Seed

    @property
    def home(self) -> str:
        """The address of the project's home page."""
        return self.seed.home

    @property
    def card(self) -> str:
        """The address of the project's public card; empty where the platform has none."""
        return self.platform.card(self.seed)

    @property
    def upload_hosts(self) -> tuple[str, ...]:
        """The hosts on which the platform keeps what its members upload; empty for other sites."""
        return self.platform.upload_hosts

    def is_same_project(self, other: Self) -> bool:
        """True when both are one project of one platform, whatever address led there."""
        same_platform = self.platform.id == other.platform.id
        return same_platform and self.seed.project_id == other.seed.project_id

    def identity(self, url: str) -> str | None:
        """The one address under which a page is kept, or None for an address out of scope."""
        return self.platform.identity(self.seed, url)

    def address(self, url: str) -> str:
        """The address to ask the network for when this link to a page was found."""
        return self.platform.address(self.seed, url)

    def section(self, page: str) -> Section:
        """The section of the project that a page belongs to, by its address."""
        return self.platform.section(self.seed, page)

    def below(self, page: str) -> str:
        """The part of a page's path in which words of actions mean actions."""
        return self.platform.below(self.seed, page)

    def read_page(self, capture: Capture, document: Document) -> PageReading:
        """What a visitor reads on a page that is no wall."""
        return self.platform.read_page(self.seed, capture, document)

    def platform_reason(self, document: Document) -> str:
        """The code of why the HTML of a page cannot tell what it shows; empty when it can."""
        return self.platform.platform_reason(document)


@lru_cache(maxsize=65536)
def never_follow(url: str, path: str | None = None) -> bool:
    """True for addresses that change something, sign somebody in or never end.

    Log-in and log-out, edit, delete, flag, print and share, calendars, feeds, and paths that
    repeat themselves. ``path`` is the part of the path that is not the project's own name for
    itself (the whole path when None).
    """
    parts = split(url)
    if parts is None:
        return True
    path = parts.path if path is None else path
    steps = [_SCRIPT_END.sub("", step) for step in path.lower().split("/")]
    if not (_ALWAYS_NEVER | TITLE_WORDS).isdisjoint(steps):
        return True
    if len(steps) > _TOO_DEEP or _REPEATED.search(path):
        return True
    if not parts.query:
        return False
    kept = KEPT_BY_PAGERS if pager(url) else frozenset()
    return any(_is_action(*pair) for pair in query_of(url).items() if pair[0].lower() not in kept)


def _is_action(name: str, value: str) -> bool:
    """True for a query parameter that asks for an action or turns the pages of a calendar."""
    name = name.lower()
    if name in _ACTION_NAMES:
        return _ACTIONS.fullmatch(value) is not None
    return name in _NEVER_QUERY


def pager(url: str) -> str:
    """The place in one or several pagers (``3``, ``6,0,14``), empty for the first page.

    Drupal counts from zero and writes the places of several pagers into one parameter; a place
    that is not written is the first (``,,,1``; the platform's list of schools, read 2026-11-30).
    """
    value = query_of(url).get("page", "")
    if not re.fullmatch(r"\d{0,4}(?:,\d{0,4}){0,20}", value) or not value.strip(","):
        return ""
    places = [str(int(place or 0)) for place in value.split(",")]
    while places and places[-1] == "0":
        places.pop()
    return ",".join(places)
