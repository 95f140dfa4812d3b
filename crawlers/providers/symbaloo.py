"""Symbaloo: webmixes, which are pages of tiles that lead to other sites."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_HOST = r"(?:(?:www|edu|m|[a-z]{2})\.)?symbaloo\.com"
_SOURCE = "another embed library's tests and addresses in public code; read 2026-11-25"


PROVIDER = Provider(
    id="symbaloo",
    name="Symbaloo",
    kinds=(Kind.SITE,),
    hosts=("symbaloo.com",),
    shapes=(
        # Shared by its address only: 16 bytes in Base64.
        Shape(
            path=r"/(?:[a-z]{2}/)?(?:embed/|home/)?shared/(?P<id>[\w-]{22})(?:=|%3D)*/?",
            canonical="https://www.symbaloo.com/shared/{id}==",
            native_id="shared/{id}",
            host=_HOST,
        ),
        # The program's own id; a webmix that was published has a name.
        Shape(
            path=r"/(?:home/|embed/)?mix/(?P<id>13e[0-9A-Za-z]{7,8})/?",
            canonical="https://www.symbaloo.com/home/mix/{id}",
            host=_HOST,
        ),
        Shape(
            path=r"/(?:[a-z]{2}/)?(?:(?:home/)?mix|embed(?:/mix)?)/(?!(?:shared|mix)/?$)(?P<id>[^/]+)/?",
            canonical="https://www.symbaloo.com/mix/{id}",
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="our-river-tools",
                canonical_url="https://www.symbaloo.com/mix/our-river-tools",
                kind=Kind.SITE,
            )
            for url in (
                "https://www.symbaloo.com/mix/our-river-tools?lang=EN",
                "http://edu.symbaloo.com/mix/our-river-tools?searched=true",
                "https://www.symbaloo.com/embed/our-river-tools?",
                "https://www.symbaloo.com/home/mix/our-river-tools",
            )
        ),
        *(
            Example(
                url=url,
                native_id="shared/AAAAAInvented_41-4K6M4",
                canonical_url="https://www.symbaloo.com/shared/AAAAAInvented_41-4K6M4==",
                kind=Kind.SITE,
            )
            for url in (
                "https://www.symbaloo.com/shared/AAAAAInvented_41-4K6M4==",
                "http://www.symbaloo.com/embed/shared/AAAAAInvented_41-4K6M4==?",
                "https://edu.symbaloo.com/shared/AAAAAInvented_41-4K6M4%3D%3D",
            )
        ),
        Example(
            url="https://www.symbaloo.com/home/mix/13eAbC1D2e",
            native_id="13eAbC1D2e",
            canonical_url="https://www.symbaloo.com/home/mix/13eAbC1D2e",
            kind=Kind.SITE,
        ),
        Example(
            url="https://edu.symbaloo.com/embed/наша-річка",
            native_id="%D0%BD%D0%B0%D1%88%D0%B0-%D1%80%D1%96%D1%87%D0%BA%D0%B0",
            canonical_url="https://www.symbaloo.com/mix/"
            "%D0%BD%D0%B0%D1%88%D0%B0-%D1%80%D1%96%D1%87%D0%BA%D0%B0",
            kind=Kind.SITE,
        ),
    ),
    not_artefacts=(
        "https://www.symbaloo.com/",
        "https://www.symbaloo.com/home/mix/",
        "https://www.symbaloo.com/login",
        "https://www.symbaloo.com/profile/ann-teacher",
        "https://www.symbaloo.com/add/tile?source=3&title=River&url=https%3A%2F%2Fschool.example.org",
        "https://www.symbaloo.com.example.org/mix/our-river-tools",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!symbaloo\b|.*\blog ?in\b).+",
            source="expected of a published webmix; not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.symbaloo.com/embed/tic-tacbasicos-edu",
        missing="https://www.symbaloo.com/embed/tic-tacbzzzzzz-edu",
        source="an example in feedsweep's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
