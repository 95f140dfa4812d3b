"""Addresses of a page that its reading took for nothing: theirs is a reason too; pure.

One more look over all elements, so that no address can be lost by a branch of the reading that
leaves something out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import Tag

from crawlers.extraction.document import Document
from crawlers.model.link import Furniture, FurnitureReason
from crawlers.urls.canonical import absolute

_ADDRESSES = ("href", "xlink:href", "src", "data", "poster")
# Elements whose addresses are for the browser alone.
_FOR_BROWSERS = frozenset({"link", "script", "style", "meta", "base", "track", "use"})
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_INSIDE = frozenset({"data", "blob", "about", "javascript", "http", "https", "view-source"})


def unclaimed(document: Document, known: Iterable[str]) -> Iterator[Furniture]:
    """Every address in the markup that is not among ``known``, each once, as furniture."""
    met = set(known)
    for tag in document.soup.find_all(True):
        if tag.name in _FOR_BROWSERS:
            continue
        for name in _ADDRESSES:
            if name not in tag.attrs:
                continue
            furniture = _furniture_of(tag, str(tag[name]).strip(), document.base)
            if furniture is not None and furniture.url not in met:
                met.add(furniture.url)
                yield furniture


def _furniture_of(tag: Tag, value: str, base: str) -> Furniture | None:
    if not value or value.startswith("#"):
        return None
    url = absolute(base, value)
    if url is not None:
        return Furniture(url=url, reason=FurnitureReason.NOT_SHOWN)
    scheme = _SCHEME.match(value)
    if tag.name != "a" or scheme is None or scheme["scheme"].lower() in _INSIDE:
        return None
    return Furniture(url=value, reason=FurnitureReason.NOT_THE_WEB)
