"""On which pages a browser is held against the reading of the HTML, and what it saw more; pure.

Pages that are built alike fail alike. What a page is built of is cheap to tell from its HTML: its
frame, its scripts and styles, and the parts that a script may fill. Every such part is looked at
on one page at least, and where a browser shows more, all pages with that part are opened.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from bs4 import Tag
from bs4.element import PreformattedString

from crawlers.detection.difference import Difference
from crawlers.extraction.document import Document
from crawlers.urls.canonical import absolute
from crawlers.urls.parts import split

_SMALL, _STEP, _SHARE = 8, 33, 0.05  # pages of a small project; one less per step; share of a large
_LEAST = 2  # pages, however many were opened since their HTML could not tell
_FURTHER = 0.02  # share of the pages that is looked at besides one of each kind
_INLINE = 600  # characters of a script that tell which one it is
_DATA_SCRIPT = re.compile(r"json|template|text/html|x-handlebars|importmap|speculation", re.I)
_VARYING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|[\d\s]+")
_DIGITS = re.compile(r"\d+")
_BLOCKS = frozenset(
    ("div", "section", "nav", "ul", "ol", "aside", "article", "figure", "table", "tbody", "main")
)
_EMPTY_PLAYERS = frozenset({"video", "audio", "canvas", "iframe", "object"})
_HOLDS = frozenset(
    ("img", "iframe", "video", "audio", "a", "object", "embed", "svg", "input", "button")
)
_FRAME_PARTS = frozenset({"header", "footer", "nav", "main", "aside", "form"})
_NAMES = 3  # class names that tell what a block is


class Build(NamedTuple):
    """What a page is built of: ``frame`` and the names of its scripts, styles and open parts."""

    frame: str
    parts: frozenset[str]

    @property
    def features(self) -> frozenset[str]:
        """Everything that must be looked at on one page at least."""
        return self.parts | {f"frame:{self.frame}"}


class BuiltPage(NamedTuple):
    """A page of the crawl for the choice: ``difference`` is None where nobody compared yet.

    ``expected`` is true where the page was opened since its HTML said that it cannot tell.
    """

    url: str
    build: Build
    difference: Difference | None = None
    expected: bool = False

    @property
    def missed(self) -> bool:
        """True where somebody compared and the browser showed more."""
        return self.difference is not None and self.difference.more

    @property
    def surprised(self) -> bool:
        """True where a thing was missed that no hint had told of: the reading is doubted."""
        return self.difference is not None and self.difference.things and not self.expected


def build_of(document: Document) -> Build:
    """What a page is built of; names are free of numbers, so that ids of things do not count."""
    frame = {f"{tag.name}#{_plain(_id(tag))}.{tag.get('role') or ''}" for tag in _outer(document)}
    parts = {*_scripts(document), *_styles(document), *_open_parts(document)}
    return Build(_digest("|".join(sorted(frame))), frozenset(parts))


def _outer(document: Document) -> list[Tag]:
    """The landmarks of a page and what stands beside them: its frame."""
    body = document.soup.find("body")
    top = [tag for tag in body.children if isinstance(tag, Tag)] if isinstance(body, Tag) else []
    named = [tag for tag in top if tag.get("id") and tag.name in _BLOCKS]
    return [*named, *(tag for tag in top if tag.name in _FRAME_PARTS)]


def _scripts(document: Document) -> set[str]:
    names = set()
    for tag in document.tags("script"):
        if _DATA_SCRIPT.search(str(tag.get("type") or "")):
            continue
        source = absolute(document.base, str(tag.get("src") or "")) if tag.get("src") else None
        parts = split(source) if source else None
        if parts is not None:
            names.add(f"script:{parts.hostname}{_plain(parts.path)}")
        elif text := tag.get_text()[:_INLINE].strip():
            names.add(f"inline:{_digest(_VARYING.sub('', text))}")
    return names


def _styles(document: Document) -> set[str]:
    """The style sheets of a page, and whether boxes have pictures of their own."""
    names = set()
    for tag in document.tags("link"):
        if "stylesheet" in tag.get_attribute_list("rel"):
            parts = split(absolute(document.base, str(tag.get("href") or "")) or "")
            names.add(f"style:{_plain(parts.path) if parts else ''}")
    inner = (f"style:{_digest(_plain(tag.get_text()))}" for tag in document.tags("style"))
    return names | set(inner)


def _open_parts(document: Document) -> set[str]:
    """The kinds of parts that a script may fill: empty boxes, own elements, data, templates."""
    names = set()
    filled = _filled(document)
    for tag in document.soup.find_all(True):
        if "-" in tag.name or tag.name in ("template", "noscript"):
            names.add(f"part:{tag.name}")
        elif tag.attrs and _waits(tag) and id(tag) not in filled:
            names.add(f"part:{_kind(tag)}")
        names |= {f"data:{_plain(name[5:])}" for name in tag.attrs if name.startswith("data-")}
    return names


def _waits(tag: Tag) -> bool:
    """True for a box, or for a player without an address."""
    if tag.name in _EMPTY_PLAYERS:
        return not tag.get("src") and not tag.get("data")
    return tag.name in _BLOCKS


def _filled(document: Document) -> set[int]:
    """The elements (by ``id()``) in which a text or a thing stands, each met once."""
    filled: set[int] = set()
    for node in document.soup.descendants:
        holds = node.name in _HOLDS if isinstance(node, Tag) else bool(str(node).strip())
        if not holds or (isinstance(node, PreformattedString) and not isinstance(node, Tag)):
            continue
        at = node.parent
        while at is not None and id(at) not in filled:
            filled.add(id(at))
            at = at.parent
    return filled


def _kind(tag: Tag) -> str:
    names = sorted(_plain(name) for name in tag.get_attribute_list("class") if name)[:_NAMES]
    return f"{tag.name}.{'.'.join(names)}" if names else f"{tag.name}#{_plain(_id(tag))}"


def _id(tag: Tag) -> str:
    return str(tag.get("id") or "")


def _plain(name: str) -> str:
    return _DIGITS.sub("0", name).lower()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def most_pages(number: int) -> int:
    """How many pages of a project are looked at while nothing was missed: at most 5 of 100."""
    return max(_SMALL - number // _STEP, int(number * _SHARE))


def choose_sample(pages: Sequence[BuiltPage]) -> list[str]:
    """The addresses to look at next: the home page, a page for every part, 2 % more of large kinds.

    ``pages`` come in the order of finding, the home page first; those compared already count. The
    same pages give the same choice. Where a thing was missed there is no limit.
    """
    looked = [page for page in pages if page.difference is not None]
    missed = any(page.surprised for page in looked)
    own = sum(not page.expected for page in looked)
    room = max(most_pages(len(pages)) - len(looked), _LEAST - own)
    if missed:
        room = len(pages)
    chosen: list[BuiltPage] = []
    if pages and pages[0].difference is None:
        chosen.append(pages[0])
    further = _further(pages, looked) if not missed else 0
    seen = set().union(*(page.build.features for page in (*looked, *chosen)))
    waiting = [page for page in pages if page.difference is None and page not in chosen]
    weights = Counter(feature for page in pages for feature in page.build.features)
    while waiting and len(chosen) < room - further:
        best = max(waiting, key=lambda page: _gain(page, seen, weights))
        if not best.build.features - seen:
            break
        waiting.remove(best)
        chosen.append(best)
        seen |= best.build.features
    chosen += _of_the_largest(pages, waiting)[: max(0, min(further, room - len(chosen)))]
    return [page.url for page in chosen]


def _further(pages: Sequence[BuiltPage], looked: Sequence[BuiltPage]) -> int:
    """How many pages are looked at besides one of each kind; none in a second round."""
    return 0 if looked and pages[0].difference is not None else int(len(pages) * _FURTHER)


def _gain(page: BuiltPage, seen: Collection[str], weights: Counter[str]) -> tuple[int, int, str]:
    """How much a page would tell: parts not looked at yet, by the number of pages that have them.

    What many pages share comes first; the address settles the rest.
    """
    new = [feature for feature in page.build.features if feature not in seen]
    return sum(weights[feature] for feature in new), len(new), _digest(page.url)


def _of_the_largest(pages: Sequence[BuiltPage], waiting: Sequence[BuiltPage]) -> list[BuiltPage]:
    """The waiting pages in the order of a further look: of the largest kinds first, as by lot."""
    kinds = Counter(page.build for page in pages)
    return sorted(waiting, key=lambda page: (-kinds[page.build], _digest(page.url)))


def choose_alike(pages: Sequence[BuiltPage]) -> list[str]:
    """The pages that are built like one on which something was missed, and not looked at yet.

    Suspicious is what such a page has and no page has on which nothing was missed; where it has
    nothing of its own, pages that are built exactly like it.
    """
    agreed = set().union(
        *(page.build.features for page in pages if page.difference and not page.missed)
    )
    suspects = [page for page in pages if page.missed]
    parts = set().union(*(page.build.features - agreed for page in suspects))
    exact = {page.build for page in suspects if not page.build.features - agreed}
    return [
        page.url
        for page in pages
        if page.difference is None and (page.build in exact or page.build.features & parts)
    ]
