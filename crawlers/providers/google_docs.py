"""Google Docs: text documents."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

# Two id spaces: d/ID is the file itself, d/e/PUBID what its owner published to the web.
_PREFIX = r"(?:/a/[^/]+)?/document(?:/a/[^/]+)?(?:/u/\d+)?"
_ID = r"(?P<id>[\w-]{5,})"
_PUBLISHED = r"e/(?P<id>[\w-]{5,})"
_CANONICAL = "https://docs.google.com/document/d/{id}/edit"
_CANONICAL_PUBLISHED = "https://docs.google.com/document/d/e/{id}/pub"
_SOURCE = "iframely's Google rules (redirect to the sign-in page); read 2026-11-23"
_KEY = ("resourcekey",)

PROVIDER = Provider(
    id="google-docs",
    name="Google Docs",
    kinds=(Kind.DOCUMENT,),
    hosts=("docs.google.com",),
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
            path=r"(?:/a/[^/]+)?/(?:document(?:/u/\d+)?/(?:pub|edit|view|preview|export)|View|Doc)",
            query={"id": _ID},
            canonical=_CANONICAL,
            keep=_KEY,
        ),
        Shape(path=r"(?:/a/[^/]+)?/(?:View|Doc)", query={"docid": _ID}, canonical=_CANONICAL),
    ),
    examples=(
        Example(
            url="https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit?usp=sharing",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://docs.google.com/document/u/1/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/mobilebasic",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://docs.google.com/a/school.example.org/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/preview",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="http://docs.google.com/View?id=dabcdefg_12hijklmn",
            native_id="dabcdefg_12hijklmn",
            canonical_url="https://docs.google.com/document/d/dabcdefg_12hijklmn/edit",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://docs.google.com/document/d/e/2PACX-1vQabcDEF123/pub?embedded=true",
            native_id="e/2PACX-1vQabcDEF123",
            canonical_url="https://docs.google.com/document/d/e/2PACX-1vQabcDEF123/pub",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://docs.google.com/",
        "https://docs.google.com/document/",
        "https://docs.google.com/document/u/0/",
        "https://docs.google.com.example.org/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
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
            pattern=r"id=\"contents\"",
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
    eyes=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="element",
            pattern=".kix-page-paginated",
            source="programs that read shown documents, in public code (nine); read 2026-11-25",
        ),
    ),
    eyes_at="{canonical_url}",
    live=Live(
        public="https://docs.google.com/document/d/195j9eDD3ccgjQRttHhJPymLJUCOUjs-jmwTrekvdjFE/edit",
        missing="https://docs.google.com/document/d/10000000000000000000000000000000000000000000/edit",
        source="the sample document of Google's Docs API quickstarts; public code, 2026-11-24",
    ),
    source=_SOURCE,
)
