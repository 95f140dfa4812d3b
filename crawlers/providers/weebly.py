"""Weebly: sites under a name of their own, and their pages."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

# Hosts of the builder itself.
_OWN = (
    "www|api|app|apps|blog|cdn\\d*|cloud|community|dev|developers?|editor|education|forums?|hc|help"
    "|legal|m|mobile|media|pages|partners?|promote|secure|shop|static|status|students|support|try"
)
_SITE = rf"(?:www\.)?(?P<site>(?!(?:{_OWN})\.)[a-z0-9-]+)\.weebly\.com"
# Sign-in and shop pages, feeds, and what was uploaded: files by themselves.
_NOT_PAGES = (
    r"(?!uploads/|files/|gdpr/|apps/|ajax/|weebly/|editor|login|logout|member|register|cart|checkout"
    r"|sitemap\.xml|robots\.txt|favicon|store/(?:cart|checkout)|\d+/(?:feed|post)|(?:.+/)?feed/?$)"
)
# A page, with or without ``.html``; no file, no script.
_PAGE = rf"(?P<page>{_NOT_PAGES}(?:[^/.]+/)*[^/.]+?)"
_SOURCE = "addresses in public code; a site's server sends the page itself; read 2026-11-25"

PROVIDER = Provider(
    id="weebly",
    name="Weebly",
    kinds=(Kind.SITE,),
    hosts=("weebly.com", "weeblysite.com"),
    shapes=(
        Shape(
            path=r"/(?:(?:index|home)\.html)?",
            canonical="https://{site}.weebly.com/",
            native_id="{site}",
            host=_SITE,
        ),
        Shape(
            path=rf"/{_PAGE}(?P<form>\.html)?/?",
            canonical="https://{site}.weebly.com/{page}{form}",
            native_id="{site}/{page}",
            host=_SITE,
        ),
        # Newer sites with a shop.
        Shape(
            path=rf"/(?:{_PAGE})?/?",
            canonical="https://{site}.weeblysite.com/{page}",
            native_id="{site}.weeblysite/{page}",
            hosts=("weeblysite.com",),
            host=r"(?:www\.)?(?P<site>(?!www\.)[a-z0-9-]+)\.weeblysite\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="ourriver",
                canonical_url="https://ourriver.weebly.com/",
                kind=Kind.SITE,
            )
            for url in (
                "http://ourriver.weebly.com",
                "https://www.ourriver.weebly.com/?utm_source=x",
                "https://ourriver.weebly.com/index.html",
            )
        ),
        Example(
            url="http://ourriver.weebly.com/water-day.html#photos",
            native_id="ourriver/water-day",
            canonical_url="https://ourriver.weebly.com/water-day.html",
            kind=Kind.SITE,
        ),
        Example(
            url="https://ourriver.weebly.com/blog/archives/05-2014",
            native_id="ourriver/blog/archives/05-2014",
            canonical_url="https://ourriver.weebly.com/blog/archives/05-2014",
            kind=Kind.SITE,
        ),
        Example(
            url="https://ourriver.weeblysite.com/results",
            native_id="ourriver.weeblysite/results",
            canonical_url="https://ourriver.weeblysite.com/results",
            kind=Kind.SITE,
        ),
    ),
    not_artefacts=(
        "https://www.weebly.com/",
        "https://www.weebly.com/login",
        "https://www.weebly.com/features/website-builder",
        "https://education.weebly.com/",
        "https://ourriver.weebly.com/1/feed",
        "https://ourriver.weebly.com/files/theme/plugins.js",
        "https://ourriver.weebly.com.example.org/water-day.html",
        "https://notweebly.com/water-day.html",
    ),
    page_proves=True,
    own_domains=True,
    source=_SOURCE,
)
