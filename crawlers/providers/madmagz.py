"""Madmagz: magazines that classes make."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_HOST = r"(?:(?:www|app|[a-z]{2})\.)?madmagz\.(?:com|app)"
_LANGUAGE = r"(?:/[a-z]{2}(?:[-_][A-Za-z]{2})?)?"
_SOURCE = (
    "addresses in public code; those of madmagz.app and what a page answers are expected, not "
    "confirmed; read 2026-11-25"
)


PROVIDER = Provider(
    id="madmagz",
    name="Madmagz",
    kinds=(Kind.DOCUMENT,),
    hosts=("madmagz.com", "madmagz.app"),
    shapes=(
        # A preview is open before the magazine is published.
        Shape(
            path=rf"{_LANGUAGE}/magazines?/preview/(?P<id>\d+)(?:/.*)?",
            canonical="https://madmagz.com/magazine/preview/{id}",
            native_id="preview/{id}",
            host=_HOST,
        ),
        Shape(
            path=rf"{_LANGUAGE}/(?:embed/)?magazines?/(?:embed/|read/)?(?P<id>\d+)(?:[/-].*)?",
            canonical="https://madmagz.com/magazine/{id}",
            host=_HOST,
        ),
        # The newer program has ids of its own.
        Shape(
            path=rf"{_LANGUAGE}/(?P<form>viewer|reader|preview|magazine|embed)"
            r"/(?P<id>(?=[\w-]*\d)[\w-]{8,})(?:/.*)?",
            canonical="https://madmagz.app/{form}/{id}",
            native_id="app/{id}",
            hosts=("madmagz.app",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1234567",
                canonical_url="https://madmagz.com/magazine/1234567",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://madmagz.com/fr/magazine/1234567#/",
                "https://madmagz.com/magazine/1234567#/page/8",
                "http://www.madmagz.com/en/magazine/1234567/",
            )
        ),
        Example(
            url="https://madmagz.com/fr/magazine/preview/1234567#",
            native_id="preview/1234567",
            canonical_url="https://madmagz.com/magazine/preview/1234567",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://madmagz.app/fr/viewer/5f0a1b2c3d4e5f0011223344",
            native_id="app/5f0a1b2c3d4e5f0011223344",
            canonical_url="https://madmagz.app/viewer/5f0a1b2c3d4e5f0011223344",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://madmagz.com/",
        "https://madmagz.com/fr",
        "https://madmagz.com/fr/login",
        "https://madmagz.com/en/pricing",
        "https://tpe.madmagz.news/our-river",
        "https://madmagz.com.example.org/fr/magazine/1234567",
    ),
    markers=(
        # The home page's title begins with a call to create one.
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!madmagz\b|.*: madmagz\s*$).+",
            source="expected of a published magazine; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
