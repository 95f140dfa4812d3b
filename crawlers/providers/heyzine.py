"""Heyzine: flip books."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "the oEmbed registry and addresses in public code; read 2026-11-23"


PROVIDER = Provider(
    id="heyzine",
    name="Heyzine",
    kinds=(Kind.DOCUMENT,),
    hosts=(
        "heyzine.com",
        "hflip.co",
        "aflip.in",
    ),
    shapes=(
        Shape(
            path=r"/flip-book/(?P<id>[\w-]+)(?:\.html)?/?",
            canonical="https://heyzine.com/flip-book/{id}.html",
            host=r"(?:www\.)?heyzine\.com",
        ),
        Shape(
            path=r"/(?P<id>[\w-]+)(?:\.html)?/?",
            canonical="https://{host}/{id}.html",
            native_id="{host}/{id}",
            hosts=("hflip.co", "aflip.in"),
        ),
        Shape(
            path=r"/shelf/(?P<id>[\w-]+)(?:\.html)?/?",
            canonical="https://heyzine.com/shelf/{id}.html",
            native_id="shelf/{id}",
            host=r"(?:www\.)?heyzine\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="a1b2c3d4e5",
                canonical_url="https://heyzine.com/flip-book/a1b2c3d4e5.html",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://heyzine.com/flip-book/a1b2c3d4e5.html",
                "https://www.heyzine.com/flip-book/a1b2c3d4e5.html#page/4",
                "https://heyzine.com/flip-book/a1b2c3d4e5#page/1",
            )
        ),
        Example(
            url="https://heyzine.com/shelf/f6g7h8i9j0.html",
            native_id="shelf/f6g7h8i9j0",
            canonical_url="https://heyzine.com/shelf/f6g7h8i9j0.html",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://ourschool.hflip.co/a1b2c3d4e5.html?utm_source=x",
            native_id="ourschool.hflip.co/a1b2c3d4e5",
            canonical_url="https://ourschool.hflip.co/a1b2c3d4e5.html",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://heyzine.com/",
        "https://heyzine.com/login",
        "https://heyzine.com/plans",
        "https://heyzine.com/flip-book/",
        "https://heyzine.com.example.org/flip-book/a1b2c3d4e5.html",
    ),
    oembed="https://heyzine.com/api1/oembed?format=json&url={url}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:heyzine(?:\b.*)?)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
