"""Book Creator: published books and libraries of them."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_USER = r"(?P<user>[A-Za-z0-9_-]{20,})"
_BOOK = r"(?P<id>[A-Za-z0-9_-]{16,})"

_SOURCE = (
    "feedsweep's Book Creator rules; what the page answers is expected, not seen; read 2026-11-23"
)


PROVIDER = Provider(
    id="book-creator",
    name="Book Creator",
    kinds=(Kind.BOOK,),
    hosts=("read.bookcreator.com",),
    shapes=(
        # "l" and "lib" are routes of the reader too (feedsweep, from its build manifest).
        Shape(
            path=r"/(?P<form>library|lib|l|portfolio)/(?P<id>[\w-]{4,})(?:/.*)?",
            canonical="https://read.bookcreator.com/{form}/{id}",
            native_id="{form}/{id}",
        ),
        # A third part is the page at which the book opens.
        Shape(
            path=rf"/{_USER}/{_BOOK}(?:/.*)?",
            canonical="https://read.bookcreator.com/{user}/{id}",
            native_id="{user}/{id}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="aB3dE6gH9jKlMn0pQrStUvWxYz12/xY1zA2bC3dE4fG5hI6jK7l",
                canonical_url="https://read.bookcreator.com/aB3dE6gH9jKlMn0pQrStUvWxYz12/xY1zA2bC3dE4fG5hI6jK7l",
                kind=Kind.BOOK,
            )
            for url in (
                "https://read.bookcreator.com/aB3dE6gH9jKlMn0pQrStUvWxYz12/xY1zA2bC3dE4fG5hI6jK7l",
                "https://read.bookcreator.com/aB3dE6gH9jKlMn0pQrStUvWxYz12/xY1zA2bC3dE4fG5hI6jK7l/q1w2e3r4t5?nopreview",
            )
        ),
        Example(
            url="https://read.bookcreator.com/library/-MabcDEF123456",
            native_id="library/-MabcDEF123456",
            canonical_url="https://read.bookcreator.com/library/-MabcDEF123456",
            kind=Kind.BOOK,
        ),
    ),
    not_artefacts=(
        "https://read.bookcreator.com/",
        "https://bookcreator.com/",
        "https://app.bookcreator.com/sign-in",
        "https://read.bookcreator.com.example.org/aB3dE6gH9jKlMn0pQrStUvWxYz12/xY1zA2bC3dE4fG5hI6jK7l",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:(?:read )?book creator(?:\b.*)?|library)\s*$).+",
            source="expected of a published book; not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://read.bookcreator.com/W9CW9hBf61bdhZr6CvqD4dNMbUP2/W0MDbmwVS0-Xizi_oVrPig",
        missing="https://read.bookcreator.com/W9CW9hBf61bdhZr6CvqD4dZZzZZ9/W0MDbmwVS0-Xizi_oVrPig",
        source="an example in filter_multiembed's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
