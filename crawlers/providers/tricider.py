"""Tricider: a question, ideas, arguments and votes."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[A-Za-z0-9]{8,16})"
_CANONICAL = "https://www.tricider.com/brainstorming/{id}"

_SOURCE = "addresses in public code; pages are an app's shell; read 2026-11-23"


PROVIDER = Provider(
    id="tricider",
    name="Tricider",
    kinds=(Kind.WALL,),
    hosts=("tricider.com",),
    shapes=(
        Shape(
            path=rf"/(?:[a-z]{{2}}/)?(?:brainstorming|admin|t)/{_ID}(?:/.*)?", canonical=_CANONICAL
        ),
        Shape(path=r"/embed/?", query={"show": _ID}, canonical=_CANONICAL),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="2aBcDeFgHiJ",
                canonical_url="https://www.tricider.com/brainstorming/2aBcDeFgHiJ",
                kind=Kind.WALL,
            )
            for url in (
                "https://www.tricider.com/brainstorming/2aBcDeFgHiJ",
                "http://tricider.com/brainstorming/2aBcDeFgHiJ#idea3",
                "https://www.tricider.com/embed/?show=2aBcDeFgHiJ",
            )
        ),
    ),
    not_artefacts=(
        "https://www.tricider.com/",
        "https://www.tricider.com/login",
        "https://www.tricider.com/pricing",
        "https://www.tricider.com.example.org/brainstorming/2aBcDeFgHiJ",
    ),
    markers=(
        Marker(
            state=State.REMOVED,
            reason=Reason.SOFT_NOT_FOUND,
            where="text",
            pattern=r"(?:brainstorming|question) (?:was )?not found",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
