"""Issuu: documents shown as magazines."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_PUB = r"(?P<pub>[A-Za-z0-9_.-]+)"
_DOC = r"(?P<doc>[A-Za-z0-9_.-]+)"
_CANONICAL = "https://issuu.com/{pub}/docs/{doc}"
_NATIVE = "{pub}/{doc}"
_SOURCE = "feedsweep's Issuu rules, iframely's plugin, the oEmbed registry; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed and page; an embed known by its numbers alone has neither, only a shell."""
    if "/embed.html" in artefact.canonical_url:
        provider = replace(provider, oembed="", page_proves=False)
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="issuu",
    name="Issuu",
    kinds=(Kind.DOCUMENT,),
    hosts=("issuu.com",),
    shapes=(
        Shape(
            path=rf"/{_PUB}/docs/{_DOC}(?:/.*)?",
            canonical=_CANONICAL,
            native_id=_NATIVE,
            host=r"(?:www\.)?issuu\.com",
        ),
        Shape(
            path=rf"/{_PUB}/stacks/(?P<id>[0-9a-f]{{16,}})/?",
            canonical="https://issuu.com/{pub}/stacks/{id}",
            native_id="stacks/{id}",
            host=r"(?:www\.)?issuu\.com",
        ),
        # The anonymous form of the embed answers 403 to everybody; the document has its own page.
        Shape(
            path=r"/(?:(?:anonymous-)?embed|issuu-reader3-embed-files/[\w.]+/twittercard)\.html",
            query={"u": _PUB, "d": _DOC},
            canonical=_CANONICAL,
            native_id=_NATIVE,
            hosts=("e.issuu.com",),
        ),
        Shape(
            path=r"/embed\.html",
            query={"identifier": r"(?P<id>\w{6,})"},
            canonical="https://e.issuu.com/embed.html?identifier={id}",
            native_id="embed/{id}",
            hosts=("e.issuu.com",),
            without=("d",),
        ),
        Shape(
            path=r"/embed\.html",
            without=("d", "identifier"),
            fragment=r"(?P<id>\d+/\d+)",
            canonical="https://e.issuu.com/embed.html#{id}",
            native_id="embed/{id}",
            hosts=("e.issuu.com",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="ourschool/our_river",
                canonical_url="https://issuu.com/ourschool/docs/our_river",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://issuu.com/ourschool/docs/our_river",
                "https://issuu.com/ourschool/docs/our_river/12?ff",
                "https://e.issuu.com/embed.html?d=our_river&u=ourschool",
                "https://e.issuu.com/anonymous-embed.html?u=ourschool&d=our_river",
            )
        ),
        Example(
            url="https://e.issuu.com/embed.html?identifier=0abcd1efghij&embedType=script",
            native_id="embed/0abcd1efghij",
            canonical_url="https://e.issuu.com/embed.html?identifier=0abcd1efghij",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://e.issuu.com/embed.html#1234567/89012345",
            native_id="embed/1234567/89012345",
            canonical_url="https://e.issuu.com/embed.html#1234567/89012345",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://issuu.com/",
        "https://issuu.com/signin",
        "https://issuu.com/ourschool",
        "https://help.issuu.com/hc/en-us",
        "https://e.issuu.com/embed.html",
        "https://issuu.com.example.org/ourschool/docs/our_river",
    ),
    oembed="https://issuu.com/oembed?format=json&url={url}",
    page_proves=True,
    # A warning in the place of the pages; that a stranger may click it away proves nothing.
    markers=(
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.AGE_RESTRICTED,
            where="text",
            pattern=r"(?:explicit|adult|mature) content|18 years (?:of age )?or older",
            source="Issuu's flag for explicit content; wording expected, not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:publication|document) is (?:private|unpublished|not available)",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://issuu.com/iscience/docs/issue23",
        missing="https://issuu.com/iscience/docs/there_is_no_such_issue",
        source="the example of Issuu's oEmbed page and of WordPress; public code, 2026-11-24",
    ),
    source=_SOURCE,
)
