"""Google Slides: presentations."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

# Two id spaces: d/ID is the file itself, d/e/PUBID what its owner published to the web.
_PREFIX = r"(?:/a/[^/]+)?/presentation(?:/a/[^/]+)?(?:/u/\d+)?"
_ID = r"(?P<id>[\w-]{5,})"
_PUBLISHED = r"e/(?P<id>[\w-]{5,})"
_CANONICAL = "https://docs.google.com/presentation/d/{id}/edit"
_CANONICAL_PUBLISHED = "https://docs.google.com/presentation/d/e/{id}/pub"
_SOURCE = "iframely's Google rules (redirect to the sign-in page); read 2026-11-23"
_KEY = ("resourcekey",)

PROVIDER = Provider(
    id="google-slides",
    name="Google Slides",
    kinds=(Kind.PRESENTATION,),
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
            path=r"(?:/a/[^/]+)?/(?:(?:presentation|present)(?:/u/\d+)?"
            r"/(?:pub|embed|view|edit|preview|export)|EmbedSlideshow|PresentationView)",
            query={"id": _ID},
            canonical=_CANONICAL,
            keep=_KEY,
        ),
    ),
    examples=(
        Example(
            url="https://docs.google.com/presentation/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit?usp=sharing",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/presentation/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://docs.google.com/presentation/u/1/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/present",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/presentation/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://docs.google.com/a/school.example.org/presentation/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/embed?start=false",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz01",
            canonical_url="https://docs.google.com/presentation/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://docs.google.com/presentation/d/e/2PACX-1vQabcDEF123/pubembed?start=true&loop=true",
            native_id="e/2PACX-1vQabcDEF123",
            canonical_url="https://docs.google.com/presentation/d/e/2PACX-1vQabcDEF123/pub",
            kind=Kind.PRESENTATION,
        ),
    ),
    not_artefacts=(
        "https://docs.google.com/",
        "https://docs.google.com/presentation/",
        "https://docs.google.com/presentation/u/0/",
        "https://docs.google.com.example.org/presentation/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
    ),
    # /pub refuses to stand in a frame; /embed shows the slides to whoever may see them.
    probe="https://docs.google.com/presentation/d/{native_id}/embed",
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
            pattern=r"viewerData\s*=|docs\.google\.com/static/presentation",
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
            pattern=".punch-viewer-svgpage-svgcontainer svg",
            source="readers of shown presentations in public code (four); read 2026-11-25",
        ),
    ),
    live=Live(
        public="https://docs.google.com/presentation/d/1EAYk18WDjIG-zp_0vLm3CsfQh_i8eXc67Jo2O9C6Vuc/edit",
        missing="https://docs.google.com/presentation/d/10000000000000000000000000000000000000000000/edit",
        source="the sample presentation of Google's Slides API quickstarts; public "
        "code, 2026-11-24",
    ),
    source=_SOURCE,
)
