"""Puzzel.org: crosswords, memories, jigsaws and other puzzles made by teachers."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[A-Za-z0-9_-]{8,})"
_SOURCE = "players and embeds in public code; read 2026-11-25"

PROVIDER = Provider(
    id="puzzel",
    name="Puzzel.org",
    kinds=(Kind.GAME,),
    hosts=("puzzel.org",),
    shapes=(
        # The language before the kind of puzzle only dresses the page.
        Shape(
            path=r"/(?:[a-z]{2}(?:-[A-Za-z]{2})?/)?(?P<form>[a-z][\w-]{2,})/"
            r"(?:play|embed|create|edit|preview|print|solution)/?",
            query={"p": _ID},
            canonical="https://puzzel.org/{form}/play?p={id}",
            host=r"(?:www\.)?puzzel\.org",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="-NaB1cD2eF3gH4iJ5kLm",
                canonical_url="https://puzzel.org/word-scramble/play?p=-NaB1cD2eF3gH4iJ5kLm",
                kind=Kind.GAME,
            )
            for url in (
                "https://puzzel.org/en/word-scramble/play?p=-NaB1cD2eF3gH4iJ5kLm",
                "https://puzzel.org/pt-BR/word-scramble/embed?p=-NaB1cD2eF3gH4iJ5kLm",
                "https://puzzel.org/word-scramble/play?utm_source=x&p=-NaB1cD2eF3gH4iJ5kLm",
                "https://www.puzzel.org/sl/word-scramble/create?p=-NaB1cD2eF3gH4iJ5kLm",
            )
        ),
    ),
    not_artefacts=(
        "https://puzzel.org/",
        "https://puzzel.org/en",
        "https://puzzel.org/en/crossword/create",
        "https://puzzel.org/en/features/create-crossword",
        "https://puzzel.org/en/login?p=dashboard1",
        "https://puzzel.org.example.org/en/jigsaw/play?p=-NaB1cD2eF3gH4iJ5kLm",
    ),
    markers=(
        # The shell of the app answers 200 for anything, with the tool's own name.
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!.*puzzel).+",
            source="expected of a public puzzle; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
