"""What is reported of an artefact when its flow has ended: a file that nothing can play is empty."""

from __future__ import annotations

from typing import Any, cast

import pytest

from crawlers.gathering.probing.probe import Prober, probe
from crawlers.http.fetcher import Fetcher
from crawlers.http.politeness import PolitenessPolicy
from crawlers.model.artefact import Artefact, EmbedState, Form, Kind, Sighting
from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State
from crawlers.progress import Progress
from crawlers.providers.engine.target import target_of
from tests.doubles.network import ScriptedNetwork
from tests.unit.answers import RULES, artefact, capture, tool_and_artefact

PAGE = "https://skole.example/projekt/spil"
FLASH = "application/x-shockwave-flash"
SWF = "https://skole.example/projekt/puzzle.swf"
MP4 = "https://skole.example/projekt/film.mp4"


class Captures:
    """A fetcher that gives the same file for every address."""

    def __init__(self, media_type: str, body: bytes) -> None:
        self.media_type, self.body = media_type, body

    async def get(self, url: str, **_: Any) -> Capture:
        return capture(url=url, media_type=self.media_type, body=self.body)


def stands(embed_reason: str = "") -> Sighting:
    """One sighting: in a dead plug-in, or as a link."""
    if not embed_reason:
        return Sighting(page=PAGE, form=Form.LINK, url=SWF)
    blocked = EmbedState.BLOCKED
    return Sighting(page=PAGE, form=Form.EMBED, url=SWF, embed=blocked, embed_reason=embed_reason)


async def verdict_of(
    url: str, kind: Kind, captures: Captures, *sightings: Sighting
) -> tuple[State, Reason]:
    thing: Artefact = artefact(url, kind).model_copy(
        update={"provider": "file", "sightings": sightings}
    )
    probed = await probe(cast("Fetcher", captures), thing)
    return probed.visibility.state, probed.visibility.reason


GAME = Captures(FLASH, b"FWS\x08\x40\x00\x00\x00" + bytes(56))
FILM = Captures("video/mp4", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(400))


async def test_a_file_that_only_a_dead_plug_in_plays_is_empty_though_it_is_delivered() -> None:
    verdict = await verdict_of(SWF, Kind.FILE, GAME, stands("dead_plugin"))
    assert verdict == (State.EMPTY, Reason.DEAD_PLUGIN)


@pytest.mark.parametrize(
    ("url", "kind", "captures", "sightings"),
    [
        # It is offered as a download too: people who have a player can use it.
        (SWF, Kind.FILE, GAME, (stands("dead_plugin"), stands())),
        (SWF, Kind.FILE, GAME, (stands("hidden_frame"),)),
        # A film in an old player opens at its own address.
        (MP4, Kind.VIDEO, FILM, (stands("dead_plugin"),)),
    ],
)
async def test_a_file_that_can_be_had_otherwise_is_visible(
    url: str, kind: Kind, captures: Captures, sightings: tuple[Sighting, ...]
) -> None:
    assert (await verdict_of(url, kind, captures, *sightings))[0] is State.VISIBLE


async def test_a_file_that_is_not_delivered_keeps_its_own_reason() -> None:
    class Gone(Captures):
        async def get(self, url: str, **_: Any) -> Capture:
            return capture(url=url, status=404)

    verdict = await verdict_of(SWF, Kind.FILE, Gone(FLASH, b""), stands("dead_plugin"))
    assert verdict == (State.REMOVED, Reason.NOT_FOUND)


# A probe that begins before its pages are read.

TOOL = "https://tool.example.org/p/1"


class CountingFetcher(Captures):
    """A fetcher that notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__("text/html", b"<p>Text</p>")
        self.asked: list[str] = []

    async def get(self, url: str, **more: Any) -> Capture:
        self.asked.append(url)
        return await super().get(url, **more)


async def test_a_probe_that_began_early_is_not_made_again() -> None:
    net, thing = CountingFetcher(), artefact(TOOL, Kind.WALL)
    async with Prober(cast("Fetcher", net), Progress()) as prober:
        early = prober.start(thing.model_copy(update={"sightings": ()}))
        await early
        requests = list(net.asked)
        late = await prober.check(thing.model_copy(update={"sightings": (stands(),)}))
    assert net.asked == requests != []
    assert late.visibility == early.result().verdict
    assert late.sightings == (stands(),)


async def test_an_artefact_that_turns_out_to_have_another_address_is_probed_there() -> None:
    net, thing = CountingFetcher(), artefact(TOOL, Kind.WALL)
    keyed = thing.model_copy(update={"canonical_url": f"{TOOL}?key=1", "url": f"{TOOL}?key=1"})
    async with Prober(cast("Fetcher", net), Progress()) as prober:
        await prober.start(thing)
        probed = await prober.check_all([keyed])
    assert f"{TOOL}?key=1" in net.asked
    assert [artefact.url for artefact in probed] == [f"{TOOL}?key=1"]


async def test_the_example_of_a_tool_is_asked_about_once_for_all_its_things() -> None:
    shell = (200, {"content-type": "text/html", "body": "<html><body><div></div></body></html>"})
    named = (200, {"content-type": "application/json", "body": '{"title": "x", "html": "<i>"}'})
    gone = (404, {"content-type": "text/plain", "body": "Not Found"})
    things = [
        tool_and_artefact(f"https://learningapps.org/{number}")[1] for number in (2653886, 2653887)
    ]
    things = [thing.model_copy(update={"provider": "learningapps"}) for thing in things]
    targets = [target_of(RULES.providers["learningapps"], thing) for thing in things]
    replies = {target.probe_url: shell for target in targets}
    replies |= {target.oembed_url: gone for target in targets}
    network = ScriptedNetwork({**replies, targets[0].control_url: named})
    fetcher = Fetcher(network, PolitenessPolicy(), "T", clock=network.clock)
    verdicts = [(await probe(fetcher, thing)).visibility for thing in things]
    assert [verdict.state for verdict in verdicts] == [State.REMOVED, State.REMOVED]
    assert network.asked.count(targets[0].control_url) == 1
