"""Kahoot!: quizzes, and challenges to play alone."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_ID = r"(?P<id>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
_CANONICAL = "https://create.kahoot.it/details/{id}"

_SOURCE = "addresses in public code; the public JSON address is expected; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The JSON of a quiz (its page may ask for a log-in); a challenge has only a shell."""
    if "/challenge/" in artefact.canonical_url:
        provider = replace(provider, probe="{canonical_url}", markers=())
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="kahoot",
    name="Kahoot!",
    kinds=(Kind.QUIZ,),
    hosts=("kahoot.it",),
    shapes=(
        Shape(
            path=rf"/(?:v2/)?(?:details|share|kahoots|creator|preview|course|k)/(?:[^/]+/)?{_ID}(?:/.*)?",
            canonical=_CANONICAL,
            hosts=("create.kahoot.it",),
        ),
        Shape(path=rf"/{_ID}/?", canonical=_CANONICAL, hosts=("embed.kahoot.it",)),
        Shape(
            path=r"/(?:l/?)?",
            fragment=rf"/?(?:(?:k|quiz|preview)/|\?quizId=){_ID}(?:[/?&].*)?",
            canonical=_CANONICAL,
            hosts=("play.kahoot.it", "create.kahoot.it"),
        ),
        *(
            Shape(path=r"/[\w/-]*", query={name: _ID}, canonical=_CANONICAL)
            for name in ("quizId", "quiz-id")
        ),
        Shape(
            path=r"/challenge/(?P<id>[\w-]{5,})/?",
            canonical="https://kahoot.it/challenge/{id}",
            native_id="challenge/{id}",
            host=r"(?:www\.)?kahoot\.it",
            without=("quiz-id", "quizId"),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                canonical_url="https://create.kahoot.it/details/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                kind=Kind.QUIZ,
            )
            for url in (
                "https://create.kahoot.it/share/our-river/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                "https://create.kahoot.it/details/our-river/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                "https://embed.kahoot.it/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                "https://play.kahoot.it/v2/?quizId=0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                "https://kahoot.it/solo/?quizId=0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                "https://play.kahoot.it/#/k/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                "https://play.kahoot.it/#/?quizId=0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                "https://kahoot.it/challenge/?quiz-id=0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d&single-player=true",
            )
        ),
        Example(
            url="https://kahoot.it/challenge/01234567?challenge-id=x_1",
            native_id="challenge/01234567",
            canonical_url="https://kahoot.it/challenge/01234567",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://kahoot.it/",
        "https://create.kahoot.it/",
        "https://create.kahoot.it/auth/login",
        "https://create.kahoot.it/login?next=/details/our-river",
        "https://kahoot.com/schools/",
        "https://create.kahoot.it.example.org/details/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
    ),
    probe="https://create.kahoot.it/rest/kahoots/{native_id}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=r'^\s*\{.*"uuid"\s*:',
            source="expected of the JSON of a public quiz; not confirmed",
            inferred=True,
        ),
    ),
    eyes=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="element",
            pattern="[data-functional-selector='kahoot-detail__title']",
            source="programs that read a quiz's page, in public code (four); read 2026-11-25",
        ),
    ),
    eyes_at="{canonical_url}",
    flow=flow,
    source=_SOURCE,
)
