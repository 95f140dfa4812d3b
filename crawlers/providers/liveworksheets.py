"""Liveworksheets: worksheets to fill in."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_OLD = r"(?P<id>[a-z]{2}\d{2,}[a-z]{2})"
_HOSTS = r"(?:(?:www|[a-z]{2})\.)?liveworksheets\.com"

_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-23"


PROVIDER = Provider(
    id="liveworksheets",
    name="Liveworksheets",
    kinds=(Kind.QUIZ,),
    hosts=("liveworksheets.com",),
    shapes=(
        Shape(
            path=r"/(?:[a-z]{2}/)?(?P<form>(?:w|worksheet)/[a-z]{2}/[\w%-]+)/(?P<id>\d+)(?:/[a-z-]+)?/?",
            canonical="https://www.liveworksheets.com/{form}/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/(?:[a-z]{2}/)?node/(?P<id>\d+)(?:/.*)?",
            canonical="https://www.liveworksheets.com/node/{id}",
            host=_HOSTS,
        ),
        # Addresses from before 2023.
        Shape(
            path=rf"/(?P<form>worksheets/[\w.%()/-]+_){_OLD}/?",
            canonical="https://www.liveworksheets.com/{form}{id}",
            native_id="old/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/(?:\d-)?{_OLD}/?",
            canonical="https://www.liveworksheets.com/{id}",
            native_id="old/{id}",
            host=_HOSTS,
        ),
        # A worksheet set by a teacher, whose key stands in "t".
        Shape(
            path=r"/c",
            query={"t": r"(?P<teacher>\w+)", "i": r"(?P<id>\w{4,})"},
            canonical="https://www.liveworksheets.com/c?a=s&t={teacher}&i={id}",
            native_id="c/{teacher}/{id}",
            host=_HOSTS,
            keep=("s", "sr", "l", "r", "db"),
        ),
    ),
    examples=(
        Example(
            url="https://www.liveworksheets.com/w/en/science/1234567",
            native_id="1234567",
            canonical_url="https://www.liveworksheets.com/w/en/science/1234567",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://www.liveworksheets.com/node/1234567",
            native_id="1234567",
            canonical_url="https://www.liveworksheets.com/node/1234567",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://www.liveworksheets.com/1-ab1234567cd",
            native_id="old/ab1234567cd",
            canonical_url="https://www.liveworksheets.com/ab1234567cd",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://www.liveworksheets.com/c?a=s&t=AbCdEfGh1j&sr=n&l=dp&i=uabcdef&r=gy",
            native_id="c/AbCdEfGh1j/uabcdef",
            canonical_url="https://www.liveworksheets.com/c?a=s&t=AbCdEfGh1j&i=uabcdef&sr=n&l=dp&r=gy",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://www.liveworksheets.com/worksheets/en/Science/Water/Our_river_ab1234567cd",
            native_id="old/ab1234567cd",
            canonical_url="https://www.liveworksheets.com/worksheets/en/Science/Water/Our_river_ab1234567cd",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://www.liveworksheets.com/",
        "https://www.liveworksheets.com/user/login",
        "https://www.liveworksheets.com/search?query=river",
        "https://www.liveworksheets.com/worksheets/en/science",
        "https://www.liveworksheets.com.example.org/w/en/science/1234567",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="title",
            pattern=r"^(?!(?:live ?worksheets(?:\b.*)?|access denied.*|page not found.*|log ?in.*"
            r"|.*\bprivate\b.*)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
