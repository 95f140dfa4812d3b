"""FlipHTML5: documents to leaf through."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_PAGES = "about|blog|docs|help|learn|photo|plan|price|shop|store|tools|video"
_ID = rf"(?P<id>(?!(?:{_PAGES})/)[a-z]{{4,5}}/[a-z]{{4}})"
# A publisher may give a book a name of its own.
_NAMED = r"(?P<id>[a-z]{4,5}/[\w%-]{2,}|(?!(?:api|css|images?|js|static)/)[\w-]{3,40}/[a-z]{4})"
_HOST = r"(?:(?:www|online)\.)?fliphtml5\.com"

_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-23"


PROVIDER = Provider(
    id="fliphtml5",
    name="FlipHTML5",
    kinds=(Kind.DOCUMENT,),
    hosts=("fliphtml5.com",),
    shapes=(
        Shape(
            path=rf"/{_ID}(?:/.*)?",
            canonical="https://online.fliphtml5.com/{id}/",
            host=_HOST,
        ),
        Shape(
            path=rf"/{_NAMED}(?:/.*)?",
            canonical="https://online.fliphtml5.com/{id}/",
            hosts=("online.fliphtml5.com",),
        ),
        # A shelf with all books of a publisher.
        Shape(
            path=r"/bookcase/(?P<id>[a-z]{4,5})(?:/.*)?",
            canonical="https://fliphtml5.com/bookcase/{id}",
            native_id="bookcase/{id}",
            host=_HOST,
        ),
        Shape(
            path=rf"/{_NAMED}/?(?:(?:index|mobile/index)\.html)?",
            canonical="https://online.fliphtml5.com/{id}/",
            host=r"online\.fliphtml5\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="abcde/fghi",
                canonical_url="https://online.fliphtml5.com/abcde/fghi/",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://online.fliphtml5.com/abcde/fghi/",
                "http://online.fliphtml5.com/abcde/fghi/mobile/index.html#p=2",
                "https://fliphtml5.com/abcde/fghi/basic/51-100",
            )
        ),
        Example(
            url="https://fliphtml5.com/abcd/efgh/Our_River/",
            native_id="abcd/efgh",
            canonical_url="https://online.fliphtml5.com/abcd/efgh/",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://online.fliphtml5.com/abcde/Our_River_2026/#p=1",
            native_id="abcde/Our_River_2026",
            canonical_url="https://online.fliphtml5.com/abcde/Our_River_2026/",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://fliphtml5.com/bookcase/abcde",
            native_id="bookcase/abcde",
            canonical_url="https://fliphtml5.com/bookcase/abcde",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://fliphtml5.com/",
        "https://online.fliphtml5.com/",
        "https://fliphtml5.com/login.php",
        "https://fliphtml5.com/blog/page/2",
        "https://online.fliphtml5.com.example.org/abcde/fghi/",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="title",
            pattern=r"^(?!(?:(?:online )?fliphtml5(?:\b.*)?|404.*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
