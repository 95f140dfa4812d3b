"""Quizizz, renamed Wayground in 2025: quizzes; the page is an app shell."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_SOURCE = "addresses in public code; read 2026-11-23"

PROVIDER = Provider(
    id="quizizz",
    name="Quizizz (Wayground)",
    kinds=(Kind.QUIZ,),
    hosts=("quizizz.com", "wayground.com"),
    shapes=(
        Shape(
            path=r"/(?:admin/)?(?:quiz|presentation|embed/quiz|join/quiz|print/quiz)/(?P<id>[0-9a-f]{24})(?:/.*)?",
            canonical="https://quizizz.com/admin/quiz/{id}",
        ),
    ),
    examples=(
        Example(
            url="https://quizizz.com/admin/quiz/5ecba55704a9750dae2dbc38/vores-hav",
            native_id="5ecba55704a9750dae2dbc38",
            canonical_url="https://quizizz.com/admin/quiz/5ecba55704a9750dae2dbc38",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://quizizz.com/embed/quiz/5ecba55704a9750dae2dbc38",
            native_id="5ecba55704a9750dae2dbc38",
            canonical_url="https://quizizz.com/admin/quiz/5ecba55704a9750dae2dbc38",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://wayground.com/admin/quiz/5ecba55704a9750dae2dbc38",
            native_id="5ecba55704a9750dae2dbc38",
            canonical_url="https://quizizz.com/admin/quiz/5ecba55704a9750dae2dbc38",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://quizizz.com/",
        "https://quizizz.com/login",
        "https://quizizz.com/admin",
        "https://quizizz.com.example.org/admin/quiz/5ecba55704a9750dae2dbc38",
    ),
    source=_SOURCE,
)
