"""Canva: designs, presentations, videos and sites."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_SOURCE = (
    "the oEmbed registry and public embed codes; pages answer programs with a "
    "challenge; read 2026-11-23"
)

PROVIDER = Provider(
    id="canva",
    name="Canva",
    kinds=(
        Kind.PRESENTATION,
        Kind.VIDEO,
        Kind.SITE,
    ),
    hosts=("canva.com", "canva.site", "canva.link"),
    shapes=(
        Shape(
            path=r"/design/(?P<id>DA[\w-]{5,12})/(?P<token>[\w-]{8,})/watch/?",
            canonical="https://www.canva.com/design/{id}/{token}/watch",
            hosts=("canva.com",),
            kind=Kind.VIDEO,
        ),
        Shape(
            path=r"/design/(?P<id>DA[\w-]{5,12})/watch/?",
            canonical="https://www.canva.com/design/{id}/watch",
            hosts=("canva.com",),
            kind=Kind.VIDEO,
        ),
        Shape(
            path=r"/design/(?P<id>DA[\w-]{5,12})/(?P<token>(?!view|edit|watch|remix|share)[\w-]{8,})(?:/(?:view|edit|remix|present)?)?/?",
            canonical="https://www.canva.com/design/{id}/{token}/view",
            hosts=("canva.com",),
        ),
        Shape(
            path=r"/design/(?P<id>DA[\w-]{5,12})(?:/(?:view|edit|remix|share)?)?/?",
            canonical="https://www.canva.com/design/{id}/view",
            hosts=("canva.com",),
        ),
        Shape(
            path=r"/(?P<page>[\w-]*(?:/[\w-]+)*)/?",
            host=r"(?P<site>(?!www\.)[\w-]+)\.(?:my\.)?canva\.site",
            canonical="https://{host}/{page}",
            native_id="{host}/{page}",
            hosts=("canva.site",),
            kind=Kind.SITE,
        ),
        Shape(
            path=r"/(?P<id>[\w-]{6,})/?",
            canonical="https://canva.link/{id}",
            native_id="link/{id}",
            hosts=("canva.link",),
        ),
    ),
    examples=(
        Example(
            url="https://www.canva.com/design/DAFabc12345/aBcDeFgHiJkLmNoPqRs/view?utm_content=x",
            native_id="DAFabc12345",
            canonical_url="https://www.canva.com/design/DAFabc12345/aBcDeFgHiJkLmNoPqRs/view",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://www.canva.com/design/DAFabc12345/view?embed",
            native_id="DAFabc12345",
            canonical_url="https://www.canva.com/design/DAFabc12345/view",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://www.canva.com/design/DAFabc12345/aBcDeFgHiJkLmNoPqRs/watch",
            native_id="DAFabc12345",
            canonical_url="https://www.canva.com/design/DAFabc12345/aBcDeFgHiJkLmNoPqRs/watch",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://voreshav.my.canva.site/",
            native_id="voreshav.my.canva.site/",
            canonical_url="https://voreshav.my.canva.site/",
            kind=Kind.SITE,
        ),
        Example(
            url="https://canva.link/abc123def",
            native_id="link/abc123def",
            canonical_url="https://canva.link/abc123def",
            kind=Kind.PRESENTATION,
        ),
    ),
    not_artefacts=(
        "https://www.canva.com/",
        "https://www.canva.com/templates/",
        "https://www.canva.com/login",
        "https://www.canva.com.example.org/design/DAFabc12345/view",
    ),
    oembed="https://www.canva.com/_oembed?url={url}",
    source=_SOURCE,
)
