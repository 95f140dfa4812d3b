"""Quizizz (Wayground since 2025): quizzes and lessons."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_ID = r"(?P<id>[0-9a-f]{24})"

_SOURCE = "addresses in public code; pages are an app's shell, 200 for anything; read 2026-11-23"


PROVIDER = Provider(
    id="quizizz",
    name="Quizizz",
    kinds=(
        Kind.QUIZ,
        Kind.PRESENTATION,
    ),
    hosts=(
        "quizizz.com",
        "wayground.com",
    ),
    shapes=(
        Shape(
            path=rf"/(?:(?:admin|embed|join|print|pro)/)?(?:quiz|assessment|passage)/(?:edit/)?{_ID}(?:/.*)?",
            canonical="https://quizizz.com/admin/quiz/{id}",
        ),
        Shape(
            path=rf"/(?:(?:admin|embed|join|print|pro)/)?(?:presentation|lesson)/(?:edit/)?{_ID}(?:/.*)?",
            canonical="https://quizizz.com/admin/presentation/{id}",
            kind=Kind.PRESENTATION,
        ),
        # A game to play alone, known by a sealed word only.
        Shape(
            path=r"/join/(?:pre-)?game/(?:running/)?(?P<id>U2FsdGVk[\w%+=-]+)(?:/.*)?",
            canonical="https://quizizz.com/join/game/{id}",
            native_id="game/{id}",
        ),
        Shape(
            path=r"/(?:pro/)?join/?",
            query={"gc": r"(?P<id>\d{4,})"},
            canonical="https://quizizz.com/join?gc={id}",
            native_id="join/{id}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="5f0a1b2c3d4e5f001a2b3c4d",
                canonical_url="https://quizizz.com/admin/quiz/5f0a1b2c3d4e5f001a2b3c4d",
                kind=Kind.QUIZ,
            )
            for url in (
                "https://quizizz.com/admin/quiz/5f0a1b2c3d4e5f001a2b3c4d/our-river?source=share",
                "https://quizizz.com/embed/quiz/5f0a1b2c3d4e5f001a2b3c4d",
                "https://wayground.com/admin/quiz/5f0a1b2c3d4e5f001a2b3c4d",
                "https://quizizz.com/join/quiz/5f0a1b2c3d4e5f001a2b3c4d/start",
            )
        ),
        Example(
            url="https://wayground.com/admin/presentation/5f0a1b2c3d4e5f001a2b3c4d/our-river",
            native_id="5f0a1b2c3d4e5f001a2b3c4d",
            canonical_url="https://quizizz.com/admin/presentation/5f0a1b2c3d4e5f001a2b3c4d",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://quizizz.com/join/game/U2FsdGVkX1abcDEF123%252B4?gameType=async",
            native_id="game/U2FsdGVkX1abcDEF123%252B4",
            canonical_url="https://quizizz.com/join/game/U2FsdGVkX1abcDEF123%252B4",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://quizizz.com/join?gc=12345678",
            native_id="join/12345678",
            canonical_url="https://quizizz.com/join?gc=12345678",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://quizizz.com/",
        "https://quizizz.com/login",
        "https://quizizz.com/join",
        "https://wayground.com/admin/my-library",
        "https://quizizz.com/admin/quiz/new",
        "https://quizizz.com.example.org/admin/quiz/5f0a1b2c3d4e5f001a2b3c4d",
    ),
    source=_SOURCE,
)
