"""AnyFlip: documents to leaf through."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_PAGES = "about|blog|docs|help|learn|photo|plan|price|shop|store|tools|video"
_ID = rf"(?P<id>(?!(?:{_PAGES})/)[a-z]{{4,5}}/[a-z]{{4}})"

_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-23"


PROVIDER = Provider(
    id="anyflip",
    name="AnyFlip",
    kinds=(Kind.DOCUMENT,),
    hosts=("anyflip.com",),
    shapes=(
        Shape(
            path=rf"/{_ID}(?:/.*)?",
            canonical="https://online.anyflip.com/{id}/",
            host=r"(?:(?:www|online)\.)?anyflip\.com",
        ),
        # A shelf with all books of a publisher.
        Shape(
            path=r"/bookcase/(?P<id>[a-z]{4,5})(?:/.*)?",
            canonical="https://anyflip.com/bookcase/{id}",
            native_id="bookcase/{id}",
            host=r"(?:(?:www|online)\.)?anyflip\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="abcde/fghi",
                canonical_url="https://online.anyflip.com/abcde/fghi/",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://online.anyflip.com/abcde/fghi/",
                "http://online.anyflip.com/abcde/fghi/mobile/index.html#p=2",
                "https://anyflip.com/abcde/fghi/basic/51-100",
            )
        ),
        Example(
            url="https://anyflip.com/bookcase/abcde/",
            native_id="bookcase/abcde",
            canonical_url="https://anyflip.com/bookcase/abcde",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://anyflip.com/",
        "https://anyflip.com/login.php",
        "https://anyflip.com/blog/page/2",
        "https://online.anyflip.com.example.org/abcde/fghi/",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="title",
            pattern=r"^(?!(?:(?:online )?anyflip(?:\b.*)?|404.*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
