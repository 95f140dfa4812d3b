"""HTML read as browsers read it, as a BeautifulSoup tree; pure.

turbohtml builds the tree (WHATWG HTML, "Parsing HTML documents"), and this module fills a
BeautifulSoup with it, whose objects the rest of the program asks. The tree is the one of a browser
that runs scripts, with three differences for readers: shadow trees stand where they are shown, what
a ``noscript`` holds is a tree below it, and text that nobody is shown (in frames) is kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial

import turbohtml
from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder, TreeBuilder
from bs4.element import (
    Comment,
    Doctype,
    NavigableString,
    PageElement,
    Script,
    Stylesheet,
    TemplateString,
)

from crawlers.model import limits

MAX_DEPTH = limits.TREE_DEPTH  # of nested elements; browsers and the parser cut HTML there
_FOREIGN = {
    turbohtml.Namespace.SVG: "http://www.w3.org/2000/svg",
    turbohtml.Namespace.MATHML: "http://www.w3.org/1998/Math/MathML",
}


class UnshownText(NavigableString):
    """The text of a frame, for browsers that show no frames: it is nobody's to read."""


TEXT_IN: dict[str, type[NavigableString]] = {
    "script": Script,
    "style": Stylesheet,
    "template": TemplateString,
    "iframe": UnshownText,
    "noembed": UnshownText,
    "noframes": UnshownText,
}


_Level = tuple[Iterator[turbohtml.Node], Tag, type[NavigableString]]


class _Filled(HTMLTreeBuilder):
    """A builder whose tree comes from elsewhere."""

    def prepare_markup(  # type: ignore[override]
        self, markup: str, *_args: object, **_options: object
    ) -> Iterator[tuple[str, None, None, bool]]:
        """Leave the (empty) markup as it is."""
        yield markup, None, None, False

    def feed(self, markup: object) -> None:
        """Do nothing: what stands in the tree is put there afterwards."""


def empty_soup() -> BeautifulSoup:
    """A document without anything in it, to be filled from another tree."""
    return BeautifulSoup("", builder=_Filled())


def read_html(markup: str | bytes, *labels: str) -> BeautifulSoup:
    """Parse a whole document.

    Bytes are decoded as browsers do it (WHATWG Encoding and HTML, "determining the character
    encoding"): a byte order mark wins, then the first of ``labels`` (what the server said) that
    browsers know, then a ``meta`` element, then what the bytes look like. ``original_encoding`` of
    the result names the encoding; None for text.
    """
    tree = _parse(markup, labels)
    soup = empty_soup()
    soup.original_encoding = (tree.encoding or "").lower() if isinstance(markup, bytes) else None
    _fill(soup, tree)
    return soup


def _parse(markup: str | bytes, labels: Iterable[str]) -> turbohtml.Document:
    parse = partial(turbohtml.parse, markup, scripting=True, positions=False)
    if isinstance(markup, str):
        return parse()
    for label in labels:
        with suppress(LookupError):
            return parse(encoding=label)
    return parse(detect_encoding=True)


def _fill(soup: BeautifulSoup, tree: turbohtml.Document) -> None:
    """Put the nodes of a tree below a soup, in the order in which they are shown."""
    builder = soup.builder
    last: PageElement = soup
    stack: list[_Level] = [(iter(tree.children), soup, NavigableString)]
    while stack:
        nodes, parent, text_type = stack[-1]
        node = next(nodes, None)
        if node is None:
            stack.pop()
        elif isinstance(node, turbohtml.Element):
            text_type = TEXT_IN.get(node.tag, text_type)
            tag = _tag(node, builder, parent, last)
            # What lies too deep stands beside its parent, as in Chromium.
            inside = tag if len(stack) < limits.TREE_DEPTH else parent
            stack.append((_children(node), inside, text_type))
            last = _append(parent, tag)
        elif isinstance(node, turbohtml.DocumentFragment):
            stack.append((iter(node.children), parent, text_type))
        elif (string := _string(node, text_type)) is not None:
            string.setup(parent, last)
            last = _append(parent, string)


def _append(parent: Tag, element: PageElement) -> PageElement:
    parent.contents.append(element)
    return element


def _tag(node: turbohtml.Element, builder: TreeBuilder, parent: Tag, last: PageElement) -> Tag:
    """A tag with the name and the attributes of an element, an attribute without a value empty."""
    attributes = {
        name: value if isinstance(value, str) else " ".join(value or ())
        for name, value in node.attrs.items()
    }
    foreign = _FOREIGN.get(node.namespace)
    return Tag(None, builder, node.tag, foreign, None, attributes, parent, last)


def _string(node: turbohtml.Node, text_type: type[NavigableString]) -> NavigableString | None:
    match node:
        case turbohtml.Text() | turbohtml.CData():
            return text_type(node.data)
        case turbohtml.Comment():
            return Comment(node.data)
        case turbohtml.Doctype():
            return Doctype(node.name)
        case _:
            return None


def _children(node: turbohtml.Element) -> Iterator[turbohtml.Node]:
    """What stands below an element: its shadow tree, if it has one, its own children in the slots.

    In a ``noscript`` it is what its text is the markup of.
    """
    if node.tag == "noscript" and "<" in node.text:
        return iter(turbohtml.parse_fragment(node.text, positions=False, scripting=True).children)
    return iter(node.flattened_children)
