"""OpenStreetMap: places on the map, embedded maps, single objects, routes and tracks."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_HOST = r"(?:www\.)?(?:openstreetmap|osm)\.org"
_HOME = r"/(?:index\.html)?"
_SITE = "https://www.openstreetmap.org/"
_DEGREES = r"[+-]?[0-9]{1,3}(?:\.[0-9]*)?"
_BOX = r"[0-9.,+\s-]{7,}"
_ROUTE = r"[0-9.,;+\s-]{7,}"
_SOURCE = (
    "OpenStreetMap's page template of embeds, embeds in public code, read 2026-11-25; "
    "other addresses as remembered"
)


def _of_home(query: dict[str, str], canonical: str, native_id: str) -> Shape:
    """A place on the map that the home page's query names."""
    return Shape(path=_HOME, query=query, canonical=canonical, native_id=native_id, host=_HOST)


PROVIDER = Provider(
    id="openstreetmap",
    name="OpenStreetMap",
    kinds=(Kind.MAP,),
    hosts=("openstreetmap.org", "osm.org"),
    shapes=(
        Shape(
            path=r"/export/embed\.html",
            query={"bbox": _BOX},
            canonical=_SITE + "export/embed.html",
            native_id="embed/{digest}",
            keep=("bbox", "layer", "marker"),
            host=_HOST,
        ),
        _of_home(
            {"mlat": rf"(?P<lat>{_DEGREES})", "mlon": rf"(?P<lon>{_DEGREES})"},
            _SITE + "?mlat={lat}&mlon={lon}",
            "marker/{lat}/{lon}",
        ),
        _of_home(
            {
                "lat": rf"(?P<lat>{_DEGREES})",
                "lon": rf"(?P<lon>{_DEGREES})",
                "zoom": r"(?P<zoom>[0-9]{1,2})",
            },
            _SITE + "#map={zoom}/{lat}/{lon}",
            "map/{zoom}/{lat}/{lon}",
        ),
        *(
            _of_home({form: r"(?P<id>[0-9]+)"}, f"{_SITE}{form}/{{id}}", f"{form}/{{id}}")
            for form in ("node", "way", "relation", "note")
        ),
        Shape(
            path=_HOME,
            fragment=rf"(?:.*&)?map=(?P<id>[0-9.]{{1,5}}/{_DEGREES}/{_DEGREES})(?:&.*)?",
            canonical=_SITE + "#map={id}",
            native_id="map/{id}",
            host=_HOST,
        ),
        Shape(
            path=_HOME,
            query={"bbox": _BOX},
            canonical=_SITE,
            native_id="box/{digest}",
            keep=("bbox",),
            host=_HOST,
        ),
        Shape(
            path=r"/(?:browse/)?(?P<form>node|way|relation|note)/(?P<id>\d+)/?",
            canonical=_SITE + "{form}/{id}",
            native_id="{form}/{id}",
            host=_HOST,
        ),
        # A route by its points; in older addresses by the words that were typed.
        *(
            Shape(
                path=r"/directions/?",
                query={name: pattern},
                canonical=_SITE + "directions",
                native_id="directions/{digest}",
                keep=("engine", "route", "from", "to"),
                host=_HOST,
            )
            for name, pattern in (("route", _ROUTE), ("to", r"(?s:.+)"))
        ),
        Shape(
            path=r"/user/(?P<user>[^/]+)/traces/(?P<id>\d+)/?",
            canonical=_SITE + "user/{user}/traces/{id}",
            native_id="traces/{id}",
            host=_HOST,
        ),
        Shape(
            path=r"/go/(?P<id>[\w~@=-]{2,})/?",
            canonical="https://osm.org/go/{id}",
            native_id="go/{id}",
            host=_HOST,
        ),
    ),
    examples=(
        Example(
            url="https://www.openstreetmap.org/export/embed.html?bbox=12.5%2C55.6%2C12.6%2C55.7"
            "&layer=mapnik&marker=55.65%2C12.55",
            native_id="embed/0e6d763d9be1f22f",
            canonical_url="https://www.openstreetmap.org/export/embed.html"
            "?bbox=12.5%2C55.6%2C12.6%2C55.7&layer=mapnik&marker=55.65%2C12.55",
            kind=Kind.MAP,
        ),
        *(
            Example(
                url=url,
                native_id="map/15/55.65/12.55",
                canonical_url="https://www.openstreetmap.org/#map=15/55.65/12.55",
                kind=Kind.MAP,
            )
            for url in (
                "https://www.openstreetmap.org/#map=15/55.65/12.55&layers=H",
                "http://openstreetmap.org#map=15/55.65/12.55",
                "http://www.openstreetmap.org/?lat=55.65&lon=12.55&zoom=15&layers=M",
                "https://osm.org/#layers=N&map=15/55.65/12.55",
            )
        ),
        Example(
            url="http://www.openstreetmap.org/?mlat=55.65&mlon=-12.55#map=15/55.6500/-12.5500",
            native_id="marker/55.65/-12.55",
            canonical_url="https://www.openstreetmap.org/?mlat=55.65&mlon=-12.55",
            kind=Kind.MAP,
        ),
        Example(
            url="https://www.openstreetmap.org/relation/1234567#map=12/55.65/12.55",
            native_id="relation/1234567",
            canonical_url="https://www.openstreetmap.org/relation/1234567",
            kind=Kind.MAP,
        ),
        Example(
            url="https://www.openstreetmap.org/directions?engine=fossgis_osrm_foot"
            "&route=55.65%2C12.55%3B55.66%2C12.56#map=15/55.65/12.55",
            native_id="directions/daddb46e26b2c337",
            canonical_url="https://www.openstreetmap.org/directions?engine=fossgis_osrm_foot"
            "&route=55.65%2C12.55%3B55.66%2C12.56",
            kind=Kind.MAP,
        ),
        Example(
            url="https://osm.org/go/0BPIK~Q-?m=",
            native_id="go/0BPIK~Q-",
            canonical_url="https://osm.org/go/0BPIK~Q-",
            kind=Kind.MAP,
        ),
    ),
    not_artefacts=(
        "https://www.openstreetmap.org/",
        "https://www.openstreetmap.org/copyright",
        "https://www.openstreetmap.org/login",
        "https://www.openstreetmap.org/search?query=river#map=5/55.6/12.5",
        "https://www.openstreetmap.org/export/embed.html",
        "https://www.openstreetmap.org/user/ourteacher",
        "https://wiki.openstreetmap.org/wiki/Main_Page",
        "https://tile.openstreetmap.org/5/15/10.html",
        "https://www.openstreetmap.org.example.org/relation/1234567",
    ),
    markers=(
        # The box comes from the address, and the map in it is everybody's.
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="title",
            pattern=r"^OpenStreetMap Embedded$",
            source="OpenStreetMap's page template export/embed.html.erb; read 2026-11-25",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="body",
            pattern=r"<div id=[\"']?map[\"' >]",
            source="expected of every page with the map; not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.openstreetmap.org/?lat=48.12446&lon=16.42282&zoom=15&layers=M",
        missing="https://www.openstreetmap.org/?lat=48.00000&lon=16.42282&zoom=15&layers=M",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
