"""Blogger: blogs on blogspot under any country's ending, and videos uploaded to them."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_BLOG = r"(?:www\.)?(?P<blog>(?!www\.)[\w-]+)\.blogspot\.[a-z.]+"
_SOURCE = (
    "Blogger's country endings all lead to .com; private blogs redirect to blogin.g (the notes "
    "of public crawlers; expected, not confirmed); read 2026-11-23"
)

PROVIDER = Provider(
    id="blogger",
    name="Blogger",
    kinds=(Kind.SITE, Kind.VIDEO),
    hosts=("blogspot.*", "blogger.com"),
    shapes=(
        Shape(
            path=r"/(?:index\.html|ncr/?|view/\w+/?)?",
            canonical="https://{blog}.blogspot.com/",
            native_id="{blog}",
            hosts=("blogspot.*",),
            host=_BLOG,
        ),
        Shape(
            path=r"(?P<path>/(?:\d{4}(?:/\d{2}(?:/[^/]+\.html)?)?|p/[^/]+\.html|\d{4}_\d{2}_\d{2}_archive\.html"
            r"|search/label/[^/]+))/?",
            canonical="https://{blog}.blogspot.com{path}",
            native_id="{blog}{path}",
            hosts=("blogspot.*",),
            host=_BLOG,
        ),
        Shape(
            path=r"/video\.g",
            query={"token": r"(?a:[\w-]{10,})"},
            canonical="https://www.blogger.com/video.g",
            native_id="video/{digest}",
            keep=("token",),
            hosts=("blogger.com",),
            kind=Kind.VIDEO,
        ),
        # The film itself, as older embeds name it.
        Shape(
            path=r"/video-play\.mp4",
            query={"contentId": r"(?P<id>[0-9a-zA-Z]{8,})"},
            canonical="https://www.blogger.com/video-play.mp4?contentId={id}",
            native_id="video/{id}",
            hosts=("blogger.com",),
            kind=Kind.VIDEO,
        ),
    ),
    examples=(
        Example(
            url="http://ourriver.blogspot.com/?m=1",
            native_id="ourriver",
            canonical_url="https://ourriver.blogspot.com/",
            kind=Kind.SITE,
        ),
        Example(
            url="https://ourriver.blogspot.pt/2024/05/water-day.html?m=0#comments",
            native_id="ourriver/2024/05/water-day.html",
            canonical_url="https://ourriver.blogspot.com/2024/05/water-day.html",
            kind=Kind.SITE,
        ),
        Example(
            url="https://www.ourriver.blogspot.com.es/p/results.html",
            native_id="ourriver/p/results.html",
            canonical_url="https://ourriver.blogspot.com/p/results.html",
            kind=Kind.SITE,
        ),
        Example(
            url="http://ourriver.blogspot.com/2009_05_01_archive.html",
            native_id="ourriver/2009_05_01_archive.html",
            canonical_url="https://ourriver.blogspot.com/2009_05_01_archive.html",
            kind=Kind.SITE,
        ),
        Example(
            url="https://ourriver.blogspot.com/view/magazine",
            native_id="ourriver",
            canonical_url="https://ourriver.blogspot.com/",
            kind=Kind.SITE,
        ),
        Example(
            url="https://www.blogger.com/video.g?token=AD6v5dyInventedToken01",
            native_id="video/80d8c6056e411ff5",
            canonical_url="https://www.blogger.com/video.g?token=AD6v5dyInventedToken01",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.blogger.com/video-play.mp4?contentId=0a1b2c3d4e5f6789",
            native_id="video/0a1b2c3d4e5f6789",
            canonical_url="https://www.blogger.com/video-play.mp4?contentId=0a1b2c3d4e5f6789",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://www.blogger.com/",
        "https://www.blogger.com/share-post.g?blogID=1&postID=2&target=facebook",
        "https://www.blogspot.com/",
        "https://blogspot.com/",
        "https://ourriver.blogspot.com/feeds/posts/default",
        "https://ourriver.blogspot.com.example.org/2024/05/water-day.html",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="title",
            pattern=r".+",
            source="expected of an open blog; not confirmed",
            inferred=True,
        ),
        # "Sensitive content" is a page of its own before the blog.
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.CONSENT_WALL,
            where="final_url",
            pattern=r"blogger\.com/(?:age-verification|blogin)\.g\?blogspotURL",
            source="expected, not confirmed",
            inferred=True,
        ),
    ),
    own_domains=True,
    live=Live(
        public="https://googleblog.blogspot.com/",
        missing="https://googleblog.blogspot.com/2011/07/there-is-no-such-post-0000.html",
        source="Google's own blog of that time; common knowledge, 2026-11-24",
    ),
    source=_SOURCE,
)
