"""Google Earth: projects that people made, and views of a place."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_EARTH = ("earth.google.com",)
_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-25"


PROVIDER = Provider(
    id="google-earth",
    name="Google Earth",
    kinds=(Kind.MAP,),
    hosts=("earth.google.com", "earth.app.goo.gl"),
    shapes=(
        Shape(
            path=r"/earth/(?:u/\d+/)?d/(?P<id>[\w-]{10,})(?:/.*)?",
            canonical="https://earth.google.com/earth/d/{id}",
            hosts=_EARTH,
        ),
        # A view; the project that it shows, if any, stands coded in ``data=``.
        Shape(
            path=r"/(?:u/\d+/)?web/(?:u/\d+/)?(?P<view>(?:@|data=|search/|place/)[^/](?:.*[^/])?)/*",
            canonical="https://earth.google.com/web/{view}",
            native_id="view/{digest}",
            hosts=_EARTH,
        ),
        Shape(
            path=r"/(?P<id>[\w-]{4,})/?",
            canonical="https://earth.app.goo.gl/{id}",
            native_id="app/{id}",
            hosts=("earth.app.goo.gl",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1AbCdEfGhIjKlMnOpQrSt",
                canonical_url="https://earth.google.com/earth/d/1AbCdEfGhIjKlMnOpQrSt",
                kind=Kind.MAP,
            )
            for url in (
                "https://earth.google.com/earth/d/1AbCdEfGhIjKlMnOpQrSt?usp=sharing",
                "https://earth.google.com/earth/u/0/d/1AbCdEfGhIjKlMnOpQrSt/edit",
            )
        ),
        *(
            Example(
                url=url,
                native_id="view/4b7c78bf002d293d",
                canonical_url="https://earth.google.com/web/@55.6,12.5,9.1a,1000d,35y,0h,45t,0r"
                "/data=Mj8KPQo7CiExSW52ZW50ZWQ",
                kind=Kind.MAP,
            )
            for url in (
                "https://earth.google.com/web/@55.6,12.5,9.1a,1000d,35y,0h,45t,0r"
                "/data=Mj8KPQo7CiExSW52ZW50ZWQ?authuser=0",
                "https://earth.google.com/u/1/web/@55.6,12.5,9.1a,1000d,35y,0h,45t,0r"
                "/data=Mj8KPQo7CiExSW52ZW50ZWQ",
            )
        ),
        Example(
            url="https://earth.google.com/web/search/Modena,+Italy/@44.6,10.9,34a,9000d,35y,0h,0t,0r",
            native_id="view/a9d2b84e377b363f",
            canonical_url="https://earth.google.com/web/search/Modena,+Italy"
            "/@44.6,10.9,34a,9000d,35y,0h,0t,0r",
            kind=Kind.MAP,
        ),
        Example(
            url="https://earth.app.goo.gl/aBcDeF",
            native_id="app/aBcDeF",
            canonical_url="https://earth.app.goo.gl/aBcDeF",
            kind=Kind.MAP,
        ),
    ),
    not_artefacts=(
        "https://earth.google.com/",
        "https://earth.google.com/web/",
        "https://www.google.com/earth/versions/",
        "https://earth.google.com/earth/document/icon?color=1976d2&id=2000&scale=4",
        "https://earth.google.com/earth/rpc/cc/icon?color=1976d2&id=2000&scale=4",
        "https://earth.google.com.example.org/earth/d/1AbCdEfGhIjKlMnOpQrSt",
    ),
    markers=(
        # Earth is one program for all its addresses; only a project's own name tells.
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!google earth\b).+",
            source="expected of an open project; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
