"""Wakelet: collections of links, pictures and texts."""

from dataclasses import replace

from crawlers.model import Artefact, Kind
from crawlers.providers.base import Example, Flow, Live, Provider, Shape
from crawlers.providers.flow import common_flow

_ID = r"(?P<id>[A-Za-z0-9_-]{21}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
_CANONICAL = "https://wakelet.com/wake/{id}"
_SHORT = "https://wke.lt/w/s/"

_SOURCE = (
    "feedsweep's Wakelet rules (live answers), read 2026-11-23; short links in public lessons, "
    "read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The embed, which is the collection; a short address has none and leads to an app's shell."""
    if artefact.canonical_url.startswith(_SHORT):
        provider = replace(provider, probe="{canonical_url}", page_proves=False)
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="wakelet",
    name="Wakelet",
    kinds=(Kind.WALL,),
    hosts=("wakelet.com", "wke.lt"),
    shapes=(
        Shape(path=rf"/wake/{_ID}(?:/.*)?", canonical=_CANONICAL, host=r"(?:www\.)?wakelet\.com"),
        Shape(path=rf"/wakes/{_ID}(?:/.*)?", canonical=_CANONICAL, hosts=("embed.wakelet.com",)),
        Shape(
            path=r"/w/s/(?P<id>[\w-]{4,12})/?",
            canonical=_SHORT + "{id}",
            native_id="s/{id}",
            hosts=("wke.lt",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="aB3dE6gH9jKlMn0pQrStU",
                canonical_url="https://wakelet.com/wake/aB3dE6gH9jKlMn0pQrStU",
                kind=Kind.WALL,
            )
            for url in (
                "https://wakelet.com/wake/aB3dE6gH9jKlMn0pQrStU?utm_source=x",
                "https://embed.wakelet.com/wakes/aB3dE6gH9jKlMn0pQrStU/list",
                "https://embed.wakelet.com/wakes/aB3dE6gH9jKlMn0pQrStU/grid?border=1",
            )
        ),
        Example(
            url="https://wke.lt/w/s/AbCd1f",
            native_id="s/AbCd1f",
            canonical_url="https://wke.lt/w/s/AbCd1f",
            kind=Kind.WALL,
        ),
        Example(
            url="https://wakelet.com/wake/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
            native_id="0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
            canonical_url="https://wakelet.com/wake/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
            kind=Kind.WALL,
        ),
    ),
    not_artefacts=(
        "https://wakelet.com/",
        "https://wakelet.com/sign-in",
        "https://wakelet.com/@ourteacher",
        "https://wakelet.com/i/invite?code=a1b2c3d4",
        "https://learn.wakelet.com/",
        "https://wakelet.com.example.org/wake/aB3dE6gH9jKlMn0pQrStU",
    ),
    # The embed answers with the collection itself; 404 for other spellings of its address.
    page_proves=True,
    probe="https://embed.wakelet.com/wakes/{native_id}/list",
    flow=flow,
    live=Live(
        public="https://embed.wakelet.com/wakes/NrquVwf7yTprpa6g_e3Dw/list?border=1",
        missing="https://embed.wakelet.com/wakes/NrquVwf7yTzzzz9z_e3Dw/list?border=1",
        source="an example in feedsweep's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
