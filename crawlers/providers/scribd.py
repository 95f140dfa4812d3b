"""Scribd: documents uploaded as files."""

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Probe, Provider, Shape
from crawlers.providers.flow import common_flow, oembed_url
from crawlers.reading import walls

_ID = r"(?P<id>\d{4,})"
# The form that the oEmbed registry names; it leads on to /document/.
_CANONICAL = "https://www.scribd.com/doc/{id}"
# The key of a private document.
_KEEP = ("secret_password",)
_SOURCE = "iframely's Scribd plugins and the oEmbed registry; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """As everywhere, but oEmbed's 401 says that the document is private (iframely)."""
    first = yield Probe(url=oembed_url(provider, artefact))
    wall = walls.seen(first.capture, first.document)
    blocked = wall is not None and wall.reason in (Reason.BOT_WALL, Reason.CONSENT_WALL)
    if first.capture.status == 401 and first.capture.failure is None and not blocked:
        return first.capture.visibility(State.PERMISSION_REQUIRED, Reason.PRIVATE)
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="scribd",
    name="Scribd",
    kinds=(Kind.DOCUMENT,),
    hosts=("scribd.com",),
    shapes=(
        Shape(
            path=rf"/(?:mobile/)?(?:document|doc|presentation|full|fullscreen)/{_ID}(?:/.*)?",
            canonical=_CANONICAL,
            keep=_KEEP,
        ),
        Shape(path=rf"/embeds/{_ID}(?:/.*)?", canonical=_CANONICAL, keep=_KEEP),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="412345678",
                canonical_url="https://www.scribd.com/doc/412345678",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://www.scribd.com/document/412345678/Our-River",
                "https://es.scribd.com/doc/412345678",
                "https://www.scribd.com/embeds/412345678/content?start_page=1&view_mode=scroll&access_key=key-aB1cD2",
            )
        ),
        Example(
            url="https://www.scribd.com/doc/412345678?secret_password=aB1cD2eF3gH4iJ5kL6mN",
            native_id="412345678",
            canonical_url="https://www.scribd.com/doc/412345678?secret_password=aB1cD2eF3gH4iJ5kL6mN",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://www.scribd.com/",
        "https://www.scribd.com/login",
        "https://www.scribd.com/book/412345678/A-Novel",
        "https://www.scribd.com/user/12345678/ourschool",
        "https://support.scribd.com/hc/en-us",
        "https://www.scribd.com.example.org/document/412345678",
    ),
    oembed="https://www.scribd.com/services/oembed?format=json&url={url}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:scribd(?:\b.*)?)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://www.scribd.com/document/110799637/Synthesis-of-Knowledge",
        missing="https://www.scribd.com/document/9999999999/There-is-no-such-document",
        source="the example of WordPress' and other embed libraries; public code, 2026-11-24",
    ),
    source=_SOURCE,
)
