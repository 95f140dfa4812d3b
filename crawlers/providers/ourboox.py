"""Ourboox: books that anybody writes, on pages of a WordPress."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_HOST = r"(?:(?:www|[a-z]{2})\.)?ourboox\.com"
_LANGUAGE = r"(?:/[a-z]{2})?"
_LISTS = r"(?!(?:page|category|feed|tag|author)(?:/|$))"
_SOURCE = (
    "no public code shows its addresses: they, and that WordPress sends the text itself, are "
    "expected, not confirmed; read 2026-11-25"
)


PROVIDER = Provider(
    id="ourboox",
    name="Ourboox",
    kinds=(Kind.BOOK,),
    hosts=("ourboox.com",),
    shapes=(
        Shape(
            path=rf"{_LANGUAGE}/books/{_LISTS}(?P<id>[^/]+)(?:/(?:embed|amp|\d+))?/?",
            canonical="https://www.ourboox.com/books/{id}/",
            host=_HOST,
        ),
        Shape(
            path=rf"{_LANGUAGE}/book-preview/(?P<id>[^/]+)/?",
            canonical="https://www.ourboox.com/book-preview/{id}/",
            native_id="preview/{id}",
            host=_HOST,
        ),
        Shape(
            path=rf"{_LANGUAGE}/?",
            query={"p": r"(?P<id>\d+)"},
            canonical="https://www.ourboox.com/?p={id}",
            native_id="p/{id}",
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="our-river",
                canonical_url="https://www.ourboox.com/books/our-river/",
                kind=Kind.BOOK,
            )
            for url in (
                "https://www.ourboox.com/books/our-river/",
                "http://ourboox.com/books/our-river?fbclid=x",
                "https://www.ourboox.com/books/our-river/embed/#?secret=aBcDeFgHiJ",
            )
        ),
        Example(
            url="https://www.ourboox.com/books/το-ποτάμι-μας/",
            native_id="%CF%84%CE%BF-%CF%80%CE%BF%CF%84%CE%AC%CE%BC%CE%B9-%CE%BC%CE%B1%CF%82",
            canonical_url="https://www.ourboox.com/books/"
            "%CF%84%CE%BF-%CF%80%CE%BF%CF%84%CE%AC%CE%BC%CE%B9-%CE%BC%CE%B1%CF%82/",
            kind=Kind.BOOK,
        ),
        Example(
            url="https://www.ourboox.com/book-preview/123456/",
            native_id="preview/123456",
            canonical_url="https://www.ourboox.com/book-preview/123456/",
            kind=Kind.BOOK,
        ),
        Example(
            url="https://www.ourboox.com/?post_type=books&p=123456",
            native_id="p/123456",
            canonical_url="https://www.ourboox.com/?p=123456",
            kind=Kind.BOOK,
        ),
    ),
    not_artefacts=(
        "https://www.ourboox.com/",
        "https://www.ourboox.com/books/",
        "https://www.ourboox.com/books/page/2/",
        "https://www.ourboox.com/i-am/ann-teacher/",
        "https://www.ourboox.com/wp-login.php",
        "http://blog.ourboox.com/page/3/",
        "https://www.giveyourboox.com/books/our-river/",
        "https://www.ourboox.com.example.org/books/our-river/",
    ),
    page_proves=True,
    source=_SOURCE,
)
