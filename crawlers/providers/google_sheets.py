"""Google Sheets: spreadsheets."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

# Two id spaces: d/ID is the file itself, d/e/PUBID what its owner published to the web.
_PREFIX = r"(?:/a/[^/]+)?/spreadsheets(?:/a/[^/]+)?(?:/u/\d+)?"
_ID = r"(?P<id>(?a:[\w-]{5,}))"
_PUBLISHED = r"e/(?P<id>[\w-]{5,})"
_CANONICAL = "https://docs.google.com/spreadsheets/d/{id}/edit"
_CANONICAL_PUBLISHED = "https://docs.google.com/spreadsheets/d/e/{id}/pubhtml"
_SOURCE = "iframely's Google rules (redirect to the sign-in page); read 2026-11-23"
_KEY = ("resourcekey",)

PROVIDER = Provider(
    id="google-sheets",
    name="Google Sheets",
    kinds=(Kind.DOCUMENT,),
    hosts=("docs.google.com", "spreadsheets.google.com"),
    shapes=(
        Shape(
            path=rf"{_PREFIX}/d/{_PUBLISHED}(?:/.*)?",
            canonical=_CANONICAL_PUBLISHED,
            native_id="e/{id}",
            keep=_KEY,
        ),
        Shape(path=rf"{_PREFIX}/d/{_ID}(?:/.*)?", canonical=_CANONICAL, keep=_KEY),
        # Addresses from before 2013 carry the id as a parameter.
        Shape(
            path=r"(?:/a/[^/]+)?/spreadsheets?/(?:ccc|pub|lv)",
            query={"key": _ID},
            canonical=_CANONICAL,
            keep=_KEY,
        ),
        Shape(
            path=r"(?:/a/[^/]+)?/(?:ccc|pub|lv)",
            query={"key": _ID},
            canonical=_CANONICAL,
            hosts=("spreadsheets.google.com",),
        ),
    ),
    examples=(
        Example(
            url="https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit?usp=sharing",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://docs.google.com/spreadsheets/u/1/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/htmlview",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://docs.google.com/a/school.example.org/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit#gid=0",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="http://spreadsheets.google.com/pub?key=0AbCdEfGhIjKlMnOpQrStUv&hl=en&output=html",
            native_id="0AbCdEfGhIjKlMnOpQrStUv",
            canonical_url="https://docs.google.com/spreadsheets/d/0AbCdEfGhIjKlMnOpQrStUv/edit",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://docs.google.com/spreadsheets/d/e/2PACX-1vQabcDEF123/pubhtml?gid=0&single=true&widget=true&headers=false",
            native_id="e/2PACX-1vQabcDEF123",
            canonical_url="https://docs.google.com/spreadsheets/d/e/2PACX-1vQabcDEF123/pubhtml",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://docs.google.com/",
        "https://docs.google.com/spreadsheets/",
        "https://docs.google.com/spreadsheets/u/0/",
        "https://docs.google.com.example.org/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r".+",
            source="expected of a file that everybody may open; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="body",
            pattern=r"id=\"sheets-viewport\"",
            source="expected of what was published to the web; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.REMOVED,
            reason=Reason.SOFT_NOT_FOUND,
            where="text",
            pattern=r"this (?:document|presentation|spreadsheet|drawing) is not published",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://docs.google.com/spreadsheets/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit",
        missing="https://docs.google.com/spreadsheets/d/10000000000000000000000000000000000000000000/edit",
        source="the sample spreadsheet of Google's Sheets API quickstarts; common knowledge",
    ),
    source=_SOURCE,
)
