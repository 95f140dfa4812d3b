"""Mindomo: mind maps, outlines and other diagrams."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[0-9a-f]{32})"
_CANONICAL = "https://www.mindomo.com/mindmap/{id}"
_HOST = r"(?:(?:www|[a-z]{2})\.)?mindomo\.com"
_SOURCE = (
    "addresses of maps in public code; the older ones (?m=) and what a page answers are expected, "
    "not confirmed; read 2026-11-25"
)


PROVIDER = Provider(
    id="mindomo",
    name="Mindomo",
    kinds=(Kind.MINDMAP,),
    hosts=("mindomo.com",),
    shapes=(
        # The id ends the slug; what stands before is the language and the form of the diagram.
        Shape(
            path=rf"/(?:[^/]+/){{0,2}}(?:[^/]*-)?{_ID}/?",
            canonical=_CANONICAL,
            host=_HOST,
        ),
        Shape(
            path=r"/(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:(?:mindmap|mind-map|view|edit|embed|presentation)"
            r"[^/]*)?/?",
            query={"m": _ID},
            canonical=_CANONICAL,
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                canonical_url="https://www.mindomo.com/mindmap/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                kind=Kind.MINDMAP,
            )
            for url in (
                "https://www.mindomo.com/mindmap/our-river-0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                "https://www.mindomo.com/zh/mindmap/our-river-0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                "https://mindomo.com/mindmap/0a1b2c3d4e5f60718293a4b5c6d7e8f9?utm_source=mail",
                "https://www.mindomo.com/outline/our-river-0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                "http://www.mindomo.com/view.htm?m=0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                "https://www.mindomo.com/edit.htm?m=0a1b2c3d4e5f60718293a4b5c6d7e8f9",
            )
        ),
    ),
    not_artefacts=(
        "https://www.mindomo.com/",
        "https://www.mindomo.com/ru/",
        "https://www.mindomo.com/login",
        "https://www.mindomo.com/mind-maps-templates",
        "https://help.mindomo.com/",
        "https://www.mindomo.com.example.org/mindmap/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!mindomo\b|.*\b(?:log ?in|sign ?in)\b).+",
            source="expected of an open map; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"you (?:do not|don't) have (?:the )?(?:permission|rights?|access)",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
