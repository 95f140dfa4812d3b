"""Scratch: projects, and studios of projects."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_ID = r"(?P<id>[0-9]+)"
_PROJECT = "https://scratch.mit.edu/projects/{id}"
_HOST = r"(?:(?:www|beta|preview)\.)?scratch\.mit\.edu"
_API = "https://api.scratch.mit.edu/"
_SOURCE = "issues of TurboWarp, forkphorus and Scratch Addons; embeds in public code; 2026-11-25"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """What the public interface tells a stranger: the page itself is a shell for any number."""
    form = "" if "/" in artefact.native_id else "projects/"
    asked = replace(provider, probe=f"{_API}{form}{{native_id}}")
    return (yield from common_flow(asked, artefact))


PROVIDER = Provider(
    id="scratch",
    name="Scratch",
    kinds=(Kind.GAME,),
    hosts=("scratch.mit.edu",),
    shapes=(
        # Before 2013 the name of the member stood before the number.
        Shape(
            path=rf"/projects/(?:[\w-]+/)?{_ID}(?:/(?:embed|editor|fullscreen|player)?)?/?",
            canonical=_PROJECT,
            host=_HOST,
        ),
        Shape(
            path=r"/", fragment=_ID, canonical=_PROJECT, host=r"(?:beta|preview)\.scratch\.mit\.edu"
        ),
        Shape(
            path=rf"/(?:studios|galleries/view)/{_ID}"
            r"(?:/(?:projects|comments|curators|activity)?)?/?",
            canonical="https://scratch.mit.edu/studios/{id}",
            native_id="studios/{id}",
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="123456789",
                canonical_url="https://scratch.mit.edu/projects/123456789",
                kind=Kind.GAME,
            )
            for url in (
                "https://scratch.mit.edu/projects/123456789/",
                "https://scratch.mit.edu/projects/123456789/embed",
                "https://scratch.mit.edu/projects/embed/123456789/?autostart=false",
                "https://scratch.mit.edu/projects/123456789/editor/",
                "http://scratch.mit.edu/projects/123456789/#player",
                "http://scratch.mit.edu/projects/ourteacher/123456789",
                "https://preview.scratch.mit.edu/#123456789",
            )
        ),
        Example(
            url="https://scratch.mit.edu/studios/1234567/projects/",
            native_id="studios/1234567",
            canonical_url="https://scratch.mit.edu/studios/1234567",
            kind=Kind.GAME,
        ),
    ),
    not_artefacts=(
        "https://scratch.mit.edu/",
        "https://scratch.mit.edu/projects/editor/?tutorial=getStarted",
        "https://scratch.mit.edu/explore/projects/all",
        "https://scratch.mit.edu/users/ourteacher/",
        "https://scratch.mit.edu/discuss/topic/123456/",
        "https://en.scratch-wiki.info/wiki/Embedding",
        "https://cdn2.scratch.mit.edu/get_image/project/123456789_480x360",
        "https://scratch.mit.edu.example.org/projects/123456789/",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=r"^\s*\{(?=.*\"id\"\s*:\s*\d)(?=.*\"title\"\s*:)",
            source="expected of the interface's answer on a shared project; not confirmed",
            inferred=True,
        ),
        # Not shared, deleted and never there answer alike, so a 404 tells none of them.
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.NO_PUBLIC_SIGN,
            where="body",
            pattern=r"^",
            status=(404,),
            source="Scratch Addons, pull request 2454: unshared projects answer 404 without the "
            "owner's token; read 2026-11-25",
        ),
    ),
    flow=flow,
    live=Live(
        public="https://scratch.mit.edu/projects/10128407",
        missing="https://scratch.mit.edu/projects/9999999999",
        source="'Paper Minecraft', the most loved project; met in public code, read 2026-11-24",
    ),
    source=_SOURCE,
)
