"""StoryJumper: picture books."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>\d+|[0-9a-f]{12,})"
_FORM = r"/(?:book|sjbook)/(?!(?:all|browse|category|explore|list|new|page|search|tag)/)[a-z_-]+"
# A private book opens with a key after its number.
_KEY = r"(?P<key>[0-9a-f]{13,})"

_SOURCE = "addresses in public code; the rest is expected; read 2026-11-23"


PROVIDER = Provider(
    id="storyjumper",
    name="StoryJumper",
    kinds=(Kind.BOOK,),
    hosts=("storyjumper.com",),
    shapes=(
        Shape(
            path=rf"{_FORM}/{_ID}(?:/[\w.%-]+)?/{_KEY}/?",
            canonical="https://www.storyjumper.com/book/read/{id}/{key}",
        ),
        Shape(
            path=rf"{_FORM}/{_ID}(?:/.*)?", canonical="https://www.storyjumper.com/book/read/{id}"
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="104622571",
                canonical_url="https://www.storyjumper.com/book/read/104622571",
                kind=Kind.BOOK,
            )
            for url in (
                "https://www.storyjumper.com/book/read/104622571/Our-River#page/2",
                "https://www.storyjumper.com/book/index/104622571/OUR-RIVER",
                "https://www.storyjumper.com/book/iframe/104622571/our-river",
            )
        ),
        Example(
            url="https://www.storyjumper.com/book/read/104622571/603e5e4a8b8a7",
            native_id="104622571",
            canonical_url="https://www.storyjumper.com/book/read/104622571/603e5e4a8b8a7",
            kind=Kind.BOOK,
        ),
    ),
    not_artefacts=(
        "https://www.storyjumper.com/",
        "https://www.storyjumper.com/main/login",
        "https://www.storyjumper.com/book/search/river",
        "https://www.storyjumper.com/school",
        "https://www.storyjumper.com.example.org/book/read/104622571",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:storyjumper(?:\b.*)?|create your own .*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this book is private|private book",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
