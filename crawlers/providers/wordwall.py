"""Wordwall: learning games."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_LANGUAGE = r"(?:/[a-z]{2}(?:-[a-z]{2})?)?"

_SOURCE = "feedsweep's Wordwall rules and embera's endpoint; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed and page; oEmbed knows resources and plays, not the embed's key."""
    if "/embed/" in artefact.canonical_url:
        provider = replace(provider, oembed="")
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="wordwall",
    name="Wordwall",
    kinds=(Kind.GAME,),
    hosts=("wordwall.net",),
    shapes=(
        # The number of a resource, the embed's hex key and a play triple are three id spaces.
        Shape(
            path=rf"{_LANGUAGE}/(?:embed/|print/)?resource/(?P<id>\d+)(?:/.*)?",
            canonical="https://wordwall.net/resource/{id}",
        ),
        Shape(
            path=rf"{_LANGUAGE}/(?:embed/)?play/(?P<id>\d+/\d+/\d+)/?",
            canonical="https://wordwall.net/play/{id}",
            native_id="play/{id}",
        ),
        Shape(
            path=rf"{_LANGUAGE}/embed/(?:play/)?(?P<id>[0-9a-f]{{32}})/?",
            canonical="https://wordwall.net/embed/{id}",
            native_id="embed/{id}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="12345678",
                canonical_url="https://wordwall.net/resource/12345678",
                kind=Kind.GAME,
            )
            for url in (
                "https://wordwall.net/resource/12345678/english/our-river",
                "https://wordwall.net/pl/resource/12345678",
            )
        ),
        Example(
            url="https://wordwall.net/embed/0123456789abcdef0123456789abcdef?themeId=1&templateId=3&fontStackId=0",
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
        "https://wordwall.net/pl/community/rzeka",
        "https://wordwall.net/teacher/123456/ourteacher",
        "https://wordwall.net/features",
        "https://wordwall.net.example.org/resource/12345678",
    ),
    oembed="https://wordwall.net/api/oembed?format=json&url={url}",
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="title",
            pattern=r"\bprivate\b",
            source="wording expected, not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!wordwall(?:\b.*)?\s*$|.*\bprivate\b).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:activity|resource) is private",
            source="wording expected, not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"\bdisabled by (?:its|the) (?:owner|author|creator)",
            source="a list of links says so of a resource; wording not confirmed; read 2026-11-25",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://wordwall.net/es/embed/e10cc41040bb489c83a4fc6670afeb5d?themeId=46&templateId=54&fontStackId=0",
        missing="https://wordwall.net/es/embed/e10cc41040bb489c83a4fc6670ffff0f?themeId=46&templateId=54&fontStackId=0",
        source="an example in feedsweep's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
