"""PeerTube: videos and playlists on any of its many hosts, known by the form of the path."""

from dataclasses import replace
from functools import partial

from crawlers.model import Artefact, Kind, Reason, State, Visibility
from crawlers.providers.base import Answer, Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import judge, page_flow, settled

# A UUID, or its short form: 22 letters of base 58, which has no 0, O, I and l.
_ID = (
    r"(?P<id>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
    r"|[1-9A-HJ-NP-Za-km-z]{22})"
)
_REST = r"(?:[/;].*)?"
# Channels have plain names, so only a host that says what it is tells them from other sites.
_TELLING_HOST = (
    r"(?:.+\.)?peertube[\w-]*\..+|(?:.+\.)?peer\.tube|framatube\.org|tilvids\.com"
    r"|tube-[\w-]+\.apps\.education\.fr"
)
_SOURCE = (
    "yt-dlp's PeerTube extractor, feedsweep's PeerTube rules and PeerTube's server (its checks "
    "of who may see a video); read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """What the host's own interface says of a video or playlist; a channel goes by its page.

    Where no PeerTube answers, the page decides, without PeerTube's signs. A page alone would not
    do: it is an app shell.
    """
    page = artefact.canonical_url
    form, _, name = artefact.native_id.partition("/")[2].rpartition("/")
    if form not in ("", "p"):
        return (yield from page_flow(replace(provider, markers=()), page))
    host = page.split("/")[2]
    room = "video-playlists" if form else "videos"
    verdict = yield from settled(f"https://{host}/api/v1/{room}/{name}", partial(_said, provider))
    if verdict.reason is not Reason.UNEXPECTED_ANSWER:
        return verdict
    return (yield from page_flow(replace(provider, markers=()), page))


def _said(provider: Provider, answer: Answer) -> Visibility:
    """The verdict on an answer of the interface; "not found" counts only in PeerTube's words."""
    verdict = judge(provider, answer)
    if verdict.reason is Reason.NOT_FOUND and not _marked(provider, answer):
        return answer.capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    return verdict


def _marked(provider: Provider, answer: Answer) -> bool:
    body = answer.capture.body.decode("utf-8", "replace")
    return any(
        marker.state is State.REMOVED and marker.compiled.search(body)
        for marker in provider.markers
    )


PROVIDER = Provider(
    id="peertube",
    name="PeerTube",
    kinds=(Kind.VIDEO,),
    hosts=("*",),
    shapes=(
        Shape(
            path=rf"/(?:w|videos/(?:watch|embed)|api/v1/videos)/{_ID}{_REST}",
            canonical="https://{host}/w/{id}",
            native_id="{host}/{id}",
        ),
        Shape(
            path=rf"/(?:w/p|video-playlists/embed|videos/watch/playlist|api/v1/video-playlists)"
            rf"/{_ID}{_REST}",
            canonical="https://{host}/w/p/{id}",
            native_id="{host}/p/{id}",
        ),
        *(
            Shape(
                path=rf"/(?:{form})/(?P<id>[\w.@-]+)(?:/(?:videos|video-playlists|about))?/?",
                canonical=f"https://{{host}}/{form[0]}/{{id}}/videos",
                native_id=f"{{host}}/{form[0]}/{{id}}",
                host=_TELLING_HOST,
            )
            for form in ("c|video-channels", "a|accounts")
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="video.school.example/01234567-89ab-4cde-8f01-23456789abcd",
                canonical_url="https://video.school.example/w/01234567-89ab-4cde-8f01-23456789abcd",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://video.school.example/videos/watch/01234567-89ab-4cde-8f01-23456789abcd",
                "https://video.school.example/videos/embed/01234567-89ab-4cde-8f01-23456789abcd"
                "?title=0&warningTitle=0",
                "https://video.school.example/w/01234567-89ab-4cde-8f01-23456789abcd;threadId=7",
            )
        ),
        Example(
            url="https://tube-maternelle.apps.education.fr/w/aB2cD3eF4gH5jK6mN7pQ8r?start=12s",
            native_id="tube-maternelle.apps.education.fr/aB2cD3eF4gH5jK6mN7pQ8r",
            canonical_url="https://tube-maternelle.apps.education.fr/w/aB2cD3eF4gH5jK6mN7pQ8r",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://video.school.example/video-playlists/embed/aB2cD3eF4gH5jK6mN7pQ8r",
            native_id="video.school.example/p/aB2cD3eF4gH5jK6mN7pQ8r",
            canonical_url="https://video.school.example/w/p/aB2cD3eF4gH5jK6mN7pQ8r",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://peertube.school.example/video-channels/our_river/videos",
            native_id="peertube.school.example/c/our_river",
            canonical_url="https://peertube.school.example/c/our_river/videos",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://peertube.school.example/",
        "https://peertube.school.example/login",
        "https://joinpeertube.org/",
        "https://school.example.org/w/our-river",
        "https://school.example.org/w/aB2cD3eF4gH5jK6mN7pQ80",
        "https://school.example.org/c/our_river/videos",
        "https://school.example.org/videos/watch/12345",
    ),
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="body",
            pattern=r'"video_requires_password"|a password to access this password protected video',
            status=(401, 403),
            source=_SOURCE,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="body",
            pattern=r"private/internal/blocked video",
            status=(403,),
            source=_SOURCE,
        ),
        Marker(
            state=State.REMOVED,
            reason=Reason.NOT_FOUND,
            where="body",
            pattern=r"\bVideo(?: ?playlist)? not found\b",
            status=(404,),
            source=_SOURCE,
        ),
        # The server names a video only to those who may see it.
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=r'^\s*\{(?=.{0,2000}"uuid"\s*:\s*"[0-9a-f-]{36}")'
            r'(?=.{0,4000}"(?:shortUUID|isLocal|displayName)")',
            source=_SOURCE,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://framatube.org/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
        missing="https://framatube.org/videos/watch/9c9de5e8-0a1e-484a-b099-e80766000f0f",
        source="an example in yt-dlp's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
