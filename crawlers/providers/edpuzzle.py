"""Edpuzzle: films with questions; most are given to a class and ask for a log-in."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_ID = r"(?P<id>[0-9a-f]{24})"

_SOURCE = "addresses in public code; pages are an app's shell; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The page of a film; the title of what a class was given is no sign."""
    if "/" in artefact.native_id:
        provider = replace(provider, markers=())
    return (yield from common_flow(provider, artefact))


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
        # A class that is open to everybody who has its address.
        Shape(
            path=r"/open/(?P<id>[a-z]{4,12})(?:/.*)?",
            canonical="https://edpuzzle.com/open/{id}",
            native_id="open/{id}",
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
        Example(
            url="https://edpuzzle.com/open/abwecot",
            native_id="open/abwecot",
            canonical_url="https://edpuzzle.com/open/abwecot",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://edpuzzle.com/open/",
        "https://edpuzzle.com/",
        "https://edpuzzle.com/login",
        "https://edpuzzle.com/join/abcdefg",
        "https://edpuzzle.com/discover",
        "https://edpuzzle.com.example.org/media/5f0a1b2c3d4e5f001a2b3c4d",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:(?:.*\| )?edpuzzle(?:\b.*)?|log ?in.*|sign (?:in|up).*"
            r"|.*make any video your lesson.*)\s*$).+",
            source="expected of a public film; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
