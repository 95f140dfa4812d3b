"""Pixton: comics; those from before the new start of 2020 are mostly gone."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

# A digit tells an id from a word of eight letters.
_ID = r"(?P<id>(?=[a-z]*\d)[a-z0-9]{8})"

_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-23"


PROVIDER = Provider(
    id="pixton",
    name="Pixton",
    kinds=(Kind.IMAGE,),
    hosts=("pixton.com",),
    shapes=(
        Shape(
            path=r"/(?:[a-z]{2}/)?comic(?:-strip)?/(?P<id>[a-z0-9]{8})(?:/\w+)?/?",
            canonical="https://www.pixton.com/comic/{id}",
            host=r"(?:www\.)?pixton\.com",
        ),
        Shape(
            path=r"/embed/(?P<id>[a-z0-9]{8})/?",
            canonical="https://www.pixton.com/comic/{id}",
            host=r"(?:www\.)?pixton\.com",
        ),
        Shape(
            path=rf"/(?:[a-z]{{2}}/)?ic:{_ID}/?",
            canonical="https://www.pixton.com/comic/{id}",
            host=r"(?:www\.)?pixton\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="a1b2c3d4",
                canonical_url="https://www.pixton.com/comic/a1b2c3d4",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.pixton.com/es/comic/a1b2c3d4",
                "https://www.pixton.com/embed/a1b2c3d4",
                "https://Pixton.com/ic:a1b2c3d4",
            )
        ),
    ),
    not_artefacts=(
        "https://www.pixton.com/",
        "https://www.pixton.com/welcome",
        "https://app.pixton.com/#/login",
        "https://www.pixton.com/proven-impacts",
        "https://www.pixton.com.example.org/comic/a1b2c3d4",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:pixton(?:\b.*)?|.*make (?:a )?comics?.*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
