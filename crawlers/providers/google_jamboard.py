"""Google Jamboard: whiteboards, until the service ended on 31 December 2024."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_SOURCE = (
    "Google's announcement of the end as reported widely; addresses in public code; read 2026-11-23"
)


PROVIDER = Provider(
    id="google-jamboard",
    name="Google Jamboard",
    kinds=(Kind.WALL,),
    hosts=("jamboard.google.com",),
    shapes=(
        Shape(
            path=r"/(?:u/\d+/)?d/(?P<id>[\w-]{10,})(?:/.*)?",
            canonical="https://jamboard.google.com/d/{id}/viewer",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1AbCdEfGhIjKl",
                canonical_url="https://jamboard.google.com/d/1AbCdEfGhIjKl/viewer",
                kind=Kind.WALL,
            )
            for url in (
                "https://jamboard.google.com/d/1AbCdEfGhIjKl/viewer?f=0",
                "https://jamboard.google.com/d/1AbCdEfGhIjKl/edit?usp=sharing",
                "https://jamboard.google.com/u/0/d/1AbCdEfGhIjKl/viewer",
            )
        ),
    ),
    not_artefacts=(
        "https://jamboard.google.com/",
        "https://jamboard.google.com/u/0/",
        "https://jamboard.google.com.example.org/d/1AbCdEfGhIjKl/viewer",
    ),
    retired="2024-12-31",
    source=_SOURCE,
)
