"""Kahoot!: quizzes by their share pages."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = (
    "addresses in public code; /details may lead to a login although players need "
    "none; read 2026-11-23"
)

PROVIDER = Provider(
    id="kahoot",
    name="Kahoot!",
    kinds=(Kind.QUIZ,),
    hosts=("kahoot.it", "kahoot.com"),
    shapes=(
        Shape(
            path=r"/(?:share|details)/(?:[\w%.~-]+/)?(?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?",
            canonical="https://create.kahoot.it/details/{id}",
        ),
        Shape(
            path=r"/(?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?",
            canonical="https://create.kahoot.it/details/{id}",
            hosts=("embed.kahoot.it",),
        ),
        Shape(
            path=r"/v2/",
            canonical="https://create.kahoot.it/details/{id}",
            query={"quizId": r"(?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"},
            hosts=("play.kahoot.it",),
        ),
        Shape(
            path=r"/challenge/(?P<id>[\w-]{6,})/?",
            canonical="https://kahoot.it/challenge/{id}",
            native_id="challenge/{id}",
            hosts=("kahoot.it",),
        ),
    ),
    examples=(
        Example(
            url="https://create.kahoot.it/share/vores-hav/3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            native_id="3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            canonical_url="https://create.kahoot.it/details/3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://create.kahoot.it/details/3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            native_id="3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            canonical_url="https://create.kahoot.it/details/3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://embed.kahoot.it/3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            native_id="3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            canonical_url="https://create.kahoot.it/details/3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://kahoot.it/",
        "https://create.kahoot.it/login",
        "https://kahoot.com/schools/",
        "https://kahoot.it.example.org/challenge/123456",
    ),
    probe="https://create.kahoot.it/rest/kahoots/{native_id}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=r"\x22uuid\x22\s*:\s*\x22",
            source="the address of the public description in public code",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="body",
            pattern=r"^",
            source="expected of a private quiz; not confirmed",
            status=(403,),
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
