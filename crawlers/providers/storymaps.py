"""ArcGIS: story maps, and the maps, apps, dashboards and surveys of the same platform.

Each of them is an item with a number of 32 hex digits; a public interface describes an item to
whoever may see it.
"""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_ID = r"(?P<id>[0-9A-Fa-f]{32})"
_STORY = rf"/(?P<form>stories|collections|briefings)/{_ID}(?:/.*)?"
# An app is its folder, with or without the page in it.
_APP = r"/(?P<app>apps/[\w-]+(?:/[\w-]+)*?)/?(?:/(?:index|viewer)\.html)?"
_ARCGIS = ("arcgis.com",)
_SOURCE = "the oEmbed registry and links in public code; read 2026-11-25"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """OEmbed, which knows stories alone, then the item's description; a short link's own page."""
    if "/stories/" not in artefact.canonical_url:
        provider = replace(provider, oembed="")
    if artefact.native_id.startswith("go/"):
        provider = replace(provider, probe="{canonical_url}")
    return (yield from common_flow(provider, artefact))


def _app(name: str) -> Shape:
    """An app that names its item in a parameter."""
    return Shape(
        path=_APP,
        query={name: _ID},
        canonical=f"https://www.arcgis.com/{{app}}/index.html?{name}={{id}}",
        hosts=_ARCGIS,
    )


PROVIDER = Provider(
    id="storymaps",
    name="ArcGIS StoryMaps",
    kinds=(Kind.MAP, Kind.FORM),
    hosts=("arcgis.com", "storymaps.com", "arcg.is"),
    shapes=(
        Shape(
            path=_STORY,
            canonical="https://storymaps.arcgis.com/{form}/{id}",
            hosts=("storymaps.arcgis.com",),
        ),
        Shape(path=_STORY, canonical="https://storymaps.com/{form}/{id}", hosts=("storymaps.com",)),
        *(_app(name) for name in ("appid", "id", "webmap", "webscene")),
        Shape(
            path=rf"/apps/(?:dashboards|opsdashboard)/{_ID}/?",
            canonical="https://www.arcgis.com/apps/dashboards/{id}",
            hosts=_ARCGIS,
        ),
        Shape(
            path=r"/apps/(?:dashboards|opsdashboard)/(?:index\.html)?",
            fragment=rf"/?{_ID}(?:[/?&].*)?",
            canonical="https://www.arcgis.com/apps/dashboards/{id}",
            hosts=_ARCGIS,
        ),
        *(
            Shape(
                path=rf"/home/{page}/\w+\.html",
                query={page: _ID},
                canonical=f"https://www.arcgis.com/home/{page}/viewer.html?{page}={{id}}",
                hosts=_ARCGIS,
            )
            for page in ("webmap", "webscene")
        ),
        Shape(
            path=r"/home/item\.html",
            query={"id": _ID},
            canonical="https://www.arcgis.com/home/item.html?id={id}",
            hosts=_ARCGIS,
        ),
        Shape(
            path=rf"/experience/{_ID}(?:/.*)?",
            canonical="https://experience.arcgis.com/experience/{id}",
            hosts=("experience.arcgis.com",),
        ),
        Shape(
            path=rf"/share/{_ID}(?:/.*)?",
            canonical="https://survey123.arcgis.com/share/{id}",
            hosts=("survey123.arcgis.com",),
            kind=Kind.FORM,
        ),
        Shape(
            path=r"/(?P<id>[A-Za-z0-9]{4,})/?",
            canonical="https://arcg.is/{id}",
            native_id="go/{id}",
            hosts=("arcg.is",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                canonical_url=canonical,
                kind=kind,
            )
            for canonical, kind, urls in (
                (
                    "https://storymaps.arcgis.com/stories/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                    Kind.MAP,
                    (
                        "https://storymaps.arcgis.com/stories/0a1b2c3d4e5f60718293a4b5c6d7e8f9/",
                        "https://storymaps.arcgis.com/stories/0a1b2c3d4e5f60718293a4b5c6d7e8f9/print",
                        "https://storymaps.arcgis.com/stories/0a1b2c3d4e5f60718293a4b5c6d7e8f9?cover=false",
                    ),
                ),
                (
                    "https://storymaps.com/stories/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                    Kind.MAP,
                    ("https://storymaps.com/stories/0a1b2c3d4e5f60718293a4b5c6d7e8f9",),
                ),
                (
                    "https://www.arcgis.com/apps/MapJournal/index.html"
                    "?appid=0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                    Kind.MAP,
                    (
                        "https://ourschool.maps.arcgis.com/apps/MapJournal/index.html"
                        "?appid=0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                        "http://www.arcgis.com/apps/MapJournal/"
                        "?appid=0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                    ),
                ),
                (
                    "https://www.arcgis.com/apps/dashboards/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                    Kind.MAP,
                    (
                        "https://ourschool.maps.arcgis.com/apps/opsdashboard/index.html"
                        "#/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                        "https://www.arcgis.com/apps/dashboards/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                    ),
                ),
                (
                    "https://www.arcgis.com/home/webmap/viewer.html"
                    "?webmap=0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                    Kind.MAP,
                    (
                        "https://www.arcgis.com/home/webmap/embedViewer.html"
                        "?webmap=0a1b2c3d4e5f60718293a4b5c6d7e8f9&extent=9,54,10,55",
                    ),
                ),
                (
                    "https://survey123.arcgis.com/share/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                    Kind.FORM,
                    (
                        "https://survey123.arcgis.com/share/0a1b2c3d4e5f60718293a4b5c6d7e8f9"
                        "?portalUrl=https://www.arcgis.com",
                    ),
                ),
            )
            for url in urls
        ),
        Example(
            url="http://arcg.is/1aBc2D",
            native_id="go/1aBc2D",
            canonical_url="https://arcg.is/1aBc2D",
            kind=Kind.MAP,
        ),
    ),
    not_artefacts=(
        "https://www.arcgis.com/",
        "https://storymaps.arcgis.com/",
        "https://storymaps.arcgis.com/stories",
        "https://storymaps.arcgis.com/en/app-list/map-tour/",
        "https://www.arcgis.com/home/signin.html",
        "https://www.arcgis.com/home/webmap/viewer.html",
        "https://doc.arcgis.com/en/arcgis-storymaps/",
        "https://js.arcgis.com/4.29/esri/themes/light/main.css",
        "https://storymaps.arcgis.com.example.org/stories/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
    ),
    oembed="https://storymaps.arcgis.com/oembed?format=json&url={url}",
    probe="https://www.arcgis.com/sharing/rest/content/items/{native_id}?f=json",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=r"\"access\"\s*:\s*\"public\"",
            source="Esri's REST documentation on items, as remembered; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="body",
            pattern=r"\"code\"\s*:\s*403\b.*\"messageCode\"\s*:\s*\"GWM_0003\"",
            status=(200, 403),
            source="answers quoted in public code ('You do not have permissions to access this "
            "resource'); read 2026-11-25",
        ),
        # "Item does not exist or is inaccessible": it may be either.
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.NO_PUBLIC_SIGN,
            where="body",
            pattern=r"\"messageCode\"\s*:\s*\"CONT_0001\"",
            status=(200, 400, 404),
            source="answers quoted in the tests of Esri's client libraries; read 2026-11-25",
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
