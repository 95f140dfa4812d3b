"""Actionbound: scavenger hunts played with a phone; the page of a bound shows its start code."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "Actionbound's help on a bound's visibility; a link in public code; read 2026-11-25"

PROVIDER = Provider(
    id="actionbound",
    name="Actionbound",
    kinds=(Kind.GAME,),
    hosts=("actionbound.com",),
    shapes=(
        # A secret bound is only not listed: whoever has its address opens it (help).
        Shape(
            path=r"/bound/(?P<id>[^/]+)(?:/.*)?",
            canonical="https://actionbound.com/bound/{id}",
            host=r"(?:(?:www|app|[a-z]{2})\.)?actionbound\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="our-river7",
                canonical_url="https://actionbound.com/bound/our-river7",
                kind=Kind.GAME,
            )
            for url in (
                "https://actionbound.com/bound/our-river7",
                "https://en.actionbound.com/bound/our-river7/",
                "http://de.actionbound.com/bound/our-river7?setlang=de",
            )
        ),
    ),
    not_artefacts=(
        "https://www.actionbound.com/",
        "https://en.actionbound.com/features",
        "https://en.actionbound.com/help/article/quiz-element",
        "https://de.actionbound.com/signup",
        "https://en.actionbound.com/bounds",
        "https://actionbound.com/bound/",
        "https://actionbound.com.example.org/bound/our-river7",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!actionbound\b).+",
            source="expected of a bound's page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
