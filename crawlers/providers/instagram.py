"""Instagram: posts, reels, stories and profiles."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Provider, Shape
from crawlers.providers.flow import doubted, page_flow

_HOSTS = r"(?:(?:www|m|web)\.)?(?:instagram\.com|instagr\.am)"
_CODE = r"(?P<id>(?!audio(?:/|$))[\w-]{5,})"
_SITE = (
    "_n|_u|about|accounts|ads|api|ar|archive|blog|business|challenge|create|creators|data|developer"
    "|direct|directory|download|embed\\.js|emails|explore|favicon\\.ico|fragment|fxcal|graphql|guides"
    "|help|hashtag|inbox|invites|jobs|legal|lite|live|locations|login|logging|nametag|oauth|p|popular"
    "|press|privacy|push|qr|query|reel|reels|rsrc\\.php|s|safety|session|settings|share|shop|static"
    "|stories|support|tags|terms|topics|tv|web|your_activity"
)
_USER = rf"(?P<user>(?!(?:{_SITE})(?:/|$))[A-Za-z0-9_.]{{1,30}})"
_FILM = "https://www.instagram.com/reel/{id}/"
_POST = "https://www.instagram.com/p/{id}/"
_TABS = r"(?:/(?:tagged|reels|channel|igtv|feed|guides|embed|posts))?/?"
_SOURCE = "yt-dlp's Instagram extractor and feedsweep's Instagram rules; read 2026-11-25"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The frame of a post, which needs no log-in; a profile's page names also a private one.

    Instagram asks robots, and visitors who came often, to log in whatever the post is: being
    sent there proves nothing. Nor does a 404: the frame has none for posts that are not public.
    """
    post = "/p/" in artefact.canonical_url or "/reel/" in artefact.canonical_url
    page = artefact.canonical_url + "embed/captioned/" if post else artefact.canonical_url
    asked = provider if post else replace(provider, markers=())
    verdict = yield from page_flow(asked, page)
    return doubted(verdict, State.LOGIN_REQUIRED, *((State.REMOVED,) if post else ()))


PROVIDER = Provider(
    id="instagram",
    name="Instagram",
    kinds=(Kind.SOCIAL, Kind.VIDEO),
    hosts=("instagram.com", "instagr.am"),
    shapes=(
        *(
            Shape(
                path=rf"/(?:(?!share/){_USER}/)?(?:{form})/{_CODE}(?:/.*)?",
                canonical=canonical,
                host=_HOSTS,
                kind=kind,
            )
            for form, canonical, kind in (
                ("p", _POST, Kind.SOCIAL),
                ("reels?|tv", _FILM, Kind.VIDEO),
            )
        ),
        Shape(
            path=r"/share/(?P<form>p|reel)/(?P<id>[\w-]{5,})/?",
            canonical="https://www.instagram.com/share/{form}/{id}/",
            native_id="share/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/share/(?P<id>(?!(?:p|reel)/)[\w-]{5,})/?",
            canonical="https://www.instagram.com/share/{id}/",
            native_id="share/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/stories/(?P<user>[\w.]+)/(?P<id>\d+)/?",
            canonical="https://www.instagram.com/stories/{user}/{id}/",
            native_id="stories/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/s/(?P<id>[\w-]{10,}=*)/?",
            canonical="https://www.instagram.com/s/{id}/",
            native_id="s/{id}",
            keep=("story_media_id",),
            host=_HOSTS,
        ),
        Shape(
            path=rf"(?:/_u)?/{_USER}{_TABS}",
            canonical="https://www.instagram.com/{user}/",
            native_id="{user}",
            host=_HOSTS,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="CaBcDeFgHiJ",
                canonical_url="https://www.instagram.com/p/CaBcDeFgHiJ/",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://www.instagram.com/p/CaBcDeFgHiJ/?igsh=MTIzNDU2Nzg5MA==",
                "https://instagram.com/p/CaBcDeFgHiJ",
                "http://instagr.am/p/CaBcDeFgHiJ/",
                "https://www.instagram.com/p/CaBcDeFgHiJ/embed/captioned/?cr=1&v=14",
                "https://www.instagram.com/our.river.school/p/CaBcDeFgHiJ/?img_index=2",
            )
        ),
        *(
            Example(
                url=url,
                native_id="CzYxWvUtSrQ",
                canonical_url="https://www.instagram.com/reel/CzYxWvUtSrQ/",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.instagram.com/reel/CzYxWvUtSrQ/?utm_source=ig_embed",
                "https://www.instagram.com/reels/CzYxWvUtSrQ/",
                "https://www.instagram.com/our.river.school/reel/CzYxWvUtSrQ/",
                "https://www.instagram.com/tv/CzYxWvUtSrQ/embed",
            )
        ),
        *(
            Example(
                url=url,
                native_id="our.river.school",
                canonical_url="https://www.instagram.com/our.river.school/",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://www.instagram.com/our.river.school",
                "https://instagram.com/our.river.school?igshid=YmMyMTA2M2Y=",
                "https://www.instagram.com/our.river.school/tagged/",
            )
        ),
        Example(
            url="https://www.instagram.com/stories/highlights/17900000000000001/",
            native_id="stories/17900000000000001",
            canonical_url="https://www.instagram.com/stories/highlights/17900000000000001/",
            kind=Kind.SOCIAL,
        ),
    ),
    not_artefacts=(
        "https://www.instagram.com/",
        "https://www.instagram.com/accounts/login/",
        "https://www.instagram.com/explore/tags/river/",
        "https://www.instagram.com/reels/audio/123456789012345/",
        "https://www.instagram.com/embed.js",
        "https://help.instagram.com/519522125107875",
        "https://www.instagram.com.example.org/p/CaBcDeFgHiJ/",
        "https://myinstagram.com/our.river.school",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=r'\\?"shortcode_media\\?"\s*:\s*\{',
            source="yt-dlp's Instagram extractor reads a public post there; read 2026-11-25",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="body",
            pattern=r'class="[^"]*\bEmbeddedMedia(?:Image)?\b',
            source="the frame of a public post; expected, not confirmed, 2026-11-25",
            inferred=True,
        ),
        # Said of posts that were removed and of those of private accounts alike.
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.NO_PUBLIC_SIGN,
            where="text",
            pattern=r"link to this (?:photo or video|post) may be broken",
            source="iframely's Instagram rules; read 2026-11-23",
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
