"""Sutori (HSTRY before 2016): stories told along a line."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_LANGUAGE = r"(?:/[a-z]{2}(?:-[A-Za-z]{2})?)?"
_END = r"(?:/(?:embed|edit|view|present|print|copy)?)?"
_SLUG = r"(?P<id>(?!(?:new|create|search)(?:/|$))[^/]+)"
_HOST = r"(?:www\.)?sutori\.com"
_SOURCE = (
    "the oEmbed registry, the tests of an embed library, public links, read 2026-11-25; "
    "items and HSTRY as remembered"
)

PROVIDER = Provider(
    id="sutori",
    name="Sutori",
    kinds=(Kind.PRESENTATION, Kind.TIMELINE),
    hosts=("sutori.com", "hstry.co"),
    shapes=(
        # The part after the double hyphen is the id; older addresses have a slug alone.
        Shape(
            path=rf"{_LANGUAGE}/story/(?P<slug>[^/]*?)--(?P<id>[A-Za-z0-9]{{16,32}}){_END}",
            canonical="https://www.sutori.com/story/{slug}--{id}",
            host=_HOST,
        ),
        Shape(
            path=rf"{_LANGUAGE}/story/{_SLUG}{_END}",
            canonical="https://www.sutori.com/story/{id}",
            host=_HOST,
        ),
        Shape(
            path=rf"{_LANGUAGE}/item/{_SLUG}/?",
            canonical="https://www.sutori.com/item/{id}",
            native_id="item/{id}",
            host=_HOST,
        ),
        Shape(
            path=rf"{_LANGUAGE}/timelines?/{_SLUG}{_END}",
            canonical="https://www.sutori.com/timeline/{id}",
            native_id="timeline/{id}",
            host=rf"{_HOST}|(?:www\.)?hstry\.co",
            kind=Kind.TIMELINE,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="aB1cD2eF3gH4iJ5kL6mN7oP8",
                canonical_url="https://www.sutori.com/story/our-river--aB1cD2eF3gH4iJ5kL6mN7oP8",
                kind=Kind.PRESENTATION,
            )
            for url in (
                "https://www.sutori.com/story/our-river--aB1cD2eF3gH4iJ5kL6mN7oP8",
                "https://www.sutori.com/en/story/our-river--aB1cD2eF3gH4iJ5kL6mN7oP8",
                "https://www.sutori.com/story/our-river--aB1cD2eF3gH4iJ5kL6mN7oP8/embed",
            )
        ),
        Example(
            url="http://www.sutori.com/story/our-river-8362",
            native_id="our-river-8362",
            canonical_url="https://www.sutori.com/story/our-river-8362",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://www.sutori.com/item/the-flood-of-1953-1a2b-3c4d",
            native_id="item/the-flood-of-1953-1a2b-3c4d",
            canonical_url="https://www.sutori.com/item/the-flood-of-1953-1a2b-3c4d",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://www.hstry.co/timelines/our-river-1",
            native_id="timeline/our-river-1",
            canonical_url="https://www.sutori.com/timeline/our-river-1",
            kind=Kind.TIMELINE,
        ),
    ),
    not_artefacts=(
        "https://www.sutori.com/",
        "https://www.sutori.com/en/education",
        "https://www.sutori.com/login",
        "https://www.sutori.com/story/new",
        "https://www.sutori.com/story/",
        "https://www.sutori.com/user/our-teacher",
        "https://www.sutori.com.example.org/story/our-river--aB1cD2eF3gH4iJ5kL6mN7oP8",
    ),
    oembed="https://www.sutori.com/api/oembed?format=json&url={url}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!sutori\b).+",
            source="expected of a public story; not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.sutori.com/story/fighting-fake-news--3uwdF3nfdyo5rFDxcpNAVSLq",
        missing="https://www.sutori.com/story/fighting-fake-news--3uwdF3nfdyo5rFDxcpZZZZZz",
        source="an example in Embera's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
