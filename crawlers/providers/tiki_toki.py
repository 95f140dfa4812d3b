"""Tiki-Toki: timelines."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_HOST = r"(?:www\.)?tiki-toki\.com"
_ENTRY = "https://www.tiki-toki.com/timeline/entry/{id}{slug}/"
_SOURCE = "links and embeds in public code; read 2026-11-25"

PROVIDER = Provider(
    id="tiki-toki",
    name="Tiki-Toki",
    kinds=(Kind.TIMELINE,),
    hosts=("tiki-toki.com",),
    shapes=(
        Shape(
            path=r"/timeline/(?:entry|edit|preview)/(?P<id>\d+)(?P<slug>/[^/]+)?/?",
            canonical=_ENTRY,
            host=_HOST,
        ),
        # The number after the timeline's own may be what opens the embed: it stays.
        Shape(
            path=r"/timeline/embed/(?P<id>\d+)/(?P<key>\w+)(?:/.*)?",
            canonical="https://www.tiki-toki.com/timeline/embed/{id}/{key}/",
            host=_HOST,
        ),
        Shape(
            path=r"/timeline/embed/(?P<id>\d+)/?",
            canonical="https://www.tiki-toki.com/timeline/entry/{id}/",
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1234567",
                canonical_url="https://www.tiki-toki.com/timeline/entry/1234567/Our-River/",
                kind=Kind.TIMELINE,
            )
            for url in (
                "https://www.tiki-toki.com/timeline/entry/1234567/Our-River/",
                "http://www.tiki-toki.com/timeline/entry/1234567/Our-River#vars!date=2024-05-09!",
                "http://tiki-toki.com/timeline/entry/1234567/Our-River/?utm_source=mail",
            )
        ),
        Example(
            url="http://www.tiki-toki.com/timeline/embed/1234567/8765432109/",
            native_id="1234567",
            canonical_url="https://www.tiki-toki.com/timeline/embed/1234567/8765432109/",
            kind=Kind.TIMELINE,
        ),
    ),
    not_artefacts=(
        "https://www.tiki-toki.com/",
        "https://www.tiki-toki.com/faqs/",
        "https://www.tiki-toki.com/timeline/entry/",
        "https://www.tiki-toki.com/timeline/entry/1234567/Our-River/json/",
        "https://www.tiki-toki.com.example.org/timeline/entry/1234567/Our-River/",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!tiki-toki\b).+",
            source="expected of a public timeline; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
