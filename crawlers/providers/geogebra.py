"""GeoGebra: activities, books of activities, and single constructions."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Probe, Provider, Shape
from crawlers.providers.flow import judge, page_flow

_ID = r"(?P<id>[A-Za-z0-9]{8}|\d{1,7})"
_ANY_ID = r"(?P<id>[A-Za-z0-9]{4,12}|\d{1,7})"
# Numbers of the years as GeoGebraTube had an m before them.
_NUMBER = r"m(?P<id>\d{1,7})"
_THING = "https://www.geogebra.org/m/{id}"
_API = "https://api.geogebra.org/v1.0/materials/{native_id}?scope=basic"
_APPS = r"classic|graphing|geometry|3d|cas|calculator|scientific|notes|suite|probability"
# Names of views, as long as an id.
_NO_VIEW = r"(?!(?:geometry|graphing|download)(?:/|$))"
_HOST = r"(?:www\.)?(?:(?:tube|beta|stage)\.)?geogebra(?:tube)?\.org"
_SOURCE = "iframely's rule for GeoGebra, embeds in public code; read 2026-11-25"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """What the public interface says of a material; where it says nothing, its page."""
    if "/" not in artefact.native_id:
        answer = yield Probe(url=_API.format(native_id=artefact.native_id))
        verdict = judge(replace(provider, markers=_DESCRIBED), answer)
        if verdict.visible:
            return verdict
    return (yield from page_flow(provider, artefact.canonical_url))


_DESCRIBED = (
    Marker(
        state=State.VISIBLE,
        reason=Reason.PUBLIC_METADATA,
        where="body",
        pattern=r"^\s*\{(?=.*\"id\"\s*:)(?=.*\"title\"\s*:)",
        source="public programs that read a material's title there without a log-in "
        "(a crawler of learning materials, pages of cards); read 2026-11-25",
    ),
)


PROVIDER = Provider(
    id="geogebra",
    name="GeoGebra",
    kinds=(Kind.OTHER,),
    hosts=("geogebra.org", "geogebratube.org", "ggbm.at"),
    shapes=(
        Shape(
            path=rf"/(?:student/|material/(?:show|simple|iframe)/id/|m/){_NUMBER}(?:/.*)?",
            canonical=_THING,
            host=_HOST,
        ),
        Shape(path=rf"/(?:m|b|student)/{_ANY_ID}(?:/.*)?", canonical=_THING, host=_HOST),
        Shape(path=rf"/(?:{_APPS})/{_NO_VIEW}{_ID}/?", canonical=_THING, host=_HOST),
        Shape(
            path=rf"/(?:material|worksheet|book)/\w+(?:/format/\w+)?/id/{_ANY_ID}(?:/.*)?",
            canonical=_THING,
            host=_HOST,
        ),
        Shape(
            path=rf"/(?:material/\w+\.html|(?:{_APPS}))/?",
            query={"id": r"(?P<id>[A-Za-z0-9]{8}|[0-9]{1,7})"},
            canonical=_THING,
            host=_HOST,
        ),
        Shape(
            path=rf"/classroom/{_ID}/?",
            canonical="https://www.geogebra.org/classroom/{id}",
            native_id="classroom/{id}",
            host=_HOST,
        ),
        Shape(path=rf"/{_ID}/?", canonical=_THING, hosts=("ggbm.at",)),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="aBc1dEf2",
                canonical_url="https://www.geogebra.org/m/aBc1dEf2",
                kind=Kind.OTHER,
            )
            for url in (
                "https://www.geogebra.org/m/aBc1dEf2",
                "https://www.geogebra.org/m/aBc1dEf2#material/ghi3jkl4",
                "https://www.geogebra.org/classic/aBc1dEf2?embed",
                "https://www.geogebra.org/calculator/aBc1dEf2",
                "https://www.geogebra.org/material/iframe/id/aBc1dEf2/width/800/height/600/rc/false",
                "https://www.geogebra.org/material/edit/id/aBc1dEf2#tab1",
                "https://ggbm.at/aBc1dEf2",
            )
        ),
        *(
            Example(
                url=url,
                native_id="60391",
                canonical_url="https://www.geogebra.org/m/60391",
                kind=Kind.OTHER,
            )
            for url in (
                "http://tube.geogebra.org/m/60391",
                "http://www.geogebratube.org/student/m60391",
                "http://www.geogebratube.org/material/show/id/60391",
                "http://tube.geogebra.org/material/download/format/file/id/60391",
            )
        ),
        Example(
            url="https://www.geogebra.org/classroom/abc1def2",
            native_id="classroom/abc1def2",
            canonical_url="https://www.geogebra.org/classroom/abc1def2",
            kind=Kind.OTHER,
        ),
    ),
    not_artefacts=(
        "https://www.geogebra.org/",
        "https://www.geogebra.org/classic",
        "https://www.geogebra.org/classic/geometry",
        "https://www.geogebra.org/calculator?lang=en",
        "https://www.geogebra.org/apps/deployggb.js",
        "https://www.geogebra.org/u/ourteacher",
        "https://www.geogebra.org/t/geometry",
        "https://wiki.geogebra.org/en/Embedding_in_Webpages",
        "https://www.geogebra.org.example.org/m/aBc1dEf2",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!geogebra\b).+",
            source="expected of a public material; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://www.geogebra.org/material/iframe/id/rgZVk8bJ",
        missing="https://www.geogebra.org/material/iframe/id/rgZZz9zZ",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
