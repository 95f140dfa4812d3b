"""Mixcloud: radio shows, podcasts, playlists, and those who make them."""

from dataclasses import replace

from crawlers.model import Artefact, Kind
from crawlers.providers.base import Example, Flow, Live, Provider, Shape
from crawlers.providers.flow import common_flow

_SITE = (
    "about|accounts|advertise|api|branding|careers|categories|competitions|contact|copyright"
    "|creators|dashboard|developers|discover|downloads|faq|favorites|feed|forgot|genres|help"
    "|history|jobs|legal|live|login|logout|media|myaudio|notifications|oembed|player|plus|premium"
    "|press|pricing|privacy|pro|projects|register|search|select|settings|signup|stream|subscribe"
    "|support|tag|terms|tracks|upload|welcome|widget"
)
_TABS = (
    "activity|community|favorites|followers|following|listens|playlists|posts|reposts|select"
    "|stream|subscribe|tracks|uploads"
)
# Explicit letters: a feed in a parameter comes decoded and would be written otherwise in a path.
_NAME = r"[A-Za-z0-9_.%~+-]+"
_USER = rf"(?!(?i:{_SITE})(?:/|$)){_NAME}"
_SHOW = rf"(?P<id>{_USER}/(?!(?i:{_TABS})(?:/|$)){_NAME})"
_LIST = rf"(?P<id>{_USER}/playlists/{_NAME})"
_MAKER = rf"(?P<id>{_USER})"
_PAGE = "https://www.mixcloud.com/{id}/"
_HOSTS = r"(?:(?:www|m|beta)\.)?mixcloud\.com"
_PLAYER = r"/(?:widget/iframe|widget/follow|media/swf/player/mixcloudLoader\.swf)?/?"
_PLAYERS = r"(?:(?:www|m|beta|player-widget)\.)?mixcloud\.com"
_FEED = r"(?:(?:https?:)?//(?:www\.|m\.)?mixcloud\.com)?/?"
_SOURCE = "feedsweep's Mixcloud rules (live answers), the oEmbed registry; read 2026-11-25"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The common flow; oEmbed is only for shows (the registry), so the others go by their page."""
    show = artefact.native_id.count("/") == 1 and not artefact.native_id.startswith("feed/")
    return (yield from common_flow(provider if show else replace(provider, oembed=""), artefact))


PROVIDER = Provider(
    id="mixcloud",
    name="Mixcloud",
    kinds=(Kind.AUDIO,),
    hosts=("mixcloud.com",),
    shapes=(
        *(
            Shape(path=rf"/{what}/?", canonical=_PAGE, host=_HOSTS)
            for what in (_SHOW, _LIST, rf"{_MAKER}(?:/(?:{_TABS}))?")
        ),
        *(
            Shape(
                path=_PLAYER,
                query={"feed": rf"{_FEED}{what}/?"},
                canonical=_PAGE,
                host=_PLAYERS,
            )
            for what in (_SHOW, _LIST, _MAKER)
        ),
        # A name in other letters stays as the player has it.
        Shape(
            path=_PLAYER,
            query={"feed": r"(?=.*[^\x00-\x7f]).+/.+"},
            canonical="https://www.mixcloud.com/widget/iframe/",
            native_id="feed/{digest}",
            keep=("feed",),
            host=_PLAYERS,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="ourriver/water-day",
                canonical_url="https://www.mixcloud.com/ourriver/water-day/",
                kind=Kind.AUDIO,
            )
            for url in (
                "https://www.mixcloud.com/ourriver/water-day/",
                "https://m.mixcloud.com/ourriver/water-day",
                "https://www.mixcloud.com/widget/iframe/?hide_cover=1&feed=%2Fourriver%2Fwater-day%2F",
                "https://player-widget.mixcloud.com/widget/iframe/?feed=/ourriver/water-day/",
                "https://www.mixcloud.com/widget/iframe/"
                "?feed=https%3A%2F%2Fwww.mixcloud.com%2Fourriver%2Fwater-day%2F&light=1",
                "http://www.mixcloud.com/media/swf/player/mixcloudLoader.swf"
                "?feed=http%3A%2F%2Fwww.mixcloud.com%2Fourriver%2Fwater-day%2F&embed_uuid=1a2b",
            )
        ),
        Example(
            url="https://www.mixcloud.com/ourriver/playlists/all-days/",
            native_id="ourriver/playlists/all-days",
            canonical_url="https://www.mixcloud.com/ourriver/playlists/all-days/",
            kind=Kind.AUDIO,
        ),
        Example(
            url="https://www.mixcloud.com/ourriver/uploads/",
            native_id="ourriver",
            canonical_url="https://www.mixcloud.com/ourriver/",
            kind=Kind.AUDIO,
        ),
        Example(
            url="https://www.mixcloud.com/widget/iframe/?light=1&feed=%2Fourriver%2Fj%C3%B3%2F",
            native_id="feed/c56059446d35ac6d",
            canonical_url="https://www.mixcloud.com/widget/iframe/?feed=%2Fourriver%2Fj%C3%B3%2F",
            kind=Kind.AUDIO,
        ),
    ),
    not_artefacts=(
        "https://www.mixcloud.com/",
        "https://www.mixcloud.com/discover/jazz/",
        "https://www.mixcloud.com/genres/jazz/",
        "https://www.mixcloud.com/login/",
        "https://www.mixcloud.com/widget/iframe/",
        "https://help.mixcloud.com/hc/en-us",
        "https://www.mixcloud.com.example.org/ourriver/water-day/",
    ),
    oembed="https://www.mixcloud.com/oembed/?format=json&url={url}",
    flow=flow,
    live=Live(
        public="https://beta.mixcloud.com/RedLightRadio/nosedrip-15-red-light-radio-01-18-2016/",
        missing="https://beta.mixcloud.com/RedLighzZzzzz/nosedrip-15-red-light-radio-01-18-2016/",
        source="an example in yt-dlp's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
