"""ZeeMaps: maps with markers of a group."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[0-9]{3,})"
_MAP = "https://www.zeemaps.com/map?group={id}"
_HOST = r"(?:www\.)?zeemaps\.com"
_SOURCE = "links and embeds in public code, read 2026-11-25; numbers in the path as remembered"

PROVIDER = Provider(
    id="zeemaps",
    name="ZeeMaps",
    kinds=(Kind.MAP,),
    hosts=("zeemaps.com",),
    shapes=(
        Shape(
            path=r"/(?:map|pub|mobile|view|embed|edit|print)/?",
            query={"group": _ID},
            canonical=_MAP,
            host=_HOST,
        ),
        Shape(path=rf"/(?:map|pub|mobile|view)/{_ID}(?:/.*)?", canonical=_MAP, host=_HOST),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1234567",
                canonical_url="https://www.zeemaps.com/map?group=1234567",
                kind=Kind.MAP,
            )
            for url in (
                "https://www.zeemaps.com/map?group=1234567&location=Rome&add=1",
                "http://www.zeemaps.com/pub?group=1234567&x=9.921997&y=54.693764&z=16",
                "https://zeemaps.com/view/1234567/our-river?x=9.9&y=54.6&z=5",
            )
        ),
    ),
    not_artefacts=(
        "https://www.zeemaps.com/",
        "https://www.zeemaps.com/map",
        "https://www.zeemaps.com/pricing",
        "https://www.zeemaps.com/help/map?group=1234567",
        "https://www.zeemaps.com/emarkers?g=1234567&k=REGULAR&e=true",
        "https://www.zeemaps.com.example.org/map?group=1234567",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!.*zeemaps).+",
            source="expected of a public map; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="title",
            pattern=r"password",
            source="expected of a map with a viewer's password; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
