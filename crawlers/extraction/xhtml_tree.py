"""XHTML read as browsers read it: by the rules of XML, as a BeautifulSoup tree; pure.

Under ``application/xhtml+xml``, and under an XML type with an XHTML root, a browser hands the page
to an XML parser: elements close themselves, CDATA sections are text, names have namespaces, and
the first mistake ends the page (XML 1.0, 1.2 "fatal error"). Chromium then shows what stands before
it (tried with Chromium 156, 2026-12-01). expat does it here. Nothing outside the page is read, and
expat stops entities that grow without end.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from contextlib import suppress
from html.entities import name2codepoint
from xml.parsers import expat

import turbohtml
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from crawlers.extraction.html_tree import MAX_DEPTH, TEXT_IN, empty_soup

_XHTML = "http://www.w3.org/1999/xhtml"
# Namespaces whose elements, or attributes, keep their usual names.
_KEPT = {
    _XHTML: "",
    "http://www.w3.org/2000/svg": "",
    "http://www.w3.org/1998/Math/MathML": "",
    "http://www.w3.org/1999/xlink": "xlink:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
_NOBODYS = "foreign:"
_SEPARATOR = " "
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
)
# The names of characters that the public documents about XHTML declare; browsers know them.
_ENTITIES = "".join(f'<!ENTITY {name} "&#{code};">' for name, code in name2codepoint.items())


class _TreeReader:
    """Fills a soup with what expat finds; ``is_page`` is true once the root is one of XHTML."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self.is_page = False
        self._soup = soup
        self._parent: Tag = soup
        self._last: PageElement = soup
        self._depth = 0
        self._too_deep = 0

    def start(self, name: str, pairs: list[str]) -> None:
        """Take the start of an element; what nests too deep stands beside its parents."""
        namespace, local = _name(name)
        if self._depth == 0:
            self.is_page = namespace == _XHTML and local == "html"
        attributes = {
            _attribute(key): value for key, value in zip(pairs[::2], pairs[1::2], strict=True)
        }
        if "xml:lang" in attributes:
            attributes.setdefault("lang", attributes["xml:lang"])
        own = None if namespace == _XHTML else namespace
        label = f"{_NOBODYS}{local}" if namespace not in _KEPT else local
        soup = self._soup
        tag = Tag(None, soup.builder, label, own, None, attributes, self._parent, self._last)
        self._append(tag)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._too_deep += 1
        else:
            self._parent = tag

    def end(self, _name: str) -> None:
        """Take the end of an element."""
        self._depth -= 1
        if self._too_deep:
            self._too_deep -= 1
        else:
            self._parent = self._parent.parent or self._soup

    def text(self, data: str) -> None:
        """Take a text, of whatever kind its element makes it."""
        string = TEXT_IN.get(self._parent.name, NavigableString)(data)
        string.setup(self._parent, self._last)
        self._append(string)

    def _append(self, element: PageElement) -> None:
        self._parent.contents.append(element)
        self._last = element


def _name(name: str) -> tuple[str, str]:
    namespace, _, local = name.rpartition(_SEPARATOR)
    return namespace, local


def _attribute(name: str) -> str:
    """An attribute's name with the prefix that HTML writes, or one of its own."""
    namespace, local = _name(name)
    return f"{_KEPT.get(namespace, _NOBODYS)}{local}" if namespace else local


def read_xhtml(body: bytes, *labels: str) -> BeautifulSoup | None:
    """The tree of a page up to the first mistake in its markup; None where it is no XHTML page.

    Its encoding is that of a byte order mark, else the first of ``labels`` that browsers know, else
    UTF-8; ``original_encoding`` of the result names it.
    """
    text, encoding = _decode(body, labels)
    soup = empty_soup()
    soup.original_encoding = encoding
    reader = _TreeReader(soup)
    parser = expat.ParserCreate("utf-8", _SEPARATOR)
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)

    def declare_characters(
        context: str | None, _base: str | None, _system: str | None, public: str | None
    ) -> int:
        """Declare the characters' names in place of a public document about XHTML."""
        if "XHTML" in (public or "").upper():
            declarations = parser.ExternalEntityParserCreate(context)
            declarations.Parse(_ENTITIES, True)
        return 1

    parser.ExternalEntityRefHandler = declare_characters
    with suppress(expat.ExpatError):  # the tree ends where the page does for a visitor
        parser.Parse(text.encode("utf-8", "replace"), True)
    parser.buffer_text = False  # hands over the text before a mistake
    return soup if reader.is_page else None


def _decode(body: bytes, labels: Iterable[str]) -> tuple[str, str]:
    """The text of a page, and the name of its encoding in small letters."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace"), encoding
    for label in labels:
        try:
            encoding = (turbohtml.parse(b"", encoding=label).encoding or "").lower()
            return body.decode(encoding, "replace"), encoding
        except LookupError:
            continue
    return body.decode("utf-8", "replace"), "utf-8"
