"""PhotoPeach: slide shows of pictures with music."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[A-Za-z0-9_-]{3,16})"
_CANONICAL = "https://photopeach.com/album/{id}"
_HOST = r"(?:www\.)?photopeach\.com"
_SOURCE = (
    "albums and players in public code; the newer embed and what a page answers are expected, not "
    "confirmed; read 2026-11-25"
)


PROVIDER = Provider(
    id="photopeach",
    name="PhotoPeach",
    kinds=(Kind.VIDEO,),
    hosts=("photopeach.com",),
    shapes=(
        Shape(
            path=rf"/(?:album|embed)/{_ID}(?:/.*)?",
            canonical=_CANONICAL,
            host=_HOST,
        ),
        *(
            Shape(
                path=r"/public/swf/\w+\.swf",
                query={name: pattern},
                canonical=_CANONICAL,
                host=_HOST,
            )
            for name, pattern in (
                ("album_id", _ID),
                ("photos", rf"https?://(?:www\.)?photopeach\.com/api/getphotos\?album_id={_ID}.*"),
            )
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="a1b2c3d",
                canonical_url="https://photopeach.com/album/a1b2c3d",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://photopeach.com/album/a1b2c3d?ref=more",
                "http://www.photopeach.com/album/a1b2c3d",
                "https://photopeach.com/embed/a1b2c3d",
                "http://photopeach.com/public/swf/story.swf?autoplay=0&embed=1"
                "&photos=http%3A%2F%2Fphotopeach.com%2Fapi%2Fgetphotos%3Falbum_id%3Da1b2c3d",
            )
        ),
    ),
    not_artefacts=(
        "https://photopeach.com/",
        "https://photopeach.com/album/",
        "https://photopeach.com/user/annteacher",
        "https://photopeach.com/about/help",
        "https://photopeach.com.example.org/album/a1b2c3d",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!photo ?peach\b|.*\blog ?in\b).+",
            source="expected of a public slide show; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:album|slide ?show) is private",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
