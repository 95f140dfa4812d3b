"""Desmos: graphs that people saved, and the activities of its classroom."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_GRAPH = r"(?P<id>[a-z0-9]{8,12})"
_ACTIVITY = r"(?P<id>[0-9a-f]{24})"
_PAGE = "https://teacher.desmos.com/activitybuilder/custom/{id}"
_TOOLS = r"(?P<tool>calculator|3d|geometry|geometry-beta)"
_SOURCE = "the Moodle multi-embed filter and frames in public code; read 2026-11-25"


PROVIDER = Provider(
    id="desmos",
    name="Desmos",
    kinds=(Kind.GAME,),
    hosts=("desmos.com", "classroom.amplify.com"),
    shapes=(
        # A calculator without an id is the tool, and shows nobody's graph.
        Shape(
            path=rf"/{_TOOLS}/{_GRAPH}/?",
            canonical="https://www.desmos.com/{tool}/{id}",
            native_id="{tool}/{id}",
            host=r"(?:www\.)?desmos\.com",
        ),
        Shape(
            path=rf"/(?:activitybuilder|polygraph|cardsort|marbleslides)"
            rf"(?:/(?:custom|teacherguide|edit|student-greeting))?/{_ACTIVITY}(?:/.*)?",
            canonical=_PAGE,
            native_id="activity/{id}",
            host=r"(?:teacher|student|learn)\.desmos\.com",
        ),
        # The classroom moved to Amplify; the number stayed.
        Shape(
            path=rf"/activity/{_ACTIVITY}(?:/.*)?",
            canonical=_PAGE,
            native_id="activity/{id}",
            hosts=("classroom.amplify.com",),
        ),
        Shape(
            path=rf"/collection/{_ACTIVITY}(?:/.*)?",
            canonical="https://teacher.desmos.com/collection/{id}",
            native_id="collection/{id}",
            hosts=("teacher.desmos.com",),
        ),
        Shape(
            path=r"/join/(?P<id>[a-zA-Z0-9]{5,8})/?",
            canonical="https://student.desmos.com/join/{id}",
            native_id="join/{id}",
            hosts=("student.desmos.com",),
        ),
        Shape(
            path=r"/?(?:join/?)?",
            query={"prepopulateCode": r"(?P<id>[a-zA-Z0-9]{5,8})"},
            canonical="https://student.desmos.com/join/{id}",
            native_id="join/{id}",
            hosts=("student.desmos.com",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="calculator/a1b2c3d4e5",
                canonical_url="https://www.desmos.com/calculator/a1b2c3d4e5",
                kind=Kind.GAME,
            )
            for url in (
                "https://www.desmos.com/calculator/a1b2c3d4e5?embed",
                "http://desmos.com/calculator/a1b2c3d4e5",
                "https://www.desmos.com/calculator/a1b2c3d4e5?lang=fr",
            )
        ),
        Example(
            url="https://www.desmos.com/3d/a1b2c3d4e5",
            native_id="3d/a1b2c3d4e5",
            canonical_url="https://www.desmos.com/3d/a1b2c3d4e5",
            kind=Kind.GAME,
        ),
        *(
            Example(
                url=url,
                native_id="activity/5f0a1b2c3d4e5f001a2b3c4d",
                canonical_url="https://teacher.desmos.com/activitybuilder/custom/5f0a1b2c3d4e5f001a2b3c4d",
                kind=Kind.GAME,
            )
            for url in (
                "https://teacher.desmos.com/activitybuilder/custom/5f0a1b2c3d4e5f001a2b3c4d"
                "?collections=5f0a1b2c3d4e5f001a2b3c4e",
                "https://teacher.desmos.com/polygraph/custom/5f0a1b2c3d4e5f001a2b3c4d",
                "https://classroom.amplify.com/activity/5f0a1b2c3d4e5f001a2b3c4d",
            )
        ),
        *(
            Example(
                url=url,
                native_id="join/abc2d3",
                canonical_url="https://student.desmos.com/join/abc2d3",
                kind=Kind.GAME,
            )
            for url in (
                "https://student.desmos.com/join/abc2d3",
                "https://student.desmos.com/?prepopulateCode=abc2d3",
            )
        ),
    ),
    not_artefacts=(
        "https://www.desmos.com/",
        "https://www.desmos.com/calculator",
        "https://www.desmos.com/scientific",
        "https://www.desmos.com/calculator?embed",
        "https://teacher.desmos.com/",
        "https://teacher.desmos.com/search?q=river",
        "https://student.desmos.com/login",
        "https://www.desmos.com/api/v1.8/calculator.js?apiKey=a1b2",
        "https://www.desmos.com.example.org/calculator/a1b2c3d4e5",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="body",
            pattern=r"calc_thumbs/production/[a-z0-9]{8,12}",
            source="the picture of a saved graph, expected in its page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:desmos(?:\b.*)?|.*\bcalculator(?: \| desmos)?|amplify(?:\b.*)?"
            r"|sign in.*|student\b.*)\s*$).+",
            source="expected of a public activity; not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.desmos.com/calculator/cdxhggo4nc",
        missing="https://www.desmos.com/calculator/cdxhzzz9zz",
        source="an example in filter_multiembed's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
