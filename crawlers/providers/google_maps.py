"""Google Maps: places, routes, embedded maps, and maps that people drew (My Maps)."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_MID = r"(?P<id>(?a:[\w.-]{5,}))"
_MY_MAP = "https://www.google.com/maps/d/viewer?mid={id}"
_QUERY = r"(?s:.+)"
_SOURCE = "iframely's rule for My Maps and addresses in public code; read 2026-11-23"

PROVIDER = Provider(
    id="google-maps",
    name="Google Maps",
    kinds=(Kind.MAP,),
    hosts=("google.*", "maps.app.goo.gl", "goo.gl"),
    shapes=(
        Shape(
            path=r"/(?P<id>[\w-]{5,})/?",
            canonical="https://maps.app.goo.gl/{id}",
            native_id="app/{id}",
            hosts=("maps.app.goo.gl",),
        ),
        Shape(
            path=r"/maps/(?P<id>[\w-]{3,})/?",
            canonical="https://goo.gl/maps/{id}",
            native_id="goo/{id}",
            hosts=("goo.gl",),
        ),
        Shape(
            path=r"/(?:maps/d|mymaps)/(?:u/\d+/)?(?:viewer|embed|edit|view|mp|drive|print|kml)?/?",
            query={"mid": _MID},
            canonical=_MY_MAP,
            native_id="d/{id}",
            hosts=("google.*",),
        ),
        # My Maps until 2014 (Maps Engine Lite).
        Shape(
            path=r"/map/(?:u/\d+/)?(?:viewer|embed|edit|view)/?",
            query={"mid": _MID},
            canonical=_MY_MAP,
            native_id="d/{id}",
            hosts=("mapsengine.google.com",),
        ),
        Shape(
            path=r"/maps/ms/?",
            query={"msid": _MID},
            canonical="https://www.google.com/maps/ms?msid={id}",
            native_id="ms/{id}",
            hosts=("google.*",),
        ),
        Shape(
            path=r"/maps/embed/?",
            query={"pb": _QUERY},
            canonical="https://www.google.com/maps/embed",
            native_id="embed/{digest}",
            keep=("pb",),
            hosts=("google.*",),
        ),
        # The key belongs to the site that embeds the map; without it the map does not open.
        Shape(
            path=r"/maps/embed/v1/(?P<form>\w+)/?",
            query={"key": _QUERY},
            canonical="https://www.google.com/maps/embed/v1/{form}",
            native_id="embed/{digest}",
            keep=("key", "q", "origin", "destination", "center", "location", "pano", "zoom"),
            hosts=("google.*",),
        ),
        Shape(
            path=r"/maps/(?:preview/)?(?P<form>place/|dir/|search/|@)(?P<rest>.+)",
            canonical="https://www.google.com/maps/{form}{rest}",
            native_id="view/{digest}",
            hosts=("google.*",),
        ),
        Shape(
            path=r"/maps/preview/?",
            fragment=r"!?(?P<place>.+)",
            canonical="https://www.google.com/maps/preview#{place}",
            native_id="view/{digest}",
            hosts=("google.*",),
        ),
        *(
            Shape(
                path=r"(?:/maps(?:/place|/search|/dir)?)?/?",
                query={name: _QUERY} | extra,
                canonical="https://www.google.com/maps",
                native_id="view/{digest}",
                keep=("q", "query", "daddr", "saddr", "destination", "origin", "ll", "cid"),
                hosts=("google.*",),
                host=host,
            )
            for names, extra, host in (
                (("q", "ll", "cid", "daddr"), {}, r"maps\.google\.[a-z.]+"),
                (("q", "ll", "cid", "daddr"), {"output": "(?:svembed|embed)"}, None),
            )
            for name in names
        ),
        *(
            Shape(
                path=r"/maps(?:/place|/search|/dir)?/?",
                query={name: _QUERY},
                canonical="https://www.google.com/maps",
                native_id="view/{digest}",
                keep=("q", "query", "daddr", "saddr", "destination", "origin", "ll", "cid"),
                hosts=("google.*",),
            )
            for name in ("q", "query", "ll", "cid", "daddr", "destination")
        ),
    ),
    examples=(
        Example(
            url="https://www.google.com/maps/d/u/0/embed?mid=1AbCdEfGhIjKlMnOp&ll=55.6,12.5&z=5",
            native_id="d/1AbCdEfGhIjKlMnOp",
            canonical_url="https://www.google.com/maps/d/viewer?mid=1AbCdEfGhIjKlMnOp",
            kind=Kind.MAP,
        ),
        Example(
            url="https://www.google.dk/maps/d/edit?mid=1AbCdEfGhIjKlMnOp&usp=sharing",
            native_id="d/1AbCdEfGhIjKlMnOp",
            canonical_url="https://www.google.com/maps/d/viewer?mid=1AbCdEfGhIjKlMnOp",
            kind=Kind.MAP,
        ),
        Example(
            url="https://maps.google.it/maps?q=Modena&output=embed",
            native_id="view/b429a155b67839f9",
            canonical_url="https://www.google.com/maps?q=Modena",
            kind=Kind.MAP,
        ),
        Example(
            url="https://mapsengine.google.com/map/u/0/viewer?mid=zAbCdEfGhI.kJkLmNoPqRsT",
            native_id="d/zAbCdEfGhI.kJkLmNoPqRsT",
            canonical_url="https://www.google.com/maps/d/viewer?mid=zAbCdEfGhI.kJkLmNoPqRsT",
            kind=Kind.MAP,
        ),
        Example(
            url="https://maps.app.goo.gl/AbCdEfGh1234",
            native_id="app/AbCdEfGh1234",
            canonical_url="https://maps.app.goo.gl/AbCdEfGh1234",
            kind=Kind.MAP,
        ),
    ),
    not_artefacts=(
        "https://www.google.com/maps",
        "https://maps.google.com/",
        "https://www.google.com/search?q=maps",
        "https://maps.googleapis.com/maps/api/js?key=abc",
        "https://www.google.com.example.org/maps/d/viewer?mid=1AbCdEfGhIjKlMnOp",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r".+",
            source="expected of shared places and My Maps; not confirmed",
            inferred=True,
        ),
        # Plain maps are public by nature; this tells the embedded map from an error page.
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="body",
            pattern=r"\binitEmbed\(\s*\[",
            source="several programs in public code read the map's data from this call in the "
            "answer to an embedded map; read 2026-11-25",
        ),
    ),
    live=Live(
        public="https://www.google.com/maps/d/viewer?mid=zkaGBGYwQzao.kWqUdP2InpAI",
        missing="https://www.google.com/maps/d/viewer?mid=zkaGBGZzZzzz.kWqUdP2InpAI",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
