"""ThingLink: interactive pictures and scenes."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = (
    "public embed codes; poster pictures redirect for new and invented ids alike; read 2026-11-23"
)

PROVIDER = Provider(
    id="thinglink",
    name="ThingLink",
    kinds=(
        Kind.IMAGE,
        Kind.VIDEO,
    ),
    hosts=("thinglink.com",),
    shapes=(
        Shape(
            path=r"/(?:view/)?(?:scene|card|mediacard|scenario)/(?P<id>\d{10,20})(?:/.*)?",
            canonical="https://www.thinglink.com/scene/{id}",
        ),
        Shape(
            path=r"/(?:video|videocard)/(?P<id>\d{10,20})(?:/.*)?",
            canonical="https://www.thinglink.com/video/{id}",
            kind=Kind.VIDEO,
        ),
    ),
    examples=(
        Example(
            url="https://www.thinglink.com/scene/1234567890123456789",
            native_id="1234567890123456789",
            canonical_url="https://www.thinglink.com/scene/1234567890123456789",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://www.thinglink.com/card/1234567890123456789",
            native_id="1234567890123456789",
            canonical_url="https://www.thinglink.com/scene/1234567890123456789",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://www.thinglink.com/view/scenario/1234567890123456789",
            native_id="1234567890123456789",
            canonical_url="https://www.thinglink.com/scene/1234567890123456789",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://www.thinglink.com/videocard/1234567890123456789",
            native_id="1234567890123456789",
            canonical_url="https://www.thinglink.com/video/1234567890123456789",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://www.thinglink.com/",
        "https://www.thinglink.com/login",
        "https://www.thinglink.com/pricing",
        "https://thinglink.com.example.org/scene/1234567890123456789",
    ),
    probe="https://www.thinglink.com/card/{native_id}",
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:scene|image|content) is private",
            source="public guides; two words of it in the title as well",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="title",
            pattern=r"private",
            source="public guides",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:thinglink)\b\W*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
