"""Smore: newsletters of schools."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_HOST = r"(?:(?:www|secure|app)\.)?smore\.com"
_CANONICAL = "https://secure.smore.com/n/{id}"
# Without ``/n/`` a code may as well be a word; the site's own pages begin like this.
_WORDS = (
    "about|admin|api|app|apps|blog|brand|case|clippy|contact|cookie\\w*|demo|edu|email|event"
    "|events|example|faq|features|flyer|flyers|for|free|gdpr|guide|help|home|how|jobs|join|legal"
    "|list|login|logout|news|nonprofit|plans|press|pricing|privacy|pro|real|school|schools|search"
    "|security|share|signin|signup|site|smore|static|status|store|talk|team|teams|terms|tips|tour"
    "|try|use|user|users|video|webinar|what|why"
)
_SOURCE = "the Moodle multi-embed filter and addresses in public code; read 2026-11-25"


PROVIDER = Provider(
    id="smore",
    name="Smore",
    kinds=(Kind.DOCUMENT,),
    hosts=("smore.com",),
    shapes=(
        Shape(
            path=r"/(?:n|e|app/pages/preview)/(?P<id>[a-z0-9]{3,8})(?:-[^/]*)?(?:/.*)?",
            canonical=_CANONICAL,
            host=_HOST,
        ),
        Shape(
            path=rf"/(?!(?:{_WORDS})(?:[-/.]|$))(?P<id>[a-z0-9]{{4,6}})(?:-[^/]*)?/?",
            canonical=_CANONICAL,
            host=_HOST,
        ),
        # The editor: a stranger is sent to the log-in.
        Shape(
            path=r"/app/(?:flyer|flyers|pages|newsletters?)/(?:edit/)?(?P<id>[a-z0-9]{4,6})"
            r"(?:-[^/]*)?(?:/edit)?/?",
            canonical=_CANONICAL,
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="r1v3r",
                canonical_url="https://secure.smore.com/n/r1v3r",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://www.smore.com/r1v3r-our-river-news",
                "https://www.smore.com/r1v3r",
                "https://secure.smore.com/n/r1v3r?ref=email",
                "https://secure.smore.com/n/r1v3r-our-river-news?embed=1",
                "https://app.smore.com/n/r1v3r",
            )
        ),
        Example(
            url="http://www.smore.com/wvxzb-week-of-water",
            native_id="wvxzb",
            canonical_url="https://secure.smore.com/n/wvxzb",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://www.smore.com/",
        "https://www.smore.com/login",
        "https://www.smore.com/clippy-js",
        "https://www.smore.com/u/ourteacher",
        "https://secure.smore.com/app/lists/confirm_subscribe",
        "https://help.smore.com/articles/12345",
        "https://cdn.smore.com/r1v3r",
        "https://www.smore.com.example.org/r1v3r-our-river-news",
        "https://notsmore.com/r1v3r",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:smore(?:\b.*)?|log ?in.*|sign (?:in|up).*|.*not found.*)\s*$).+",
            source="expected of a public newsletter; not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.smore.com/j6ry-using-smore-in-your-classroom",
        missing="https://www.smore.com/z9zz-using-smore-in-your-classroom",
        source="an example in filter_multiembed's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
