"""Emaze: presentations in space."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_ID = r"(?P<id>[A-Z]{6,16})"
_HOST = r"(?:(?:www|app)\.)?emaze\.com"

_SOURCE = "the Moodle multi-embed filter and addresses in public code; read 2026-11-23"


PROVIDER = Provider(
    id="emaze",
    name="Emaze",
    kinds=(Kind.PRESENTATION,),
    hosts=("emaze.com",),
    shapes=(
        Shape(
            path=rf"/(?:getslide/|[a-z]{{2}}/)?@{_ID}(?:/.*)?",
            canonical="https://app.emaze.com/@{id}",
            host=_HOST,
        ),
        # The addresses of 2013 and 2014 carry a number.
        Shape(
            path=r"/(?P<id>\d{5,9})(?:/.*)?",
            canonical="https://app.emaze.com/{id}",
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="AOLCRIVER",
                canonical_url="https://app.emaze.com/@AOLCRIVER",
                kind=Kind.PRESENTATION,
            )
            for url in (
                "https://www.emaze.com/@AOLCRIVER/our-river",
                "https://app.emaze.com/@AOLCRIVER/our-river#1",
                "https://app.emaze.com/@AOLCRIVER",
                "https://www.emaze.com/@AOLCRIVER/our-river?autoplay",
            )
        ),
        Example(
            url="http://app.emaze.com/1234567/our-river",
            native_id="1234567",
            canonical_url="https://app.emaze.com/1234567",
            kind=Kind.PRESENTATION,
        ),
    ),
    not_artefacts=(
        "https://www.emaze.com/",
        "https://app.emaze.com/login",
        "https://www.emaze.com/education/",
        "https://app.emaze.com/mypresentations",
        "https://www.emaze.com.example.org/@AOLCRIVER/our-river",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:emaze(?:\b.*)?)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:presentation|emaze) is private",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.emaze.com/@AWRCLTWI/welcome-aboard",
        missing="https://www.emaze.com/@AWZZZZZZ/welcome-aboard",
        source="an example in filter_multiembed's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
