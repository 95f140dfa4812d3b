"""ThingLink: pictures, films and tours with tags to touch."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_ID = r"(?P<id>\d{10,20})"

_SOURCE = "feedsweep's ThingLink rules and the Moodle multi-embed filter; read 2026-11-23"


PROVIDER = Provider(
    id="thinglink",
    name="ThingLink",
    kinds=(Kind.IMAGE, Kind.VIDEO),
    hosts=("thinglink.com",),
    shapes=(
        # One id space; a poster picture is there for invented ids too, so it proves nothing.
        Shape(
            path=rf"/(?:view/)?(?:video|videocard)/{_ID}(?:/.*)?",
            canonical="https://www.thinglink.com/videocard/{id}",
            kind=Kind.VIDEO,
        ),
        Shape(
            path=rf"/(?:view/|embed/)?(?:(?:scene|card|mediacard|scenario|action)/)?{_ID}(?:/.*)?",
            canonical="https://www.thinglink.com/scene/{id}",
        ),
        # Several scenes under one number, which is of another id space.
        Shape(
            path=rf"/(?:channel|channelcard)/{_ID}(?:/.*)?",
            canonical="https://www.thinglink.com/channel/{id}",
            native_id="channel/{id}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1234567890123456789",
                canonical_url="https://www.thinglink.com/scene/1234567890123456789",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.thinglink.com/card/1234567890123456789",
                "https://www.thinglink.com/view/scene/1234567890123456789",
                "https://www.thinglink.com/view/scenario/1234567890123456789",
                "https://www.thinglink.com/mediacard/1234567890123456789?autoplay=1",
            )
        ),
        Example(
            url="https://www.thinglink.com/channelcard/1234567890123456789",
            native_id="channel/1234567890123456789",
            canonical_url="https://www.thinglink.com/channel/1234567890123456789",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://www.thinglink.com/videocard/1234567890123456789",
            native_id="1234567890123456789",
            canonical_url="https://www.thinglink.com/videocard/1234567890123456789",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://www.thinglink.com/",
        "https://www.thinglink.com/login",
        "https://www.thinglink.com/user/123456789012345678/scenes",
        "https://www.thinglink.com/edu",
        "https://www.thinglink.com.example.org/scene/1234567890123456789",
    ),
    probe="https://www.thinglink.com/card/{native_id}",
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="title",
            pattern=r"\bprivate\b",
            source="wording expected, not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!thinglink(?:\b.*)?\s*$|.*\bprivate\b).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:scene|image|media|tour|scenario) is private",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.thinglink.com/card/853609259307368449",
        missing="https://www.thinglink.com/card/853609259307000000",
        source="an example in feedsweep's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
