"""Wordwall: games and quizzes; an embed has an id of its own."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "embera and public embed codes; read 2026-11-23"

PROVIDER = Provider(
    id="wordwall",
    name="Wordwall",
    kinds=(Kind.GAME,),
    hosts=("wordwall.net",),
    shapes=(
        Shape(
            path=r"/(?:[a-z]{2}/)?resource/(?P<id>\d+)(?:/.*)?",
            canonical="https://wordwall.net/resource/{id}",
        ),
        Shape(
            path=r"/(?:[a-z]{2}/)?embed/resource/(?P<id>\d+)(?:/.*)?",
            canonical="https://wordwall.net/resource/{id}",
        ),
        Shape(
            path=r"/(?:[a-z]{2}/)?embed/(?:play/)?(?P<id>[0-9a-f]{32})/?",
            canonical="https://wordwall.net/embed/{id}",
            native_id="embed/{id}",
        ),
        Shape(
            path=r"/(?:[a-z]{2}/)?play/(?P<id>\d+/\d+/\d+)/?",
            canonical="https://wordwall.net/play/{id}",
            native_id="play/{id}",
        ),
    ),
    examples=(
        Example(
            url="https://wordwall.net/resource/58263911/hav/fisk",
            native_id="58263911",
            canonical_url="https://wordwall.net/resource/58263911",
            kind=Kind.GAME,
        ),
        Example(
            url="https://wordwall.net/da/resource/58263911",
            native_id="58263911",
            canonical_url="https://wordwall.net/resource/58263911",
            kind=Kind.GAME,
        ),
        Example(
            url="https://wordwall.net/embed/0123456789abcdef0123456789abcdef?themeId=1&templateId=2",
            native_id="embed/0123456789abcdef0123456789abcdef",
            canonical_url="https://wordwall.net/embed/0123456789abcdef0123456789abcdef",
            kind=Kind.GAME,
        ),
        Example(
            url="https://wordwall.net/play/1234/567/890",
            native_id="play/1234/567/890",
            canonical_url="https://wordwall.net/play/1234/567/890",
            kind=Kind.GAME,
        ),
    ),
    not_artefacts=(
        "https://wordwall.net/",
        "https://wordwall.net/account/login",
        "https://wordwall.net/community",
        "https://wordwall.net.example.org/resource/1",
    ),
    oembed="https://wordwall.net/api/oembed?url={url}&format=json",
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:activity|resource) is private",
            source="not met",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="title",
            pattern=r"private",
            source="not met",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:wordwall)\b\W*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
