"""SlideShare: slide decks and documents; an embed key is another id space than a page number."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_SOURCE = "iframely and the oEmbed registry; read 2026-11-23"

PROVIDER = Provider(
    id="slideshare",
    name="SlideShare",
    kinds=(Kind.PRESENTATION,),
    hosts=("slideshare.net",),
    shapes=(
        Shape(
            path=r"/slideshow/embed_code/key/(?P<id>\w+)/?",
            canonical="https://www.slideshare.net/slideshow/embed_code/key/{id}",
            native_id="key/{id}",
        ),
        Shape(
            path=r"/slideshow/embed_code/(?P<id>\d+)/?",
            canonical="https://www.slideshare.net/slideshow/embed_code/{id}",
        ),
        Shape(
            path=r"/secret/(?P<id>\w+)/?",
            canonical="https://www.slideshare.net/secret/{id}",
            native_id="secret/{id}",
        ),
        Shape(
            path=r"/slideshow/(?!embed_code)(?P<slug>[\w%.~-]+?)/(?P<id>\d{5,})/?",
            canonical="https://www.slideshare.net/slideshow/{slug}/{id}",
        ),
        Shape(
            path=r"/(?:mobile/)?(?!(?:slideshow|mobile|search|explore|login|signup|about|category|topic|upload|rss|api|privacy|terms|widgets|featured|secret)/)(?P<user>[\w%.-]+)/(?P<slug>[\w%.~-]+?)-(?P<id>\d{5,})/?",
            canonical="https://www.slideshare.net/{user}/{slug}-{id}",
        ),
        Shape(
            path=r"/(?:mobile/)?(?!(?:slideshow|mobile|search|explore|login|signup|about|category|topic|upload|rss|api|privacy|terms|widgets|featured|secret)/)(?P<user>[\w%.-]+)/(?P<slug>(?!.*-\d{5,}/?$)(?!(?:presentations|documents|infographics|followers|clipboards|likes)/?$)[\w%.~-]+)/?",
            canonical="https://www.slideshare.net/{user}/{slug}",
            native_id="{user}/{slug}",
        ),
    ),
    examples=(
        Example(
            url="https://www.slideshare.net/seateacher/fishing-then-and-now-248163264",
            native_id="248163264",
            canonical_url="https://www.slideshare.net/seateacher/fishing-then-and-now-248163264",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://de.slideshare.net/seateacher/fishing-then-and-now-248163264?next_slideshow=1",
            native_id="248163264",
            canonical_url="https://www.slideshare.net/seateacher/fishing-then-and-now-248163264",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://www.slideshare.net/slideshow/fishing-then-and-now/248163264",
            native_id="248163264",
            canonical_url="https://www.slideshare.net/slideshow/fishing-then-and-now/248163264",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://www.slideshare.net/slideshow/embed_code/key/aBcDeFgHiJkLmN",
            native_id="key/aBcDeFgHiJkLmN",
            canonical_url="https://www.slideshare.net/slideshow/embed_code/key/aBcDeFgHiJkLmN",
            kind=Kind.PRESENTATION,
        ),
    ),
    not_artefacts=(
        "https://www.slideshare.net/",
        "https://www.slideshare.net/login",
        "https://www.slideshare.net/search/slideshow?q=x",
        "https://www.slideshare.net/explore/science",
        "https://slideshare.net.example.org/seateacher/x-248163264",
    ),
    oembed="https://www.slideshare.net/api/oembed/2?format=json&url={url}",
    page_proves=True,
    source=_SOURCE,
)
