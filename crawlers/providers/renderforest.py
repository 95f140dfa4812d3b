"""Renderforest: films made from templates."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "links in public code, read 2026-11-25; embeds as expected, not confirmed"

PROVIDER = Provider(
    id="renderforest",
    name="Renderforest",
    kinds=(Kind.VIDEO,),
    hosts=("renderforest.com",),
    shapes=(
        Shape(
            path=r"/(?:[a-z]{2}(?:-[A-Za-z]{2})?/)?(?:(?:embed[-/])?watch[-/]|embed[-/])"
            r"(?P<id>\d{3,})/?",
            canonical="https://www.renderforest.com/watch-{id}",
            host=r"(?:www\.)?renderforest\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="12345678",
                canonical_url="https://www.renderforest.com/watch-12345678",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.renderforest.com/watch-12345678?queue_id=87654321&quality=0",
                "https://www.renderforest.com/embed-watch-12345678",
                "https://www.renderforest.com/tr/watch-12345678",
            )
        ),
    ),
    not_artefacts=(
        "https://www.renderforest.com/",
        "https://www.renderforest.com/es/",
        "https://www.renderforest.com/logo-maker",
        "https://www.renderforest.com/blog/watch-12345678",
        "https://www.renderforest.com/template/school-opener",
        "https://www.renderforest.com.example.org/watch-12345678",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!.*renderforest).+",
            source="expected of a public film; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
