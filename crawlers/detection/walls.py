"""Decide whether a capture is a wall instead of the content; pure.

A wall is a log-in, a refusal, a request for access or a password, a page that is not there, a
consent page or a bot wall. What may be about the visitor rather than the page (bot walls, rate
limits, faults of the server, a 403 that does not say why) is never more than ``undetermined``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crawlers.detection import wall_forms as forms
from crawlers.detection import wall_signs as signs
from crawlers.detection.document_redirect import leads_on_to
from crawlers.detection.wall_signs import is_login_address
from crawlers.detection.wall_text import (
    FEW_WORDS,
    SOME_WORDS,
    PageText,
    names_wall,
    phrases,
    title_parts,
)
from crawlers.extraction.document import Document
from crawlers.extraction.text.folding import fold_words
from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State
from crawlers.urls.wrappers import archived_address

__all__ = ["Wall", "detect_wall", "has_wall_title", "is_login_address", "words"]

_CHALLENGE_WORDS = 180
_REFUSAL_WORDS = 400
_SHELL_BYTES = 20_000

_ASKS_FOR_SCRIPT = re.compile(r"java\s?script", re.IGNORECASE)


class Wall(NamedTuple):
    """What stands before the content."""

    state: State
    reason: Reason


_BY_STATUS = {
    404: Wall(State.REMOVED, Reason.NOT_FOUND),
    410: Wall(State.REMOVED, Reason.GONE),
    429: Wall(State.UNDETERMINED, Reason.RATE_LIMITED),
    451: Wall(State.UNDETERMINED, Reason.REGION_RESTRICTED),
}
# Walls that the words of a page tell, the most reliable first.
_FIRST_WALLS = (
    ("denied", Wall(State.PERMISSION_REQUIRED, Reason.ACCESS_DENIED)),
    ("request", Wall(State.PERMISSION_REQUIRED, Reason.ACCESS_REQUEST)),
    ("password", Wall(State.PERMISSION_REQUIRED, Reason.PASSWORD_ASKED)),
)
_OTHER_WALLS = (
    ("not_found", Wall(State.REMOVED, Reason.SOFT_NOT_FOUND)),
    ("maintenance", Wall(State.UNDETERMINED, Reason.SERVER_ERROR)),
    ("refused", Wall(State.UNDETERMINED, Reason.REFUSED_UNEXPLAINED)),
    ("consent", Wall(State.UNDETERMINED, Reason.CONSENT_WALL)),
    ("script", Wall(State.UNDETERMINED, Reason.NEEDS_BROWSER)),
)
_LOGIN_ASKED = Wall(State.LOGIN_REQUIRED, Reason.LOGIN_ASKED)


def words() -> dict[str, frozenset[str]]:
    """The phrases of ``wall_words.toml`` by topic, all languages together, folded."""
    return {topic: topic_phrases.whole for topic, topic_phrases in phrases().items()}


def detect_wall(capture: Capture, document: Document | None) -> Wall | None:
    """The wall that a capture shows, or None when it looks like content.

    For a failed capture the failure is the reason. A ``removed`` wall needs a second
    request before the thing is called removed.
    """
    if capture.failure is not None:
        return Wall(State.UNDETERMINED, capture.failure.reason)
    page = PageText(document) if document is not None else None
    return (
        _archive_wall(capture)
        or _redirect_wall(capture, page)
        or _bot_wall(capture, page)
        or _status_wall(capture, page)
        or _header_wall(capture, page)
        or (_page_wall(capture, page) if page is not None else None)
    )


# Titles of pages before the content that are no phrase of a topic, folded.
_MORE_TITLES = frozenset(
    (
        *("private", "sign up", "register", "we use cookies", "cookies", "error", "oops"),
        *("we ll be back soon", "we will be back soon", "be right back", "something went wrong"),
        *("update your browser", "unsupported browser", "browser not supported"),
        *("account suspended", "this domain is for sale", "domain for sale", "welcome to nginx"),
        *("under construction", "default web site page", "apache2 ubuntu default page"),
    )
)


def has_wall_title(document: Document) -> bool:
    """True when a page's title is that of a wall.

    A title alone does not make the page a wall, but it is no sign that the thing is shown.
    """
    for title in (document.title, document.meta("og:title")):
        parts = title_parts(title or "")
        for part in {*parts[:1], *parts[-1:]}:
            if part in _MORE_TITLES or signs.is_bot_title(part) or names_wall(part):
                return True
    return False


def _archive_wall(capture: Capture) -> Wall | None:
    """The wall of a web archive without the page: its 404 says nothing about the page itself.

    A 404 that was archived comes with ``Memento-Datetime`` (RFC 7089).
    """
    if capture.status != 404 or capture.header("memento-datetime"):
        return None
    return (
        Wall(State.UNDETERMINED, Reason.NOT_RECORDED)
        if archived_address(capture.final_url)
        else None
    )


def _redirect_wall(capture: Capture, page: PageText | None) -> Wall | None:
    """A wall known by where the visitor ends up."""
    final, moved = capture.final_url, capture.final_url != capture.url
    if signs.is_login_host(final):
        reason = Reason.LOGIN_REDIRECT if moved else Reason.LOGIN_ASKED
        return Wall(State.LOGIN_REQUIRED, reason)
    if signs.is_consent_address(final):
        return Wall(State.UNDETERMINED, Reason.CONSENT_WALL)
    sent = moved and is_login_address(final) and not _is_long_content(page)
    if (sent or _sends_to_login(capture, page)) and not is_login_address(capture.url):
        return Wall(State.LOGIN_REQUIRED, Reason.LOGIN_REDIRECT)
    if moved and capture.ok and signs.is_denied_address(final) and not _is_long_content(page):
        return Wall(State.PERMISSION_REQUIRED, Reason.ACCESS_DENIED)
    if moved and capture.ok and signs.is_missing_address(final) and not _is_long_content(page):
        return Wall(State.REMOVED, Reason.SOFT_NOT_FOUND)
    return None


def _is_long_content(page: PageText | None) -> bool:
    """True for a long page without a password field: an article may have such an address."""
    if page is None or page.document.words <= SOME_WORDS:
        return False
    return not page.document.has_password_field and page.words > SOME_WORDS


def _sends_to_login(capture: Capture, page: PageText | None) -> bool:
    """True when the page itself leads on to a log-in, at once and without a click."""
    if page is None or not capture.ok:
        return False
    return leads_on_to(capture, page.document, is_login_address)


def _bot_wall(capture: Capture, page: PageText | None) -> Wall | None:
    """A wall against robots: it is about the visitor and says nothing about the page."""
    if signs.is_bot_answer(capture) or _is_challenge(capture, page):
        return Wall(State.UNDETERMINED, Reason.BOT_WALL)
    return None


def _is_challenge(capture: Capture, page: PageText | None) -> bool:
    if page is None:
        return not capture.ok and signs.is_bot_body(capture)
    document = page.document
    if document.words > _CHALLENGE_WORDS:
        return False
    if signs.is_bot_body(capture):
        return True
    if signs.has_bot_title(capture, fold_words(document.title)) and not page.media:
        return True
    return page.is_about("bot") or forms.only_captcha(capture, page)


def _status_wall(capture: Capture, page: PageText | None) -> Wall | None:
    """A wall known by the HTTP status, explained by the page's words where there are any."""
    status = capture.status or 0
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status == 401:
        return _authentication_wall(capture)
    if status == 403:
        explained = _wall_of_refusal(page) if page is not None else None
        return explained or Wall(State.UNDETERMINED, Reason.REFUSED_UNEXPLAINED)
    if status >= 500:
        return Wall(State.UNDETERMINED, Reason.SERVER_ERROR)
    if not capture.ok:
        return Wall(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    return None


def _authentication_wall(capture: Capture) -> Wall:
    """What ``WWW-Authenticate`` asks for: the password of a folder, or a log-in."""
    scheme = capture.header("www-authenticate").strip().lower()
    if scheme.startswith(("basic", "digest")):
        return Wall(State.PERMISSION_REQUIRED, Reason.PASSWORD_ASKED)
    return _LOGIN_ASKED


def _header_wall(capture: Capture, page: PageText | None) -> Wall | None:
    """The wall of a 200 answer that asks for authentication and has no content."""
    if not capture.header("www-authenticate"):
        return None
    nothing = (
        not capture.body.strip() if page is None else not page.document.words and not page.media
    )
    return _authentication_wall(capture) if nothing else None


def _wall_of_refusal(page: PageText) -> Wall | None:
    """The wall that the page of a 403 explains; such a page may have all menus of the site."""
    if wall := _form_wall(page):
        return wall
    walls = (wall for topic, wall in _FIRST_WALLS if page.mentions(topic, _REFUSAL_WORDS))
    return next(walls, None) or (_LOGIN_ASKED if page.mentions("login", FEW_WORDS) else None)


def _page_wall(capture: Capture, page: PageText) -> Wall | None:
    """A wall known by what a page answered with 200 says or shows instead of its content."""
    if wall := _form_wall(page):
        return wall
    for topic, wall in _FIRST_WALLS:
        if page.is_about(topic):
            return wall
    if forms.asks_login(page):
        return _LOGIN_ASKED
    for topic, wall in _OTHER_WALLS:
        if page.is_about(topic):
            return wall
    if _asks_consent(page):
        return Wall(State.UNDETERMINED, Reason.CONSENT_WALL)
    if _is_shell(capture, page):
        return Wall(State.UNDETERMINED, Reason.NEEDS_BROWSER)
    return None


def _form_wall(page: PageText) -> Wall | None:
    """A form for a password that is all the page is about."""
    match forms.password_form(page):
        case forms.Asked.KEY:
            return Wall(State.PERMISSION_REQUIRED, Reason.PASSWORD_ASKED)
        case forms.Asked.LOGIN:
            return Wall(State.LOGIN_REQUIRED, Reason.LOGIN_FORM)
    return None


def _asks_consent(page: PageText) -> bool:
    """True when a short page is a form that goes to a consent service."""
    if page.document.words > _REFUSAL_WORDS:
        return False
    tags = [form for form in page.document.tags("form") if form.get("action")][:5]
    return any(signs.is_consent_address(str(form["action"])) for form in tags)


def _is_shell(capture: Capture, page: PageText) -> bool:
    """True for an empty page that asks for JavaScript and says nothing about itself.

    A shell with metadata of its own is left to the provider's signals.
    """
    document = page.document
    if document.is_rendered:
        return False  # its scripts have run: there is nothing more to come
    if document.words or len(capture.body) > _SHELL_BYTES or document.meta("og:title"):
        return False
    asks = (tag.get_text(" ") for tag in document.tags("noscript"))
    return any(_ASKS_FOR_SCRIPT.search(text) for text in asks) and not page.media
