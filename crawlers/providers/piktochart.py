"""Piktochart: infographics, reports and presentations."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

# A number, or twelve hex digits since about 2020; what follows is the title.
_ID = r"(?P<id>\d{3,}(?![\w])|[0-9a-f]{12}(?![\w]))"
_SOURCE = (
    "iframely's Piktochart rule, the Moodle multi-embed filter and addresses in public code; "
    "read 2026-11-25"
)


PROVIDER = Provider(
    id="piktochart",
    name="Piktochart",
    kinds=(Kind.IMAGE,),
    hosts=("piktochart.com",),
    shapes=(
        Shape(
            path=rf"/(?:output|embed|infographic/output)/{_ID}(?:-[^/]*)?(?:/.*)?",
            canonical="https://create.piktochart.com/output/{id}",
            host=r"(?:(?:www|create|magic|app|my)\.)?piktochart\.com",
        ),
        # The editor: a stranger is sent to the log-in.
        Shape(
            path=rf"/(?:editor|edit)(?:/[a-z]+)?/{_ID}(?:-[^/]*)?/?",
            canonical="https://create.piktochart.com/output/{id}",
            host=r"(?:create|magic|app)\.piktochart\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="41234567",
                canonical_url="https://create.piktochart.com/output/41234567",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://create.piktochart.com/output/41234567-our-river",
                "https://magic.piktochart.com/output/41234567-our-river",
                "https://create.piktochart.com/embed/41234567-our-river",
                "https://magic.piktochart.com/embed/41234567",
            )
        ),
        Example(
            url="https://create.piktochart.com/output/4a1b2c3d4e5f-our-river-2025",
            native_id="4a1b2c3d4e5f",
            canonical_url="https://create.piktochart.com/output/4a1b2c3d4e5f",
            kind=Kind.IMAGE,
        ),
    ),
    not_artefacts=(
        "https://piktochart.com/",
        "https://create.piktochart.com/users/sign_in",
        "https://create.piktochart.com/embedding/scripts/embed.js",
        "https://piktochart.com/templates/infographics/",
        "https://piktochart.com/blog/output/",
        "https://support.piktochart.com/",
        "https://create.piktochart.com.example.org/output/41234567-our-river",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:piktochart(?:\b.*)?|log ?in.*|sign (?:in|up).*)\s*$).+",
            source="iframely's Piktochart rule reads it of public pages; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:piktochart|visual|infographic) is (?:private|not published)",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://magic.piktochart.com/output/16505417-projet-immigration-copy",
        missing="https://magic.piktochart.com/output/16000000-projet-immigration-copy",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
