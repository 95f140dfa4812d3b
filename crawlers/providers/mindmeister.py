"""MindMeister: mind maps."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>\d{5,})"
# The key of a map that is shared by its address only.
_KEEP = ("t",)
_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-23"


PROVIDER = Provider(
    id="mindmeister",
    name="MindMeister",
    kinds=(Kind.MINDMAP,),
    hosts=(
        "mindmeister.com",
        "mm.tt",
    ),
    shapes=(
        Shape(
            path=rf"/(?:[a-z]{{2}}(?:-[a-z]{{2}})?/)?"
            rf"(?:(?:map|app/map|maps/(?:show|embed|public_map_shell)|presentation)/)?{_ID}(?:/.*)?",
            canonical="https://www.mindmeister.com/map/{id}",
            keep=_KEEP,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="2074249033",
                canonical_url="https://www.mindmeister.com/map/2074249033?t=a1B2c3D4e5",
                kind=Kind.MINDMAP,
            )
            for url in (
                "https://www.mindmeister.com/ru/2074249033?t=a1B2c3D4e5",
                "https://mm.tt/map/2074249033?t=a1B2c3D4e5",
            )
        ),
        *(
            Example(
                url=url,
                native_id="2074249033",
                canonical_url="https://www.mindmeister.com/map/2074249033",
                kind=Kind.MINDMAP,
            )
            for url in (
                "https://www.mindmeister.com/maps/public_map_shell/2074249033?width=600&zoom=1",
                "https://www.mindmeister.com/2074249033/our-river",
            )
        ),
    ),
    not_artefacts=(
        "https://www.mindmeister.com/",
        "https://www.mindmeister.com/ru/account/login",
        "https://www.mindmeister.com/app/home",
        "https://www.mindmeister.com/templates",
        "https://www.mindmeister.com.example.org/map/2074249033",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:mindmeister(?:\b.*)?|.*log ?in.*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:mind )?map is private|private map",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
