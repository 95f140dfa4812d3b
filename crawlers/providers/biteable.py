"""Biteable: short animated films."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "links and embeds in public code; read 2026-11-25"

PROVIDER = Provider(
    id="biteable",
    name="Biteable",
    kinds=(Kind.VIDEO,),
    hosts=("biteable.com",),
    shapes=(
        # The long key after the number may be what opens the film: it stays.
        Shape(
            path=r"/watch/(?:embed/)?(?P<name>(?:[^/]*-)?(?P<id>\d{3,}))(?P<key>/[0-9a-f]{16,})?/?",
            canonical="https://biteable.com/watch/{name}{key}",
            host=r"(?:(?:www|app)\.)?biteable\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1234567",
                canonical_url="https://biteable.com/watch/our-river-1234567",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://biteable.com/watch/our-river-1234567",
                "https://biteable.com/watch/embed/our-river-1234567?autoplay=1",
                "https://app.biteable.com/watch/embed/our-river-1234567/",
            )
        ),
        *(
            Example(
                url=url,
                native_id="1234567",
                canonical_url="https://biteable.com/watch/1234567/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://biteable.com/watch/1234567/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                "https://biteable.com/watch/embed/1234567/0a1b2c3d4e5f60718293a4b5c6d7e8f9?mute=0",
            )
        ),
    ),
    not_artefacts=(
        "https://biteable.com/",
        "https://biteable.com/pricing/",
        "https://biteable.com/watch/",
        "https://biteable.com/blog/school-videos-2024/",
        "https://app.biteable.com/login",
        "https://biteable.com.example.org/watch/our-river-1234567",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!.*biteable).+",
            source="expected of a public film; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="title",
            pattern=r"\bprivate\b",
            source="expected of a private film; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
