"""What a tool's Flash player showed, by the variables beside it; pure.

The players no longer run, but most things still exist, and an old page still names them.
Sources: embed codes in public pages and in the tests of public libraries (feedsweep); read
2026-11-25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from bs4 import Tag

from crawlers.model import limits
from crawlers.urls.parts import host_fits, host_of


class _Player(NamedTuple):
    """A player's file, the variables that name a thing, and the thing's address."""

    host: str
    path: re.Pattern[str]
    variables: dict[str, re.Pattern[str]]
    address: str


_PLAYERS = tuple(
    _Player(host, re.compile(path), {k: re.compile(v) for k, v in variables.items()}, address)
    for host, path, variables, address in (
        (
            "prezi.com",
            r"/bin/preziloader\.swf",
            {"prezi_id": r"(?P<id>[\w-]+)"},
            "https://prezi.com/p/{id}/",
        ),
        (
            "calameo.com",
            r"/(?:[\d.]+/)?(?:c?mini|c?viewer)\.swf",
            {"bkcode": r"(?P<id>[0-9a-f]+)", "authid": r"(?P<key>\w*)"},
            "https://v.calameo.com/?bkcode={id}&authid={key}",
        ),
        (
            "static.issuu.com",
            r"/webembed/.*\.swf",
            {"username": r"(?P<user>[\w.-]+)", "docname": r"(?P<id>[\w.-]+)"},
            "https://issuu.com/{user}/docs/{id}",
        ),
        (
            "photopeach.com",
            r"/public/swf/story\.swf",
            {"photos": r".*[?&]album_id=(?P<id>\w+)"},
            "https://photopeach.com/album/{id}",
        ),
    )
)


def address_in_player(tag: Tag, movie: str) -> str | None:
    """The address of the thing that a player file shows here; ``movie`` where it is no player.

    None for a player without variables, which shows nothing.
    """
    path = urlsplit(movie).path
    host = host_of(movie)
    fitting = (p for p in _PLAYERS if host_fits(host, p.host) and p.path.fullmatch(path))
    player = next(fitting, None)
    if player is None:
        return movie
    variables = _variables(tag, movie)
    groups: dict[str, str] = {}
    for name, pattern in player.variables.items():
        match = pattern.fullmatch(variables.get(name, ""))
        if match is None:
            return movie if variables.keys() & player.variables.keys() else None
        groups |= match.groupdict()
    return player.address.format(**groups).removesuffix("&authid=")


def _variables(tag: Tag, movie: str) -> dict[str, str]:
    """All variables of a player, names in lower case: of its address, then those beside it."""
    texts = (urlsplit(movie).query, *_flashvars(tag))
    return {
        name.lower(): values[0] for text in texts for name, values in parse_qs(text.strip()).items()
    }


def _flashvars(tag: Tag) -> Iterator[str]:
    inside = (e for e in own_elements(tag) if e.name in ("param", "embed"))
    for element in (tag, *inside):
        yield str(element.get("flashvars") or "")
        if str(element.get("name") or "").lower() == "flashvars":
            yield str(element.get("value") or "")


def own_elements(tag: Tag) -> list[Tag]:
    """The first elements inside a plug-in, not those of a plug-in inside it.

    The parameters of a plug-in stand before its other content (HTML, "the object element").
    """
    elements: list[Tag] = []
    stack = [iter(tag.children)]
    while stack and len(elements) < limits.PLUGIN_ELEMENTS:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif isinstance(child, Tag):
            elements.append(child)
            if child.name not in ("object", "applet"):
                stack.append(iter(child.children))
    return elements
