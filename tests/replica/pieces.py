"""Pieces of pages: HTML together with the sightings that it gives a visitor.

A page is a list of pieces, so that the truth about it is written where its HTML is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Sight:
    """One sighting of a thing by its key.

    ``form`` is embed, link, upload or text; ``embed`` says what a frame or a plug-in shows of it.
    """

    thing: str
    form: str
    embed: str = ""


@dataclass(frozen=True)
class Piece:
    """Some HTML and what a visitor sees in it."""

    html: str
    sights: tuple[Sight, ...] = ()


@dataclass(frozen=True)
class Thing:
    """An artefact: ``ident`` is its canonical address, or the id that its provider gives it."""

    provider: str
    kind: str
    ident: str
    state: str = "visible"
    reason: str = ""


def raw(markup: str, *things: str, form: str = "upload") -> Piece:
    """HTML as it stands; each thing named is one sighting without a frame."""
    return Piece(markup, tuple(Sight(thing, form) for thing in things))


def para(words: str) -> Piece:
    return Piece(f"<p>{words}</p>")


def link(thing: str, href: str, label: str = "See it here") -> Piece:
    return Piece(f'<p><a href="{escape(href)}">{label}</a></p>', (Sight(thing, "link"),))


def frame(thing: str, src: str, embed: str = "shown", attrs: str = "") -> Piece:
    size = "" if "width" in attrs else ' width="640" height="360"'
    markup = f'<div class="media"><iframe src="{escape(src)}"{size} {attrs}></iframe></div>'
    return Piece(markup, (Sight(thing, "embed", embed),))


def address_text(thing: str, address: str, before: str = "", after: str = "") -> Piece:
    """An address as plain text, which no visitor can click."""
    return raw(f"<p>{before}{escape(address)}{after}</p>", thing, form="text")


def frame_markup(thing: str, markup: str, embed: str = "shown") -> Piece:
    """A frame, a plug-in or a script's placeholder in markup of its own."""
    return Piece(markup, (Sight(thing, "embed", embed),))


def img(thing: str, src: str, alt: str = "") -> Piece:
    markup = f'<figure><img src="{escape(src)}" alt="{alt}" width="800" height="600"></figure>'
    return Piece(markup, (Sight(thing, "upload"),))


def wrap(before: str, pieces: Iterable[Piece], after: str) -> Piece:
    """Pieces inside an element."""
    inside = tuple(pieces)
    sights = tuple(sight for piece in inside for sight in piece.sights)
    return Piece(before + "\n".join(piece.html for piece in inside) + after, sights)


def markup_of(pieces: Iterable[Piece]) -> str:
    return "\n".join(piece.html for piece in pieces)
