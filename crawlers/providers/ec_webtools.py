"""The European Commission's own media: its audiovisual library, and Webtools maps and charts.

The consent wrapper of Webtools (``crs/iframe``) is no artefact; it is unwrapped before.
"""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_LIBRARY = ("audiovisual.ec.europa.eu",)
_OLD_LIBRARY = ("ec.europa.eu",)
_TOOLS = ("webtools.europa.eu", "europa.eu")
_LANGUAGE = r"(?:/[a-z]{2})?"
_SOURCE = "addresses in openeuropa's oe_media tests and in public code; read 2026-11-23"


def _record(letter: str, word: str, kind: Kind) -> tuple[Shape, ...]:
    """One kind of record of the library: page, player and the old player."""
    record = rf"{letter}-?(?P<id>[0-9]+(?:(?:~2F|-)[0-9]+)*)"
    canonical = f"https://audiovisual.ec.europa.eu/en/{word}/{letter}-{{id}}"
    native_id = f"{letter}-{{id}}"
    return (
        Shape(
            path=rf"{_LANGUAGE}(?:/media)?/{word}/{record}/?",
            canonical=canonical,
            native_id=native_id,
            hosts=_LIBRARY,
            kind=kind,
        ),
        Shape(
            path=r"/embed/(?:index\.html|\w+\.html)?",
            query={"ref": record},
            canonical=canonical,
            native_id=native_id,
            hosts=_LIBRARY,
            kind=kind,
        ),
        Shape(
            path=rf"/avservices/(?:{word}/)?(?:player|{word}Details|play)\.cfm",
            query={"ref": record},
            canonical=canonical,
            native_id=native_id,
            hosts=_OLD_LIBRARY,
            kind=kind,
        ),
    )


PROVIDER = Provider(
    id="ec-webtools",
    name="European Commission: audiovisual library and Webtools",
    kinds=(Kind.VIDEO, Kind.AUDIO, Kind.IMAGE, Kind.MAP, Kind.OTHER),
    hosts=(*_LIBRARY, *_OLD_LIBRARY, *_TOOLS),
    shapes=(
        *_record("I", "video", Kind.VIDEO),
        *_record("I", "audio", Kind.AUDIO),
        *_record("P", "photo", Kind.IMAGE),
        # Frames of maps and charts by themselves are expected, not confirmed: pages mostly
        # carry them as a description that a script draws.
        *(
            Shape(
                path=rf"{prefix}/(?:rest/)?{word}s?/(?!tiles/).*",
                query={"config": r"(?s:.+)"} if word == "chart" else {},
                canonical="{clean_url}",
                native_id=f"{word}/{{digest}}",
                hosts=(host,),
                host=host.replace(".", r"\."),
                kind=kind,
            )
            for host, prefix in (("webtools.europa.eu", ""), ("europa.eu", "/webtools"))
            for word, kind in (("map", Kind.MAP), ("chart", Kind.OTHER))
        ),
    ),
    examples=(
        Example(
            url="http://ec.europa.eu/avservices/audio/audioDetails.cfm?ref=I-109295&sitelang=en",
            native_id="I-109295",
            canonical_url="https://audiovisual.ec.europa.eu/en/audio/I-109295",
            kind=Kind.AUDIO,
        ),
        Example(
            url="http://ec.europa.eu/avservices/video/player.cfm?sitelang=en&ref=I107786",
            native_id="I-107786",
            canonical_url="https://audiovisual.ec.europa.eu/en/video/I-107786",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://audiovisual.ec.europa.eu/da/media/video/I-162747?lg=EN",
            native_id="I-162747",
            canonical_url="https://audiovisual.ec.europa.eu/en/video/I-162747",
            kind=Kind.VIDEO,
        ),
        Example(
            url="http://ec.europa.eu/avservices/video/player.cfm?ref=I162747&sitelang=en",
            native_id="I-162747",
            canonical_url="https://audiovisual.ec.europa.eu/en/video/I-162747",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://europa.eu/webtools/crs/iframe/?oriurl=https%3A%2F%2Faudiovisual.ec.europa.eu"
            "%2Fembed%2Findex.html%3Fref%3DI-162747%26lg%3DEN",
            native_id="I-162747",
            canonical_url="https://audiovisual.ec.europa.eu/en/video/I-162747",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://audiovisual.ec.europa.eu/en/photo/P-038924~2F00-15",
            native_id="P-038924~2F00-15",
            canonical_url="https://audiovisual.ec.europa.eu/en/photo/P-038924~2F00-15",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://europa.eu/webtools/maps/?id=rivers#5/55.6/12.5",
            native_id="map/b5cb38071b4cd58d",
            canonical_url="https://europa.eu/webtools/maps/?id=rivers",
            kind=Kind.MAP,
        ),
        Example(
            url="https://webtools.europa.eu/charts/?config=rivers",
            native_id="chart/fab6180c47c4d840",
            canonical_url="https://webtools.europa.eu/charts/?config=rivers",
            kind=Kind.OTHER,
        ),
    ),
    not_artefacts=(
        "https://audiovisual.ec.europa.eu/",
        "https://audiovisual.ec.europa.eu/en/conditions-of-use",
        "https://europa.eu/webtools/load.js",
        "https://europa.eu/webtools/maps/tiles/osm-ec/3/4/2",
        "https://webgate.ec.europa.eu/cas/login",
        "https://europa.eu.example.org/webtools/maps/?id=rivers",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r".+",
            source="expected of a public record; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
