"""emaze: presentations."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "addresses in public code; read 2026-11-23"

PROVIDER = Provider(
    id="emaze",
    name="emaze",
    kinds=(Kind.PRESENTATION,),
    hosts=("emaze.com",),
    shapes=(Shape(path=r"/(?P<id>@[A-Z]{6,16})(?:/.*)?", canonical="https://app.emaze.com/{id}"),),
    examples=(
        Example(
            url="https://app.emaze.com/@AOLCWZWQT/vores-hav",
            native_id="@AOLCWZWQT",
            canonical_url="https://app.emaze.com/@AOLCWZWQT",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://www.emaze.com/@AOLCWZWQT",
            native_id="@AOLCWZWQT",
            canonical_url="https://app.emaze.com/@AOLCWZWQT",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://app.emaze.com/@AOLCWZWQT#1",
            native_id="@AOLCWZWQT",
            canonical_url="https://app.emaze.com/@AOLCWZWQT",
            kind=Kind.PRESENTATION,
        ),
    ),
    not_artefacts=(
        "https://www.emaze.com/",
        "https://www.emaze.com/pricing/",
        "https://app.emaze.com/login",
        "https://emaze.com.example.org/@AOLCWZWQT",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:emaze|emaze presentations)\b\W*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
