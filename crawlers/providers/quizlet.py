"""Quizlet: sets of cards to learn from."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_ID = r"(?P<id>\d{5,})"
_CANONICAL = "https://quizlet.com/{id}/"

_SOURCE = (
    "iframely's Quizlet plugin (learn and test lead to the log-in) and public code; read 2026-11-23"
)


PROVIDER = Provider(
    id="quizlet",
    name="Quizlet",
    kinds=(Kind.QUIZ,),
    hosts=("quizlet.com",),
    shapes=(
        # The app's share link: the set's number in letters and digits.
        Shape(
            path=r"/_(?P<id>[a-z0-9]{4,8})/?",
            canonical="https://quizlet.com/_{id}",
            native_id="_{id}",
            host=r"(?:www\.)?quizlet\.com",
        ),
        Shape(
            path=rf"/(?:[a-z]{{2}}/)?{_ID}(?:/.*)?",
            canonical=_CANONICAL,
            host=r"(?:www\.)?quizlet\.com",
        ),
        Shape(
            path=rf"/[a-z]{{2}}/(?!(?:blog|help)/)[\w%-]+/[\w.%-]+-{_ID}/?",
            canonical=_CANONICAL,
            host=r"(?:www\.)?quizlet\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="412345678",
                canonical_url="https://quizlet.com/412345678/",
                kind=Kind.QUIZ,
            )
            for url in (
                "https://quizlet.com/412345678/our-river-flash-cards/",
                "https://quizlet.com/412345678/match/embed?i=1abc&x=1jj1",
                "https://quizlet.com/de/412345678/unser-fluss",
                "https://quizlet.com/de/karteikarten/unser-fluss-412345678",
            )
        ),
        Example(
            url="https://quizlet.com/_a1b2c3?x=1jqt&i=1abc",
            native_id="_a1b2c3",
            canonical_url="https://quizlet.com/_a1b2c3",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://quizlet.com/",
        "https://quizlet.com/_next/static/app.js",
        "https://quizlet.com/login",
        "https://quizlet.com/ourteacher/sets",
        "https://quizlet.com/join/aB1cD2eF3",
        "https://help.quizlet.com/hc/en-us",
        "https://quizlet.com.example.org/412345678/our-river-flash-cards/",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:quizlet(?:\b.*)?|learning tools.*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://quizlet.com/74274924/flashcards",
        missing="https://quizlet.com/74000000/flashcards",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
