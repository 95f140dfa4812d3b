"""PubHTML5: documents to leaf through, and shelves of them."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_PAGES = "about|blog|demo|docs|forum|free|help|learn|news|photo|plan|price|shop|store|tools|video"
_ID = rf"(?P<id>(?!(?:{_PAGES})/)[a-z]{{4,5}}/[a-z]{{4}})"
_HOST = r"(?:(?:www|online)\.)?pubhtml5\.com"

_SOURCE = (
    "addresses in public code and a stored copy of one page (that of a shelf is expected, not "
    "confirmed); read 2026-11-25"
)


PROVIDER = Provider(
    id="pubhtml5",
    name="PubHTML5",
    kinds=(Kind.DOCUMENT,),
    hosts=("pubhtml5.com",),
    shapes=(
        # Not the pictures of single pages.
        Shape(
            path=rf"/{_ID}(?:/(?!files/).*)?",
            canonical="https://online.pubhtml5.com/{id}/",
            host=_HOST,
        ),
        Shape(
            path=r"/bookcase/(?P<id>[a-z]{4,6})(?:/.*)?",
            canonical="https://pubhtml5.com/bookcase/{id}",
            native_id="bookcase/{id}",
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="abcde/fghi",
                canonical_url="https://online.pubhtml5.com/abcde/fghi/",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://online.pubhtml5.com/abcde/fghi/#p=1",
                "http://online.pubhtml5.com/abcde/fghi/mobile/index.html",
                "https://pubhtml5.com/abcde/fghi",
                "https://pubhtml5.com/abcde/fghi/basic/51-100",
                "https://pubhtml5.com/abcde/fghi/Our_River_-_Magazine/2",
            )
        ),
        Example(
            url="https://pubhtml5.com/bookcase/abcd/",
            native_id="bookcase/abcd",
            canonical_url="https://pubhtml5.com/bookcase/abcd",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://pubhtml5.com/",
        "https://pubhtml5.com/price.php",
        "https://pubhtml5.com/blog/page/2",
        "https://pubhtml5.com/homepage/abcde/",
        "https://online.pubhtml5.com.example.org/abcde/fghi/",
    ),
    markers=(
        # The page that lists a document's text says by whom and when it was published.
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="text",
            pattern=r"\bpublished by [^\n]{1,80}, \d{4}-\d\d-\d\d\b",
            source="a stored copy of the page of one public document; read 2026-11-25",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="title",
            pattern=r"^(?!(?:(?:online )?pubhtml5(?:\b.*)?|404.*)\s*$).+",
            source="expected of a public document; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
