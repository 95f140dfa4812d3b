"""The platform itself: other TwinSpaces and their pages, and what was uploaded to them."""

from crawlers.model import Artefact, Kind
from crawlers.providers.base import Example, Flow, Provider, Shape
from crawlers.providers.delivery import EXTENSIONS, file_flow, pattern
from crawlers.providers.flow import common_flow

_ESEP = ("school-education.ec.europa.eu",)
_LEGACY = ("twinspace.etwinning.net",)
_LANGUAGE = r"(?:/[a-z]{2}(?:-[a-z]{2,4})?)?"
_STEP = r"[\w%.~+-]+"
_SOURCE = (
    "157 addresses of public TwinSpaces and pages read in stored copies; uploads by one legacy "
    "picture and Drupal's two file systems; read 2026-11-23"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """A page or a file. A refusal without words stays undetermined: the crawl may explain it."""
    if artefact.kind is Kind.SITE:
        return (yield from common_flow(provider, artefact))
    return (yield from file_flow(provider, artefact))


def _pages(area: str, native_id: str) -> tuple[Shape, Shape]:
    """A TwinSpace's home and its inner pages below one area of the platform."""
    start = rf"{_LANGUAGE}/{area}/projects/(?P<slug>{_STEP})/twinspace"
    home = f"https://school-education.ec.europa.eu/en/{area}/projects/{{slug}}/twinspace"
    return (
        Shape(path=rf"{start}(?:/home)?/?", canonical=home, native_id=native_id, hosts=_ESEP),
        Shape(
            path=rf"{start}/(?P<rest>(?!home/?$|edit/?$|login/?$){_STEP}(?:/{_STEP})*)/?",
            canonical=f"{home}/{{rest}}",
            native_id=f"{native_id}/{{rest}}",
            hosts=_ESEP,
        ),
    )


def _uploads(kind: Kind) -> tuple[Shape, Shape]:
    """Uploaded files of one kind; ``itok`` opens a scaled picture that was not made yet."""
    name = rf"[^/]+\.{pattern(kind)}"
    return (
        Shape(
            path=rf"{_LANGUAGE}/(?P<path>(?:sites/[^/]+/files|system/files)/(?:[^/]+/)*{name})",
            canonical="https://school-education.ec.europa.eu/{path}",
            native_id="{path}",
            hosts=_ESEP,
            keep=("itok",),
            kind=kind,
        ),
        Shape(
            path=rf"/(?P<path>files/(?:[^/]+/)*{name})",
            canonical="https://twinspace.etwinning.net/{path}",
            native_id="{path}",
            hosts=_LEGACY,
            kind=kind,
        ),
    )


PROVIDER = Provider(
    id="twinspace",
    name="TwinSpace",
    kinds=(Kind.SITE, *EXTENSIONS),
    hosts=(*_ESEP, *_LEGACY, "new-twinspace.etwinning.net"),
    shapes=(
        *_pages("etwinning", "{slug}"),
        *_pages("networking", "networking/{slug}"),
        Shape(
            path=r"/(?P<id>\d+)(?:/home)?/?",
            canonical="https://twinspace.etwinning.net/{id}",
            hosts=_LEGACY,
        ),
        Shape(
            path=rf"/(?P<id>\d+/(?!home/?$){_STEP}(?:/{_STEP})*)/?",
            canonical="https://twinspace.etwinning.net/{id}",
            hosts=_LEGACY,
        ),
        # The first generation (2009-2014).
        Shape(
            path=rf"/web/(?P<id>p\d+(?:/{_STEP})*)/?",
            canonical="http://new-twinspace.etwinning.net/web/{id}",
            hosts=("new-twinspace.etwinning.net",),
        ),
        Shape(
            path=r"/c/portal/layout",
            query={"p_l_id": r"(?P<id>\d+)"},
            canonical="http://new-twinspace.etwinning.net/c/portal/layout?p_l_id={id}",
            native_id="layout/{id}",
            hosts=("new-twinspace.etwinning.net",),
        ),
        *(shape for kind in EXTENSIONS for shape in _uploads(kind)),
    ),
    examples=(
        Example(
            url="https://school-education.ec.europa.eu/es/etwinning/projects/our-river-0/twinspace?type=1",
            native_id="our-river-0",
            canonical_url="https://school-education.ec.europa.eu/en/etwinning/projects/our-river-0/twinspace",
            kind=Kind.SITE,
        ),
        Example(
            url="https://school-education.ec.europa.eu/hy/etwinning/projects/our-river-0/twinspace/pages/results",
            native_id="our-river-0/pages/results",
            canonical_url="https://school-education.ec.europa.eu/en/etwinning/projects/our-river-0/twinspace/pages/results",
            kind=Kind.SITE,
        ),
        Example(
            url="http://twinspace.etwinning.net/98765/home",
            native_id="98765",
            canonical_url="https://twinspace.etwinning.net/98765",
            kind=Kind.SITE,
        ),
        Example(
            url="https://twinspace.etwinning.net/98765/pages/page/123456",
            native_id="98765/pages/page/123456",
            canonical_url="https://twinspace.etwinning.net/98765/pages/page/123456",
            kind=Kind.SITE,
        ),
        *(
            Example(
                url=f"https://school-education.ec.europa.eu/system/files/2025-05/river.{name}?v=2",
                native_id=f"system/files/2025-05/river.{name}",
                canonical_url=f"https://school-education.ec.europa.eu/system/files/2025-05/river.{name}",
                kind=kind,
            )
            for kind, (name, *_) in EXTENSIONS.items()
        ),
        Example(
            url="https://school-education.ec.europa.eu/sites/default/files/styles/oe_theme_full_width"
            "/public/2025-05/river.PNG?itok=aBcDeFgH",
            native_id="sites/default/files/styles/oe_theme_full_width/public/2025-05/river.PNG",
            canonical_url="https://school-education.ec.europa.eu/sites/default/files/styles"
            "/oe_theme_full_width/public/2025-05/river.PNG?itok=aBcDeFgH",
            kind=Kind.IMAGE,
        ),
        Example(
            url="http://twinspace.etwinning.net/files/collabspace/5/65/765/98765/images/ba77953d8.jpg",
            native_id="files/collabspace/5/65/765/98765/images/ba77953d8.jpg",
            canonical_url="https://twinspace.etwinning.net/files/collabspace/5/65/765/98765/images/ba77953d8.jpg",
            kind=Kind.IMAGE,
        ),
    ),
    not_artefacts=(
        "https://school-education.ec.europa.eu/",
        "https://school-education.ec.europa.eu/pupil-login",
        "https://school-education.ec.europa.eu/en/etwinning/projects/our-river-0",
        "https://school-education.ec.europa.eu/nb/etwinning/support/twinspaces-and-groups",
        "https://twinspace.etwinning.net/login",
        "https://twinspace.etwinning.net/about",
        "https://www.example.org/en/etwinning/projects/our-river-0/twinspace",
        "https://school-education.ec.europa.eu.example.org/en/etwinning/projects/our-river-0/twinspace",
    ),
    # Page texts stood in copies made without a browser, so the page itself is in the answer.
    page_proves=True,
    flow=flow,
    source=_SOURCE,
)
