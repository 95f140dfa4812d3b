"""Miro: whiteboards without end."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Live, Provider, Shape

# The id ends in an equals sign, often written %3D and often lost where a text ends.
_ID = r"(?P<id>[A-Za-z0-9_-]{8,20})(?:=|%3[Dd]){0,2}"

_SOURCE = "the oEmbed registry and addresses in public code; read 2026-11-23"


PROVIDER = Provider(
    id="miro",
    name="Miro",
    kinds=(Kind.WALL,),
    hosts=(
        "miro.com",
        "realtimeboard.com",
    ),
    shapes=(
        Shape(
            path=rf"/app/(?:board|live-embed|embed)/{_ID}(?:/.*)?",
            canonical="https://miro.com/app/board/{id}=/",
            native_id="{id}=",
            host=r"(?:www\.)?(?:miro|realtimeboard)\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="uXjVAbCdEfG=",
                canonical_url="https://miro.com/app/board/uXjVAbCdEfG=/",
                kind=Kind.WALL,
            )
            for url in (
                "https://miro.com/app/board/uXjVAbCdEfG=/?share_link_id=123456789",
                "https://miro.com/app/live-embed/uXjVAbCdEfG=/?moveToViewport=-1,2,3,4",
                "https://miro.com/app/board/uXjVAbCdEfG%3D/",
                "https://miro.com/app/board/uXjVAbCdEfG",
                "https://realtimeboard.com/app/embed/uXjVAbCdEfG=/",
            )
        ),
    ),
    not_artefacts=(
        "https://miro.com/",
        "https://miro.com/login/",
        "https://miro.com/app/dashboard/",
        "https://miro.com/templates/mind-map/",
        "https://miro.com/miroverse/our-river/",
        "https://miro.com.example.org/app/board/uXjVAbCdEfG=/",
    ),
    oembed="https://miro.com/api/v1/oembed?format=json&url={url}",
    live=Live(
        public="https://miro.com/app/live-embed/o9J_lBwNMhI=/?embedAutoplay=true",
        missing="https://miro.com/app/live-embed/o9J_lZzZZzZ=/?embedAutoplay=true",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
