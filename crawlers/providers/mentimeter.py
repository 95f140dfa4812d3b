"""Mentimeter: presentations with questions, their votes and results."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_HOSTS = r"(?:www\.)?mentimeter\.com"
_ID = r"(?P<id>(?=[a-z]*\d)[a-z0-9]{20,})"
# Ten or twelve letters without a digit are a code as well: the host shows nothing else so named.
_VOTE = r"(?P<id>(?=[a-z]*\d)[a-z0-9]{8,14}|(?!presentation)[a-z]{12}|[a-z]{10})"

_SOURCE = "addresses in public code; pages are an app's shell; read 2026-11-23"


PROVIDER = Provider(
    id="mentimeter",
    name="Mentimeter",
    kinds=(Kind.QUIZ,),
    hosts=(
        "mentimeter.com",
        "menti.com",
    ),
    shapes=(
        # Presentation, share link, embed key and voting code are four id spaces.
        Shape(
            path=rf"/app/presentation/(?:n/)?{_ID}(?:/.*)?",
            canonical="https://www.mentimeter.com/app/presentation/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/s/(?P<id>[0-9a-f]{16,}(?:/[0-9a-f]{8,})?)(?:/[a-z].*)?/?",
            canonical="https://www.mentimeter.com/s/{id}",
            native_id="s/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/embed/(?P<id>[0-9a-f]{16,}(?:/[0-9a-f]{8,})?)/?",
            canonical="https://www.mentimeter.com/embed/{id}",
            native_id="embed/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/{_VOTE}/?",
            canonical="https://www.menti.com/{id}",
            native_id="menti/{id}",
            host=r"(?:www\.)?menti\.com",
        ),
        Shape(
            path=r"/?",
            query={"code": r"(?P<a>\d{3,4})[ +-]?(?P<b>\d{3,4})"},
            canonical="https://www.menti.com/{a}{b}",
            native_id="menti/{a}{b}",
            host=r"(?:www\.)?menti\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="al1a2b3c4d5e6f7g8h9i0jklmnopqrst",
                canonical_url="https://www.mentimeter.com/app/presentation/al1a2b3c4d5e6f7g8h9i0jklmnopqrst",
                kind=Kind.QUIZ,
            )
            for url in (
                "https://www.mentimeter.com/app/presentation/al1a2b3c4d5e6f7g8h9i0jklmnopqrst/embed",
                "https://www.mentimeter.com/app/presentation/al1a2b3c4d5e6f7g8h9i0jklmnopqrst/edit?source=share-modal",
                "https://www.mentimeter.com/app/presentation/n/al1a2b3c4d5e6f7g8h9i0jklmnopqrst/present?question=a1b2c3d4",
            )
        ),
        Example(
            url="https://www.mentimeter.com/s/0123456789abcdef0123456789abcdef/0123456789ab",
            native_id="s/0123456789abcdef0123456789abcdef/0123456789ab",
            canonical_url="https://www.mentimeter.com/s/0123456789abcdef0123456789abcdef/0123456789ab",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://www.mentimeter.com/embed/0123456789abcdef0123456789abcdef",
            native_id="embed/0123456789abcdef0123456789abcdef",
            canonical_url="https://www.mentimeter.com/embed/0123456789abcdef0123456789abcdef",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://www.menti.com/al1a2b3c4d5e",
            native_id="menti/al1a2b3c4d5e",
            canonical_url="https://www.menti.com/al1a2b3c4d5e",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://www.mentimeter.com/",
        "https://www.mentimeter.com/auth/login",
        "https://www.mentimeter.com/app/dashboard",
        "https://www.mentimeter.com/templates/p/icebreaker",
        "https://www.menti.com/",
        "https://www.menti.com.example.org/al1a2b3c4d5e",
    ),
    source=_SOURCE,
)
