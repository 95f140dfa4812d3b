"""AnswerGarden: one question and a cloud of answers."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>\d+)"

_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-23"


PROVIDER = Provider(
    id="answergarden",
    name="AnswerGarden",
    kinds=(Kind.WALL,),
    hosts=("answergarden.ch",),
    shapes=(
        Shape(
            path=rf"/(?:(?:embed|share|view)/)?{_ID}(?:/.*)?",
            canonical="https://answergarden.ch/{id}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="4191023",
                canonical_url="https://answergarden.ch/4191023",
                kind=Kind.WALL,
            )
            for url in (
                "https://answergarden.ch/4191023",
                "http://answergarden.ch/view/4191023",
                "https://answergarden.ch/embed/4191023",
                "https://answergarden.ch/share/4191023",
            )
        ),
    ),
    not_artefacts=(
        "https://answergarden.ch/",
        "https://answergarden.ch/create/",
        "https://answergarden.ch/about-AnswerGarden/",
        "https://answergarden.ch.example.org/4191023",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="title",
            pattern=r"^(?!(?:answergarden(?:\b.*)?|.*plant a question.*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
