"""Google Books: books to look into, read or look up; public shelves."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[\w-]{6,})"
_CANONICAL = "https://books.google.com/books?id={id}"
_HOST = r"(?:(?:www|books|play)\.)?google\.[a-z.]+"
_BOOKS = r"(?:books|www)\.google\.[a-z.]+|google\.[a-z.]+"
# The pages that show the book which ``id`` names.
_FORMS = r"(?:about(?:/[^/]+)?|reader|p/[\w-]+|download/[^/]+)"
_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-25"


PROVIDER = Provider(
    id="google-books",
    name="Google Books",
    kinds=(Kind.BOOK,),
    hosts=("google.*",),
    shapes=(
        Shape(
            path=rf"/(?:ebooks|books)(?:/{_FORMS})?/?",
            query={"id": _ID},
            canonical=_CANONICAL,
            host=_HOST,
        ),
        Shape(
            path=r"/",
            query={"id": _ID},
            canonical=_CANONICAL,
            host=r"books\.google\.[a-z.]+",
        ),
        Shape(
            path=rf"/books/edition/[^/]*/{_ID}/?",
            canonical=_CANONICAL,
            host=_BOOKS,
        ),
        # By the book's number: Google sends on to the edition that it has.
        *(
            Shape(
                path=r"/books(?:/about(?:/[^/]+)?)?/?",
                query={name: pattern},
                canonical="https://books.google.com/books?vid={form}{id}",
                native_id="{form}{id}",
                without=("id",),
                host=_BOOKS,
            )
            for name, pattern in (
                ("vid", r"(?P<form>ISBN|LCCN|OCLC):?(?P<id>[0-9Xx-]{6,})"),
                ("vid", r"(?P<form>ISSN):?(?P<id>[0-9Xx-]{8,})"),
            )
        ),
        Shape(
            path=r"/books/?",
            query={"isbn": r"(?P<id>[0-9Xx-]{10,})"},
            canonical="https://books.google.com/books?vid=ISBN{id}",
            native_id="ISBN{id}",
            without=("id",),
            host=_BOOKS,
        ),
        Shape(
            path=r"/books/?",
            query={"uid": r"(?P<id>\d{6,})", "as_coll": r"(?P<shelf>\d+)"},
            canonical="https://books.google.com/books?uid={id}&as_coll={shelf}",
            native_id="shelf/{id}/{shelf}",
            without=("id",),
            host=_BOOKS,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="AbCdEfGhIj0C",
                canonical_url="https://books.google.com/books?id=AbCdEfGhIj0C",
                kind=Kind.BOOK,
            )
            for url in (
                "https://books.google.it/books?id=AbCdEfGhIj0C&lpg=PA1&pg=PA9#v=onepage&q&f=false",
                "http://books.google.com.tr/books/about/Our_River.html?hl=tr&id=AbCdEfGhIj0C",
                "https://www.google.com/books/edition/_/AbCdEfGhIj0C?hl=en&gbpv=1",
                "https://www.google.dk/books/edition/Our_River/AbCdEfGhIj0C",
                "https://books.google.com/books?id=AbCdEfGhIj0C&printsec=frontcover&output=embed",
                "http://books.google.com/?id=AbCdEfGhIj0C&pg=PA9",
                "https://play.google.com/books/reader?id=AbCdEfGhIj0C&pg=GBS.PA1",
            )
        ),
        *(
            Example(
                url=url,
                native_id="ISBN9780000000002",
                canonical_url="https://books.google.com/books?vid=ISBN9780000000002",
                kind=Kind.BOOK,
            )
            for url in (
                "https://books.google.com/books?vid=ISBN9780000000002&redir_esc=y",
                "https://books.google.fr/books?isbn=9780000000002",
            )
        ),
        Example(
            url="https://books.google.com/books?uid=123456789012345678901&as_coll=1001&hl=en",
            native_id="shelf/123456789012345678901/1001",
            canonical_url="https://books.google.com/books?uid=123456789012345678901&as_coll=1001",
            kind=Kind.BOOK,
        ),
    ),
    not_artefacts=(
        "https://books.google.com/",
        "https://books.google.com/books",
        "https://books.google.com/intl/en/googlebooks/about/",
        "https://books.google.com/books?q=river&btnG=Search",
        "https://books.google.com/books/content?id=AbCdEfGhIj0C&printsec=frontcover&img=1&zoom=1",
        "https://www.google.com/search?tbm=bks&q=river",
        "https://books.google.com.example.org/books?id=AbCdEfGhIj0C",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!google (?:books|play)\s*$).+",
            source="expected of a book's page; not confirmed",
            inferred=True,
        ),
        # The page about a book is open to all, its pages often are not.
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.NO_PUBLIC_SIGN,
            where="text",
            pattern=r"\bno preview available\b|\bno ebook available\b",
            source="wording expected of a book that nobody may look into; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
