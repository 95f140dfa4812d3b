"""WordPress.com: blogs and their posts, short links, and VideoPress videos."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

# Names below wordpress.com that are the company's own, and its front pages by language.
_OWN = (
    "www|public-api|subscribe|forums|support|learn|developer|dashboard|stats|widgets|r-login|login"
    r"|accounts|apps|automattic|jetpack|video|files|s\d|[a-z]{2}|pt-br|zh-(?:cn|tw)"
)
_BLOG = rf"(?:www\.)?(?P<blog>(?!(?:{_OWN})\.)[\w-]+)\.wordpress\.com"
_NOT_PAGES = (
    r"wp-admin|wp-login\.php|wp-json|wp-content|wp-includes|xmlrpc\.php|osd\.xml|feed|comments/feed"
)
_SHARE = ("share", "replytocom", "like", "like_comment", "_wpnonce", "openidserver", "feed")
_GUID = r"(?P<id>[A-Za-z0-9]{8})"
_VIDEO = "https://videopress.com/v/{id}"
_SOURCE = "the oEmbed registry and links on public blogs; read 2026-11-23"

PROVIDER = Provider(
    id="wordpress.com",
    name="WordPress.com",
    kinds=(Kind.SITE, Kind.VIDEO),
    hosts=("wordpress.com", "wp.me", "videopress.com"),
    shapes=(
        *(
            Shape(
                path=r"/",
                query={name: r"(?P<id>\d+)"},
                canonical=f"https://{{blog}}.wordpress.com/?{name}={{id}}",
                native_id=f"{{blog}}/?{name}={{id}}",
                hosts=("wordpress.com",),
                host=_BLOG,
            )
            for name in ("p", "page_id")
        ),
        Shape(
            path=r"/",
            canonical="https://{blog}.wordpress.com/",
            native_id="{blog}",
            hosts=("wordpress.com",),
            host=_BLOG,
            without=_SHARE,
        ),
        # /amp, /embed and a page of comments show the same post.
        Shape(
            path=rf"/(?!(?:{_NOT_PAGES})(?:/|$))(?P<path>[^/.]+(?:/(?!(?:embed|amp|feed|comment-page-\d+)/?$)[^/]+)*)"
            r"(?:/(?:embed|amp|comment-page-\d+))?/?",
            canonical="https://{blog}.wordpress.com/{path}/",
            native_id="{blog}/{path}",
            hosts=("wordpress.com",),
            host=_BLOG,
            without=_SHARE,
        ),
        Shape(
            path=r"/(?P<id>[\w-]{3,})/?",
            canonical="https://wp.me/{id}",
            native_id="wp.me/{id}",
            hosts=("wp.me",),
        ),
        Shape(
            path=rf"/(?:v|embed)/{_GUID}/?",
            canonical=_VIDEO,
            native_id="video/{id}",
            hosts=("videopress.com", "video.wordpress.com"),
            kind=Kind.VIDEO,
        ),
    ),
    examples=(
        Example(
            url="http://ourriver.wordpress.com",
            native_id="ourriver",
            canonical_url="https://ourriver.wordpress.com/",
            kind=Kind.SITE,
        ),
        Example(
            url="https://ourriver.wordpress.com/2024/05/20/water-day?utm_source=mail#more-12",
            native_id="ourriver/2024/05/20/water-day",
            canonical_url="https://ourriver.wordpress.com/2024/05/20/water-day/",
            kind=Kind.SITE,
        ),
        Example(
            url="https://ourriver.wordpress.com/?p=12",
            native_id="ourriver/?p=12",
            canonical_url="https://ourriver.wordpress.com/?p=12",
            kind=Kind.SITE,
        ),
        Example(
            url="https://wp.me/p4a3ek-8ZL",
            native_id="wp.me/p4a3ek-8ZL",
            canonical_url="https://wp.me/p4a3ek-8ZL",
            kind=Kind.SITE,
        ),
        Example(
            url="https://videopress.com/embed/aBcD1234?hd=1",
            native_id="video/aBcD1234",
            canonical_url="https://videopress.com/v/aBcD1234",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://wordpress.com/",
        "https://wordpress.com/start/de?ref=wplogin",
        "https://ourriver.wordpress.com/wp-login.php",
        "https://ourriver.wordpress.com/2024/05/20/water-day/?share=facebook",
        "https://ourriver.wordpress.com/feed/",
        "https://public-api.wordpress.com/geo/",
        "https://ourriver.wordpress.com.example.org/2024/05/20/water-day/",
    ),
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="title",
            pattern=r"^private site\b",
            source="expected of a private site; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this site is (?:currently |marked )?private",
            source="expected of a private site; not confirmed",
            inferred=True,
        ),
        # The form stands for a whole post, or for one of several in a list.
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="body",
            pattern=r'name="post_password"',
            source="WordPress core's form for one protected post, alone or in a list of posts",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!private site\b).+",
            source="expected of an open site; not confirmed",
            inferred=True,
        ),
    ),
    own_domains=True,
    live=Live(
        public="https://matt.wordpress.com/2011/07/14/clouds-over-new-york/",
        missing="https://matt.wordpress.com/2011/07/14/there-is-no-such-post/",
        source="the example of oEmbed tests, a post by WordPress' founder; public code, 2026-11-24",
    ),
    source=_SOURCE,
)
