"""Prezi: presentations, Prezi videos and Prezi designs."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_HOSTS = r"(?:www\.)?prezi\.com"
# Two id spaces: 12 characters (new and classic), about 20 characters (view).
_ID = r"(?P<id>[a-z0-9_-]{12})"
_LONG = r"(?P<id>[A-Za-z0-9]{18,22})"
_P = "https://prezi.com/p/{id}/"
# Twelve letters that are a page of the company's.
_WORDS = (
    r"(?:presentation|integrations|testimonials|infographics|case-studies|data-privacy|sustainabili"
    r"|organization|partnerships|certificates|accessibilit|announcement|competitions|ambassadors-"
    r"|productivity|storytelling|achievements|professional|universities)"
)
_VIEW = "https://prezi.com/view/{id}/"
_SOURCE = "feedsweep's Prezi rules and iframely's plugin; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The embed page of a presentation; videos have oEmbed, designs only their page.

    ``/p/embed/ID`` asks everybody for a log-in (feedsweep), ``/p/ID/embed`` does not.
    """
    page = artefact.canonical_url
    if "/v/" not in page:
        provider = replace(provider, oembed="")
    if "/v/" in page or "/i/" in page:
        provider = replace(provider, probe="{canonical_url}")
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="prezi",
    name="Prezi",
    kinds=(
        Kind.PRESENTATION,
        Kind.VIDEO,
    ),
    hosts=("prezi.com",),
    shapes=(
        Shape(
            path=rf"/(?:p|view)/(?:edit/|embed/)?{_LONG}(?:/.*)?",
            canonical=_VIEW,
            native_id="view/{id}",
            host=_HOSTS,
        ),
        Shape(path=rf"/embed/{_LONG}/?", canonical=_VIEW, native_id="view/{id}", host=_HOSTS),
        Shape(path=rf"/(?:p|view)/(?:edit/|embed/)?{_ID}(?:/.*)?", canonical=_P, host=_HOSTS),
        Shape(path=rf"/embed/{_ID}/?", canonical=_P, host=_HOSTS),
        Shape(path=r"/bin/preziloader\.swf", query={"prezi_id": _ID}, canonical=_P, host=_HOSTS),
        Shape(
            path=r"/v/(?:view/|embed/)?(?P<id>[A-Za-z0-9_-]{10,22})(?:/.*)?",
            canonical="https://prezi.com/v/{id}/",
            native_id="v/{id}",
            host=_HOSTS,
            kind=Kind.VIDEO,
        ),
        Shape(
            path=r"/i/(?:view/|embed/)?(?P<id>[A-Za-z0-9_-]{10,22})(?:/.*)?",
            canonical="https://prezi.com/i/{id}/",
            native_id="i/{id}",
            host=_HOSTS,
        ),
        # Addresses of the classic editor; without a slug an id without a digit may be a word.
        Shape(
            path=r"/(?P<id>(?=[a-z_-]*\d)[a-z0-9_-]{12})(?:/[\w.%-]+)?/?", canonical=_P, host=_HOSTS
        ),
        Shape(path=rf"/(?!{_WORDS}/)(?P<id>[a-z_-]{{12}})/[\w.%-]+/?", canonical=_P, host=_HOSTS),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="a1b2c3d4e5_f",
                canonical_url="https://prezi.com/p/a1b2c3d4e5_f/",
                kind=Kind.PRESENTATION,
            )
            for url in (
                "https://prezi.com/p/a1b2c3d4e5_f/our-river/?present=1",
                "https://prezi.com/p/embed/a1b2c3d4e5_f/",
                "https://prezi.com/p/edit/a1b2c3d4e5_f/",
                "https://prezi.com/embed/a1b2c3d4e5_f/?bgcolor=ffffff",
                "https://prezi.com/a1b2c3d4e5_f/our-river/?utm_campaign=share",
            )
        ),
        Example(
            url="http://prezi.com/abcdefgh_jkl/our-river/",
            native_id="abcdefgh_jkl",
            canonical_url="https://prezi.com/p/abcdefgh_jkl/",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://prezi.com/view/aBcDeFgHiJkLmNoPqRsT/embed",
            native_id="view/aBcDeFgHiJkLmNoPqRsT",
            canonical_url="https://prezi.com/view/aBcDeFgHiJkLmNoPqRsT/",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://prezi.com/v/embed/a1b2c3d4e5_f/",
            native_id="v/a1b2c3d4e5_f",
            canonical_url="https://prezi.com/v/a1b2c3d4e5_f/",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://prezi.com/i/a1b2c3d4e5_f/our-poster/",
            native_id="i/a1b2c3d4e5_f",
            canonical_url="https://prezi.com/i/a1b2c3d4e5_f/",
            kind=Kind.PRESENTATION,
        ),
    ),
    not_artefacts=(
        "https://prezi.com/",
        "https://prezi.com/login/",
        "https://prezi.com/presentation/",
        "https://prezi.com/gallery/",
        "https://prezi.com/pricing/edu/",
        "https://support.prezi.com/hc/en-us",
        "https://prezi.com.example.org/p/a1b2c3d4e5_f/",
    ),
    oembed="https://prezi.com/v/oembed?url={url}",
    probe="{canonical_url}embed",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:prezi(?:\b.*)?)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="title",
            pattern=r"^(?!(?:prezi(?:\b.*)?|log in.*|sign (?:in|up).*"
            r"|.*\b(?:private|access denied|no access|not found|request access)\b.*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://prezi.com/inge-1qo_fm4/ideas-sobre-la-nueva-economia/",
        missing="https://prezi.com/zzzz-1qo_fm4/ideas-sobre-la-nueva-economia/",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
