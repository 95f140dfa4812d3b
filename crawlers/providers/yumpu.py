"""Yumpu: documents shown as magazines."""

import re
from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_LANGUAGE = r"(?:/[a-z]{2})?"
_KNOWN = re.compile(r"/document/view/\d+/.")

_SOURCE = "the oEmbed registry and addresses in public code; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed and page; oEmbed knows only view addresses with their slug."""
    if not _KNOWN.search(artefact.canonical_url):
        provider = replace(provider, oembed="")
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="yumpu",
    name="Yumpu",
    kinds=(Kind.DOCUMENT,),
    hosts=("yumpu.com",),
    shapes=(
        # The language is that of the frame only; "xx" is the site's own word for none.
        Shape(
            path=rf"{_LANGUAGE}/document/(?:view|read|fullscreen|download)/(?P<id>\d+)(?P<slug>/[\w.%-]+)?(?:/.*)?",
            canonical="https://www.yumpu.com/xx/document/view/{id}{slug}",
        ),
        Shape(
            path=rf"{_LANGUAGE}/embed/view/(?P<id>\w+)/?",
            canonical="https://www.yumpu.com/xx/embed/view/{id}",
            native_id="embed/{id}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="51234567",
                canonical_url="https://www.yumpu.com/xx/document/view/51234567/our-river",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://www.yumpu.com/en/document/view/51234567/our-river",
                "https://www.yumpu.com/de/document/read/51234567/our-river/4",
            )
        ),
        Example(
            url="https://www.yumpu.com/en/document/read/51234567",
            native_id="51234567",
            canonical_url="https://www.yumpu.com/xx/document/view/51234567",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://www.yumpu.com/en/embed/view/aB1cD2eF3gH4iJ5k",
            native_id="embed/aB1cD2eF3gH4iJ5k",
            canonical_url="https://www.yumpu.com/xx/embed/view/aB1cD2eF3gH4iJ5k",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://www.yumpu.com/",
        "https://www.yumpu.com/en/",
        "https://www.yumpu.com/user/ourschool",
        "https://www.yumpu.com/en/browse/user",
        "https://www.yumpu.com.example.org/en/document/view/51234567/our-river",
    ),
    oembed="https://www.yumpu.com/services/oembed?format=json&url={url}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:yumpu(?:\b.*)?)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
