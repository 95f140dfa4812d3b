"""Canva: designs, the videos made of them, and sites."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Probe, Provider, Shape
from crawlers.providers.flow import common_flow, oembed_says_public, oembed_url

_HOSTS = r"(?:www\.)?canva\.com"
_ID = r"(?:/[a-z]{2}[_-][a-z\d]{2,4})?/design/(?P<id>DA[A-Za-z0-9_-]{5,12})"
# The id alone opens nothing; the token is the key of a shared link.
_KEY = r"(?P<token>[A-Za-z0-9_-]{10,})"
_WATCH = "https://www.canva.com/design/{id}/{token}/watch"
_VIEW = "https://www.canva.com/design/{id}/{token}/view"
_SITE = r"(?!(?:www|my)\.)[\w-]+(?:\.my)?\.canva\.site"
_SOURCE = (
    "feedsweep's Canva rules (a challenge to every client), the oEmbed registry; read 2026-11-23"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed and page of a design; a site is proved by its page, a short address by nothing.

    The page of a design is an app's shell, often behind a challenge (403) that says nothing.
    oEmbed is registered for ``/view`` only, so its "not found" counts for nothing else.
    """
    page = artefact.canonical_url
    if page.endswith("/watch"):
        view = artefact.model_copy(update={"canonical_url": page.removesuffix("watch") + "view"})
        first = (yield Probe(url=oembed_url(provider, view))).capture
        if oembed_says_public(first):
            return first.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    if not page.endswith("/view") or "/design/" not in page:
        provider = replace(provider, oembed="", page_proves=artefact.kind is Kind.SITE)
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="canva",
    name="Canva",
    kinds=(
        Kind.PRESENTATION,
        Kind.VIDEO,
        Kind.SITE,
    ),
    hosts=(
        "canva.com",
        "canva.site",
        "canva.link",
    ),
    shapes=(
        Shape(path=rf"{_ID}/{_KEY}/watch/?", canonical=_WATCH, host=_HOSTS, kind=Kind.VIDEO),
        Shape(path=rf"{_ID}/{_KEY}(?:/[\w-]+)?/?", canonical=_VIEW, host=_HOSTS),
        Shape(
            path=rf"{_ID}/watch/?",
            canonical="https://www.canva.com/design/{id}/watch",
            host=_HOSTS,
            kind=Kind.VIDEO,
        ),
        Shape(
            path=rf"{_ID}(?:/[a-z-]{{1,9}})?/?",
            canonical="https://www.canva.com/design/{id}/view",
            host=_HOSTS,
        ),
        Shape(
            path=r"/(?P<page>[A-Za-z0-9][\w-]*(?:/[\w-]+)*)?/?",
            canonical="https://{host}/{page}",
            native_id="{host}/{page}",
            host=_SITE,
            kind=Kind.SITE,
        ),
        Shape(
            path=r"/(?P<id>[\w-]{6,})/?",
            canonical="https://canva.link/{id}",
            native_id="link/{id}",
            hosts=("canva.link",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="DAGabcdEF12",
                canonical_url="https://www.canva.com/design/DAGabcdEF12/a1B2c3D4e5F6g7H8i9J0kL/view",
                kind=Kind.PRESENTATION,
            )
            for url in (
                "https://www.canva.com/design/DAGabcdEF12/a1B2c3D4e5F6g7H8i9J0kL/view?utm_content=DAGabcdEF12&utm_source=sharebutton",
                "https://www.canva.com/design/DAGabcdEF12/a1B2c3D4e5F6g7H8i9J0kL/view?embed",
                "https://www.canva.com/design/DAGabcdEF12/a1B2c3D4e5F6g7H8i9J0kL/edit",
            )
        ),
        Example(
            url="https://www.canva.com/design/DAGabcdEF12/a1B2c3D4e5F6g7H8i9J0kL/watch?embed",
            native_id="DAGabcdEF12",
            canonical_url="https://www.canva.com/design/DAGabcdEF12/a1B2c3D4e5F6g7H8i9J0kL/watch",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.canva.com/design/DAGabcdEF12/view",
            native_id="DAGabcdEF12",
            canonical_url="https://www.canva.com/design/DAGabcdEF12/view",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://ourriver.my.canva.site/results#page-2",
            native_id="ourriver.my.canva.site/results",
            canonical_url="https://ourriver.my.canva.site/results",
            kind=Kind.SITE,
        ),
        Example(
            url="https://canva.link/a1b2c3d4e5",
            native_id="link/a1b2c3d4e5",
            canonical_url="https://canva.link/a1b2c3d4e5",
            kind=Kind.PRESENTATION,
        ),
    ),
    not_artefacts=(
        "https://www.canva.com/",
        "https://www.canva.com/login",
        "https://www.canva.com/templates/",
        "https://www.canva.com/design/play",
        "https://document-export.canva.com/design/DAGabcdEF12/a1B2c3D4e5F6g7H8i9J0kL/view",
        "https://www.canva.com.example.org/design/DAGabcdEF12/view",
    ),
    oembed="https://www.canva.com/_oembed?url={url}",
    flow=flow,
    own_domains=True,
    live=Live(
        public="https://www.canva.com/design/DAHLowacSd4/Iib_p9ZXNzXpiYJosyMbIw/view?embed",
        missing="https://www.canva.com/design/DAHLozzzZz9/Iib_p9ZXNzXpiYJosyMbIw/view?embed",
        source="an example in feedsweep's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
