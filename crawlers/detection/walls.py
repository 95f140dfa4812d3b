"""Is this capture a wall rather than the content? Pure; signs and words stand beside it.

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
from crawlers.detection.wall_signs import login_address
from crawlers.detection.wall_text import (
    FEW_WORDS,
    SOME_WORDS,
    PageText,
    names_wall,
    phrases,
    title_parts,
)
from crawlers.extraction.document import Document
from crawlers.extraction.folding import fold_words
from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State
from crawlers.urls.wrappers import archived_address

__all__ = ["Wall", "detect_wall", "has_wall_title", "login_address", "words"]

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
# What a page tells in words, in the order in which it is believed.
_TOLD = (
    ("denied", Wall(State.PERMISSION_REQUIRED, Reason.ACCESS_DENIED)),
    ("request", Wall(State.PERMISSION_REQUIRED, Reason.ACCESS_REQUEST)),
    ("password", Wall(State.PERMISSION_REQUIRED, Reason.PASSWORD_ASKED)),
)
_TOLD_BESIDES = (
    ("not_found", Wall(State.REMOVED, Reason.SOFT_NOT_FOUND)),
    ("maintenance", Wall(State.UNDETERMINED, Reason.SERVER_ERROR)),
    ("refused", Wall(State.UNDETERMINED, Reason.REFUSED_UNEXPLAINED)),
    ("consent", Wall(State.UNDETERMINED, Reason.CONSENT_WALL)),
    ("script", Wall(State.UNDETERMINED, Reason.NEEDS_BROWSER)),
)
_LOGIN_ASKED = Wall(State.LOGIN_REQUIRED, Reason.LOGIN_ASKED)


def words() -> dict[str, frozenset[str]]:
    """The phrases of ``wall_words.toml`` by topic, all languages together, folded."""
    return {topic: found.whole for topic, found in phrases().items()}


def detect_wall(capture: Capture, document: Document | None) -> Wall | None:
    """The wall that a capture shows, or None when it looks like content.

    For a failed capture the failure is the reason. A ``removed`` wall wants a second look
    before anybody calls the thing removed.
    """
    if capture.failure is not None:
        return Wall(State.UNDETERMINED, capture.failure.reason)
    shown = PageText(document) if document is not None else None
    return (
        _archive_wall(capture)
        or _redirect_wall(capture, shown)
        or _bot_wall(capture, shown)
        or _status_wall(capture, shown)
        or _header_wall(capture, shown)
        or (_page_wall(capture, shown) if shown is not None else None)
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
    """True when a page's title is a wall's: what a script draws below it cannot be known.

    Too little to call the page a wall, but such a title is no sign that the thing is shown.
    """
    for title in (document.title, document.meta("og:title")):
        parts = title_parts(title or "")
        for part in {*parts[:1], *parts[-1:]}:
            if part in _MORE_TITLES or signs.bot_named(part) or names_wall(part):
                return True
    return False


def _archive_wall(capture: Capture) -> Wall | None:
    """A web archive that does not hold a page says so with 404, which tells nothing of the page.

    A 404 that was archived comes with ``Memento-Datetime`` (RFC 7089).
    """
    if capture.status != 404 or capture.header("memento-datetime"):
        return None
    return (
        Wall(State.UNDETERMINED, Reason.NOT_RECORDED)
        if archived_address(capture.final_url)
        else None
    )


def _redirect_wall(capture: Capture, shown: PageText | None) -> Wall | None:
    """A wall known by where the visitor ends up."""
    final, moved = capture.final_url, capture.final_url != capture.url
    if signs.login_host(final):
        reason = Reason.LOGIN_REDIRECT if moved else Reason.LOGIN_ASKED
        return Wall(State.LOGIN_REQUIRED, reason)
    if signs.consent_address(final):
        return Wall(State.UNDETERMINED, Reason.CONSENT_WALL)
    sent = moved and login_address(final) and not _plainly_content(shown)
    if (sent or _sends_to_login(capture, shown)) and not login_address(capture.url):
        return Wall(State.LOGIN_REQUIRED, Reason.LOGIN_REDIRECT)
    if moved and capture.ok and signs.denied_address(final) and not _plainly_content(shown):
        return Wall(State.PERMISSION_REQUIRED, Reason.ACCESS_DENIED)
    if moved and capture.ok and signs.missing_address(final) and not _plainly_content(shown):
        return Wall(State.REMOVED, Reason.SOFT_NOT_FOUND)
    return None


def _plainly_content(shown: PageText | None) -> bool:
    """True for a long page without a password field: an article may have such an address."""
    if shown is None or shown.document.words <= SOME_WORDS:
        return False
    return not shown.document.password_field and shown.words > SOME_WORDS


def _sends_to_login(capture: Capture, shown: PageText | None) -> bool:
    """True when the page itself leads on to a log-in, at once and without a click."""
    if shown is None or not capture.ok:
        return False
    return leads_on_to(capture, shown.document, login_address)


def _bot_wall(capture: Capture, shown: PageText | None) -> Wall | None:
    """A wall against robots: it is about the visitor, so nobody can tell about the page."""
    if signs.bot_answer(capture) or _challenge(capture, shown):
        return Wall(State.UNDETERMINED, Reason.BOT_WALL)
    return None


def _challenge(capture: Capture, shown: PageText | None) -> bool:
    if shown is None:
        return not capture.ok and signs.bot_body(capture)
    document = shown.document
    if document.words > _CHALLENGE_WORDS:
        return False
    if signs.bot_body(capture):
        return True
    if signs.bot_title(capture, fold_words(document.title)) and not shown.media:
        return True
    return shown.is_about("bot") or forms.only_captcha(capture, shown)


def _status_wall(capture: Capture, shown: PageText | None) -> Wall | None:
    """A wall known by the HTTP status, explained by the page's words where there are any."""
    status = capture.status or 0
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status == 401:
        return _asked_by_header(capture)
    if status == 403:
        explained = _wall_of_refusal(shown) if shown is not None else None
        return explained or Wall(State.UNDETERMINED, Reason.REFUSED_UNEXPLAINED)
    if status >= 500:
        return Wall(State.UNDETERMINED, Reason.SERVER_ERROR)
    if not capture.ok:
        return Wall(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    return None


def _asked_by_header(capture: Capture) -> Wall:
    """What ``WWW-Authenticate`` asks for: the password of a folder, or a log-in."""
    scheme = capture.header("www-authenticate").strip().lower()
    if scheme.startswith(("basic", "digest")):
        return Wall(State.PERMISSION_REQUIRED, Reason.PASSWORD_ASKED)
    return _LOGIN_ASKED


def _header_wall(capture: Capture, shown: PageText | None) -> Wall | None:
    """A 200 that asks for authentication and brings nothing along."""
    if not capture.header("www-authenticate"):
        return None
    nothing = (
        not capture.body.strip() if shown is None else not shown.document.words and not shown.media
    )
    return _asked_by_header(capture) if nothing else None


def _wall_of_refusal(shown: PageText) -> Wall | None:
    """The wall that the page of a 403 explains; such a page may carry the site's whole frame."""
    if wall := _form_wall(shown):
        return wall
    told = (wall for topic, wall in _TOLD if shown.mentions(topic, _REFUSAL_WORDS))
    return next(told, None) or (_LOGIN_ASKED if shown.mentions("login", FEW_WORDS) else None)


def _page_wall(capture: Capture, shown: PageText) -> Wall | None:
    """A wall known by what a page answered with 200 says or shows instead of its content."""
    if wall := _form_wall(shown):
        return wall
    for topic, wall in _TOLD:
        if shown.is_about(topic):
            return wall
    if forms.asks_login(shown):
        return _LOGIN_ASKED
    for topic, wall in _TOLD_BESIDES:
        if shown.is_about(topic):
            return wall
    if _asks_consent(shown):
        return Wall(State.UNDETERMINED, Reason.CONSENT_WALL)
    if _shell(capture, shown):
        return Wall(State.UNDETERMINED, Reason.NEEDS_BROWSER)
    return None


def _form_wall(shown: PageText) -> Wall | None:
    """A form for a password that is all the page is about."""
    match forms.password_form(shown):
        case forms.Asked.KEY:
            return Wall(State.PERMISSION_REQUIRED, Reason.PASSWORD_ASKED)
        case forms.Asked.LOGIN:
            return Wall(State.LOGIN_REQUIRED, Reason.LOGIN_FORM)
    return None


def _asks_consent(shown: PageText) -> bool:
    """True when a short page is a form that goes to a consent service."""
    if shown.document.words > _REFUSAL_WORDS:
        return False
    found = [form for form in shown.document.tags("form") if form.get("action")][:5]
    return any(signs.consent_address(str(form["action"])) for form in found)


def _shell(capture: Capture, shown: PageText) -> bool:
    """True for an empty page that asks for JavaScript and says nothing about itself.

    A shell with metadata of its own is left to whoever knows the provider's markers.
    """
    document = shown.document
    if document.rendered:
        return False  # its scripts have run: there is nothing more to come
    if document.words or len(capture.body) > _SHELL_BYTES or document.meta("og:title"):
        return False
    asks = (tag.get_text(" ") for tag in document.tags("noscript"))
    return any(_ASKS_FOR_SCRIPT.search(text) for text in asks) and not shown.media
