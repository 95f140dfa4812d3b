"""Europeana: items of Europe's museums, libraries and archives, and galleries of them."""

from urllib.parse import quote

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Probe, Provider, Shape
from crawlers.providers.flow import oembed_says_public, page_flow

_LANGUAGE = r"(?:/[a-z]{2})?"
# A dataset's number, which may go on with letters, and the name of one item in it.
_SET = r"(?P<set>\d\w{0,40})"
_ITEM = rf"{_SET}/(?P<id>[\w~.%:-]+?)"
_CANONICAL = "https://www.europeana.eu/item/{set}/{id}"
_NATIVE = "{set}/{id}"
_SITE = r"(?:(?:www|classic|proxy|preview)\.)?europeana\.eu"
_OEMBED = "https://oembed.europeana.eu/?format=json&url="
_SOURCE = (
    "the portal's own source, whose embed form asks oembed.europeana.eu about an item by its "
    "data.europeana.eu address, and addresses in public code; read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed knows an item by its data address; galleries have none.

    Not every item may be shown elsewhere, so only the page tells what is not there.
    """
    if not artefact.native_id.startswith("set/"):
        data = f"http://data.europeana.eu/item/{artefact.native_id}"
        told = (yield Probe(url=_OEMBED + quote(data, safe=""))).capture
        if oembed_says_public(told):
            return told.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    return (yield from page_flow(provider, artefact.canonical_url))


PROVIDER = Provider(
    id="europeana",
    name="Europeana",
    kinds=(Kind.IMAGE,),
    hosts=("europeana.eu",),
    shapes=(
        Shape(
            path=rf"{_LANGUAGE}/item/{_ITEM}(?:\.html)?/?",
            canonical=_CANONICAL,
            native_id=_NATIVE,
            host=rf"{_SITE}|data\.europeana\.eu",
        ),
        # The portal before 2020, and the addresses that it gave out for good.
        Shape(
            path=rf"(?:/portal)?{_LANGUAGE}/(?:resolve/)?record/{_ITEM}(?:\.(?:html|json))?/?",
            canonical=_CANONICAL,
            native_id=_NATIVE,
            host=_SITE,
        ),
        Shape(
            path=rf"/{_ITEM}/?",
            canonical=_CANONICAL,
            native_id=_NATIVE,
            hosts=("embed.europeana.eu",),
        ),
        Shape(
            path=r"/?",
            query={
                "url": r"https?://(?:data|www)\.europeana\.eu(?:/[a-z]{2})?/item/"
                r"(?P<set>(?a:\d\w{0,40}))/(?P<id>(?a:[\w~.:-]+))/?"
            },
            canonical=_CANONICAL,
            native_id=_NATIVE,
            hosts=("oembed.europeana.eu",),
        ),
        # A gallery that a member made.
        Shape(
            path=rf"{_LANGUAGE}/(?:set|galleries)/(?P<id>\d+)(?:-[^/]*)?/?",
            canonical="https://www.europeana.eu/set/{id}",
            native_id="set/{id}",
            host=rf"{_SITE}|data\.europeana\.eu",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="123/_RIVER_000184623",
                canonical_url="https://www.europeana.eu/item/123/_RIVER_000184623",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.europeana.eu/en/item/123/_RIVER_000184623?q=river",
                "https://www.europeana.eu/item/123/_RIVER_000184623",
                "http://data.europeana.eu/item/123/_RIVER_000184623",
                "https://www.europeana.eu/portal/en/record/123/_RIVER_000184623.html?q=x",
                "http://www.europeana.eu/portal/record/123/_RIVER_000184623.html",
                "http://www.europeana.eu/resolve/record/123/_RIVER_000184623",
                "https://embed.europeana.eu/123/_RIVER_000184623",
                "https://oembed.europeana.eu/?url=http%3A%2F%2Fdata.europeana.eu%2Fitem%2F123"
                "%2F_RIVER_000184623&format=json",
            )
        ),
        *(
            Example(
                url=url,
                native_id="set/456",
                canonical_url="https://www.europeana.eu/set/456",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.europeana.eu/en/set/456",
                "https://www.europeana.eu/da/galleries/456-our-river",
            )
        ),
    ),
    not_artefacts=(
        "https://www.europeana.eu/",
        "https://www.europeana.eu/en",
        "https://www.europeana.eu/en/collections",
        "https://www.europeana.eu/en/search?query=river",
        "https://www.europeana.eu/en/account/login",
        "http://www.europeana.eu/schemas/edm/",
        "https://pro.europeana.eu/page/apis",
        "https://www.europeana.eu.example.org/en/item/123/_RIVER_000184623",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:europeana(?:\b.*)?|.*not found.*)\s*$).+",
            source="expected of a public item; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
