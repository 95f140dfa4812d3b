"""Forms that stand before the content: passwords, log-ins, CAPTCHAs."""

from __future__ import annotations

import re
from enum import StrEnum

from bs4 import Tag

from crawlers.detection.wall_signs import captcha_widget, login_address
from crawlers.detection.wall_text import SOME_WORDS, PageText, words_of
from crawlers.model.capture import Capture
from crawlers.urls.canonical import absolute

_BESIDE_FORM_WORDS = 40
_BARE_WORDS = 3
_IDENTITY_TYPES = ("", "text", "email", "tel", "number")
_OTHER_FIELDS = re.compile(r"captcha|search|honeypot", re.IGNORECASE)


class Asked(StrEnum):
    """What a form before the content wants to know."""

    LOGIN = "login"
    KEY = "key"


def password_form(shown: PageText) -> Asked | None:
    """What the form asks that is all the page is about; None when there is no such form."""
    field = _password_field(shown)
    form = (field.find_parent("form") or field.parent) if field is not None else None
    if form is None or shown.media:
        return None
    post = "postpass" in str(form.get("action", ""))  # WordPress: one post behind a password
    if post and len(shown.document.tags("article")) > 1:
        return None
    limit = SOME_WORDS if post or shown.has_title("login") else _BESIDE_FORM_WORDS
    if shown.words - words_of(form) > limit:
        return None
    knows_who = not post and any(_identity_field(tag) for tag in form.find_all("input"))
    return Asked.LOGIN if knows_who else Asked.KEY


def _password_field(shown: PageText) -> Tag | None:
    """The first password field of the page's own content, or None."""
    document = shown.document
    if not document.password_field:
        return None
    root = document.soup if document.words <= _BARE_WORDS else document.main
    for tag in root.find_all("input", attrs={"type": re.compile("^password$", re.IGNORECASE)}):
        if not shown.in_chrome(tag):
            return tag
    return None


def _identity_field(tag: Tag) -> bool:
    """True for a field where a visitor says who they are."""
    kind = str(tag.get("type", "")).lower()
    return kind in _IDENTITY_TYPES and not _OTHER_FIELDS.search(str(tag.get("name", "")))


def asks_login(shown: PageText) -> bool:
    """True when the page asks the visitor to log in, in a sentence or by name and means."""
    if shown.has_sentence("login") and shown.is_about("login"):
        return True
    if not shown.has_title("login") or shown.words > SOME_WORDS or shown.media:
        return False
    main, base = shown.document.main, shown.document.base
    if any(_identity_field(tag) for tag in main.find_all("input") if not shown.in_chrome(tag)):
        return True
    links = (tag for tag in main.find_all("a", href=True) if not shown.in_chrome(tag))
    return any(login_address(absolute(base, str(link["href"])) or "") for link in links)


def only_captcha(capture: Capture, shown: PageText) -> bool:
    """True when a near-empty page wants a CAPTCHA solved and nothing else filled in."""
    if shown.document.words > _BESIDE_FORM_WORDS or not captcha_widget(capture):
        return False
    fields = shown.document.tags("input", "textarea", "select")
    return not any(_visible_field(tag) for tag in fields) and not shown.media


def _visible_field(tag: Tag) -> bool:
    if str(tag.get("name", "")).endswith("-response"):  # where the CAPTCHA puts its answer
        return False
    kind = str(tag.get("type", "")).lower()
    return tag.name != "input" or kind in (*_IDENTITY_TYPES, "password")
