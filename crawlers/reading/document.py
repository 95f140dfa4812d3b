"""One parse of an HTML document, and the plain questions asked of it."""

from __future__ import annotations

import re
from functools import cached_property

from bs4 import BeautifulSoup, Tag

from crawlers.model import Capture
from crawlers.urls import absolute

_UNSEEN = ("script", "style", "noscript", "template", "head", "svg")
_SPACE = re.compile(r"\s+")
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
_PROLOG = re.compile(
    rb"\s*<\?xml\b(?:[^>]*?encoding=[\"'](?P<encoding>[\w-]+)[\"'])?[^>]*\?>", re.IGNORECASE
)
_REFRESH = re.compile(r"\d+\s*[;,]\s*url\s*=\s*[\"']?([^\"']+)", re.IGNORECASE)


def squeeze(text: str) -> str:
    """Text with every run of white space as one blank."""
    return _SPACE.sub(" ", text).strip()


class Document:
    """A parsed page; every property is computed once, when first asked."""

    def __init__(self, soup: BeautifulSoup, url: str) -> None:
        self.soup = soup
        self.url = url

    @cached_property
    def base(self) -> str:
        """The address that relative links start from."""
        tag = self.soup.find("base", href=True)
        return (
            absolute(self.url, str(tag["href"])) or self.url if isinstance(tag, Tag) else self.url
        )

    @cached_property
    def title(self) -> str:
        """The text of ``<title>``."""
        tag = self.soup.find("title")
        return squeeze(tag.get_text()) if tag else ""

    @cached_property
    def language(self) -> str | None:
        """The primary language subtag of the document, or None."""
        tag = self.soup.find("html")
        value = str(tag.get("lang", "")) if isinstance(tag, Tag) else ""
        return value.partition("-")[0].lower() or None

    @cached_property
    def main(self) -> Tag:
        """The main landmark, or the body, or the whole document."""
        found = self.soup.find("main") or self.soup.select_one("[role=main]")
        return found or self.soup.find("body") or self.soup

    @cached_property
    def has_main(self) -> bool:
        """True when the document marks its main content."""
        return self.main.name == "main" or self.main.get("role") == "main"

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The texts of the headings in the main content, in order."""
        found = self.main.find_all(re.compile(r"h[1-4]"))
        return tuple(text for tag in found if (text := squeeze(tag.get_text(" "))))

    @cached_property
    def text(self) -> str:
        """The visible text of the main content."""
        return visible_text(self.main)

    @cached_property
    def words(self) -> int:
        """The number of visible words in the main content."""
        return len(self.text.split())

    @cached_property
    def password_field(self) -> bool:
        """True when the document has a field for a password."""
        return self.soup.find("input", attrs={"type": re.compile("^password$", re.I)}) is not None

    @cached_property
    def refresh_url(self) -> str | None:
        """Where a ``<meta http-equiv=refresh>`` leads, or None."""
        tag = self.soup.find("meta", attrs={"http-equiv": re.compile("^refresh$", re.IGNORECASE)})
        match = _REFRESH.search(str(tag.get("content", ""))) if isinstance(tag, Tag) else None
        return absolute(self.base, match[1]) if match else None

    def meta(self, name: str) -> str:
        """The content of a named ``<meta>`` (``name``, ``property`` or ``itemprop``), or empty."""
        for key in ("property", "name", "itemprop"):
            tag = self.soup.find("meta", attrs={key: name})
            if isinstance(tag, Tag):
                return squeeze(str(tag.get("content", "")))
        return ""


def visible_text(root: Tag) -> str:
    """The text below ``root`` that a browser would show, blanks squeezed."""
    pieces = []
    for string in root.find_all(string=True):
        if type(string).__name__ != "NavigableString":
            continue
        if any(parent.name in _UNSEEN for parent in string.parents):
            continue
        pieces.append(string)
    return squeeze(" ".join(pieces))


def parse(capture: Capture) -> Document:
    """The parsed document of a capture; relative addresses start from its final address.

    XHTML with an XML prolog is still a page for browsers; the prolog only names an encoding.
    """
    match = _CHARSET.search(capture.header("content-type"))
    prolog = _PROLOG.match(capture.body)
    body = capture.body[prolog.end() :] if prolog else capture.body
    encoding = match[1] if match else None
    if encoding is None and prolog and prolog["encoding"]:
        encoding = prolog["encoding"].decode("ascii")
    return Document(BeautifulSoup(body, "lxml", from_encoding=encoding), capture.final_url)
