"""Mentimeter: polls and their results; the page is an app shell."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_SOURCE = "addresses in public code; read 2026-11-23"

PROVIDER = Provider(
    id="mentimeter",
    name="Mentimeter",
    kinds=(Kind.QUIZ,),
    hosts=("mentimeter.com", "menti.com"),
    shapes=(
        Shape(
            path=r"/(?:app/)?presentation/(?P<id>[\w-]{16,})(?:/.*)?",
            canonical="https://www.mentimeter.com/app/presentation/{id}",
            hosts=("mentimeter.com",),
        ),
        Shape(
            path=r"/(?:app/)?presentation/n/(?P<id>[\w-]{16,})(?:/.*)?",
            canonical="https://www.mentimeter.com/app/presentation/{id}",
            hosts=("mentimeter.com",),
        ),
        Shape(
            path=r"/s/(?P<id>[\w-]{16,})(?:/.*)?",
            canonical="https://www.mentimeter.com/app/presentation/{id}",
            hosts=("mentimeter.com",),
        ),
        Shape(
            path=r"/embed/(?P<id>[0-9a-f]{20,}(?:/[0-9a-f]+)?)/?",
            canonical="https://www.mentimeter.com/embed/{id}",
            native_id="embed/{id}",
            hosts=("mentimeter.com",),
        ),
        Shape(
            path=r"/(?P<id>al[a-z0-9]{8,})/?",
            canonical="https://www.menti.com/{id}",
            native_id="menti/{id}",
            hosts=("menti.com",),
        ),
    ),
    examples=(
        Example(
            url="https://www.mentimeter.com/app/presentation/alseapoll1b2c3d4e5f6g7h8i9j0/embed",
            native_id="alseapoll1b2c3d4e5f6g7h8i9j0",
            canonical_url="https://www.mentimeter.com/app/presentation/alseapoll1b2c3d4e5f6g7h8i9j0",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://www.mentimeter.com/app/presentation/alseapoll1b2c3d4e5f6g7h8i9j0/edit?source=share",
            native_id="alseapoll1b2c3d4e5f6g7h8i9j0",
            canonical_url="https://www.mentimeter.com/app/presentation/alseapoll1b2c3d4e5f6g7h8i9j0",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://www.menti.com/alabcdefgh12",
            native_id="menti/alabcdefgh12",
            canonical_url="https://www.menti.com/alabcdefgh12",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://www.mentimeter.com/",
        "https://www.mentimeter.com/auth/login",
        "https://www.mentimeter.com/plans",
        "https://www.menti.com/",
        "https://mentimeter.com.example.org/app/presentation/alseapoll1b2c3d4e5f6g7h8i9j0",
    ),
    source=_SOURCE,
)
