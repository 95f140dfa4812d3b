"""uMap: maps drawn over OpenStreetMap, on the servers of several communities."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_FRENCH = ("umap.openstreetmap.fr", "u.osmfr.org")
_OTHERS = (
    "umap.openstreetmap.de",
    "umap.openstreetmap.co",
    "umap.osm.ch",
    "umap.openstreetmap.jp",
    "umap.incubateur.anct.gouv.fr",
)
# The number names the map; the slug before it follows the map's title. The link that lets
# somebody edit an anonymous map carries a signature after the number.
_PATH = (
    r"(?:/[a-z]{2,3}(?:-[A-Za-z]{2,4})?)?"
    r"/(?:m/|map/(?:[^/]*_|anonymous-edit/))(?P<id>\d+)(?:(?::|%3A)[^/]*)?/?"
)
_SOURCE = "uMap's own source code (addresses, decorators, page template); read 2026-11-25"

PROVIDER = Provider(
    id="umap",
    name="uMap",
    kinds=(Kind.MAP,),
    hosts=(*_FRENCH, *_OTHERS),
    shapes=(
        Shape(path=_PATH, canonical="https://umap.openstreetmap.fr/m/{id}/", hosts=_FRENCH),
        # Each server counts its own maps.
        Shape(
            path=_PATH, canonical="https://{host}/m/{id}/", native_id="{host}/{id}", hosts=_OTHERS
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="123456",
                canonical_url="https://umap.openstreetmap.fr/m/123456/",
                kind=Kind.MAP,
            )
            for url in (
                "https://umap.openstreetmap.fr/fr/map/notre-riviere_123456?scaleControl=false",
                "http://umap.openstreetmap.fr/pt-br/map/nosso-rio_2024_123456#11/-16.4/-68.1",
                "https://umap.openstreetmap.fr/da/map/vores-%C3%A5_123456?edit",
                "http://u.osmfr.org/m/123456/",
                "https://umap.openstreetmap.fr/en/map/anonymous-edit/123456:aB3-dE_6",
            )
        ),
        Example(
            url="https://umap.openstreetmap.de/de/map/unser-fluss_123456",
            native_id="umap.openstreetmap.de/123456",
            canonical_url="https://umap.openstreetmap.de/m/123456/",
            kind=Kind.MAP,
        ),
    ),
    not_artefacts=(
        "https://umap.openstreetmap.fr/",
        "https://umap.openstreetmap.fr/es/",
        "https://umap.openstreetmap.fr/en/map/new/",
        "https://umap.openstreetmap.fr/en/user/ourteacher/",
        "https://umap.openstreetmap.fr/en/login/",
        "https://umap.openstreetmap.fr/en/search/?q=river_123456",
        "https://umap.openstreetmap.fr.example.org/fr/map/notre-riviere_123456",
    ),
    markers=(
        # The page of a map, and no other page of a uMap server, has this class on its body. A map
        # that a stranger may not see answers 403 with no word, which tells nothing by itself.
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="body",
            pattern=r"<body[^>]*class=[\"'][^\"']*\bmap_detail\b",
            source="uMap's page template map_detail.html; read 2026-11-25",
        ),
    ),
    source=_SOURCE,
)
