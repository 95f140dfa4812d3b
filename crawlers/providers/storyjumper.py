"""StoryJumper: pupils' books."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "addresses in public code; read 2026-11-23"

PROVIDER = Provider(
    id="storyjumper",
    name="StoryJumper",
    kinds=(Kind.BOOK,),
    hosts=("storyjumper.com",),
    shapes=(
        Shape(
            path=r"/book/(?:read|index|iframe|view|showframe)/(?P<id>\d{1,9}|[0-9a-f]{13,})(?:/.*)?",
            canonical="https://www.storyjumper.com/book/read/{id}",
        ),
    ),
    examples=(
        Example(
            url="https://www.storyjumper.com/book/read/123456789/Vores-hav",
            native_id="123456789",
            canonical_url="https://www.storyjumper.com/book/read/123456789",
            kind=Kind.BOOK,
        ),
        Example(
            url="https://www.storyjumper.com/book/index/123456789/",
            native_id="123456789",
            canonical_url="https://www.storyjumper.com/book/read/123456789",
            kind=Kind.BOOK,
        ),
        Example(
            url="https://www.storyjumper.com/book/iframe/123456789",
            native_id="123456789",
            canonical_url="https://www.storyjumper.com/book/read/123456789",
            kind=Kind.BOOK,
        ),
    ),
    not_artefacts=(
        "https://www.storyjumper.com/",
        "https://www.storyjumper.com/login",
        "https://storyjumper.com.example.org/book/read/1",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:storyjumper)\b\W*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
