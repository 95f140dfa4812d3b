"""Loom: recordings of a screen, pictures of it, and folders of recordings."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_ID = r"(?P<id>[0-9a-f]{32})"
_VIDEO = "https://www.loom.com/share/{id}"
_HOSTS = r"(?:www\.)?(?:use)?loom\.com"
_SOURCE = "yt-dlp's Loom extractor and its tests; read 2026-11-25"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The common flow; folders have no oEmbed (the registry names recordings and pictures)."""
    folder = artefact.native_id.startswith("folder/")
    return (yield from common_flow(replace(provider, oembed="") if folder else provider, artefact))


PROVIDER = Provider(
    id="loom",
    name="Loom",
    kinds=(Kind.VIDEO, Kind.IMAGE),
    hosts=("loom.com", "useloom.com"),
    shapes=(
        Shape(
            path=rf"/(?:share|embed|edit|v)/(?:[^/]*-)?{_ID}(?:[/&].*)?",
            canonical=_VIDEO,
            host=_HOSTS,
        ),
        Shape(
            path=rf"/(?:share|embed)/folder/{_ID}(?:/.*)?",
            canonical="https://www.loom.com/share/folder/{id}",
            native_id="folder/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/i/{_ID}/?",
            canonical="https://www.loom.com/i/{id}",
            native_id="i/{id}",
            host=_HOSTS,
            kind=Kind.IMAGE,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="0123456789abcdef0123456789abcdef",
                canonical_url="https://www.loom.com/share/0123456789abcdef0123456789abcdef",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.loom.com/share/0123456789abcdef0123456789abcdef"
                "?sid=01234567-89ab-4cde-8f01-23456789abcd",
                "https://www.loom.com/embed/0123456789abcdef0123456789abcdef?hide_owner=true",
                "https://loom.com/share/Our-river-0123456789abcdef0123456789abcdef",
                "https://www.useloom.com/share/0123456789abcdef0123456789abcdef",
            )
        ),
        Example(
            url="https://www.loom.com/share/folder/0123456789abcdef0123456789abcdef/Our-river",
            native_id="folder/0123456789abcdef0123456789abcdef",
            canonical_url="https://www.loom.com/share/folder/0123456789abcdef0123456789abcdef",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.loom.com/i/0123456789abcdef0123456789abcdef",
            native_id="i/0123456789abcdef0123456789abcdef",
            canonical_url="https://www.loom.com/i/0123456789abcdef0123456789abcdef",
            kind=Kind.IMAGE,
        ),
    ),
    not_artefacts=(
        "https://www.loom.com/",
        "https://www.loom.com/login",
        "https://www.loom.com/pricing",
        "https://www.loom.com/my-videos",
        "https://support.loom.com/hc/en-us",
        "https://heirloom.com/share/0123456789abcdef0123456789abcdef",
        "https://www.loom.com.example.org/share/0123456789abcdef0123456789abcdef",
    ),
    oembed="https://www.loom.com/v1/oembed?url={url}",
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="body",
            pattern=r'"VideoPasswordMissingOrIncorrect:[0-9a-f]{32}"',
            source=_SOURCE,
        ),
        # The type of a recording in the page's own state, as yt-dlp's queries name it.
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=r'"RegularUserVideo:[0-9a-f]{32}"\s*:\s*\{',
            source="yt-dlp's Loom extractor, read 2026-11-25; that a private one lacks it is "
            "expected, not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://www.loom.com/share/43d05f362f734614a2e81b4694a3a523",
        missing="https://www.loom.com/share/43d05f362f734614a2e81b4694f0f000",
        source="an example in yt-dlp's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
