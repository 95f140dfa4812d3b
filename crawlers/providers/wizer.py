"""Wizer: interactive worksheets."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = (
    "the oEmbed registry, embera's Wizer provider and addresses in public code; read 2026-11-25"
)
_CANONICAL = "https://app.wizer.me/{form}/{id}"
_HOST = r"(?:app|www|dashboard)\.wizer\.me"


PROVIDER = Provider(
    id="wizer",
    name="Wizer",
    kinds=(Kind.QUIZ,),
    hosts=("wizer.me",),
    shapes=(
        # What a teacher looks at and what pupils work on are two things with codes of their own.
        Shape(
            path=r"/(?P<form>learn|preview)/(?:worksheet/)?(?P<id>[A-Za-z0-9]{4,12})(?:[/-].*)?",
            canonical=_CANONICAL,
            native_id="{form}/{id}",
            host=_HOST,
        ),
        # The editor: a stranger is sent to the log-in.
        Shape(
            path=r"/(?P<form>edit|editor)/(?P<id>[A-Za-z0-9]{4,12})/?",
            canonical=_CANONICAL,
            native_id="{form}/{id}",
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="learn/A1B2C3",
                canonical_url="https://app.wizer.me/learn/A1B2C3",
                kind=Kind.QUIZ,
            )
            for url in (
                "https://app.wizer.me/learn/A1B2C3",
                "http://app.wizer.me/learn/A1B2C3?utm_source=x",
                "https://app.wizer.me/learn/worksheet/A1B2C3",
            )
        ),
        Example(
            url="https://app.wizer.me/preview/D4E5F",
            native_id="preview/D4E5F",
            canonical_url="https://app.wizer.me/preview/D4E5F",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://www.wizer.me/",
        "https://app.wizer.me/",
        "https://app.wizer.me/login",
        "https://app.wizer.me/reset/a1b2c3",
        "https://app.wizer.me/images/logo-loader.png.html",
        "https://app.wizer.me.example.org/learn/A1B2C3",
    ),
    oembed="https://app.wizer.me/api/oembed.json?url={url}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:wizer(?:\b.*)?|log ?in.*|sign (?:in|up).*)\s*$).+",
            source="expected of a public worksheet; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
