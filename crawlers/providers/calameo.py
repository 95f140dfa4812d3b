"""Calaméo: flip books of documents."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = (
    "addresses of public books; a private book answers 404 without its authid; read 2026-11-23"
)

PROVIDER = Provider(
    id="calameo",
    name="Calaméo",
    kinds=(Kind.DOCUMENT,),
    hosts=("calameo.com", "calameoassets.com"),
    shapes=(
        Shape(
            path=r"/(?:[a-z]{2}/)?(?:read|books|accounts/read)/(?P<id>[0-9a-f]{15,21})(?:/.*)?",
            canonical="https://www.calameo.com/books/{id}",
            keep=("authid",),
        ),
        Shape(
            path=r"/?",
            canonical="https://www.calameo.com/books/{id}",
            query={"bkcode": r"(?P<id>[0-9a-f]{15,21})"},
            keep=("authid",),
        ),
        Shape(
            path=r"/\w+\.swf",
            canonical="https://www.calameo.com/books/{id}",
            query={"bkcode": r"(?P<id>[0-9a-f]{15,21})"},
            keep=("authid",),
        ),
    ),
    examples=(
        Example(
            url="https://www.calameo.com/read/0012345678abcdef01234",
            native_id="0012345678abcdef01234",
            canonical_url="https://www.calameo.com/books/0012345678abcdef01234",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://v.calameo.com/?bkcode=0012345678abcdef01234&mode=mini",
            native_id="0012345678abcdef01234",
            canonical_url="https://www.calameo.com/books/0012345678abcdef01234",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://en.calameo.com/books/0012345678abcdef01234?authid=aBcD12",
            native_id="0012345678abcdef01234",
            canonical_url="https://www.calameo.com/books/0012345678abcdef01234?authid=aBcD12",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://www.calameo.com/",
        "https://www.calameo.com/login",
        "https://calameo.com.example.org/read/0012345678abcdef01234",
    ),
    page_proves=True,
    markers=(
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.NO_PUBLIC_SIGN,
            where="body",
            pattern=r"^",
            source="a private book answers 404 like a missing one",
            status=(404,),
        ),
    ),
    source=_SOURCE,
)
