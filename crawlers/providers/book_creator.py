"""Book Creator: pupils' books; the page is an app shell."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "addresses of public books; read 2026-11-23"

PROVIDER = Provider(
    id="book-creator",
    name="Book Creator",
    kinds=(Kind.BOOK,),
    hosts=("bookcreator.com",),
    shapes=(
        Shape(
            path=r"/(?P<user>(?!library|library-)[\w-]{18,40})/(?P<book>[\w-]{18,30})(?:/.*)?",
            canonical="https://read.bookcreator.com/{user}/{book}",
            native_id="{user}/{book}",
            hosts=("read.bookcreator.com",),
        ),
        Shape(
            path=r"/library/(?P<id>-?[\w-]{15,30})(?:/.*)?",
            canonical="https://read.bookcreator.com/library/{id}",
            native_id="library/{id}",
            hosts=("read.bookcreator.com",),
        ),
    ),
    examples=(
        Example(
            url="https://read.bookcreator.com/aBcDeFgHiJkLmNoPqRsTuVwXyZ12/qWeRtYuIoPaSdFgHjKlZxC",
            native_id="aBcDeFgHiJkLmNoPqRsTuVwXyZ12/qWeRtYuIoPaSdFgHjKlZxC",
            canonical_url="https://read.bookcreator.com/aBcDeFgHiJkLmNoPqRsTuVwXyZ12/qWeRtYuIoPaSdFgHjKlZxC",
            kind=Kind.BOOK,
        ),
        Example(
            url="https://read.bookcreator.com/aBcDeFgHiJkLmNoPqRsTuVwXyZ12/qWeRtYuIoPaSdFgHjKlZxC/kLmNoPqR?nopreview",
            native_id="aBcDeFgHiJkLmNoPqRsTuVwXyZ12/qWeRtYuIoPaSdFgHjKlZxC",
            canonical_url="https://read.bookcreator.com/aBcDeFgHiJkLmNoPqRsTuVwXyZ12/qWeRtYuIoPaSdFgHjKlZxC",
            kind=Kind.BOOK,
        ),
        Example(
            url="https://read.bookcreator.com/library/-MaBcDeFgHiJkLmNoPqR",
            native_id="library/-MaBcDeFgHiJkLmNoPqR",
            canonical_url="https://read.bookcreator.com/library/-MaBcDeFgHiJkLmNoPqR",
            kind=Kind.BOOK,
        ),
    ),
    not_artefacts=(
        "https://bookcreator.com/",
        "https://app.bookcreator.com/sign-in",
        "https://bookcreator.com/pricing/",
        "https://read.bookcreator.com.example.org/a/b",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:book creator|book creator app)\b\W*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
