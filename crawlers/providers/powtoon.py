"""Powtoon: animated videos and slides."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[A-Za-z0-9]{11})"
_FORMS = "c|s|m|p|ws|embed|online-presentation|html5player|show|presentoons"
_HOSTS = r"(?:www\.)?powtoon\.com"

_SOURCE = "addresses in public code; the rest is expected; read 2026-11-23"


PROVIDER = Provider(
    id="powtoon",
    name="Powtoon",
    kinds=(Kind.VIDEO,),
    hosts=("powtoon.com",),
    shapes=(
        Shape(
            path=rf"/(?:[a-z]{{2}}/)?(?:{_FORMS})/{_ID}(?:/.*)?",
            canonical="https://www.powtoon.com/c/{id}/1/m",
            host=_HOSTS,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="dRiv3rAbCd1",
                canonical_url="https://www.powtoon.com/c/dRiv3rAbCd1/1/m",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.powtoon.com/c/dRiv3rAbCd1/1/m",
                "https://www.powtoon.com/s/dRiv3rAbCd1/1/m/",
                "http://www.powtoon.com/embed/dRiv3rAbCd1/?player=powtoon",
                "https://www.powtoon.com/online-presentation/dRiv3rAbCd1/our-river/?mode=movie",
            )
        ),
    ),
    not_artefacts=(
        "https://www.powtoon.com/",
        "https://www.powtoon.com/account/login/",
        "https://www.powtoon.com/edu-home/",
        "https://www.powtoon.com/templates/",
        "https://www.powtoon.com.example.org/c/dRiv3rAbCd1/1/m",
    ),
    # The embed is the one form that all public code shows.
    probe="https://www.powtoon.com/embed/{native_id}/",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:powtoon(?:\b.*)?|.*create awesome videos.*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
