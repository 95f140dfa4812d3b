"""Delightex (CoSpaces Edu until 2025): walk-in spaces built by classes."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_OLD = r"(?:studio\.)?cospaces\.io"
_SOURCE = "links and embeds in public code under both names; read 2026-11-25"

PROVIDER = Provider(
    id="cospaces",
    name="Delightex (CoSpaces)",
    kinds=(Kind.GAME,),
    hosts=("cospaces.io", "delightex.com", "cospac.es"),
    shapes=(
        # The code on a space's share sheet; what follows it is about the player.
        Shape(
            path=r"/(?P<id>[A-Za-z0-9]{3}-[A-Za-z0-9]{3})(?:/.*)?",
            canonical="https://edu.delightex.com/{id}",
            host=r"edu\.(?:cospaces\.io|delightex\.com)",
        ),
        # The tool's own pages stand on these hosts, with words in small letters.
        Shape(
            path=r"/(?P<id>[A-Z0-9]{3}-[A-Z0-9]{3})(?:/.*)?",
            canonical="https://edu.delightex.com/{id}",
            host=r"(?:www\.)?(?:cospaces\.io|delightex\.com)",
        ),
        Shape(
            path=r"/(?:edu/)?(?P<id>[A-Za-z0-9]{4,5})/?",
            canonical="https://cospac.es/{id}",
            native_id="go/{id}",
            hosts=("cospac.es",),
        ),
        Shape(
            path=r"/(?:[\w.-]+/?)?",
            fragment=r"!?Project:(?P<id>[A-Za-z0-9._-]+)(?:[:/?&].*)?",
            canonical="https://studio.cospaces.io/#Project:{id}",
            native_id="project/{id}",
            host=_OLD,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="ABC-XYZ",
                canonical_url="https://edu.delightex.com/ABC-XYZ",
                kind=Kind.GAME,
            )
            for url in (
                "https://edu.cospaces.io/ABC-XYZ",
                "https://edu.delightex.com/ABC-XYZ?utm_source=mail",
                "https://www.cospaces.io/ABC-XYZ/",
            )
        ),
        Example(
            url="https://cospac.es/aB1c",
            native_id="go/aB1c",
            canonical_url="https://cospac.es/aB1c",
            kind=Kind.GAME,
        ),
        Example(
            url="https://studio.cospaces.io/#Project:aB1cD2eF3g.H4iJ5kL6",
            native_id="project/aB1cD2eF3g.H4iJ5kL6",
            canonical_url="https://studio.cospaces.io/#Project:aB1cD2eF3g.H4iJ5kL6",
            kind=Kind.GAME,
        ),
    ),
    not_artefacts=(
        "https://www.delightex.com/",
        "https://www.delightex.com/for-you",
        "https://edu.cospaces.io/Auth/Signup/Student",
        "https://edu.delightex.com/Studio/Class/6abcd/Assignments",
        "https://edu.cospaces.io/Universe",
        "https://forum.edu.cospaces.io/t/our-river/7902/6",
        "https://cdn.edu.delightex.com/site/assets/overview",
        "https://edu.cospaces.io.example.org/ABC-XYZ",
    ),
    markers=(
        # The app's shell answers 200 for any code, under the tool's own name.
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!.*(?:cospaces|delightex)).+",
            source="expected of a shared space; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
