"""TikTok: films, series of pictures, and the profiles that show them."""

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Provider, Shape
from crawlers.providers.flow import common_flow, doubted

_ID = r"(?P<id>\d{6,})"
_USER = r"@(?P<user>[\w.%-]+)"
_HOSTS = r"(?:(?:www|m|us)\.)?tiktok\.com"
_SHORT = r"(?:vm|vt)\.tiktok\.com"
_SOURCE = (
    "yt-dlp's TikTok extractor, feedsweep's TikTok rules (live answers), the oEmbed registry; "
    "read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The common flow; for what has no number of its own, a 404 of oEmbed does not count."""
    verdict = yield from common_flow(provider, artefact)
    return verdict if artefact.native_id.isdigit() else doubted(verdict, State.REMOVED)


PROVIDER = Provider(
    id="tiktok",
    name="TikTok",
    kinds=(Kind.VIDEO, Kind.IMAGE),
    hosts=("tiktok.com",),
    shapes=(
        Shape(
            path=rf"/{_USER}/video/{_ID}(?:[/&].*)?",
            canonical="https://www.tiktok.com/@{user}/video/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/{_USER}/photo/{_ID}(?:[/&].*)?",
            canonical="https://www.tiktok.com/@{user}/photo/{id}",
            host=_HOSTS,
            kind=Kind.IMAGE,
        ),
        # The service finds a film by its number whatever name stands before it.
        Shape(
            path=rf"/(?:@/video|(?:i18n/)?(?:share/)?video|embed(?:/v\d)?|player/v1|v|h5/share/video)"
            rf"/{_ID}(?:\.html)?/?",
            canonical="https://www.tiktok.com/@_/video/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/(?P<id>[A-Za-z0-9]{5,})/?",
            canonical="https://vm.tiktok.com/{id}/",
            native_id="short/{id}",
            host=_SHORT,
        ),
        Shape(
            path=r"/t/(?P<id>[A-Za-z0-9]{5,})/?",
            canonical="https://www.tiktok.com/t/{id}/",
            native_id="short/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/{_USER}/(?P<form>playlist|collection)/(?P<id>[^/]+)/?",
            canonical="https://www.tiktok.com/@{user}/{form}/{id}",
            native_id="@{user}/{form}/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/(?:embed/)?{_USER}(?:/live)?/?",
            canonical="https://www.tiktok.com/@{user}",
            native_id="@{user}",
            host=_HOSTS,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="7123456789012345678",
                canonical_url="https://www.tiktok.com/@our.river/video/7123456789012345678",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.tiktok.com/@our.river/video/7123456789012345678?is_from_webapp=1",
                "https://m.tiktok.com/@our.river/video/7123456789012345678",
            )
        ),
        *(
            Example(
                url=url,
                native_id="7123456789012345678",
                canonical_url="https://www.tiktok.com/@_/video/7123456789012345678",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.tiktok.com/embed/v2/7123456789012345678?lang=en-US",
                "https://www.tiktok.com/embed/7123456789012345678",
                "https://www.tiktok.com/player/v1/7123456789012345678?autoplay=1",
                "https://m.tiktok.com/v/7123456789012345678.html",
            )
        ),
        Example(
            url="https://www.tiktok.com/@our.river/photo/7123456789012345679",
            native_id="7123456789012345679",
            canonical_url="https://www.tiktok.com/@our.river/photo/7123456789012345679",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://vm.tiktok.com/ZMaBcDeFg/",
            native_id="short/ZMaBcDeFg",
            canonical_url="https://vm.tiktok.com/ZMaBcDeFg/",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.tiktok.com/t/ZTaBcDeFg/",
            native_id="short/ZTaBcDeFg",
            canonical_url="https://www.tiktok.com/t/ZTaBcDeFg/",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.tiktok.com/@our.river?lang=en",
            native_id="@our.river",
            canonical_url="https://www.tiktok.com/@our.river",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://www.tiktok.com/",
        "https://www.tiktok.com/embed.js",
        "https://www.tiktok.com/login",
        "https://www.tiktok.com/tag/river",
        "https://www.tiktok.com/music/original-sound-7123456789012345678",
        "https://support.tiktok.com/en",
        "https://tiktok.com.example.org/@our.river/video/7123456789012345678",
    ),
    oembed="https://www.tiktok.com/oembed?url={url}",
    markers=(
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.BOT_WALL,
            where="body",
            pattern=r'"statusCode"\s*:\s*10204\b',
            source="yt-dlp's TikTok extractor: this visitor's network is blocked; read 2026-11-23",
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="body",
            pattern=r'"statusCode"\s*:\s*(?:10216|10222)\b',
            source="yt-dlp's TikTok extractor: private film, private account; read 2026-11-23",
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
