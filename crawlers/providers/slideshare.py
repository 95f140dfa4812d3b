"""SlideShare: slides and documents uploaded as files."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_HOSTS = r"(?:(?:www|[a-z]{2}\d?)\.)?slideshare\.net"
_ID = r"(?P<id>\d{5,})"
_OLD = (
    r"(?!(?:clipboards|documents|followers|following|infographics|likes|newsfeed|presentations|"
    r"savedfiles|slideshows|uploads|videos)/?$)(?![\w.%-]*-\d{5,}/?$)[\w.%-]{3,}"
)
_EMBED = r"(?:/slideshow)?/embed_code"
_USER = (
    r"(?P<user>(?!(?:about|api|business|category|categories|developers|event|events|explore|"
    r"featured|help|legal|login|popular|privacy|rss|search|secret|signup|slideshow|topic|widgets|ss_\w+|mobile|terms|tag|"
    r"upload|w)/)[\w-]+)"
)
_SOURCE = "feedsweep's SlideShare rules, iframely's plugin, the oEmbed registry; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed and page; oEmbed need not know the embed address, so it is not asked there."""
    if "/embed_code/" in artefact.canonical_url:
        provider = replace(provider, oembed="")
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="slideshare",
    name="SlideShare",
    kinds=(Kind.PRESENTATION,),
    hosts=("slideshare.net",),
    shapes=(
        # Number and key are two id spaces; only the page of one of them names the other.
        Shape(
            path=rf"{_EMBED}/key/(?P<id>\w+)/?",
            canonical="https://www.slideshare.net/slideshow/embed_code/key/{id}",
            native_id="key/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"{_EMBED}/{_ID}/?",
            canonical="https://www.slideshare.net/slideshow/embed_code/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/slideshow/(?P<slug>[\w.%-]+)/{_ID}/?",
            canonical="https://www.slideshare.net/slideshow/{slug}/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/secret/(?P<id>\w{8,})/?",
            canonical="https://www.slideshare.net/secret/{id}",
            native_id="secret/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/(?:mobile/)?{_USER}/(?P<slug>[\w.%-]+)-{_ID}(?:/\d+)?/?",
            canonical="https://www.slideshare.net/{user}/{slug}-{id}",
            host=_HOSTS,
        ),
        # Addresses from before 2013 have no number.
        Shape(
            path=rf"/(?:mobile/)?{_USER}/(?P<slug>{_OLD})(?:/\d{{1,3}})?/?",
            canonical="https://www.slideshare.net/{user}/{slug}",
            native_id="{user}/{slug}",
            host=_HOSTS,
        ),
    ),
    examples=(
        Example(
            url="http://es.slideshare.net/ourschool/our-river-in-2011",
            native_id="ourschool/our-river-in-2011",
            canonical_url="https://www.slideshare.net/ourschool/our-river-in-2011",
            kind=Kind.PRESENTATION,
        ),
        *(
            Example(
                url=url,
                native_id="251234567",
                canonical_url="https://www.slideshare.net/slideshow/our-river-results/251234567",
                kind=Kind.PRESENTATION,
            )
            for url in (
                "https://www.slideshare.net/slideshow/our-river-results/251234567",
                "https://de.slideshare.net/slideshow/our-river-results/251234567?from_search=1",
            )
        ),
        Example(
            url="http://www.slideshare.net/mobile/ourschool/our-river-5123456",
            native_id="5123456",
            canonical_url="https://www.slideshare.net/ourschool/our-river-5123456",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://www.slideshare.net/slideshow/embed_code/5123456",
            native_id="5123456",
            canonical_url="https://www.slideshare.net/slideshow/embed_code/5123456",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://www.slideshare.net/slideshow/embed_code/key/aB1cD2eF3gH4iJ",
            native_id="key/aB1cD2eF3gH4iJ",
            canonical_url="https://www.slideshare.net/slideshow/embed_code/key/aB1cD2eF3gH4iJ",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://www.slideshare.net/secret/aB1cD2eF3gH4iJ",
            native_id="secret/aB1cD2eF3gH4iJ",
            canonical_url="https://www.slideshare.net/secret/aB1cD2eF3gH4iJ",
            kind=Kind.PRESENTATION,
        ),
    ),
    not_artefacts=(
        "https://www.slideshare.net/",
        "https://www.slideshare.net/login",
        "https://www.slideshare.net/explore/topics-12345",
        "https://www.slideshare.net/ourschool",
        "https://www.slideshare.net/ourschool/presentations",
        "https://www.slideshare.net.example.org/ourschool/our-river-5123456",
    ),
    oembed="https://www.slideshare.net/api/oembed/2?format=json&url={url}",
    page_proves=True,
    markers=(
        Marker(
            state=State.REMOVED,
            reason=Reason.SENT_HOME,
            where="final_url",
            pattern=r"^https://www\.slideshare\.net/(?:\?|$)",
            source=_SOURCE,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:slideshow|presentation|document) is private|made this private",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://www.slideshare.net/haraldf/business-quotes-for-2011",
        missing="https://www.slideshare.net/haraldf/there-is-no-such-presentation",
        source="the example of SlideShare's oEmbed page and of many libraries; public "
        "code, 2026-11-24",
    ),
    source=_SOURCE,
)
