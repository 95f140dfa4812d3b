"""Anchor, now Spotify for Creators: podcasts and their episodes."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SITE = (
    "about|api|app|apps|asset|assets|blog|business|careers|code|contact|copyright|dashboard"
    "|discover|embed|faq|features|forgot|help|jobs|learn|legal|login|logout|m|music-library|newsletter"
    "|onboarding|oembed|partners|pod|podcast|podcasts|press|pricing|privacy|privacy-policy|s|search|settings"
    "|setup|signin|signup|sponsorships|static|success|support|switch|terms|tos|upload|w|welcome"
    "|wordpress|start-a-podcast|distribution|monetization"
)
_SHOW = rf"(?P<show>(?!(?:{_SITE})(?:/|$))@?[\w.%~-]+)"
# The newer hosts name the kind of page before the show.
_NAMED = r"(?P<show>[\w.%~-]+)"
_OLD = r"(?:www\.)?anchor\.fm"
_NEW = r"(?:podcasters|creators)\.spotify\.com"
_EPISODE = r"episodes/(?P<title>(?:[^/]*-)?)(?P<id>e[0-9a-z]{3,})(?:/.*)?"
_PAGE = "https://creators.spotify.com/pod/profile/{show}"
_LISTEN = "/episodes/{title}{id}"
_TABS = r"(?:/(?:embed|episodes))?/?"
_SOURCE = "players and links in public code, s9e's media sites; read 2026-11-25"

PROVIDER = Provider(
    id="anchor",
    name="Anchor",
    kinds=(Kind.AUDIO,),
    hosts=("anchor.fm", "podcasters.spotify.com", "creators.spotify.com"),
    shapes=(
        *(
            Shape(path=rf"/{start}/(?:embed/)?{_EPISODE}", canonical=_PAGE + _LISTEN, host=host)
            for start, host in ((_SHOW, _OLD), (rf"pod/(?:show|profile)/{_NAMED}", _NEW))
        ),
        *(
            Shape(path=rf"/{start}{_TABS}", canonical=_PAGE, native_id="{show}", host=host)
            for start, host in ((_SHOW, _OLD), (rf"pod/(?:show|profile)/{_NAMED}", _NEW))
        ),
        # An episode by its own short address.
        Shape(
            path=r"/w/(?P<id>[0-9A-Za-z]{5,10})/?",
            canonical="https://anchor.fm/w/{id}",
            native_id="w/{id}",
            host=_OLD,
        ),
        # The recording itself, with its feed's number and the address of the sound inside.
        Shape(
            path=r"(?:/pod)?/s/[0-9a-f]+/podcast/play/(?P<id>\d+)/.+",
            canonical="{clean_url}",
            native_id="play/{id}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="e1a2b3c",
                canonical_url="https://creators.spotify.com/pod/profile/our-river/episodes/"
                "Water-day-e1a2b3c",
                kind=Kind.AUDIO,
            )
            for url in (
                "https://anchor.fm/our-river/episodes/Water-day-e1a2b3c",
                "https://anchor.fm/our-river/embed/episodes/Water-day-e1a2b3c/a-a4d5e6f",
                "https://podcasters.spotify.com/pod/show/our-river/embed/episodes/Water-day-e1a2b3c",
                "https://podcasters.spotify.com/pod/show/our-river/episodes/Water-day-e1a2b3c",
                "https://creators.spotify.com/pod/profile/our-river/embed/episodes/Water-day-e1a2b3c",
            )
        ),
        *(
            Example(
                url=url,
                native_id="our-river",
                canonical_url="https://creators.spotify.com/pod/profile/our-river",
                kind=Kind.AUDIO,
            )
            for url in (
                "https://anchor.fm/our-river",
                "https://anchor.fm/our-river/embed",
                "https://podcasters.spotify.com/pod/show/our-river",
            )
        ),
        Example(
            url="https://anchor.fm/w/1A2B3C",
            native_id="w/1A2B3C",
            canonical_url="https://anchor.fm/w/1A2B3C",
            kind=Kind.AUDIO,
        ),
        Example(
            url="https://anchor.fm/s/1a2b3c4d/podcast/play/12345678/https%3A%2F%2Fsounds.example%2Fa.m4a",
            native_id="play/12345678",
            canonical_url="https://anchor.fm/s/1a2b3c4d/podcast/play/12345678/"
            "https%3A%2F%2Fsounds.example%2Fa.m4a",
            kind=Kind.AUDIO,
        ),
    ),
    not_artefacts=(
        "https://anchor.fm/",
        "https://anchor.fm/login",
        "https://anchor.fm/dashboard/episodes",
        "https://anchor.fm/s/1a2b3c4d/podcast/rss",
        "https://anchor.fm/our-river/message",
        "https://podcasters.spotify.com/",
        "https://podcasters.spotify.com/pod/login",
        "https://creators.spotify.com/pod/dashboard/home",
        "https://anchor.fm.example.org/our-river/episodes/Water-day-e1a2b3c",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!\s*(?:anchor\b.*|spotify\b.*)$).+",
            source="expected of a public podcast; not confirmed, 2026-11-25",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
