"""Infogram: charts, maps and infographics."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_PAGE = r"(?:www\.)?infogram\.com"
_SHORT = r"(?:(?:www|e)\.)?infogr\.am"
_FRAME = r"e\.infogram\.com"
_ANY = rf"{_PAGE}|{_SHORT}|{_FRAME}"
# Three id spaces: the public one, which ends the slug, a UUID, and ``_/`` of the frames.
_PUBLIC = r"(?P<slug>(?:[\w%.-]*-)?)(?P<id>1[a-z0-9]{11,39})"
_UUID = r"(?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
_OLD = r"(?P<id>(?!js$|css$|api$|oembed$|favicon)[\w%-]{3,})"
_TELLING = r"(?P<id>[\w%-]+(?:_[\w%-]+|-\d{3,}))"
_WORDS = (
    "about|app|blog|brand|career\\w*|charts?|contact|create|customers|dashboards?|examples?|faq"
    "|features?|for|help|infographics?|jobs|language|login|maps?|page|pricing|privacy|public"
    "|register|reports?|signup|slides|social|support|teams?|templates?|terms|upgrade|user\\w*"
)
_SOURCE = (
    "the oEmbed registry, the Moodle multi-embed filter and addresses in public code; "
    "read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed is asked for pages of today alone: it need not know frames and old addresses."""
    if not artefact.canonical_url.startswith("https://infogram.com/"):
        provider = replace(provider, oembed="")
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="infogram",
    name="Infogram",
    kinds=(Kind.IMAGE,),
    hosts=("infogram.com", "infogr.am"),
    shapes=(
        Shape(
            path=r"/_/(?P<id>[A-Za-z0-9]{10,})/?",
            canonical="https://e.infogram.com/_/{id}",
            native_id="_/{id}",
            host=_ANY,
        ),
        Shape(path=rf"/{_UUID}/?", canonical="https://infogram.com/{id}", host=_ANY),
        Shape(path=rf"/{_PUBLIC}/?", canonical="https://infogram.com/{slug}{id}", host=_ANY),
        # Before 2017 a chosen name was all of the address.
        Shape(
            path=rf"/(?!(?:{_WORDS})/?$){_OLD}/?",
            canonical="https://infogr.am/{id}",
            host=rf"{_SHORT}|{_FRAME}",
        ),
        Shape(
            path=rf"/(?!(?:{_WORDS})[-_/]){_TELLING}/?",
            canonical="https://infogr.am/{id}",
            host=_PAGE,
        ),
        # The editor: a stranger is sent to the log-in.
        Shape(
            path=r"/app/?",
            fragment=rf"!?/?edit/{_UUID}(?:/.*)?",
            canonical="https://infogram.com/{id}",
            host=_PAGE,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1hxr4zxa1b2c3d4",
                canonical_url="https://infogram.com/our-river-1hxr4zxa1b2c3d4",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://infogram.com/our-river-1hxr4zxa1b2c3d4",
                "https://infogram.com/our-river-1hxr4zxa1b2c3d4?live",
                "https://infogr.am/our-river-1hxr4zxa1b2c3d4",
                "https://e.infogram.com/our-river-1hxr4zxa1b2c3d4?src=embed#async_embed",
            )
        ),
        *(
            Example(
                url=url,
                native_id="0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                canonical_url="https://infogram.com/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://e.infogram.com/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d?src=embed",
                "https://infogram.com/app/#/edit/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
            )
        ),
        Example(
            url="https://e.infogram.com/_/aB3dE6gH9jKlMn0pQrSt"
            "?parent_url=https%3A%2F%2Fschool.example.org%2F&src=embed#async_embed",
            native_id="_/aB3dE6gH9jKlMn0pQrSt",
            canonical_url="https://e.infogram.com/_/aB3dE6gH9jKlMn0pQrSt",
            kind=Kind.IMAGE,
        ),
        Example(
            url="http://e.infogr.am/our_river?src=embed",
            native_id="our_river",
            canonical_url="https://infogr.am/our_river",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://infogram.com/our_river",
            native_id="our_river",
            canonical_url="https://infogr.am/our_river",
            kind=Kind.IMAGE,
        ),
    ),
    not_artefacts=(
        "https://infogram.com/",
        "https://infogram.com/login",
        "https://infogram.com/pricing",
        "https://infogram.com/examples/charts",
        "https://infogram.com/templates",
        "https://e.infogram.com/js/dist/embed-loader-min.js",
        "https://support.infogram.com/hc/en-us",
        "https://infogram.com.example.org/our-river-1hxr4zxa1b2c3d4",
    ),
    oembed="https://infogram.com/oembed?format=json&url={url}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:infogram(?:\b.*)?|log ?in.*|sign (?:in|up).*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:project|infographic|content) is private",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://e.infogram.com/browser_market_share_totals?src=embed",
        missing="https://e.infogram.com/bzzzzzz_market_share_totals?src=embed",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
