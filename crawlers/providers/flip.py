"""Flip (Flipgrid): topics with video answers, until the service ended in autumn 2024."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

# Eight hex digits (six until 2017) or an older code; one of them is no letter, since a name of
# letters alone may be anything.
_ID = r"(?P<id>(?=[a-z]*\d)(?:[0-9a-f]{8}|[0-9a-f]{6}|[a-z]{2,4}\d{2,3}[a-z]{0,2}))"
_HOST = r"(?:(?:www|admin|my)\.)?(?:flip|flipgrid)\.com"

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
            host=_HOST,
        ),
        Shape(
            path=r"/",
            fragment=_ID,
            canonical="https://flip.com/{id}",
            host=_HOST,
        ),
        # One answer, a group, a collection of topics.
        Shape(
            path=r"/(?P<id>(?:s/|\+|mixtapes?/)[\w-]{6,}|groups/\d+(?:/topics/\d+(?:/responses/\d+)?)?)/?",
            canonical="https://flip.com/{id}",
            host=_HOST,
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
            url="https://flipgrid.com/#a1b2c3",
            native_id="a1b2c3",
            canonical_url="https://flip.com/a1b2c3",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://flip.com/s/aB3dE6gH9jK-",
            native_id="s/aB3dE6gH9jK-",
            canonical_url="https://flip.com/s/aB3dE6gH9jK-",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://flip.com/groups/12345678/topics/23456789",
            native_id="groups/12345678/topics/23456789",
            canonical_url="https://flip.com/groups/12345678/topics/23456789",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://flip.com/+abc123xy",
            native_id="+abc123xy",
            canonical_url="https://flip.com/+abc123xy",
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
