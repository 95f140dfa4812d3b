"""Spotify: tracks, albums, playlists, artists, shows and episodes."""

from crawlers.model import Artefact, Kind, State
from crawlers.providers.base import Example, Flow, Live, Provider, Shape
from crawlers.providers.flow import common_flow, doubted

_TYPE = r"(?P<form>track|album|artist|playlist|show|episode|audiobook|chapter)"
_ID = r"(?P<id>[0-9A-Za-z]{22})"
_OWNER = r"(?:user/[^/]+/)?"
_PAGE = "https://open.spotify.com/{form}/{id}"
_NATIVE = "{form}/{id}"
_HOSTS = r"(?:open|play|embed)\.spotify\.com"
_SHORT = ("spotify.link", "spoti.fi", "spotify.app.link", "link.tospotify.com")
_URI = rf"spotify:(?:user:[^:]+:)?{_TYPE}:{_ID}"
_INNER = rf"https?://(?:open|play)\.spotify\.com/(?:embed/)?{_OWNER}{_TYPE}/{_ID}(?:[/?#].*)?"
_SOURCE = "feedsweep's Spotify rules, the oEmbed registry, players in public code; read 2026-11-25"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The common flow; a playlist that oEmbed does not know may as well be a private one.

    Short addresses have no oEmbed of their own and are judged by the page.
    """
    verdict = yield from common_flow(provider, artefact)
    unsure = artefact.native_id.startswith(("playlist/", "short/"))
    return doubted(verdict, State.REMOVED) if unsure else verdict


PROVIDER = Provider(
    id="spotify",
    name="Spotify",
    kinds=(Kind.AUDIO,),
    hosts=("open.spotify.com", "play.spotify.com", "embed.spotify.com", *_SHORT),
    shapes=(
        Shape(
            path=rf"/(?:intl-[\w-]+/)?(?:embed/|embed-podcast/)?{_OWNER}{_TYPE}/{_ID}(?:[/;&].*)?",
            canonical=_PAGE,
            native_id=_NATIVE,
            host=_HOSTS,
        ),
        *(
            Shape(
                path=r"/(?:embed(?:-podcast)?/?)?(?:track|album|playlist|show|episode|oembed)?/?",
                query={name: inner},
                canonical=_PAGE,
                native_id=_NATIVE,
                host=_HOSTS,
            )
            for name, inner in (("uri", _URI), ("uri", _INNER), ("url", _INNER))
        ),
        Shape(
            path=rf"/(?:embed/)?{_URI}/?",
            canonical=_PAGE,
            native_id=_NATIVE,
            host=_HOSTS,
        ),
        Shape(
            path=r"/(?P<id>\w{5,})/?",
            canonical="https://{host}/{id}",
            native_id="short/{id}",
            hosts=_SHORT,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="episode/0a1B2c3D4e5F6g7H8i9J0k",
                canonical_url="https://open.spotify.com/episode/0a1B2c3D4e5F6g7H8i9J0k",
                kind=Kind.AUDIO,
            )
            for url in (
                "https://open.spotify.com/episode/0a1B2c3D4e5F6g7H8i9J0k?si=a1b2c3d4e5f6",
                "https://open.spotify.com/embed/episode/0a1B2c3D4e5F6g7H8i9J0k?utm_source=generator",
                "https://open.spotify.com/embed/episode/0a1B2c3D4e5F6g7H8i9J0k/video",
                "https://open.spotify.com/embed-podcast/episode/0a1B2c3D4e5F6g7H8i9J0k",
                "https://open.spotify.com/intl-pt/episode/0a1B2c3D4e5F6g7H8i9J0k",
            )
        ),
        *(
            Example(
                url=url,
                native_id="playlist/9z8Y7x6W5v4U3t2S1r0Q9p",
                canonical_url="https://open.spotify.com/playlist/9z8Y7x6W5v4U3t2S1r0Q9p",
                kind=Kind.AUDIO,
            )
            for url in (
                "https://open.spotify.com/user/ourriver/playlist/9z8Y7x6W5v4U3t2S1r0Q9p",
                "https://embed.spotify.com/?uri=spotify:user:ourriver:playlist:9z8Y7x6W5v4U3t2S1r0Q9p",
                "https://embed.spotify.com/?uri=spotify%3Aplaylist%3A9z8Y7x6W5v4U3t2S1r0Q9p&theme=white",
                "https://open.spotify.com/embed?uri=https%3A%2F%2Fopen.spotify.com%2Fplaylist"
                "%2F9z8Y7x6W5v4U3t2S1r0Q9p%3Fsi%3D1",
                "http://play.spotify.com/user/ourriver/playlist/9z8Y7x6W5v4U3t2S1r0Q9p",
            )
        ),
        Example(
            url="https://spotify.link/aB1cD2eF3g",
            native_id="short/aB1cD2eF3g",
            canonical_url="https://spotify.link/aB1cD2eF3g",
            kind=Kind.AUDIO,
        ),
    ),
    not_artefacts=(
        "https://open.spotify.com/",
        "https://open.spotify.com/search/river",
        "https://open.spotify.com/genre/0JQ5DAqbMKFEC4WFtoNRpw",
        "https://open.spotify.com/collection/tracks",
        "https://accounts.spotify.com/login",
        "https://www.spotify.com/premium/",
        "https://support.spotify.com/article/0a1B2c3D4e5F6g7H8i9J0k",
        "https://open.spotify.com.example.org/track/0a1B2c3D4e5F6g7H8i9J0k",
    ),
    oembed="https://open.spotify.com/oembed?url={url}",
    flow=flow,
    live=Live(
        public="https://open.spotify.com/playlist/44CgBWWr6nlpy7bdZS8ZmN",
        missing="https://open.spotify.com/playlist/44CgBWWr6nlpy7bdZZ9ZzZ",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
