"""Powtoon: animated videos."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "addresses in public code; read 2026-11-23"

PROVIDER = Provider(
    id="powtoon",
    name="Powtoon",
    kinds=(Kind.VIDEO,),
    hosts=("powtoon.com",),
    shapes=(
        Shape(
            path=r"/(?:[a-z]{2}/)?(?:c|s|ws|embed|online-presentation|html5player|show|presentoons)/(?P<id>[A-Za-z0-9]{11})(?:/.*)?",
            canonical="https://www.powtoon.com/c/{id}/1/m",
        ),
    ),
    examples=(
        Example(
            url="https://www.powtoon.com/c/aBcDeFgHiJ1/1/m",
            native_id="aBcDeFgHiJ1",
            canonical_url="https://www.powtoon.com/c/aBcDeFgHiJ1/1/m",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.powtoon.com/embed/aBcDeFgHiJ1/",
            native_id="aBcDeFgHiJ1",
            canonical_url="https://www.powtoon.com/c/aBcDeFgHiJ1/1/m",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.powtoon.com/online-presentation/aBcDeFgHiJ1/vores-hav/",
            native_id="aBcDeFgHiJ1",
            canonical_url="https://www.powtoon.com/c/aBcDeFgHiJ1/1/m",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://www.powtoon.com/",
        "https://www.powtoon.com/account/login/",
        "https://www.powtoon.com/pricing/",
        "https://powtoon.com.example.org/c/aBcDeFgHiJ1/1/m",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:powtoon)\b\W*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
