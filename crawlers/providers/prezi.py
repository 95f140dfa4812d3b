"""Prezi: presentations, videos and designs."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = (
    "iframely and public embed codes; /p/embed/ID asks for a login, /p/ID/embed does "
    "not; read 2026-11-23"
)

PROVIDER = Provider(
    id="prezi",
    name="Prezi",
    kinds=(
        Kind.PRESENTATION,
        Kind.VIDEO,
    ),
    hosts=("prezi.com",),
    shapes=(
        Shape(
            path=r"/(?:p/)?embed/(?P<id>[a-z0-9_-]{12,20})/?", canonical="https://prezi.com/p/{id}/"
        ),
        Shape(
            path=r"/p/(?:edit/)?(?P<id>(?!embed/)[a-z0-9_-]{12})(?:/.*)?",
            canonical="https://prezi.com/p/{id}/",
        ),
        Shape(
            path=r"/(?P<id>(?=[a-z_-]*\d)[a-z0-9_-]{12})(?:/.*)?",
            canonical="https://prezi.com/p/{id}/",
        ),
        Shape(
            path=r"/view/(?P<id>[A-Za-z0-9]{18,22})(?:/.*)?",
            canonical="https://prezi.com/view/{id}/",
            native_id="view/{id}",
        ),
        Shape(
            path=r"/v/(?:embed/|view/)?(?P<id>[a-z0-9_-]{12})(?:/.*)?",
            canonical="https://prezi.com/v/{id}/",
            native_id="v/{id}",
            kind=Kind.VIDEO,
        ),
        Shape(
            path=r"/i/(?:embed/|view/)?(?P<id>[\w-]{12,22})(?:/.*)?",
            canonical="https://prezi.com/i/{id}/",
            native_id="i/{id}",
        ),
    ),
    examples=(
        Example(
            url="https://prezi.com/p/q1w2e3r4t5y6/vores-hav/",
            native_id="q1w2e3r4t5y6",
            canonical_url="https://prezi.com/p/q1w2e3r4t5y6/",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://prezi.com/embed/q1w2e3r4t5y6/?bgcolor=ffffff",
            native_id="q1w2e3r4t5y6",
            canonical_url="https://prezi.com/p/q1w2e3r4t5y6/",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://prezi.com/q1w2e3r4t5y6/vores-hav/?utm_campaign=share",
            native_id="q1w2e3r4t5y6",
            canonical_url="https://prezi.com/p/q1w2e3r4t5y6/",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://prezi.com/view/AbCdEfGhIjKlMnOpQrSt/",
            native_id="view/AbCdEfGhIjKlMnOpQrSt",
            canonical_url="https://prezi.com/view/AbCdEfGhIjKlMnOpQrSt/",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://prezi.com/v/q1w2e3r4t5y6/film/",
            native_id="v/q1w2e3r4t5y6",
            canonical_url="https://prezi.com/v/q1w2e3r4t5y6/",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://prezi.com/",
        "https://prezi.com/pricing/",
        "https://prezi.com/login/",
        "https://prezi.com/support/",
        "https://prezi.com.example.org/p/q1w2e3r4t5y6/",
    ),
    page_proves=True,
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="title",
            pattern=r"private presentation",
            source="not met",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
