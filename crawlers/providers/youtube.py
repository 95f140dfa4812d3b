"""YouTube: videos, shorts, live streams, clips, playlists and channels."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Answer, Example, Flow, Live, Marker, Probe, Provider, Shape
from crawlers.providers.flow import (
    common_flow,
    oembed_says_public,
    oembed_url,
    page_flow,
    says_missing,
    together,
)

_ID = r"(?P<id>(?!videoseries|live_stream)[A-Za-z0-9_-]{11})"
_LIST_ID = r"(?P<id>[\w-]+)"
_CHANNEL_ID = r"(?P<id>UC[\w-]{22})"
_WATCH = "https://www.youtube.com/watch?v={id}"
_LIST = "https://www.youtube.com/playlist?list={id}"
_CHANNEL = "https://www.youtube.com/channel/{id}"
_SOURCE = "lychee#214, pomu#9, extractus#168, ruby-oembed#79, iamcal#847; read 2026-11-23"
_PLAYABILITY = "yt-dlp's YouTube extractor and tests of public players; read 2026-11-23"
_STATUS = r'"playabilityStatus"\s*:\s*\{\s*"status"\s*:\s*'
_ASKS_LOGIN = _STATUS + r'"LOGIN_REQUIRED"'
# "Private video" in several languages; not "privacy", "Privatsphäre".
_PRIVATE = r"\b(?:priv(?:at(?!s)|ad[oa]|é)|prywat|soukrom|súkrom|özel|yksity|ιδιωτικ|zasebn)"
# The same check in other languages, which all say "bot" or "robot".
_ROBOT = r"\b(?:ro)?bot(?:a|em|i|iem|ti|tem|tti|y)?\b"
# A sentence of the player's own, not any word of its scripts.
_SAID = r'"(?:messages"\s*:\s*\[|reason"\s*:|simpleText"\s*:)\s*"[^"]{0,120}?'


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed first; 404 or 400, said twice, is removed (the watch page answers 200 for anything).

    401 may mean private or embedding off, so the watch page tells them apart. Clips and
    channels have no oEmbed and are judged by their page.
    """
    page = artefact.canonical_url
    if "/watch?" not in page and "/playlist?" not in page:
        return (yield from common_flow(replace(provider, oembed=""), artefact))
    first = yield Probe(url=oembed_url(provider, artefact))
    if oembed_says_public(first.capture):
        return first.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    if not _malformed_or_missing(provider, first):
        return (yield from page_flow(provider, page))
    second = yield Probe(url=oembed_url(provider, artefact), fresh=True)
    if oembed_says_public(second.capture):
        return second.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    if _malformed_or_missing(provider, second):
        verdict = second.capture.visibility(State.REMOVED, Reason.NOT_FOUND)
        return together(first.capture, verdict)
    return (yield from page_flow(provider, page))


def _malformed_or_missing(provider: Provider, answer: Answer) -> bool:
    """True for YouTube's own 404 or 400; a 400 with a page is a proxy's."""
    bad_page = answer.capture.status == 400 and answer.capture.is_html
    return says_missing(provider, answer, also=(400,)) and not bad_page


