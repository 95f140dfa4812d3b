"""Popplet: boards of small notes; its addresses name the board after the ``#`` only."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_CANONICAL = "https://popplet.com/app/#/{id}"
_HOST = r"(?:(?:www|app)\.)?popplet\.com"
_SOURCE = (
    "embed libraries and addresses in public code (app.popplet.com is expected, not confirmed); "
    "read 2026-11-25"
)


PROVIDER = Provider(
    id="popplet",
    name="Popplet",
    kinds=(Kind.WALL,),
    hosts=("popplet.com",),
    shapes=(
        Shape(
            path=r"/(?:app(?:/index\.\w+)?/?)?",
            fragment=r"!?/?(?:(?:p|page|popplet|view|share)/)?(?P<id>(?=[\w-]*\d)[\w-]+)(?:[/?&].*)?",
            canonical=_CANONICAL,
            host=_HOST,
        ),
        # The player of the time of Flash.
        Shape(
            path=r"/app/\w+\.swf",
            query={"page_id": r"(?P<id>\d+)"},
            canonical=_CANONICAL,
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1234567",
                canonical_url="https://popplet.com/app/#/1234567",
                kind=Kind.WALL,
            )
            for url in (
                "http://popplet.com/app/#/1234567",
                "https://www.popplet.com/app/index.php#/1234567",
                "http://popplet.com/app/Popplet_Alpha.swf?page_id=1234567&em=1",
                "https://app.popplet.com/#/p/1234567",
            )
        ),
    ),
    not_artefacts=(
        "https://popplet.com/",
        "http://popplet.com/app/",
        "https://www.popplet.com/app/#/login",
        "https://popplet.com/blog/index.php",
        "https://popplet.com.example.org/app/#/1234567",
    ),
    # What follows the ``#`` never reaches the server, so no answer tells of the board.
    source=_SOURCE,
)
