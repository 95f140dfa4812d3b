"""Links that are no ``href``: addresses opened by a script, forms without fields, jump menus; pure.

What a handler does with an address is read from the common ways to write it; anything cleverer is
left to the browser. Shapes met in public bug reports (WWW-Mechanize pull 11, broken-link-checker
issue 104); read 2026-11-30.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlencode

from bs4 import Tag

from crawlers.extraction.document import squeeze
from crawlers.urls.canonical import absolute

_OPENED = re.compile(
    r"(?:window\.open\(|\bopen\(|location(?:\.href)?\s*=(?!=)|location\.(?:assign|replace)\()\s*"
    r"(?P<quote>[\"'])(?P<url>[^\"'\s]+)(?P=quote)(?!\s*\+)"
)
_SCRIPT = re.compile(r"\s*javascript:", re.IGNORECASE)
# A list whose handler opens the value that was chosen, without adding anything to it.
_JUMPS = re.compile(
    r"(?:location(?:\.href)?\s*=(?!=)|location\.(?:assign|replace)\(|open\()\s*"
    r"(?:this\.(?:value|options\[\s*this\.selectedIndex\s*\]\.value)"
    r"|this\.form\.\w+\.value|value)\s*[;,)}]?|MM_jumpMenu\(",
)
_FIELDS = frozenset({"button", "submit", "image", "hidden", "reset"})


def target_of_link(tag: Tag, base: str) -> str | None:
    """Where a link or a button leads, be it by a script in its address or in its handler."""
    href = str(tag.get("href") or tag.get("xlink:href") or "").strip()
    if _SCRIPT.match(href):
        return _opened(unquote(href), base) or _opened(str(tag.get("onclick") or ""), base)
    if href and not href.startswith("#") and (url := absolute(base, href)):
        return url
    return _opened(str(tag.get("onclick") or ""), base)


def _opened(script: str, base: str) -> str | None:
    opened = _OPENED.search(script)
    return absolute(base, opened["url"]) if opened else None


def links_of_form(form: Tag, base: str) -> Iterator[tuple[str, str]]:
    """``(address, label)`` of each button of a form that has nothing to fill in and asks by GET.

    Such a form is a link that looks like a button; its hidden fields make the query.
    """
    fields = form.find_all(["input", "select", "textarea", "button"])
    kinds = [(tag, _type(tag)) for tag in fields]
    if any(kind not in _FIELDS for _, kind in kinds) or _method(form) != "get":
        return
    hidden = [
        (str(tag["name"]), str(tag.get("value") or ""))
        for tag, kind in kinds
        if kind == "hidden" and tag.get("name")
    ]
    for tag, kind in kinds:
        action = str(tag.get("formaction") or form.get("action") or "").strip()
        leads = kind in ("submit", "image") and action and not _SCRIPT.match(action)
        url = absolute(base, action) if leads and _method(tag, form) == "get" else None
        if url is not None:
            query = f"?{urlencode(hidden)}" if hidden else ""
            yield f"{url.partition('?')[0]}{query}" if hidden else url, _button_text(tag)


def _type(field: Tag) -> str:
    """What kind of field a visitor meets; a button submits unless it says otherwise."""
    if field.name in ("select", "textarea"):
        return field.name
    return str(field.get("type") or ("submit" if field.name == "button" else "text")).lower()


def _method(tag: Tag, form: Tag | None = None) -> str:
    stated = tag.get("formmethod") if form is not None else tag.get("method")
    return str(stated or (form.get("method") if form is not None else "") or "get").lower()


def _button_text(tag: Tag) -> str:
    return squeeze(tag.get_text(" ")) or str(tag.get("value") or tag.get("alt") or "")


def links_of_menu(menu: Tag, base: str) -> Iterator[tuple[str, str]]:
    """``(address, label)`` of each entry of a list that opens whatever is chosen in it."""
    if not _JUMPS.search(str(menu.get("onchange") or "")):
        return
    for option in menu.find_all("option"):
        value = str(option.get("value") or "").strip()
        url = absolute(base, value) if value and not value.startswith("#") else None
        if url is not None:
            yield url, squeeze(option.get_text(" "))