PROVIDER = Provider(
    id="youtube",
    name="YouTube",
    kinds=(Kind.VIDEO,),
    hosts=(
        *("youtube.com", "youtu.be", "youtube-nocookie.com", "youtube.googleapis.com"),
        *("youtubeeducation.com", "youtubekids.com"),
    ),
    shapes=(
        Shape(path=rf"/{_ID}(?:[^\w-].*)?", canonical=_WATCH, hosts=("youtu.be",)),
        # A second "?" makes the rest part of the value.
        Shape(
            path=r"/(?:watch(?:_popup)?)?/?", query={"v": rf"{_ID}(?:[^\w-].*)?"}, canonical=_WATCH
        ),
        Shape(path=r"/(?:my_videos_)?edit/?", query={"video_id": _ID}, canonical=_WATCH),
        Shape(
            path=r"/?", fragment=rf"!?/watch\?(?:.*&)?v={_ID}(?:&.*)?", canonical=_WATCH
        ),  # the mobile site until about 2014
        Shape(
            path=r"/attribution_link/?",
            query={"u": rf"/watch\?(?:.*&)?v={_ID}(?:&.*)?"},
            canonical=_WATCH,
        ),
        Shape(path=r"/embed(?:/(?:videoseries/?)?)?", query={"list": _LIST_ID}, canonical=_LIST),
        Shape(path=rf"/(?:embed|v|e|shorts|live|watch)/{_ID}(?:[^\w-].*)?", canonical=_WATCH),
        Shape(path=r"/(?:playlist|watch)/?", query={"list": _LIST_ID}, canonical=_LIST),
        Shape(path=rf"/p/{_LIST_ID}/?", canonical=_LIST),
        Shape(path=r"/(?:view_play_list|my_playlists)/?", query={"p": _LIST_ID}, canonical=_LIST),
        Shape(
            path=r"/clip/(?P<id>[\w-]{10,})/?",
            canonical="https://www.youtube.com/clip/{id}",
            native_id="clip/{id}",
        ),
        Shape(path=r"/embed/live_stream/?", query={"channel": _CHANNEL_ID}, canonical=_CHANNEL),
        Shape(path=rf"/channel/{_CHANNEL_ID}(?:/.*)?", canonical=_CHANNEL),
        Shape(path=r"/(?P<id>@[\w.%-]+)(?:/.*)?", canonical="https://www.youtube.com/{id}"),
        Shape(
            path=r"/(?P<form>c|user)/(?P<name>[\w.%-]+)(?:/.*)?",
            native_id="{form}/{name}",
            canonical="https://www.youtube.com/{form}/{name}",
        ),
        Shape(path=rf"/video/{_ID}(?:/\w+)?/?", canonical=_WATCH, hosts=("studio.youtube.com",)),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="aqz-KE-bpKQ",
                canonical_url="https://www.youtube.com/watch?v=aqz-KE-bpKQ",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?rel=0",
                "https://youtu.be/aqz-KE-bpKQ?si=abc&t=10",
                "https://m.youtube.com/watch?feature=share&list=PLabcdef&v=aqz-KE-bpKQ#t=5",
                "https://www.youtube.com/shorts/aqz-KE-bpKQ",
                "https://www.youtube.com/live/aqz-KE-bpKQ?feature=shared",
                "http://www.youtube.com/v/aqz-KE-bpKQ&hl=en&fs=1",
                "https://music.youtube.com/watch?v=aqz-KE-bpKQ",
                "https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3Daqz-KE-bpKQ%26f%3Dy",
                "http://www.youtube.com/watch?v=aqz-KE-bpKQ?rel=0",
                "https://www.youtubeeducation.com/embed/aqz-KE-bpKQ?rel=0",
                "https://www.youtube.com/redirect?q=https%3A%2F%2Fyoutu.be%2Faqz-KE-bpKQ",
            )
        ),
        *(
            Example(
                url=url,
                native_id="PLx0sYbCqOb8TBPRdmBHs5Iftvv9TPboYG",
                canonical_url="https://www.youtube.com/playlist?list=PLx0sYbCqOb8TBPRdmBHs5Iftvv9TPboYG",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.youtube.com/embed/videoseries?list=PLx0sYbCqOb8TBPRdmBHs5Iftvv9TPboYG",
                "http://www.youtube.com/view_play_list?p=PLx0sYbCqOb8TBPRdmBHs5Iftvv9TPboYG",
                "https://music.youtube.com/playlist?list=PLx0sYbCqOb8TBPRdmBHs5Iftvv9TPboYG&si=a1",
            )
        ),
        Example(
            url="https://www.youtube.com/@ourriverproject/videos",
            native_id="@ourriverproject",
            canonical_url="https://www.youtube.com/@ourriverproject",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.youtube.com/embed/live_stream?channel=UCabcdefghijklmnopqrst01",
            native_id="UCabcdefghijklmnopqrst01",
            canonical_url="https://www.youtube.com/channel/UCabcdefghijklmnopqrst01",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://www.youtube.com/clip/UgkxabcdefGHIJ0123?feature=share",
            native_id="clip/UgkxabcdefGHIJ0123",
            canonical_url="https://www.youtube.com/clip/UgkxabcdefGHIJ0123",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://www.youtube.com/",
        "https://www.youtube.com/premium",
        "https://www.youtube.com/t/terms",
        "https://www.youtube.com/results?search_query=river",
        "https://support.google.com/youtube/answer/157177",
        "https://notyoutube.com/watch?v=aqz-KE-bpKQ",
        "https://youtube.com.example.org/watch?v=aqz-KE-bpKQ",
    ),
    oembed="https://www.youtube.com/oembed?format=json&url={url}",
    markers=(
        # One status, three meanings: a check for robots, an age limit, a private video. Without
        # telling words it stays undetermined.
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.BOT_WALL,
            where="body",
            pattern=_ASKS_LOGIN + r".{0,600}?" + _ROBOT,
            source=_PLAYABILITY,
        ),
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.AGE_RESTRICTED,
            where="body",
            pattern=r'"desktopLegacyAgeGateReason"|"AGE_CHECK_REQUIRED"|"AGE_VERIFICATION_REQUIRED"',
            source=_PLAYABILITY,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="body",
            pattern=_ASKS_LOGIN + r".{0,600}?" + _SAID + _PRIVATE,
            source=_SOURCE,
        ),
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.REGION_RESTRICTED,
            where="body",
            pattern=_STATUS + r'"UNPLAYABLE".{0,600}?\bin your country',
            source=_PLAYABILITY,
        ),
        # Also said to a visitor who asked too often, hence not proof enough alone.
        Marker(
            state=State.REMOVED,
            reason=Reason.SOFT_NOT_FOUND,
            where="body",
            pattern=_STATUS + r'"ERROR"',
            source=_PLAYABILITY,
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=_STATUS + r'"OK"',
            source=_SOURCE,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=r'"(?:channel|playlist)MetadataRenderer"\s*:\s*\{\s*"title"\s*:\s*"[^"]',
            source="yt-dlp's extractor of YouTube tabs; read 2026-11-23",
        ),
    ),
    flow=flow,
    live=Live(
        public="https://www.youtube.com/watch?v=jNQXAC9IVRw",
        missing="https://www.youtube.com/watch?v=00000000000",
        source="'Me at the zoo', the service's first video (2005); common knowledge",
    ),
    source=_SOURCE,
    frame_off=r'"playableInEmbed"\s*:\s*false',
)
