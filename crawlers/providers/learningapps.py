"""LearningApps: small exercises."""

from dataclasses import replace

from crawlers.model import Artefact, Kind
from crawlers.providers.base import Example, Flow, Live, Provider, Shape
from crawlers.providers.flow import common_flow

_NUMBER = r"(?P<id>\d+)"
# A number where a key belongs is answered with an empty stub, not with the app of that number.
_STUB = r"(?P<id>\d+|p[a-z0-9]{6,})"
_BY_KEY = "https://learningapps.org/watch?v={id}"
_SOURCE = "feedsweep's LearningApps rules (live answers) and the oEmbed registry; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed of numbered apps, with a title; the page is answered with 200 for anything."""
    if "v=" in artefact.canonical_url:
        provider = replace(provider, oembed="")
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="learningapps",
    name="LearningApps",
    kinds=(Kind.GAME,),
    hosts=("learningapps.org",),
    shapes=(
        Shape(path=rf"/(?:view)?{_NUMBER}/?", canonical="https://learningapps.org/{id}"),
        Shape(
            path=r"/(?:display|watch)(?:\.php)?/?",
            query={"app": _NUMBER},
            canonical="https://learningapps.org/{id}",
        ),
        Shape(
            path=r"/(?:display|watch)(?:\.php)?/?",
            query={"v": _STUB},
            canonical=_BY_KEY,
            native_id="v/{id}",
        ),
        Shape(
            path=r"/(?:show|show\.php)/?",
            query={"id": _STUB},
            canonical=_BY_KEY,
            native_id="v/{id}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1653886",
                canonical_url="https://learningapps.org/1653886",
                kind=Kind.GAME,
            )
            for url in (
                "https://learningapps.org/1653886",
                "https://learningapps.org/view1653886",
                "https://learningapps.org/watch?app=1653886",
            )
        ),
        *(
            Example(
                url=url,
                native_id="v/pabc1de2f18",
                canonical_url="https://learningapps.org/watch?v=pabc1de2f18",
                kind=Kind.GAME,
            )
            for url in (
                "https://learningapps.org/display?v=pabc1de2f18",
                "https://learningapps.org/show?id=pabc1de2f18",
            )
        ),
        Example(
            url="https://learningapps.org/watch?v=1653886",
            native_id="v/1653886",
            canonical_url="https://learningapps.org/watch?v=1653886",
            kind=Kind.GAME,
        ),
    ),
    not_artefacts=(
        "https://learningapps.org/",
        "https://learningapps.org/login.php",
        "https://learningapps.org/createApp.php",
        "https://learningapps.org/index.php?category=2",
        "https://learningapps.org.example.org/1653886",
    ),
    oembed="https://learningapps.org/oembed.php?format=json&url={url}",
    oembed_keys=("title",),
    flow=flow,
    live=Live(
        public="https://learningapps.org/1653886",
        missing="https://learningapps.org/1000000",
        source="an example in filter_multiembed's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
