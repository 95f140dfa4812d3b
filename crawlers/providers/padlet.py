"""Padlet: walls, boards and timelines."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "oEmbed registry, public embed codes and the help pages of Padlet; read 2026-11-23"

PROVIDER = Provider(
    id="padlet",
    name="Padlet",
    kinds=(Kind.WALL,),
    hosts=("padlet.com",),
    shapes=(
        Shape(
            path=r"/(?:embed|padlets)/(?P<id>[a-z0-9]{12,16})(?:/.*)?",
            canonical="https://padlet.com/embed/{id}",
        ),
        Shape(
            path=r"/(?P<user>[\w.%-]+)/(?P<slug>[\w%.~+-]*?)-(?P<id>[a-z0-9]{12,16})(?:/.*)?",
            canonical="https://padlet.com/{user}/{slug}-{id}",
        ),
        Shape(
            path=r"/(?!(?:auth|about|site|blog|features|premium|dashboard|support|legal|jobs|api|gallery|embed|padlets|oembed|help|create|my|account|memberships?|signup|login|terms|resources|articles)/)(?P<user>[\w.%-]+)/(?P<id>(?=[a-z0-9]*\d)[a-z0-9]{10,16})/?",
            canonical="https://padlet.com/{user}/{id}",
        ),
    ),
    examples=(
        Example(
            url="https://padlet.com/anna_skole/vores-hav-k3v9q2m7x1t8b4zn",
            native_id="k3v9q2m7x1t8b4zn",
            canonical_url="https://padlet.com/anna_skole/vores-hav-k3v9q2m7x1t8b4zn",
            kind=Kind.WALL,
        ),
        Example(
            url="https://padlet.com/anna_skole/vores-hav-k3v9q2m7x1t8b4zn/wish/12345",
            native_id="k3v9q2m7x1t8b4zn",
            canonical_url="https://padlet.com/anna_skole/vores-hav-k3v9q2m7x1t8b4zn",
            kind=Kind.WALL,
        ),
        Example(
            url="https://padlet.com/embed/k3v9q2m7x1t8b4zn",
            native_id="k3v9q2m7x1t8b4zn",
            canonical_url="https://padlet.com/embed/k3v9q2m7x1t8b4zn",
            kind=Kind.WALL,
        ),
        Example(
            url="https://padlet.com/padlets/k3v9q2m7x1t8b4zn/embeds/preview_embed",
            native_id="k3v9q2m7x1t8b4zn",
            canonical_url="https://padlet.com/embed/k3v9q2m7x1t8b4zn",
            kind=Kind.WALL,
        ),
        Example(
            url="https://padlet.com/anna_skole/s7d2f9g1h4j6",
            native_id="s7d2f9g1h4j6",
            canonical_url="https://padlet.com/anna_skole/s7d2f9g1h4j6",
            kind=Kind.WALL,
        ),
    ),
    not_artefacts=(
        "https://padlet.com/",
        "https://padlet.com/auth/login",
        "https://padlet.com/premium/backpack",
        "https://padlet.com/about/press",
        "https://padlet.com.example.org/anna_skole/vores-hav-k3v9q2m7x1t8b4zn",
    ),
    oembed="https://padlet.com/oembed/?url={url}",
    probe="https://padlet.com/embed/{native_id}",
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="title",
            pattern=r"password (?:required|protected)",
            source="help pages; not met",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="text",
            pattern=r"enter the password to (?:view|access) this padlet",
            source="help pages; not met",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:padlet)\b\W*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
