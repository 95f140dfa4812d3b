"""Jigsaw Planet: jigsaw puzzles."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[0-9a-f]{12})"

_SOURCE = "a list of embeds for learning platforms and addresses in public code; read 2026-11-23"


PROVIDER = Provider(
    id="jigsawplanet",
    name="Jigsaw Planet",
    kinds=(Kind.GAME,),
    hosts=("jigsawplanet.com",),
    shapes=(
        # The path of every puzzle is that of the home page; the query tells them apart.
        Shape(
            path=r"/?",
            query={"pid": _ID},
            canonical="https://www.jigsawplanet.com/?rc=play&pid={id}",
            host=r"(?:(?:www|m)\.)?jigsawplanet\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="0a1b2c3d4e5f",
                canonical_url="https://www.jigsawplanet.com/?rc=play&pid=0a1b2c3d4e5f",
                kind=Kind.GAME,
            )
            for url in (
                "https://www.jigsawplanet.com/?rc=play&pid=0a1b2c3d4e5f",
                "https://www.jigsawplanet.com/?pid=0a1b2c3d4e5f&rc=play&pieces=48&view=iframe",
                "http://jigsawplanet.com/?rc=play&pid=0a1b2c3d4e5f",
            )
        ),
    ),
    not_artefacts=(
        "https://im.jigsawplanet.com/?rc=img&pid=0a1b2c3d4e5f&size=160",
        "https://www.jigsawplanet.com/",
        "https://www.jigsawplanet.com/?rc=signin",
        "https://www.jigsawplanet.com/ourteacher",
        "https://www.jigsawplanet.com.example.org/?rc=play&pid=0a1b2c3d4e5f",
    ),
    markers=(
        Marker(
            state=State.REMOVED,
            reason=Reason.SENT_HOME,
            where="final_url",
            pattern=r"^https?://www\.jigsawplanet\.com/?(?:\?(?!.*pid=).*)?$",
            source="expected, not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:jigsaw ?planet(?:\b.*)?|free online jigsaw puzzles.*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
