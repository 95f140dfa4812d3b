"""Vimeo: videos (unlisted ones with their hash), showcases, channels, live events."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_ID = r"(?P<id>\d{4,})"
_HASH = r"(?P<hash>[0-9a-f]{6,})"
_VIDEO = "https://vimeo.com/{id}"
_UNLISTED = "https://vimeo.com/{id}/{hash}"
_HELP = "Vimeo's help pages on oEmbed and private videos; read 2026-11-23"
_HOSTS = r"(?:www\.|m\.|player\.)?vimeo\.com"
_SHOWCASE = "https://vimeo.com/showcase/{id}"


PROVIDER = Provider(
    id="vimeo",
    name="Vimeo",
    kinds=(Kind.VIDEO,),
    hosts=("vimeo.com", "vimeopro.com"),
    shapes=(
        # An unlisted video answers 404 without its hash, so the hash belongs to the address.
        Shape(path=rf"/(?:video/)?{_ID}/?", query={"h": _HASH}, canonical=_UNLISTED, host=_HOSTS),
        Shape(path=rf"/(?:video/)?{_ID}/{_HASH}/?", canonical=_UNLISTED, host=_HOSTS),
        Shape(path=rf"/(?:video/|m/|manage/videos/)?{_ID}/?", canonical=_VIDEO, host=_HOSTS),
        Shape(
            path=rf"/(?:channels/[\w-]+|groups/[\w-]+/videos|(?:album|showcase)/\d+/video"
            rf"|ondemand/[\w-]+)/{_ID}/?",
            canonical=_VIDEO,
            host=_HOSTS,
        ),
        # A page for remarks on an unpublished video; the last part is its key.
        Shape(
            path=rf"/(?P<user>[\w-]+)/review/{_ID}/{_HASH}/?",
            canonical="https://vimeo.com/{user}/review/{id}/{hash}",
            host=_HOSTS,
        ),
        Shape(path=rf"/[\w-]+/[\w-]+/video/{_ID}/?", canonical=_VIDEO, hosts=("vimeopro.com",)),
        Shape(
            path=r"/(?P<id>[\w-]+/[\w-]+)/?",
            canonical="https://vimeopro.com/{id}",
            native_id="pro/{id}",
            hosts=("vimeopro.com",),
        ),
        Shape(path=r"/moogaloop\.swf", query={"clip_id": _ID}, canonical=_VIDEO, host=_HOSTS),
        Shape(
            path=rf"/(?:album|showcase)/{_ID}(?:/embed2?)?/?",
            canonical=_SHOWCASE,
            native_id="showcase/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/event/{_ID}/{_HASH}(?:/embed.*)?/?",
            canonical="https://vimeo.com/event/{id}/{hash}",
            native_id="event/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/event/{_ID}(?:/embed.*)?/?",
            canonical="https://vimeo.com/event/{id}",
            native_id="event/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/(?P<form>channels|groups|ondemand)/(?P<id>(?!discover/?$)[\w-]+)(?:/videos)?/?",
            canonical="https://vimeo.com/{form}/{id}",
            native_id="{form}/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/(?P<id>user\d+)(?:/videos)?/?",
            canonical="https://vimeo.com/{id}",
            host=_HOSTS,
        ),
    ),
    examples=(
        Example(
            url="https://player.vimeo.com/video/176894130?title=0&byline=0",
            native_id="176894130",
            canonical_url="https://vimeo.com/176894130",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://player.vimeo.com/video/176894130?h=0a1b2c3d4e&badge=0",
            native_id="176894130",
            canonical_url="https://vimeo.com/176894130/0a1b2c3d4e",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://vimeo.com/channels/schoolfilms/176894130#t=20s",
            native_id="176894130",
            canonical_url="https://vimeo.com/176894130",
            kind=Kind.VIDEO,
        ),
        Example(
            url="http://vimeopro.com/ourschool/river-films/video/176894130",
            native_id="176894130",
            canonical_url="https://vimeo.com/176894130",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://vimeo.com/user1234567/review/176894130/0a1b2c3d4e?sort=lastUserActionEventDate",
            native_id="176894130",
            canonical_url="https://vimeo.com/user1234567/review/176894130/0a1b2c3d4e",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://vimeo.com/album/5541203/embed",
            native_id="showcase/5541203",
            canonical_url="https://vimeo.com/showcase/5541203",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://vimeo.com/",
        "https://vimeo.com/log_in",
        "https://vimeo.com/features/video-player",
        "https://help.vimeo.com/hc/en-us",
        "https://vimeo.com.example.org/176894130",
        "https://myvimeo.com/176894130",
    ),
    oembed="https://vimeo.com/api/oembed.json?url={url}",
    # For domain and password privacy the answer is 200 too, but without title and author.
    oembed_keys=("title", "html"),
    markers=(
        Marker(
            state=State.LOGIN_REQUIRED,
            reason=Reason.LOGIN_REDIRECT,
            where="final_url",
            pattern=r"^https://vimeo\.com/log_in(?:[/?]|$)",
            source="yt-dlp's Vimeo extractor names the address; read 2026-11-23",
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="body",
            pattern=r'<form[^>]+id="pw_form"',
            source="yt-dlp's Vimeo extractor; read 2026-11-23",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:video:url",
            pattern=r"player\.vimeo\.com/video/\d+",
            source="expected of a public video page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"because of its privacy settings, this video cannot be played|private video",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://vimeo.com/76979871",
        missing="https://vimeo.com/9999999999",
        source="the video of Vimeo's own player documentation; met in public code, read 2026-11-24",
    ),
    source=_HELP,
)
