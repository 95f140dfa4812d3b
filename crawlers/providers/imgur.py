"""Imgur: pictures, short films and albums of them."""

from crawlers.model import Artefact, Kind, Reason, State, Visibility
from crawlers.providers.base import Answer, Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.delivery import judge_file
from crawlers.providers.flow import common_flow, settled

_PAGES = r"(?:www\.|m\.)?imgur\.(?:com|io)"
_WORDS = (
    "about|account|advertise|api|apps|arcade|beta|blog|browse|careers|contact|download|emerald"
    "|events|faq|features|gallery|games|help|imgurians|inbox|jobs|login|logout|meme|memegen|merch"
    "|mobile|newest|notifications|oauth2|press|privacy|pro|random|register|removed|rules|search"
    "|settings|signin|signup|snacks|store|terms|tools|topics|tos|trending|trophies|upload|user"
    "|vidgif|viral"
)
_ID = rf"(?P<id>(?!(?:{_WORDS})(?:[./]|$))[A-Za-z0-9]{{5,8}})"
# A size letter follows the id of five or seven characters in the address of a smaller picture.
_SIZED = r"(?!removed\.)(?P<id>[A-Za-z0-9]{7}|[A-Za-z0-9]{5}|[A-Za-z0-9]{5,8})[sbtmlhrg]?(?:_d)?"
_FILM = r"(?i:mp4|gifv|webm)"
_PICTURE = r"(?i:jpe?g|png|gif|webp|apng|avif)"
_DIRECT = r"(?:i|m\.i|www\.i|\d+\.i)\.imgur\.(?:com|io)"
# Newer addresses of an album or a post begin with its title.
_TITLED = r"(?:[^/]*-)?(?P<id>[A-Za-z0-9]{5,8})"
_REST = r"(?:/(?:embed|new|layout/\w+|all|comment/\d+|zip|\d+))*/?"
_SOURCE = (
    "the oEmbed lists of several embed libraries and addresses in public code; programs that "
    "download from it compare the final address with removed.png; read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """A picture is asked for itself; albums, posts and films go the common way.

    The host sends whatever form a picture was uploaded in, whichever its address names. Since
    September 2025 visitors from the United Kingdom get another picture that says so (issue trackers
    of sites that show its pictures); how to tell it apart is not known.
    """
    if "/" in artefact.native_id or artefact.kind is Kind.VIDEO:
        return (yield from common_flow(provider, artefact))
    picture = f"https://i.imgur.com/{artefact.native_id}.jpg"
    return (yield from settled(picture, _picture))


def _picture(answer: Answer) -> Visibility:
    """The verdict on the picture itself; a deleted one leads to another picture that says so."""
    capture = answer.capture
    if capture.ok and capture.final_url.partition("?")[0].endswith("imgur.com/removed.png"):
        return capture.visibility(State.REMOVED, Reason.SOFT_NOT_FOUND)
    return judge_file("jpg", answer, provider=PROVIDER)


PROVIDER = Provider(
    id="imgur",
    name="Imgur",
    kinds=(Kind.IMAGE, Kind.VIDEO),
    hosts=("imgur.com", "imgur.io"),
    shapes=(
        Shape(
            path=rf"/{_SIZED}\.{_FILM}",
            canonical="https://i.imgur.com/{id}.mp4",
            host=_DIRECT,
            kind=Kind.VIDEO,
        ),
        Shape(
            path=rf"/{_SIZED}(?:\.{_PICTURE})?/?",
            canonical="https://imgur.com/{id}",
            host=_DIRECT,
        ),
        Shape(
            path=rf"/{_ID}\.{_FILM}",
            canonical="https://i.imgur.com/{id}.mp4",
            host=_PAGES,
            kind=Kind.VIDEO,
        ),
        Shape(
            path=rf"/(?:download/)?{_ID}(?:\.{_PICTURE})?{_REST}",
            canonical="https://imgur.com/{id}",
            host=_PAGES,
        ),
        Shape(
            path=rf"/a/{_TITLED}{_REST}",
            canonical="https://imgur.com/a/{id}",
            native_id="a/{id}",
            host=_PAGES,
        ),
        Shape(
            path=rf"/(?:gallery|(?:t|r|topic)/[\w-]+)/{_TITLED}{_REST}",
            canonical="https://imgur.com/gallery/{id}",
            native_id="gallery/{id}",
            host=_PAGES,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="aB3dE6g",
                canonical_url="https://imgur.com/aB3dE6g",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://imgur.com/aB3dE6g",
                "http://i.imgur.com/aB3dE6g.png?1",
                "https://i.imgur.com/aB3dE6gl.jpg",
                "https://i.imgur.com/aB3dE6g_d.webp?maxwidth=760&fidelity=grand",
                "https://imgur.com/aB3dE6g/embed?pub=true&context=false",
                "https://m.imgur.com/aB3dE6g",
                "https://imgur.io/aB3dE6g",
            )
        ),
        Example(
            url="http://i.imgur.com/q1w2E.jpg",
            native_id="q1w2E",
            canonical_url="https://imgur.com/q1w2E",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://i.imgur.com/aB3dE6g.gifv",
            native_id="aB3dE6g",
            canonical_url="https://i.imgur.com/aB3dE6g.mp4",
            kind=Kind.VIDEO,
        ),
        *(
            Example(
                url=url,
                native_id="a/zY9xW",
                canonical_url="https://imgur.com/a/zY9xW",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://imgur.com/a/zY9xW/embed?pub=true",
                "https://imgur.com/a/our-river-in-spring-zY9xW",
                "http://imgur.com/a/zY9xW#0",
            )
        ),
        Example(
            url="https://imgur.com/gallery/our-river-zY9xWvU",
            native_id="gallery/zY9xWvU",
            canonical_url="https://imgur.com/gallery/zY9xWvU",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://imgur.com/t/nature/zY9xWvU",
            native_id="gallery/zY9xWvU",
            canonical_url="https://imgur.com/gallery/zY9xWvU",
            kind=Kind.IMAGE,
        ),
    ),
    not_artefacts=(
        "https://imgur.com/",
        "https://imgur.com/upload",
        "https://imgur.com/signin",
        "https://imgur.com/user/ourteacher",
        "https://imgur.com/gallery/",
        "https://s.imgur.com/min/embed.js",
        "https://imgur.com/about",
        "https://help.imgur.com/hc/en-us",
        "https://imgur.com.example.org/aB3dE6g",
        "https://notimgur.com/aB3dE6g",
    ),
    oembed="https://api.imgur.com/oembed.json?url={url}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:imgur(?:\b.*)?)\s*$).+",
            source="expected of a public album; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://imgur.com/A61SaA1",
        missing="https://imgur.com/A99ZzZ9",
        source="an example in yt-dlp's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
