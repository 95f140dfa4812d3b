"""Artsteps: exhibitions in rooms to walk through."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "links and embeds in public code; read 2026-11-25"

PROVIDER = Provider(
    id="artsteps",
    name="Artsteps",
    kinds=(Kind.OTHER,),
    hosts=("artsteps.com",),
    shapes=(
        Shape(
            path=r"/(?:view|embed|edit)/(?P<id>[0-9A-Fa-f]{24})(?:/.*)?",
            canonical="https://www.artsteps.com/view/{id}",
            host=r"(?:(?:www|m|app)\.)?artsteps\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="0a1b2c3d4e5f60718293a4b5",
                canonical_url="https://www.artsteps.com/view/0a1b2c3d4e5f60718293a4b5",
                kind=Kind.OTHER,
            )
            for url in (
                "https://www.artsteps.com/view/0a1b2c3d4e5f60718293a4b5",
                "https://www.artsteps.com/embed/0a1b2c3d4e5f60718293a4b5/560/315",
                "http://artsteps.com/view/0a1b2c3d4e5f60718293a4b5/?currentUser",
            )
        ),
    ),
    not_artefacts=(
        "https://www.artsteps.com/",
        "https://www.artsteps.com/explore",
        "https://www.artsteps.com/profile/0a1b2c3d4e5f60718293a4b5",
        "https://www.artsteps.com/login",
        "https://www.artsteps.com.example.org/view/0a1b2c3d4e5f60718293a4b5",
    ),
    markers=(
        # The app's shell answers 200 for anything, under the tool's own name.
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!.*artsteps).+",
            source="expected of a public exhibition; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
