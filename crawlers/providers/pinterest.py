"""Pinterest: pins, boards and those who collect them, on the hosts of many countries."""

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Provider, Shape
from crawlers.providers.flow import common_flow, doubted

_HOSTS = r"(?:(?:www|m|[a-z]{2}(?:-[a-z]{2})?)\.)?pinterest(?:\.[a-z]{2,3}){1,2}"
_PIN = r"(?:[^/]*--)?(?P<id>\d{5,}|A[\w-]{30,})"
_PAGE = "https://www.pinterest.com/pin/{id}/"
_SITE = (
    "_|about|all|ads|analytics|app|apps|business|careers|categories|category|community|convert"
    "|create|creators|discover|docs|engineering|ext|explore|feed|following|follow|goodies|help|home|homefeed"
    "|ideas|js|join|judge|legal|login|logout|messages|more-ideas|news_hub|notifications|oauth|oembed\\.json"
    "|password|pin|pin-builder|pinner-directory|pins|popular|privacy|pulse|resource|robots\\.txt"
    "|reset|search|secure|settings|shop|shopping|signup|sitemap|source|static|story|styleguide"
    "|terms|today|topics|tv|upload|url|v3|verify|videos|watch|website|widgets"
)
_USER = rf"(?P<user>(?!(?i:{_SITE})(?:/|$))[\w%.-]{{2,}})"
_TABS = (
    "_saved|_created|_shop|_profile|boards|pins|followers|following|likes|saved|created|activity"
    "|community|tries"
)
_OWNER = "https://www.pinterest.com/{user}/"
_SOURCE = "the oEmbed registry and embeds in public code; read 2026-11-25"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The common flow; what is on a secret board answers 404 too, so that proves nothing."""
    return doubted((yield from common_flow(provider, artefact)), State.REMOVED)


PROVIDER = Provider(
    id="pinterest",
    name="Pinterest",
    kinds=(Kind.IMAGE,),
    hosts=("pinterest.*", "pin.it"),
    shapes=(
        Shape(
            path=rf"/pin/{_PIN}(?:/.*)?",
            canonical=_PAGE,
            hosts=("pinterest.*",),
            host=_HOSTS,
        ),
        Shape(
            path=r"/ext/embed\.html",
            query={"id": r"(?P<id>\d{5,})"},
            canonical=_PAGE,
            hosts=("pinterest.com",),
            host=r"assets\.pinterest\.com",
        ),
        Shape(
            path=rf"/{_USER}(?:/(?:{_TABS}))?/?",
            canonical=_OWNER,
            native_id="{user}",
            hosts=("pinterest.*",),
            host=_HOSTS,
        ),
        Shape(
            path=rf"/{_USER}/(?P<board>(?!(?:{_TABS})(?:/|$))[^/]+)(?:/(?:pins|followers|more_ideas))?/?",
            canonical=_OWNER + "{board}/",
            native_id="{user}/{board}",
            hosts=("pinterest.*",),
            host=_HOSTS,
        ),
        Shape(
            path=rf"/{_USER}/(?P<board>[^/]+)/(?P<part>[^/]+)/?",
            canonical=_OWNER + "{board}/{part}/",
            native_id="{user}/{board}/{part}",
            hosts=("pinterest.*",),
            host=_HOSTS,
        ),
        Shape(
            path=r"/(?P<id>\w{5,})/?",
            canonical="https://pin.it/{id}",
            native_id="it/{id}",
            hosts=("pin.it",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="123456789012345678",
                canonical_url="https://www.pinterest.com/pin/123456789012345678/",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.pinterest.com/pin/123456789012345678/",
                "https://www.pinterest.es/pin/123456789012345678/?lp=true",
                "https://it.pinterest.com/pin/123456789012345678",
                "https://www.pinterest.co.uk/pin/our-river--123456789012345678/",
                "https://assets.pinterest.com/ext/embed.html?id=123456789012345678",
            )
        ),
        *(
            Example(
                url=url,
                native_id="ourschool/our-river",
                canonical_url="https://www.pinterest.com/ourschool/our-river/",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.pinterest.com/ourschool/our-river/?invite_code=1a2b",
                "http://pinterest.com/ourschool/our-river",
                "https://pl.pinterest.com/ourschool/our-river/pins/",
            )
        ),
        Example(
            url="https://www.pinterest.com/ourschool/our-river/spring/",
            native_id="ourschool/our-river/spring",
            canonical_url="https://www.pinterest.com/ourschool/our-river/spring/",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://www.pinterest.fr/ourschool/_saved/",
            native_id="ourschool",
            canonical_url="https://www.pinterest.com/ourschool/",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://pin.it/aB1cD2eF3",
            native_id="it/aB1cD2eF3",
            canonical_url="https://pin.it/aB1cD2eF3",
            kind=Kind.IMAGE,
        ),
    ),
    not_artefacts=(
        "https://www.pinterest.com/",
        "https://www.pinterest.com/pin/create/button/?url=https%3A%2F%2Fschool.example",
        "https://www.pinterest.com/ideas/rivers/912345678901/",
        "https://www.pinterest.com/search/pins/?q=river",
        "https://www.pinterest.com/login/",
        "https://assets.pinterest.com/js/pinit.js",
        "https://help.pinterest.com/en",
        "https://business.pinterest.com/en/ourschool/",
        "https://www.pinterest.com.example.org/pin/123456789012345678/",
        "https://mypinterest.com/pin/123456789012345678/",
    ),
    oembed="https://www.pinterest.com/oembed.json?url={url}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!\s*pinterest\b.*).+",
            source="expected of a public pin or board; not confirmed, 2026-11-25",
            inferred=True,
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
