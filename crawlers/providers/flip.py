"""Flip (Flipgrid): topics with video answers, until the service ended in autumn 2024."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

# Six to eight hex digits, or an older code of letters and digits; one is no letter, since a name of
# that length may be anything.
_ID = r"(?P<id>(?=[a-z]*\d)(?:[0-9a-f]{6,8}|[a-z]{2,4}\d{2,3}[a-z]{0,2}))"

_SOURCE = "the end of the service as reported widely; addresses in public code; read 2026-11-23"


PROVIDER = Provider(
    id="flip",
    name="Flip",
    kinds=(Kind.VIDEO,),
    hosts=(
        "flip.com",
        "flipgrid.com",
    ),
    shapes=(
        Shape(
            path=rf"/(?:s/)?{_ID}/?",
            canonical="https://flip.com/{id}",
            host=r"(?:(?:www|admin|my)\.)?(?:flip|flipgrid)\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="a1b2c3d4",
                canonical_url="https://flip.com/a1b2c3d4",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://flipgrid.com/a1b2c3d4?embed=true",
                "https://flip.com/a1b2c3d4",
                "https://flip.com/s/a1b2c3d4",
                "https://admin.flip.com/a1b2c3d4",
            )
        ),
        Example(
            url="http://flipgrid.com/sea400ff",
            native_id="sea400ff",
            canonical_url="https://flip.com/sea400ff",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://flip.com/",
        "https://info.flip.com/en-us.html",
        "https://flipgrid.com/ourschool",
        "https://admin.flip.com/login",
        "https://flip.com.example.org/a1b2c3d4",
    ),
    retired="2024-10-01",
    source=_SOURCE,
)
