"""Joomag: magazines to leaf through."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>\d{16,20})"
# Publishers have hosts of their own; these deliver the pages' furniture.
_HOST = r"(?:(?!static\.|api\.|s\d*\.)[\w-]+\.)?joomag\.com"
_LANGUAGE = r"(?:[a-z]{2}/)?"
_SOURCE = (
    "addresses in public code and stored copies of two pages (short addresses, series and the "
    "publishers' own hosts are expected, not confirmed); read 2026-11-25"
)


PROVIDER = Provider(
    id="joomag",
    name="Joomag",
    kinds=(Kind.DOCUMENT,),
    hosts=("joomag.com", "joom.ag"),
    shapes=(
        Shape(
            path=rf"/{_LANGUAGE}(?:magazine/)?(?P<slug>(?!magazine/)[^/]+)/{_ID}(?:/.*)?",
            canonical="https://viewer.joomag.com/{slug}/{id}",
            host=_HOST,
        ),
        Shape(
            path=rf"/{_LANGUAGE}(?:magazine/)?{_ID}(?:/p\d+.*)?/?",
            canonical="https://viewer.joomag.com/mag/{id}",
            host=_HOST,
        ),
        # All issues of one magazine.
        Shape(
            path=rf"/{_LANGUAGE}(?:newsstand|magazine)/(?P<slug>[^/]+)/(?P<id>M\d{{16,20}})/?",
            canonical="https://www.joomag.com/en/newsstand/{slug}/{id}",
            host=_HOST,
        ),
        Shape(
            path=r"/(?P<id>[A-Za-z0-9]{3,8})(?:/p\d+)?/?",
            canonical="https://joom.ag/{id}",
            native_id="short/{id}",
            hosts=("joom.ag",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="0123456001234567890",
                canonical_url="https://viewer.joomag.com/our-river-issue-1/0123456001234567890",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://viewer.joomag.com/our-river-issue-1/0123456001234567890/p34?short",
                "https://view.joomag.com/our-river-issue-1/0123456001234567890?short",
                "https://library.joomag.com/our-river-issue-1/0123456001234567890/p1-2",
                "http://www.joomag.com/magazine/our-river-issue-1/0123456001234567890?p=1&e=1",
            )
        ),
        Example(
            url="https://www.joomag.com/magazine/0123456001234567890",
            native_id="0123456001234567890",
            canonical_url="https://viewer.joomag.com/mag/0123456001234567890",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://www.joomag.com/en/newsstand/our-river/M0123456001234567890",
            native_id="M0123456001234567890",
            canonical_url="https://www.joomag.com/en/newsstand/our-river/M0123456001234567890",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="http://joom.ag/aB1c/p12",
            native_id="short/aB1c",
            canonical_url="https://joom.ag/aB1c",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://www.joomag.com/",
        "https://www.joomag.com/en/pricing",
        "https://www.joomag.com/en/newsstand",
        "https://www.joomag.com/Frontend/WebService/gateway.php",
        "https://www.joomag.com.example.org/magazine/our-river/0123456001234567890",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="title",
            pattern=r"\|\s*page \d+\s*$",
            source="stored copies of two pages of a public magazine; read 2026-11-25",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!joomag\b).+",
            source="expected of a public magazine; not confirmed",
            inferred=True,
        ),
        # Private magazines keep their name; these words are there to doubt it.
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"(?:magazine|publication|content) is (?:private|password[- ]protected)"
            r"|enter (?:the )?password",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
