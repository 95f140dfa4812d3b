"""Calaméo: publications to leaf through."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_CODE = r"(?P<id>[0-9a-f]{15,21})"
_CANONICAL = "https://www.calameo.com/books/{id}"
# A private publication opens with this key only, and answers 404 without it (feedsweep).
_KEEP = ("authid",)
_SOURCE = "feedsweep's Calaméo rules (live answers); read 2026-11-23"


PROVIDER = Provider(
    id="calameo",
    name="Calaméo",
    kinds=(Kind.DOCUMENT,),
    hosts=("calameo.com",),
    shapes=(
        Shape(
            path=rf"/(?:[a-z]{{2}}/)?(?:read|books|accounts/read)/{_CODE}(?:/.*)?",
            canonical=_CANONICAL,
            keep=_KEEP,
        ),
        Shape(
            path=r"/?",
            query={"bkcode": _CODE},
            canonical=_CANONICAL,
            keep=_KEEP,
            hosts=("v.calameo.com",),
        ),
        # A shelf: a publisher's publications, or one series of them.
        Shape(
            path=r"/library/?",
            query={"type": r"(?P<form>account|subscription)", "id": r"(?P<id>[0-9]+)"},
            canonical="https://v.calameo.com/library/?type={form}&id={id}",
            native_id="{form}/{id}",
            hosts=("v.calameo.com",),
        ),
        Shape(
            path=r"/(?:[a-z]{2}/)?subscriptions/(?P<id>\d+)/?",
            canonical="https://v.calameo.com/library/?type=subscription&id={id}",
            native_id="subscription/{id}",
        ),
        Shape(
            path=r"/(?:.*/)?c?(?:viewer|mini)\.swf",
            query={"bkcode": _CODE},
            canonical=_CANONICAL,
            keep=_KEEP,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="0012345678abcdef01234",
                canonical_url="https://www.calameo.com/books/0012345678abcdef01234",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://www.calameo.com/read/0012345678abcdef01234",
                "https://en.calameo.com/books/0012345678abcdef01234?page=3",
                "https://v.calameo.com/?bkcode=0012345678abcdef01234&mode=mini",
                "https://v.calameo.com/2.1/cviewer.swf?bkcode=0012345678abcdef01234",
                "http://www.calameo.com/viewer.swf?bkcode=0012345678abcdef01234",
            )
        ),
        *(
            Example(
                url=url,
                native_id="subscription/1234567",
                canonical_url="https://v.calameo.com/library/?type=subscription&id=1234567",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://v.calameo.com/library/?type=subscription&id=1234567&rows=3&sortBy=latest",
                "https://www.calameo.com/subscriptions/1234567",
            )
        ),
        Example(
            url="https://v.calameo.com/?bkcode=0012345678abcdef01234&authid=aB3dE6gH9jKl",
            native_id="0012345678abcdef01234",
            canonical_url="https://www.calameo.com/books/0012345678abcdef01234?authid=aB3dE6gH9jKl",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://v.calameo.com/library/",
        "https://www.calameo.com/",
        "https://v.calameo.com/",
        "https://www.calameo.com/login",
        "https://www.calameo.com/accounts/1234567",
        "https://www.calameo.com.example.org/read/0012345678abcdef01234",
    ),
    markers=(
        # Private and removed answer alike, so a 404 tells neither.
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.NO_PUBLIC_SIGN,
            where="body",
            pattern=r"^",
            status=(404,),
            source="feedsweep: a private publication answers 404 without its key",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:calam[eé]o(?:\b.*)?)\s*$).+",
            source="feedsweep: the page of a public one answers 200; the title is expected",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://v.calameo.com/?bkcode=0077756511c9c6e552299",
        missing="https://v.calameo.com/?bkcode=0077756511c9c6e000000",
        source="an example in feedsweep's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
