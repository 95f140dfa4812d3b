"""Microsoft Stream (classic): videos and channels of an organisation, until April 2024."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_ID = r"(?P<id>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"

_SOURCE = (
    "Microsoft's announcement of the end (15 April 2024) as reported widely; the oEmbed registry "
    "and addresses in public code; read 2026-11-25"
)


PROVIDER = Provider(
    id="microsoft-stream",
    name="Microsoft Stream (classic)",
    kinds=(Kind.VIDEO,),
    hosts=("microsoftstream.com",),
    shapes=(
        Shape(
            path=rf"/(?:embed/)?video/{_ID}/?",
            canonical="https://web.microsoftstream.com/video/{id}",
        ),
        Shape(
            path=rf"/(?:embed/)?(?P<form>channel|group)/{_ID}(?:/.*)?",
            canonical="https://web.microsoftstream.com/{form}/{id}",
            native_id="{form}/{id}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                canonical_url="https://web.microsoftstream.com/video/"
                "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://web.microsoftstream.com/video/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                "https://web.microsoftstream.com/embed/video/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
                "?autoplay=false&showinfo=true",
                "https://msit.microsoftstream.com/video/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d?st=9",
            )
        ),
        Example(
            url="https://web.microsoftstream.com/embed/channel/"
            "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d?app=microsoftteams&sort=undefined",
            native_id="channel/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
            canonical_url="https://web.microsoftstream.com/channel/"
            "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://web.microsoftstream.com/",
        "https://web.microsoftstream.com/browse",
        "https://web.microsoftstream.com/user/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
        "https://web.microsoftstream.com.example.org/video/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
    ),
    retired="2024-04-15",
    source=_SOURCE,
)
