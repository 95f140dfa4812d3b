"""The forms that differ from a known one by the id alone: short, mistyped and new ids; pure.

A tool's ids change their length and alphabet without notice, and people lose letters when they copy
them. Where the rest of a known form plainly leads to content, an address is the tool's whatever
stands in place of the id; it is then judged by looking at the address itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from crawlers.providers.engine.file_types import PARTS
from crawlers.providers.engine.patterns import compile_pattern

_ID = "(?P<id>"
_ANY_STEP = f"(?P<any>{PARTS['any']})"
_ANY_VALUE = "(?P<any>.+)"
# The value of a parameter that any page may have must look like an id.
_ODD_VALUE = "(?P<any>.*[0-9A-Z].*)"
_COMMON_NAMES = frozenset({"cid", "docid", "f", "id", "key", "p", "page_id", "share", "url"})
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]|[()]", re.DOTALL)
_WORD = re.compile(r"(?<![\\\w<])[a-z][a-z-]{2,}(?![\w>])")
_KEPT = ("hosts", "host", "not_hosts", "without", "kind", "kind_by", "retired_on")
# Pages that makers of tools have of their own. A form that fits one without its id is no form.
_OWN_PAGES = (
    *("/", "/about", "/help", "/login", "/blog", "/oembed", "/pricing/", "/about.html"),
    *("/terms-of-service", "/for-teachers", "/blog/our-news", "/help/article", "/en/about"),
    *("/en/help/how-to", "/features/teachers", "/users/login", "/blog/2024/05/our-news"),
    *("/blog/2024/05/our-news.html", "/api/v1/oembed", "/static/js/app.js", "/hc/en-us/articles/1"),
    *("/news/12345-our-news", "/about-us/12345", "/our-news-12345", "/a/b/c/d/e", "/kimberg/about"),
    *("/static/guide.pdf", "/images/logo.png", "/images/logo.svg", "/kimberg/facade", "/en/a/b/c"),
    *("/help/how-to-share.html", "/features/interactive-image", "/create/quiz", "/about-us"),
    *("/download", "/dashboard/projects", "/en/download", "/discover/our-news"),
)


def loosened(url: Mapping[str, object], own_words: list[object]) -> dict[str, object] | None:
    """What a known form says with anything in place of its id; None where it leads to no content.

    A form is a [[url]] table whose parts are put in. What stands in place of the id is none of
    ``own_words``, nor of the words that the id never is.
    """
    path, query = url.get("path"), url.get("query")
    if not isinstance(path, str) or not isinstance(query, dict) or "fragment" in url:
        return None
    loose_path = _without_id(path, _ANY_STEP)
    loose_query = {
        name: _without_id(value, _ODD_VALUE if name in _COMMON_NAMES else _ANY_VALUE)
        for name, value in query.items()
    }
    if (loose_path, loose_query) == (path, query) or not (query or _leads_to_content(loose_path)):
        return None
    return {
        **{key: url[key] for key in _KEPT if key in url},
        "path": loose_path,
        "query": loose_query,
        "reserved": _moved(url.get("reserved"), [*own_words, *words_in(path)]),
        "unless": _moved(url.get("unless"), []),
    }


def words_in(path: str) -> list[str]:
    """The words of a path, which are no ids: one of them may be missing where it may stand."""
    return sorted(set(_WORD.findall(path)))


def _leads_to_content(path: str) -> bool:
    """True for a path that no page of the tool's own would fit."""
    return not any(compile_pattern(path).matches(page) for page in _OWN_PAGES)


def _moved(table: object, more: list[object]) -> dict[str, object]:
    """A table by group, in which ``any`` has what ``id`` had, and more."""
    rows = dict(table) if isinstance(table, dict) else {}
    words = [*more, *rows.pop("id", ())]
    return {**rows, "any": words} if words else rows


def _without_id(pattern: str, instead: str) -> str:
    """The pattern with ``instead`` for its group ``id``, unless that spans several steps."""
    if _ID not in pattern:
        return pattern
    start = pattern.index(_ID)
    end = _end_of_group(pattern, start + len(_ID))
    if "/" in pattern[start:end]:
        return pattern
    return pattern[:start] + instead + pattern[end:]


def _end_of_group(pattern: str, start: int) -> int:
    """Where a group ends whose content starts there."""
    depth = 1
    for token in _TOKEN.finditer(pattern, start):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    return len(pattern)
