"""SoundCloud: tracks, sets and profiles; the player names tracks by number, pages by name."""

from dataclasses import replace

from crawlers.model import Artefact, Kind
from crawlers.providers.base import Example, Flow, Live, Provider, Shape
from crawlers.providers.flow import common_flow

_PAGES = (
    "discover|stream|upload|pages|you|search|charts|terms-of-use|signin|signup|login|logout|mobile"
    "|tags|stations|settings|messages|notifications|people|jobs|imprint|community-guidelines|hc"
    "|player|feed|library|popular|go|for|checkout|oembed|tracks|playlists|users|connect|download"
)
_TABS = "tracks|albums|sets|reposts|likes|followers|following|popular-tracks|comments"
_USER = rf"(?!(?:{_PAGES})(?:/|$))[\w-]+"
_WHAT = rf"(?P<id>{_USER}/(?:sets/[\w-]+|(?!(?:{_TABS})(?:/|$|\?))[\w-]+))"
_KEY = r"(?P<secret>s-\w+)"
# An address of soundcloud.com without its host, and what it stands for.
_SPELLINGS = (
    (rf"{_WHAT}/{_KEY}", "{id}/{secret}"),
    (_WHAT, "{id}"),
    (rf"(?P<id>{_USER})(?:/(?:{_TABS}))?", "{id}"),
)
_PAGE = "https://soundcloud.com/"
_INNER = r"(?:https?:)?//(?:www\.|m\.)?soundcloud\.com/"
# Newer embeds name a track as soundcloud:tracks:N, quoted once more.
_NUMBER = r"(?P<form>tracks|playlists|users)/(?:soundcloud(?::|%3A)\w+(?::|%3A))?(?P<number>\d+)"
_API = rf"(?:https?:)?//api(?:-v2)?\.soundcloud\.com/{_NUMBER}"
_PLAYER = (
    "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2F{form}%2F{number}"
)
_OEMBED = "https://soundcloud.com/oembed?format=json&url="
_SOURCE = "iframely's SoundCloud rules, yt-dlp's extractor, players in public code; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The common flow; for a numbered track oEmbed is asked by the address inside the player."""
    inner = artefact.canonical_url.partition("/player/?url=")[2]
    asked = replace(provider, oembed=_OEMBED + inner) if inner else provider
    return (yield from common_flow(asked, artefact))


def _player(inner: str, canonical: str, native_id: str) -> Shape:
    """The player with an address inside."""
    return Shape(
        path=r"/player/?",
        query={"url": inner},
        canonical=canonical,
        native_id=native_id,
        hosts=("w.soundcloud.com",),
    )


PROVIDER = Provider(
    id="soundcloud",
    name="SoundCloud",
    kinds=(Kind.AUDIO,),
    hosts=("soundcloud.com",),
    shapes=(
        *(
            Shape(
                path=rf"/{path}/?",
                canonical=_PAGE + meaning,
                host=r"(?:www\.|m\.)?soundcloud\.com",
            )
            for path, meaning in _SPELLINGS
        ),
        _player(
            rf"{_INNER}{_WHAT}/?\?(?:.*&)?secret_token={_KEY}(?:&.*)?",
            _PAGE + "{id}/{secret}",
            "{id}",
        ),
        *(
            _player(rf"{_INNER}{path}/?(?:[?#].*)?", _PAGE + meaning, "{id}")
            for path, meaning in _SPELLINGS
        ),
        _player(
            rf"{_API}\?(?:.*&)?secret_token={_KEY}(?:&.*)?",
            _PLAYER + "%3Fsecret_token%3D{secret}",
            "{form}/{number}",
        ),
        _player(rf"{_API}(?:[?#].*)?", _PLAYER, "{form}/{number}"),
        Shape(
            path=rf"/{_NUMBER}",
            canonical=_PLAYER,
            native_id="{form}/{number}",
            hosts=("api.soundcloud.com",),
        ),
        Shape(
            path=r"/(?P<id>\w{4,})/?",
            canonical="https://on.soundcloud.com/{id}",
            native_id="on/{id}",
            hosts=("on.soundcloud.com",),
        ),
    ),
    examples=(
        Example(
            url="https://soundcloud.com/river-school/our-song?in=river-school/sets/all&si=1a2b",
            native_id="river-school/our-song",
            canonical_url="https://soundcloud.com/river-school/our-song",
            kind=Kind.AUDIO,
        ),
        Example(
            url="https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/river-school/our-song"
            "%3Fsecret_token%3Ds-aBcDe&color=%23ff5500",
            native_id="river-school/our-song",
            canonical_url="https://soundcloud.com/river-school/our-song/s-aBcDe",
            kind=Kind.AUDIO,
        ),
        Example(
            url="https://m.soundcloud.com/river-school/our-song/s-aBcDe",
            native_id="river-school/our-song",
            canonical_url="https://soundcloud.com/river-school/our-song/s-aBcDe",
            kind=Kind.AUDIO,
        ),
        Example(
            url="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/533446230"
            "&auto_play=false",
            native_id="tracks/533446230",
            canonical_url="https://w.soundcloud.com/player/"
            "?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F533446230",
            kind=Kind.AUDIO,
        ),
        Example(
            url="https://w.soundcloud.com/player/?auto_play=false&url=https%3A//api.soundcloud.com/"
            "playlists/soundcloud%253Aplaylists%253A1030007%3Fsecret_token%3Ds-aBcDe",
            native_id="playlists/1030007",
            canonical_url="https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com"
            "%2Fplaylists%2F1030007%3Fsecret_token%3Ds-aBcDe",
            kind=Kind.AUDIO,
        ),
        Example(
            url="https://soundcloud.com/river-school/sets/all-songs",
            native_id="river-school/sets/all-songs",
            canonical_url="https://soundcloud.com/river-school/sets/all-songs",
            kind=Kind.AUDIO,
        ),
    ),
    not_artefacts=(
        "https://soundcloud.com/",
        "https://soundcloud.com/discover",
        "https://soundcloud.com/pages/contact",
        "https://soundcloud.com/signin",
        "https://help.soundcloud.com/hc/en-us",
        "https://soundcloud.com.example.org/river-school/our-song",
    ),
    oembed=_OEMBED + "{url}",
    flow=flow,
    live=Live(
        public="https://soundcloud.com/forss/flickermood",
        missing="https://soundcloud.com/forss/there-is-no-such-track",
        source="the example of SoundCloud's oEmbed documentation; public code, 2026-11-24",
    ),
    source=_SOURCE,
)
