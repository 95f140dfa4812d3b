"""Genially: interactive presentations, pictures and games."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = (
    "embera and the addresses that Genially hands out; a missing id is sent away "
    "from /ID; read 2026-11-23"
)

PROVIDER = Provider(
    id="genially",
    name="Genially",
    kinds=(
        Kind.PRESENTATION,
        Kind.IMAGE,
        Kind.GAME,
    ),
    hosts=("genially.com", "genial.ly"),
    shapes=(
        Shape(
            path=r"/(?:view/|edit/|editor/)?(?P<id>[0-9a-f]{24})/(?P<slug>(?:[\w-]*-)?(?:image|poster)[\w-]*)/?",
            canonical="https://view.genially.com/{id}/{slug}",
            kind=Kind.IMAGE,
        ),
        Shape(
            path=r"/(?:view/|edit/|editor/)?(?P<id>[0-9a-f]{24})/(?P<slug>(?:[\w-]*-)?(?:game|gamification|quiz|escape)[\w-]*)/?",
            canonical="https://view.genially.com/{id}/{slug}",
            kind=Kind.GAME,
        ),
        Shape(
            path=r"/(?:view/|edit/|editor/)?(?P<id>[0-9a-f]{24})(?!/(?:[\w-]*-)?(?:image|poster|game|gamification|quiz|escape))(?:/.*)?",
            canonical="https://view.genially.com/{id}",
        ),
    ),
    examples=(
        Example(
            url="https://view.genial.ly/5ecba55704a9750dae2dbc38/interactive-content-vores-hav",
            native_id="5ecba55704a9750dae2dbc38",
            canonical_url="https://view.genially.com/5ecba55704a9750dae2dbc38",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://view.genially.com/5ecba55704a9750dae2dbc38",
            native_id="5ecba55704a9750dae2dbc38",
            canonical_url="https://view.genially.com/5ecba55704a9750dae2dbc38",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://app.genially.com/editor/5ecba55704a9750dae2dbc38",
            native_id="5ecba55704a9750dae2dbc38",
            canonical_url="https://view.genially.com/5ecba55704a9750dae2dbc38",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://view.genially.com/5ecba55704a9750dae2dbc38/interactive-image-kort",
            native_id="5ecba55704a9750dae2dbc38",
            canonical_url="https://view.genially.com/5ecba55704a9750dae2dbc38/interactive-image-kort",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://view.genially.com/5ecba55704a9750dae2dbc38/game-breakout",
            native_id="5ecba55704a9750dae2dbc38",
            canonical_url="https://view.genially.com/5ecba55704a9750dae2dbc38/game-breakout",
            kind=Kind.GAME,
        ),
    ),
    not_artefacts=(
        "https://genially.com/",
        "https://genially.com/templates/presentations/",
        "https://auth.genially.com/login",
        "https://genial.ly.example.org/5ecba55704a9750dae2dbc38",
    ),
    oembed="https://genially.com/services/oembed?format=json&url={url}",
    markers=(
        Marker(
            state=State.REMOVED,
            reason=Reason.SENT_HOME,
            where="final_url",
            pattern=r"^https://(?!view\.genial(?:ly\.com|\.ly)/[0-9a-f]{24})(?!.*(?:login|signin|auth))",
            source="seen for invented ids",
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="text",
            pattern=r"password",
            source="not met",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:genially)\b\W*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
