"""Coggle: mind maps (diagrams); the key at the end of an address opens a private one."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[\w-]{16}|[0-9a-f]{24})"
_KEY = r"(?P<key>[0-9a-f]{40,64})"
_HOST = r"(?:(?:www|embed)\.)?coggle\.it"
_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-25"


PROVIDER = Provider(
    id="coggle",
    name="Coggle",
    kinds=(Kind.MINDMAP,),
    hosts=("coggle.it",),
    shapes=(
        # The title in the address is for readers; an embed goes without.
        Shape(
            path=rf"/diagram/{_ID}(?:/t/[^/]*)?/{_KEY}/?",
            canonical="https://coggle.it/diagram/{id}/t/-/{key}",
            host=_HOST,
        ),
        Shape(
            path=rf"/diagram/{_ID}(?:/t(?:/[^/]*)?)?/?",
            canonical="https://coggle.it/diagram/{id}/t/-",
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="XAbCdEfGh-_J1234",
                canonical_url="https://coggle.it/diagram/XAbCdEfGh-_J1234/t/-",
                kind=Kind.MINDMAP,
            )
            for url in (
                "https://coggle.it/diagram/XAbCdEfGh-_J1234",
                "https://coggle.it/diagram/XAbCdEfGh-_J1234/t/our-river",
                "https://coggle.it/diagram/XAbCdEfGh-_J1234/t/%CF%84%CE%BF-%CF%80%CE%BF%CF%84?x=1",
            )
        ),
        *(
            Example(
                url=url,
                native_id="XAbCdEfGh-_J1234",
                canonical_url="https://coggle.it/diagram/XAbCdEfGh-_J1234/t/-/" + "0a1b2c3d" * 8,
                kind=Kind.MINDMAP,
            )
            for url in (
                "https://embed.coggle.it/diagram/XAbCdEfGh-_J1234/" + "0a1b2c3d" * 8,
                "https://coggle.it/diagram/XAbCdEfGh-_J1234/t/our-river/" + "0a1b2c3d" * 8,
            )
        ),
    ),
    not_artefacts=(
        "https://coggle.it/",
        "https://coggle.it/diagrams",
        "https://coggle.it/login",
        "https://coggle.it/gallery",
        "https://blog.coggle.it/post/our-river",
        "https://coggle.it.example.org/diagram/XAbCdEfGh-_J1234",
    ),
    markers=(
        # Nobody has seen what a private or a deleted diagram answers, or one under another title.
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.NO_PUBLIC_SIGN,
            where="body",
            pattern=r"^",
            status=(404,),
            source="a precaution: the address asked need not be the one that was shared",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!coggle\b|.*\blog ?in\b).+",
            source="expected of an open diagram; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
