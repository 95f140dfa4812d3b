"""Flipsnack: documents to leaf through."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_HOSTS = r"(?:www\.)?flipsnack\.com"
_PAGE = "https://www.flipsnack.com/{user}/{slug}/full-view.html"
_NATIVE = "{user}/{slug}"
_SLUG = r"(?P<slug>[\w%-]+)"
_NAME = (
    r"(?P<user>(?!(?:accounts|api|blog|bp|digital[\w-]*|examples|features|help|legal|online|pricing|"
    r"solutions|support|templates?|use-cases)/)[\w-]+)"
)
_SOURCE = "feedsweep's Flipsnack rules and addresses in public code; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The page of a publication; a widget's shell answers 200 for any hash and proves nothing."""
    if "hash=" in artefact.canonical_url:
        provider = replace(provider, markers=())
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="flipsnack",
    name="Flipsnack",
    kinds=(Kind.DOCUMENT,),
    hosts=("flipsnack.com",),
    shapes=(
        # Page, widget hash and player hash are three id spaces.
        Shape(
            path=rf"/(?P<user>[0-9A-F]{{9,12}})/{_SLUG}(?:\.html|/.*)?",
            canonical=_PAGE,
            native_id=_NATIVE,
            host=_HOSTS,
        ),
        Shape(
            path=rf"/{_NAME}/{_SLUG}(?:\.html|/full-view(?:\.html)?)",
            canonical=_PAGE,
            native_id=_NATIVE,
            host=_HOSTS,
        ),
        Shape(
            path=r"/(?:widget/(?:v\d/)?(?:flipsnack)?widget|iframe(?:html5)?/embed)\.html",
            query={"hash": r"(?P<id>[A-Za-z0-9]+)"},
            canonical="https://cdn.flipsnack.com/widget/v2/widget.html?hash={id}",
            native_id="widget/{id}",
            host=r"(?:cdn|files|player|www)\.flipsnack\.com",
        ),
        Shape(
            path=r"/?",
            query={"hash": r"(?P<id>[A-Za-z0-9_-]+={0,2})"},
            canonical="https://player.flipsnack.com/?hash={id}",
            native_id="player/{id}",
            hosts=("player.flipsnack.com",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="85BC8BAA9F7/our-river-5",
                canonical_url="https://www.flipsnack.com/85BC8BAA9F7/our-river-5/full-view.html",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://www.flipsnack.com/85BC8BAA9F7/our-river-5/full-view.html",
                "https://www.flipsnack.com/85BC8BAA9F7/our-river-5.html?p=3",
            )
        ),
        Example(
            url="https://www.flipsnack.com/ourschool/our-river.html",
            native_id="ourschool/our-river",
            canonical_url="https://www.flipsnack.com/ourschool/our-river/full-view.html",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://cdn.flipsnack.com/widget/v2/widget.html?hash=fabc1def2&bgcolor=EEEEEE",
            native_id="widget/fabc1def2",
            canonical_url="https://cdn.flipsnack.com/widget/v2/widget.html?hash=fabc1def2",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="http://files.flipsnack.com/iframe/embed.html?hash=fabc1def2&wmode=window&t=1",
            native_id="widget/fabc1def2",
            canonical_url="https://cdn.flipsnack.com/widget/v2/widget.html?hash=fabc1def2",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://player.flipsnack.com/?hash=QUJDREVGMTIzNA==&p=2",
            native_id="player/QUJDREVGMTIzNA==",
            canonical_url="https://player.flipsnack.com/?hash=QUJDREVGMTIzNA==",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://www.flipsnack.com/",
        "https://player.flipsnack.com/",
        "https://www.flipsnack.com/accounts/sign-in.html",
        "https://www.flipsnack.com/templates/school.html",
        "https://www.flipsnack.com/ourschool/",
        "https://www.flipsnack.com.example.org/85BC8BAA9F7/our-river-5.html",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:flipsnack(?:\b.*)?)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://cdn.flipsnack.com/widget/v2/widget.html?hash=fxn3qutra",
        missing="https://cdn.flipsnack.com/widget/v2/widget.html?hash=fxn9zzzzz",
        source="an example in feedsweep's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
