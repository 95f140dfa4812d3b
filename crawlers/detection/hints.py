"""Pages whose HTML hints at a part that a script fills, in groups; which of them to open; pure.

A hint may stand on every page of a project, since a template or a habit put it there. Pages that
share the code of a hint and the scripts that would fill it turn out alike, so a few of them are
opened. Where the browser shows something else than the HTML, all pages of the group are opened.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from bs4 import Tag

from crawlers.detection.difference import Difference
from crawlers.detection.render_need import HINTS, hinting_tags
from crawlers.detection.witness import Build
from crawlers.extraction.addresses.script_embeds import script_embed
from crawlers.extraction.document import Document
from crawlers.urls.parts import host_of

# An embed's address and a frame stand in the HTML, so one look tells whether the page shows such
# ones. What a feed or a gallery holds may differ from page to page.
_LOOKS = {"script_embed": 1, "hidden_part": 1}
_MORE_LOOKS = 3  # pages of a group of any other hint; also where the looks were unclear
_FILLS = ("script:", "inline:", "style:")
_DIGITS = re.compile(r"\d+")


class LookResult(StrEnum):
    """What a look by the browser said of the hints of a page."""

    NONE = "none"
    AGREED = "agreed"
    DIFFERS = "differs"
    UNCLEAR = "unclear"


class HintedPage(NamedTuple):
    """A page of the crawl with the groups of its hints, and what a look at it said."""

    url: str
    groups: frozenset[str]
    result: LookResult = LookResult.NONE


def hint_groups(document: Document, build: Build) -> frozenset[str]:
    """The groups of a page, one for every kind of part that hints at a script.

    The name of a group starts with the code of its hint. It holds the shape of the part (element,
    classes, names of attributes, host of an embed), the frame of the page, and its scripts and
    styles; numbers, and addresses of single things, do not count.
    """
    fills = "|".join(sorted(part for part in build.parts if part.startswith(_FILLS)))
    setting = f"{build.frame}|{fills}"
    return frozenset(
        f"{code}:{_digest(f'{_shape(tag, document.base)}|{setting}')}"
        for code in HINTS
        for tag in hinting_tags(document, code)
    )


def _shape(tag: Tag, base: str) -> str:
    embed = script_embed(tag, base)
    host = host_of(embed.url) if embed is not None else ""
    classes = ".".join(sorted(map(str, tag.get_attribute_list("class"))))
    return _DIGITS.sub("0", f"{host} {tag.name}.{classes}[{' '.join(sorted(tag.attrs))}]").lower()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def look_result(difference: Difference | None) -> LookResult:
    """What a look said; ``difference`` is None where the page could not be compared."""
    if difference is None:
        return LookResult.UNCLEAR
    if difference.more:
        return LookResult.DIFFERS
    if not difference.complete:
        return LookResult.UNCLEAR
    return LookResult.DIFFERS if difference.unshown else LookResult.AGREED


def choose_hinted(pages: Sequence[HintedPage]) -> list[str]:
    """The pages to open next for their hints, in their order; empty where the looks are enough.

    One page or three of every group (``script_embed`` and ``hidden_part`` need one), and all pages
    of a group in which one was found to differ. Where the looks at three pages were all unclear,
    nothing is expected of the others.
    """
    results: dict[str, list[LookResult]] = {}
    for page in pages:
        for group in page.groups:
            if page.result is not LookResult.NONE:
                results.setdefault(group, []).append(page.result)
    chosen: dict[str, None] = {}
    room = {
        group: _looks_left(group, results.get(group, [])) for page in pages for group in page.groups
    }
    waiting = [page for page in pages if page.result is LookResult.NONE]
    for page in sorted(waiting, key=lambda page: -len(page.groups)):
        wanted = [group for group in page.groups if room[group] > 0]
        if wanted:
            chosen[page.url] = None
            for group in page.groups:
                room[group] -= 1
    return [page.url for page in pages if page.url in chosen]


def _looks_left(group: str, results: Sequence[LookResult]) -> float:
    """How many further pages of a group are to be opened."""
    if LookResult.DIFFERS in results:
        return float("inf")
    agreed = results.count(LookResult.AGREED)
    wanted = _LOOKS.get(group.partition(":")[0], _MORE_LOOKS)
    return min(wanted - agreed, _MORE_LOOKS - len(results)) if agreed < wanted else 0
