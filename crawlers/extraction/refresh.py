"""Refreshes: the pragma ``<meta http-equiv=refresh>`` and the header ``Refresh``; pure.

Parsed as browsers do: HTML Standard, "shared declarative refresh steps" (read 2026-11-30).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bs4 import Tag

from crawlers.extraction.document import Document
from crawlers.model.capture import Capture
from crawlers.urls.canonical import absolute
from crawlers.urls.parts import without_fragment

_BLANKS = " \t\n\f\r"
_TIME = re.compile(r"(?P<seconds>[0-9]*)(?P<rest>[0-9.]*)")
_SEPARATOR = re.compile(rf"[{_BLANKS}]*[;,]?[{_BLANKS}]*")
_NAME = re.compile(rf"url[{_BLANKS}]*=[{_BLANKS}]*", re.IGNORECASE)
# A pragma in these is for other visitors, or for nobody.
_NOT_READ = frozenset({"noscript", "template", "svg", "math"})


class Refresh(NamedTuple):
    """Where a refresh leads, and after how many seconds; ``url`` is empty for the page itself."""

    seconds: int
    url: str


def parse_refresh(content: str) -> Refresh | None:
    """The refresh that a text asks for, its address as written, or None where browsers see none."""
    text = content.lstrip(_BLANKS)
    time = _TIME.match(text)
    if time is None or not time.group():
        return None
    seconds = int((time["seconds"] or "0")[:9])
    rest = text[time.end() :]
    if not rest:
        return Refresh(seconds, "")
    if rest[0] not in f";,{_BLANKS}":
        return None
    separator = _SEPARATOR.match(rest)
    return Refresh(seconds, _address(rest[separator.end() if separator else 0 :]))


def _address(text: str) -> str:
    """The address as written: after ``url=`` if that is there, without its quotes."""
    name = _NAME.match(text)
    if name is None and not text.startswith(("'", '"')):
        return text.strip(_BLANKS)
    text = text[name.end() :] if name is not None else text
    if text[:1] in ("'", '"'):
        text = text[1:].partition(text[0])[0]
    return text.strip(_BLANKS)


def refresh_of(capture: Capture, document: Document) -> Refresh | None:
    """The refresh that a browser obeys: the header's, else the first pragma that is one.

    The address is absolute, and empty where the page reads itself again. None where there is no
    refresh, or its address is none of the web.
    """
    for content in _contents(capture, document):
        refresh = parse_refresh(content)
        if refresh is None:
            continue
        if not refresh.url:
            return Refresh(refresh.seconds, "")
        target = absolute(document.base, refresh.url)
        if target is None:
            return None
        itself = without_fragment(target) == without_fragment(capture.final_url)
        return Refresh(refresh.seconds, "" if itself else without_fragment(target))
    return None


def _contents(capture: Capture, document: Document) -> Iterator[str]:
    """The texts that may hold a refresh, in the order in which browsers read them."""
    yield from (value for name, value in capture.headers if name.lower() == "refresh")
    for tag in document.tags("meta"):
        if str(tag.get("http-equiv", "")).strip().lower() == "refresh" and _is_read(tag):
            yield str(tag.get("content", ""))


def _is_read(tag: Tag) -> bool:
    return not any(parent.name in _NOT_READ for parent in tag.parents)
