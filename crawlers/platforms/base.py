"""What a platform leaf says: which addresses are its projects', and how to read their pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from crawlers.model import Capture, PageReading, Section, Seed
from crawlers.reading.document import Document
from crawlers.urls import query_of, split

_NEVER_SEGMENTS = frozenset(
    [
        "login",
        "logout",
        "log-in",
        "log-out",
        "signin",
        "signout",
        "sign-in",
        "sign-out",
        "register",
        "signup",
        "edit",
        "delete",
        "remove",
        "flag",
        "unflag",
        "print",
        "printpdf",
        "share",
        "calendar",
        "add",
        "cancel",
        "reply",
        "user",
        "users",
        "password",
        "wp-admin",
        "wp-login",
        "xmlrpc.php",
        "pupil-login",
        "connect",
        "feed",
        "rss",
        "trackback",
        "ical",
        "cdn-cgi",
    ]
)
_NEVER_QUERY = frozenset(
    [
        "destination",
        "month",
        "week",
        "date",
        "day",
        "year",
        "token",
        "flag",
        "replytocom",
        "print",
        "share",
        "action",
        "op",
        "logout",
        "login",
        "redirect_to",
        "add-to-cart",
        "sort",
        "order",
        "tmpl",
        "task",
        "output",
        "attachment_id",
    ]
)
_REPEATED = re.compile(r"(/[^/]+)\1{2,}")


class NotAProjectError(ValueError):
    """The address is the platform's, but no project's; the message says what to give instead."""


@dataclass(frozen=True, kw_only=True)
class Platform:
    """One generation of TwinSpaces.

    ``recognise`` gives the seed for an address of the platform, None for a stranger's, and
    raises ``NotAProjectError`` for its other pages. ``identity`` gives the one address under
    which a page of the project is kept, or None for what is out of scope. ``address`` says what
    to ask the network for when a link to a page of the project was found. ``read_page`` reads a
    page that is no wall; ``landmarks`` names what it expects to find there. ``rank`` orders
    recognition: the particular before the general.
    """

    id: str
    rank: int
    recognise: Callable[[str], Seed | None]
    identity: Callable[[Seed, str], str | None]
    address: Callable[[Seed, str], str]
    section: Callable[[Seed, str], Section]
    read_page: Callable[[Seed, Capture, Document], PageReading]
    landmarks: tuple[str, ...]
    upload_hosts: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def never_follow(url: str) -> bool:
    """True for addresses that change something, sign somebody in or never end.

    Log-in and log-out, edit, delete, flag, print and share, calendars, feeds, and paths that
    repeat themselves.
    """
    parts = split(url)
    if parts is None:
        return True
    segments = {segment.lower().partition(".")[0] for segment in parts.path.split("/")}
    if segments & _NEVER_SEGMENTS or _REPEATED.search(parts.path):
        return True
    return any(name.lower() in _NEVER_QUERY for name in query_of(url)) if parts.query else False
