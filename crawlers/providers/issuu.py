"""Issuu: flip books of documents; an embed configuration is another id space."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_SOURCE = "iframely and the oEmbed registry; read 2026-11-23"

PROVIDER = Provider(
    id="issuu",
    name="Issuu",
    kinds=(Kind.DOCUMENT,),
    hosts=("issuu.com",),
    shapes=(
        Shape(
            path=r"/(?P<user>[\w.-]+)/docs/(?P<doc>[\w.%-]+)(?:/.*)?",
            canonical="https://issuu.com/{user}/docs/{doc}",
            native_id="{user}/{doc}",
        ),
        Shape(
            path=r"/embed\.html",
            canonical="https://issuu.com/{user}/docs/{doc}",
            native_id="{user}/{doc}",
            query={"u": r"(?P<user>[\w.-]+)", "d": r"(?P<doc>[\w.%-]+)"},
        ),
        Shape(
            path=r"/embed\.html",
            canonical="https://e.issuu.com/embed.html#{id}",
            native_id="embed/{id}",
            fragment=r"(?P<id>\d+/\d+)",
        ),
    ),
    examples=(
        Example(
            url="https://issuu.com/seateam/docs/stories_of_the_coast",
            native_id="seateam/stories_of_the_coast",
            canonical_url="https://issuu.com/seateam/docs/stories_of_the_coast",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://issuu.com/seateam/docs/stories_of_the_coast/12?e=1",
            native_id="seateam/stories_of_the_coast",
            canonical_url="https://issuu.com/seateam/docs/stories_of_the_coast",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://e.issuu.com/embed.html?u=seateam&d=stories_of_the_coast",
            native_id="seateam/stories_of_the_coast",
            canonical_url="https://issuu.com/seateam/docs/stories_of_the_coast",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://e.issuu.com/embed.html#1234567/12345678",
            native_id="embed/1234567/12345678",
            canonical_url="https://e.issuu.com/embed.html#1234567/12345678",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://issuu.com/",
        "https://issuu.com/signin",
        "https://issuu.com/seateam",
        "https://issuu.com.example.org/seateam/docs/x",
    ),
    oembed="https://issuu.com/oembed?format=json&url={url}",
    page_proves=True,
    source=_SOURCE,
)
