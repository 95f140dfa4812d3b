"""Every address in a piece of HTML, read apart from the program, and where the program has it.

The standard library's parser is told nothing of what the program thinks of an element.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from auditor.application.inspect_page import InspectedPage, inspect_html
from crawlers.urls.canonical import absolute
from crawlers.urls.parts import without_fragment

_WHERE = {
    **dict.fromkeys(("a", "area"), ("href",)),
    **dict.fromkeys(("img", "iframe", "frame", "embed", "video", "audio"), ("src",)),
    "object": ("data",),
}


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.base = ""
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "base" and values.get("href") and not self.base:
            self.base = str(values["href"])
        for name in _WHERE.get(tag, ()):
            value = (values.get(name) or "").strip()
            # html.unescape makes "®" of "&region=", which the standard leaves alone in attributes.
            if value and not value.startswith("#") and "®" not in value:
                self.found.append(value)


def addresses_in(html: str, page: str) -> set[str]:
    """The web addresses of links, pictures, frames and players, made absolute."""
    reader = _Addresses()
    reader.feed(html)
    base = (absolute(page, reader.base) if reader.base else None) or page
    return {url for value in reader.found if (url := absolute(base, value))}


def places(inspected: InspectedPage) -> dict[str, set[str]]:
    """The addresses that the program lists, by what it takes them for."""
    return {
        "artefact": set(_written(inspected.artefacts)),
        "link": set(_written(inspected.links)),
        "furniture": {item.url for item in inspected.furniture},
    }


def _written(things: tuple[object, ...]) -> Iterator[str]:
    for thing in things:
        yield from (sighting.url for sighting in thing.sightings)  # type: ignore[attr-defined]


def misplaced(html: bytes, page: str, text: str) -> list[str]:
    """Addresses that are in none of the program's lists, or in two of them.

    A page of the project is one of ``outlinks`` that no other list has.
    """
    inspected = inspect_html(html, page)
    listed = places(inspected)
    pages = {without_fragment(url) for url in (*inspected.outlinks, page)}
    wrong = []
    for url in sorted(addresses_in(text, page)):
        homes = [name for name, urls in listed.items() if url in urls]
        if len(homes) > 1:
            wrong.append(f"{url} is {' and '.join(homes)}")
        elif not homes and not (without_fragment(url) in pages and inspected.pages):
            wrong.append(f"{url} is nothing")
    return wrong
