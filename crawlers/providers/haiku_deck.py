"""Haiku Deck: presentations of few words and large pictures."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_ID = r"(?P<id>[A-Za-z0-9]{10})"
_SOURCE = "the Moodle multi-embed filter and addresses in public code; read 2026-11-25"


PROVIDER = Provider(
    id="haiku-deck",
    name="Haiku Deck",
    kinds=(Kind.PRESENTATION,),
    hosts=("haikudeck.com",),
    shapes=(
        Shape(
            path=rf"/(?:e|p|presentations?)/{_ID}(?:/.*)?",
            canonical="https://www.haikudeck.com/p/{id}",
            host=r"(?:(?:www|app)\.)?haikudeck\.com",
        ),
        Shape(
            path=rf"/(?:[^/]*-)?presentation-{_ID}(?:/.*)?",
            canonical="https://www.haikudeck.com/p/{id}",
            host=r"(?:(?:www|app)\.)?haikudeck\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="aB3dE6gH9j",
                canonical_url="https://www.haikudeck.com/p/aB3dE6gH9j",
                kind=Kind.PRESENTATION,
            )
            for url in (
                "https://www.haikudeck.com/our-river-education-presentation-aB3dE6gH9j",
                "https://www.haikudeck.com/p/aB3dE6gH9j/our-river",
                "http://www.haikudeck.com/e/aB3dE6gH9j/?isUrlHashEnabled=false&isPreviewEnabled=false",
                "https://www.haikudeck.com/presentations/aB3dE6gH9j",
            )
        ),
    ),
    not_artefacts=(
        "https://www.haikudeck.com/",
        "https://www.haikudeck.com/login",
        "https://www.haikudeck.com/pricing/edu",
        "https://www.haikudeck.com/presentation-software",
        "https://www.haikudeck.com/gallery/education",
        "https://www.haikudeck.com.example.org/our-river-education-presentation-aB3dE6gH9j",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:haiku ?deck(?:\b.*)?|log ?in.*|sign (?:in|up).*)\s*$).+",
            source="expected of a public deck; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:deck|presentation) is private",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.haikudeck.com/parental-engagement-innovation-education-presentation-IAoLln02nF",
        missing="https://www.haikudeck.com/parental-engagement-innovation-education-presentation-IAoLzz99zZ",
        source="an example in filter_multiembed's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
