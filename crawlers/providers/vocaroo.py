"""Vocaroo: voice recordings, which the service deletes after a while."""

from functools import partial

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Answer, Example, Flow, Live, Marker, Probe, Provider, Shape
from crawlers.providers.delivery import judge_file
from crawlers.providers.flow import page_flow

# Old ids begin with a letter (s0…, vR…), newer ones mostly with 1; all have a capital or a digit,
# which tells them from the words of the site's own pages.
_ID = r"(?P<id>(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{9,20})"
_PAGE = "https://vocaroo.com/{id}"
_HOSTS = r"(?:(?:www|old|s\d|beta)\.)?vocaroo\.com|(?:www\.)?voca\.ro"
_MEDIA = r"media\d*\.vocaroo\.com"
_FILE = "https://media1.vocaroo.com/mp3/{id}"
_SOURCE = "players and link patterns in public code; read 2026-11-25"

_judge_recording = partial(judge_file, "mp3")


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The recording itself proves that it is there; else the page, an app shell, may tell more.

    A 404 for the file alone proves nothing: it may lie on another of the service's hosts.
    """
    answer: Answer = yield Probe(url=_FILE.format(id=artefact.native_id))
    verdict = _judge_recording(answer)
    if verdict.state is State.VISIBLE:
        return verdict
    return (yield from page_flow(provider, artefact.canonical_url))


PROVIDER = Provider(
    id="vocaroo",
    name="Vocaroo",
    kinds=(Kind.AUDIO,),
    hosts=("vocaroo.com", "voca.ro"),
    shapes=(
        Shape(path=rf"/(?:i/|embed/|media/)?{_ID}/?", canonical=_PAGE, host=_HOSTS),
        Shape(
            path=rf"/(?:mp3|ogg|wav|flac|webm|m4a)/{_ID}/?",
            canonical=_PAGE,
            host=rf"{_HOSTS}|{_MEDIA}",
        ),
        *(
            Shape(
                path=r"/(?:player\.swf|mediafoo\.swf|media_command\.php|index\.php)?/?",
                query={name: _ID},
                canonical=_PAGE,
                host=_HOSTS,
            )
            for name in ("playMediaID", "media")
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1aB2cD3eF4gH",
                canonical_url="https://vocaroo.com/1aB2cD3eF4gH",
                kind=Kind.AUDIO,
            )
            for url in (
                "https://vocaroo.com/1aB2cD3eF4gH",
                "https://voca.ro/1aB2cD3eF4gH",
                "https://vocaroo.com/embed/1aB2cD3eF4gH?autoplay=0",
                "https://media1.vocaroo.com/mp3/1aB2cD3eF4gH",
            )
        ),
        *(
            Example(
                url=url,
                native_id="s0qWe1RtY2u",
                canonical_url="https://vocaroo.com/s0qWe1RtY2u",
                kind=Kind.AUDIO,
            )
            for url in (
                "http://vocaroo.com/i/s0qWe1RtY2u",
                "http://old.vocaroo.com/i/s0qWe1RtY2u",
                "http://vocaroo.com/player.swf?playMediaID=s0qWe1RtY2u&autoplay=0",
                "http://vocaroo.com/media_command.php?media=s0qWe1RtY2u&command=download_mp3",
                "http://vocaroo.com/?media=s0qWe1RtY2u",
            )
        ),
    ),
    not_artefacts=(
        "https://vocaroo.com/",
        "https://vocaroo.com/upload",
        "https://vocaroo.com/voicerecorder",
        "https://vocaroo.com/help",
        "https://vocaroo.com/delete/1aB2cD3eF4gH/0a1b2c3d",
        "https://vocaroo.com.example.org/1aB2cD3eF4gH",
    ),
    markers=(
        Marker(
            state=State.REMOVED,
            reason=Reason.SOFT_NOT_FOUND,
            where="text",
            pattern=r"recording (?:has (?:expired|been deleted)|does not exist|not found)",
            source="wording expected; not confirmed, 2026-11-25",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://vocaroo.com/1de8yA3LNe77",
        missing="https://vocaroo.com/1de8yA9ZZz99",
        source="an example in yt-dlp's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
