"""Where a document sends its visitor, at once and without a click; pure.

The one place for it: refreshes and short scripts, as browsers obey them. A page that reads itself
again, a page that is shown for a while, and what only a click would do are no redirects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from crawlers.detection.wall_text import PageText
from crawlers.extraction.document import Document
from crawlers.extraction.refresh import refresh_of
from crawlers.model.capture import Capture
from crawlers.urls.canonical import absolute
from crawlers.urls.parts import without_fragment

_AT_ONCE = 2  # seconds; nobody reads a page in them
_SOON = 10  # seconds
_SHORTLY = 30  # seconds that a visitor waits on a page which says nothing else
_STUB_WORDS = 60
_SCRIPT_STUB_WORDS = 30
_SCRIPT_CHARS = 4_000
_SHORT_SCRIPT = 1_000

_WINDOWS = frozenset({"window", "self", "top", "parent", "document"})
_LONGEST_CHAIN = 80  # letters before ``location`` in which its window is named
_NO_WORD = re.compile(r"[^\w$]")
_TEXT = r"(?P<quote>[\"'`])(?P<url>[^\"'`]*)(?P=quote)"
_MOVE = re.compile(
    r"(?<![\w$])location(?:(?:\s*\.\s*href)?\s*=(?!=)\s*(?P<assigned>[^;\n}]*)"
    r"|\s*\.\s*(?:replace|assign)\s*\((?P<called>[^;\n}]*))"
)
_RELOAD = re.compile(r"(?<![\w$])location\s*\.\s*reload\s*\(")
_ONE_TEXT = re.compile(rf"\s*{_TEXT}\s*\)?\s*")
_TEXTS = re.compile(_TEXT)
_SETS_COOKIE = re.compile(r"document\s*\.\s*cookie\s*=(?!=)")
# A script that only defines what a click or a later event would do sends nobody anywhere.
_LATER = re.compile(r"click|submit|log-?out|sign-?out|keydown|touch", re.IGNORECASE)
_DEFINES = re.compile(r"function\s+\w+|=>", re.IGNORECASE)
_DEPENDS = re.compile(r"\bif\s*\(|\?|&&|\|\||\bswitch\s*\(|\bfor\s*\(|\bwhile\s*\(")


class Onward(NamedTuple):
    """The address that a document sends its visitor to, without a fragment.

    ``url`` is empty where a script decides at that moment. ``cookie`` is true where the script
    sets a cookie and reads the page again.
    """

    url: str
    cookie: bool = False


def redirect_of(capture: Capture, document: Document) -> Onward | None:
    """Where the document of an answer sends its visitor, or None where the visitor stays."""
    refresh = refresh_of(capture, document)
    if refresh is not None and refresh.url:
        stub = refresh.seconds <= _SHORTLY and _is_stub(document, _STUB_WORDS)
        return Onward(refresh.url) if refresh.seconds <= _AT_ONCE or stub else None
    return None if document.is_rendered else _script_redirect(document)


def _is_stub(document: Document, words: int) -> bool:
    """True for a page that holds no more than a sentence on where it leads."""
    if document.words > words or document.tags("input", "table", "iframe", "video", "audio"):
        return False
    return not PageText(document).media


def _script_redirect(document: Document) -> Onward | None:
    """Where the scripts of a page that shows nothing else lead."""
    codes = [code for code in _codes(document) if not _LATER.search(code)]
    moves = [move for code in codes for move in _of_window(_MOVE, code)]
    reloads = any(True for code in codes for _ in _of_window(_RELOAD, code))
    if not (moves or reloads) or not _is_stub(document, _SCRIPT_STUB_WORDS):
        return None
    sets_cookie = any(_SETS_COOKIE.search(code) for code in codes)
    if not moves:
        return Onward("", cookie=True) if sets_cookie else None
    target = _one_target(document, moves) if len(moves) == 1 else None
    certain = target is not None and not any(_DEPENDS.search(code) for code in codes)
    if target is not None and without_fragment(target) == without_fragment(document.url):
        return Onward("", cookie=True) if sets_cookie else None
    return Onward(without_fragment(target) if certain and target else "", cookie=False)


def _of_window(pattern: re.Pattern[str], code: str) -> Iterator[re.Match[str]]:
    """The matches that speak of the window's own ``location``, not of another object's."""
    for match in pattern.finditer(code):
        before = code[max(0, match.start() - _LONGEST_CHAIN) : match.start()].rstrip()
        own = True
        while own and before.endswith("."):
            before = before[:-1].rstrip()
            name = _NO_WORD.split(before)[-1]
            own = name in _WINDOWS
            before = before[: len(before) - len(name)].rstrip()
        if own:
            yield match


def _codes(document: Document) -> list[str]:
    """The short scripts that run when the page opens."""
    inline = (tag.get_text() for tag in document.tags("script") if not tag.get("src"))
    loaded = (str(tag.get("onload", "")) for tag in document.tags("body"))
    return [code for code in (*inline, *loaded) if code.strip() and len(code) <= _SCRIPT_CHARS]


def _one_target(document: Document, moves: list[re.Match[str]]) -> str | None:
    """The address of the only move when it is written out, or None."""
    text = _ONE_TEXT.fullmatch(moves[0]["assigned"] or moves[0]["called"] or "")
    return absolute(document.base, text["url"].replace("\\/", "/")) if text else None


def leads_on_to(capture: Capture, document: Document, wanted: Callable[[str], bool]) -> bool:
    """True when a page leads on, within seconds and without a click, to an address of a kind.

    Many sites send an idle visitor to the log-in after half an hour; that is no such page. A script
    that may lead to several places leads to each of them.
    """
    refresh = refresh_of(capture, document)
    if refresh is not None and refresh.seconds <= _SOON and wanted(refresh.url):
        return True
    if document.words > _SCRIPT_STUB_WORDS:
        return False
    codes = (code for code in _codes(document) if not _LATER.search(code))
    texts = (text for code in codes for text in _literals(code))
    targets = (absolute(document.base, text) for text in texts)
    return any(target is not None and wanted(target) for target in targets)


def _literals(code: str) -> list[str]:
    """The addresses written out in the moves of a script that defines no functions for later."""
    if len(code) > _SHORT_SCRIPT or _DEFINES.search(code):
        return []
    moves = (move["assigned"] or move["called"] or "" for move in _of_window(_MOVE, code))
    return [text["url"].replace("\\/", "/") for move in moves for text in _TEXTS.finditer(move)]
