"""Forms that stand before the content: passwords, log-ins, CAPTCHAs."""

from __future__ import annotations

import re
from enum import StrEnum

from bs4 import Tag

from crawlers.detection.wall_signs import has_captcha_widget, is_login_address
from crawlers.detection.wall_text import SOME_WORDS, PageText, words_of
from crawlers.model.capture import Capture
from crawlers.urls.canonical import absolute

_BESIDE_FORM_WORDS = 40
_BARE_WORDS = 3
_IDENTITY_TYPES = ("", "text", "email", "tel", "number")
_OTHER_FIELDS = re.compile(r"captcha|search|honeypot", re.IGNORECASE)


class Asked(StrEnum):
    """What a form before the content asks for."""

    LOGIN = "login"
    KEY = "key"


def password_form(page: PageText) -> Asked | None:
    """What the form asks that is all the page is about; None when there is no such form."""
    field = _password_field(page)
    form = (field.find_parent("form") or field.parent) if field is not None else None
    if form is None or page.media:
        return None
    post = "postpass" in str(form.get("action", ""))  # WordPress: one post behind a password
    if post and len(page.document.tags("article")) > 1:
        return None
    limit = SOME_WORDS if post or page.has_title("login") else _BESIDE_FORM_WORDS
    if page.words - words_of(form) > limit:
        return None
    knows_who = not post and any(_is_identity_field(tag) for tag in form.find_all("input"))
    return Asked.LOGIN if knows_who else Asked.KEY


def _password_field(page: PageText) -> Tag | None:
    """The first password field of the page's own content, or None."""
    document = page.document
    if not document.has_password_field:
        return None
    root = document.soup if document.words <= _BARE_WORDS else document.main
    for tag in root.find_all("input", attrs={"type": re.compile("^password$", re.IGNORECASE)}):
        if not page.in_chrome(tag):
            return tag
    return None


def _is_identity_field(tag: Tag) -> bool:
    """True for a field where a visitor says who they are."""
    kind = str(tag.get("type", "")).lower()
    return kind in _IDENTITY_TYPES and not _OTHER_FIELDS.search(str(tag.get("name", "")))


def asks_login(page: PageText) -> bool:
    """True when the page asks the visitor to log in, in a sentence or by name and means."""
    if page.has_sentence("login") and page.is_about("login"):
        return True
    if not page.has_title("login") or page.words > SOME_WORDS or page.media:
        return False
    main, base = page.document.main, page.document.base
    if any(_is_identity_field(tag) for tag in main.find_all("input") if not page.in_chrome(tag)):
        return True
    links = (tag for tag in main.find_all("a", href=True) if not page.in_chrome(tag))
    return any(is_login_address(absolute(base, str(link["href"])) or "") for link in links)


def only_captcha(capture: Capture, page: PageText) -> bool:
    """True when a nearly empty page has a CAPTCHA and no other field to fill in."""
    if page.document.words > _BESIDE_FORM_WORDS or not has_captcha_widget(capture):
        return False
    fields = page.document.tags("input", "textarea", "select")
    return not any(_is_visible_field(tag) for tag in fields) and not page.media


def _is_visible_field(tag: Tag) -> bool:
    if str(tag.get("name", "")).endswith("-response"):  # where the CAPTCHA puts its answer
        return False
    kind = str(tag.get("type", "")).lower()
    return tag.name != "input" or kind in (*_IDENTITY_TYPES, "password")
