"""Edpuzzle: films with questions; most are given to a class and ask for a log-in."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_ID = r"(?P<id>[0-9a-f]{24})"

_SOURCE = "addresses in public code; pages are an app's shell; read 2026-11-23"


PROVIDER = Provider(
    id="edpuzzle",
    name="Edpuzzle",
    kinds=(Kind.VIDEO,),
    hosts=("edpuzzle.com",),
    shapes=(
        Shape(
            path=rf"/(?:embed/)?media/{_ID}(?:/.*)?", canonical="https://edpuzzle.com/media/{id}"
        ),
        Shape(
            path=rf"/(?:embed/)?assignments/{_ID}(?:/.*)?",
            canonical="https://edpuzzle.com/assignments/{id}/watch",
            native_id="assignment/{id}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="5f0a1b2c3d4e5f001a2b3c4d",
                canonical_url="https://edpuzzle.com/media/5f0a1b2c3d4e5f001a2b3c4d",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://edpuzzle.com/media/5f0a1b2c3d4e5f001a2b3c4d",
                "https://edpuzzle.com/embed/media/5f0a1b2c3d4e5f001a2b3c4d",
            )
        ),
        Example(
            url="https://edpuzzle.com/assignments/5f0a1b2c3d4e5f001a2b3c4e/watch",
            native_id="assignment/5f0a1b2c3d4e5f001a2b3c4e",
            canonical_url="https://edpuzzle.com/assignments/5f0a1b2c3d4e5f001a2b3c4e/watch",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://edpuzzle.com/",
        "https://edpuzzle.com/login",
        "https://edpuzzle.com/join/abcdefg",
        "https://edpuzzle.com/discover",
        "https://edpuzzle.com.example.org/media/5f0a1b2c3d4e5f001a2b3c4d",
    ),
    source=_SOURCE,
)
