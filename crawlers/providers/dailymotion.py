"""Dailymotion: videos and playlists."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_ID = r"(?P<id>[xk][a-zA-Z0-9]{3,})"
_VIDEO = "https://www.dailymotion.com/video/{id}"
_PLAYLIST = "https://www.dailymotion.com/playlist/{id}"
_HOSTS = r"(?:www\.|m\.|touch\.)?dailymotion\.com"
_SOURCE = "the oEmbed registry and yt-dlp's Dailymotion extractor; read 2026-11-23"

PROVIDER = Provider(
    id="dailymotion",
    name="Dailymotion",
    kinds=(Kind.VIDEO,),
    hosts=("dailymotion.com", "dai.ly"),
    shapes=(
        Shape(path=rf"/{_ID}/?", canonical=_VIDEO, hosts=("dai.ly",)),
        Shape(
            path=r"/player(?:/\w+)?\.html",
            query={"video": _ID},
            canonical=_VIDEO,
            hosts=("geo.dailymotion.com",),
        ),
        Shape(
            path=r"/player(?:/\w+)?\.html",
            query={"playlist": _ID},
            canonical=_PLAYLIST,
            native_id="playlist/{id}",
            hosts=("geo.dailymotion.com",),
        ),
        Shape(
            path=rf"/(?!thumbnail/)(?:.*/)?video/{_ID}(?:_.*)?/?",
            canonical=_VIDEO,
            host=_HOSTS,
        ),
        Shape(path=rf"/swf/{_ID}(?:[_&].*)?/?", canonical=_VIDEO, host=_HOSTS),
        Shape(
            path=rf"/(?:[a-z]{{2}}/)?(?:embed/|widget/)?playlist/{_ID}(?:[_/].*)?",
            canonical=_PLAYLIST,
            native_id="playlist/{id}",
            host=_HOSTS,
        ),
    ),
    examples=(
        Example(
            url="https://www.dailymotion.com/embed/video/x7tgd2n?autoplay=1",
            native_id="x7tgd2n",
            canonical_url="https://www.dailymotion.com/video/x7tgd2n",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://dai.ly/x7tgd2n",
            native_id="x7tgd2n",
            canonical_url="https://www.dailymotion.com/video/x7tgd2n",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://geo.dailymotion.com/player/xmztx.html?video=x7tgd2n",
            native_id="x7tgd2n",
            canonical_url="https://www.dailymotion.com/video/x7tgd2n",
            kind=Kind.VIDEO,
        ),
        Example(
            url="http://www.dailymotion.com/video/x7tgd2n_our-river-project_school",
            native_id="x7tgd2n",
            canonical_url="https://www.dailymotion.com/video/x7tgd2n",
            kind=Kind.VIDEO,
        ),
        Example(
            url="http://www.dailymotion.com/fr/relevance/search/river/video/x7tgd2n_our-river",
            native_id="x7tgd2n",
            canonical_url="https://www.dailymotion.com/video/x7tgd2n",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.dailymotion.com/playlist/x6abcd",
            native_id="playlist/x6abcd",
            canonical_url="https://www.dailymotion.com/playlist/x6abcd",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://www.dailymotion.com/thumbnail/video/x7tgd2n",
        "https://www.dailymotion.com/",
        "https://www.dailymotion.com/signin",
        "https://www.dailymotion.com/legal/terms",
        "https://faq.dailymotion.com/hc/en-us",
        "https://dailymotion.com.example.org/video/x7tgd2n",
    ),
    oembed="https://www.dailymotion.com/services/oembed?url={url}",
    markers=(
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.REGION_RESTRICTED,
            where="body",
            pattern=r'"code"\s*:\s*"DM007"',
            source="yt-dlp's Dailymotion extractor; read 2026-11-23",
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="text",
            pattern=r"password[- ]protected",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.dailymotion.com/video/x5e9eog",
        missing="https://www.dailymotion.com/video/xzzzzzzzz",
        source="the example of react-player's demo; met in public code, read 2026-11-24",
    ),
    source=_SOURCE,
)
