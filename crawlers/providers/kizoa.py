"""Kizoa: films and slide shows put together online; the number comes with a key."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[0-9]{3,})"
_KEY = r"(?P<key>[A-Za-z]?[0-9]+)"
# What follows the key says how the player looks.
_LOOK = r"(?:o[0-9a-z]*)?"
_FILM = "https://www.kizoa.com/Movie-Maker/d{id}"
_SOURCE = (
    "flash players and a builder of embeds in public code, read 2026-11-25; "
    "pages and domains of countries as remembered"
)

PROVIDER = Provider(
    id="kizoa",
    name="Kizoa",
    kinds=(Kind.VIDEO,),
    # The same service under the domains of several countries.
    hosts=("kizoa.*",),
    shapes=(
        Shape(path=rf"/(?:[\w%-]+/)?d{_ID}k{_KEY}{_LOOK}(?:/.*)?", canonical=_FILM + "k{key}"),
        Shape(path=rf"/(?:[\w%-]+/)?d{_ID}{_LOOK}(?:/.*)?", canonical=_FILM),
        Shape(path=rf"/embed-{_ID}-{_KEY}{_LOOK}/?", canonical=_FILM + "k{key}"),
        Shape(path=rf"/embed-{_ID}{_LOOK}/?", canonical=_FILM),
        Shape(
            path=r"/sf[a-z]*\.swf",
            query={"did": _ID, "k": _KEY},
            canonical=_FILM + "k{key}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="12345678",
                canonical_url="https://www.kizoa.com/Movie-Maker/d12345678k8765432",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.kizoa.com/Movie-Maker/d12345678k8765432o1l1/our-river",
                "http://www.kizoa.fr/diaporama/d12345678k8765432o2/notre-riviere",
                "https://www.kizoa.com/embed-12345678-8765432o1l1",
                "http://pf.kizoa.com/sflite.swf?did=12345678&k=8765432&hk=1",
            )
        ),
        Example(
            url="http://www.kizoa.com/slideshow/d12345678/our-river",
            native_id="12345678",
            canonical_url="https://www.kizoa.com/Movie-Maker/d12345678",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://www.kizoa.com/",
        "https://www.kizoa.com/Movie-Maker",
        "https://www.kizoa.com/Video-Maker/demo",
        "https://www.kizoa.com/login",
        "https://www.kizoa.com.example.org/Movie-Maker/d12345678k8765432o1l1/our-river",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!.*kizoa).+",
            source="expected of a public film; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
