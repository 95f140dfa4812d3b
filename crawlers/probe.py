"""The only runner of provider flows: each artefact opened as a stranger, each verdict recorded."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping
from types import MappingProxyType

from crawlers import looking, providers
from crawlers.browser.base import RenderPolicy
from crawlers.concurrency import run_in_parser_thread
from crawlers.http.fetcher import Fetcher
from crawlers.inventory import DEAD_PLUGIN, kind_of_type
from crawlers.model import (
    Artefact,
    Capture,
    EmbedState,
    Form,
    Kind,
    Reason,
    Sighting,
    State,
    Visibility,
)
from crawlers.progress import Progress
from crawlers.providers.base import Answer, Probe, Provider
from crawlers.providers.flow import flow_of
from crawlers.providers.published import outside_flow
from crawlers.reading import framing
from crawlers.reading.document import parse
from crawlers.reading.extract import read
from crawlers.urls import destination, host_of, leads_elsewhere

_LOG = logging.getLogger(__name__)
_MAX_PROBES = 12
_NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})
_NO_FRAMES: frozenset[str] = frozenset()
_UNKNOWN = Provider(
    id="-",
    name="",
    kinds=(Kind.OTHER,),
    hosts=(),
    shapes=(),
    examples=(),
    page_proves=True,
    flow=outside_flow,
)


async def resolve(fetcher: Fetcher, urls: set[str]) -> dict[str, str]:
    """The addresses that short ones lead to; those that lead nowhere are left out."""
    short = sorted(url for url in urls if leads_elsewhere(url))
    captures = await asyncio.gather(*(fetcher.get(url) for url in short))
    meant = (destination((*capture.redirects[1:], capture.final_url)) for capture in captures)
    return {url: target for url, target in zip(short, meant, strict=True) if target}


async def probe_all(
    fetcher: Fetcher,
    artefacts: list[Artefact],
    progress: Progress,
    *,
    eyes: RenderPolicy | None = None,
    blocked: Mapping[str, frozenset[str]] = _NOTHING,
) -> list[Artefact]:
    """The artefacts with their verdicts, in the same order.

    With ``eyes`` a browser opens what HTTP leaves undetermined, and what waits for consent.
    ``blocked`` gives by page the addresses of frames that the browser refused to show there.
    """

    async def one(artefact: Artefact) -> Artefact:
        checked = await probe(fetcher, artefact, eyes=eyes, blocked=blocked)
        progress.artefacts_checked += 1
        progress.changed()
        return checked

    progress.artefacts_found = len(artefacts)
    return list(await asyncio.gather(*(one(artefact) for artefact in artefacts)))


async def probe(
    fetcher: Fetcher,
    artefact: Artefact,
    *,
    eyes: RenderPolicy | None = None,
    blocked: Mapping[str, frozenset[str]] = _NOTHING,
) -> Artefact:
    """One artefact with its verdict, its refined kind and the state of its embeds."""
    provider = providers.registry().get(artefact.provider, _UNKNOWN)
    verdict, last = await _run(fetcher, provider, artefact)
    because = looking.why(verdict) if eyes is not None else ""
    looked = None
    if eyes is not None and because:
        looked = await looking.look_at(fetcher, eyes, provider, artefact)
        verdict = looked or verdict
    kind = _refined(artefact, verdict, last)
    if _unplayable(artefact, kind, verdict):
        verdict = verdict.model_copy(update={"state": State.EMPTY, "reason": Reason.DEAD_PLUGIN})
    sightings = await asyncio.gather(
        *(
            _framed(fetcher, provider, sighting, verdict, blocked.get(sighting.page, _NO_FRAMES))
            for sighting in artefact.sightings
        )
    )
    if eyes is not None and verdict.visible:
        sightings = await asyncio.gather(
            *(looking.after_consent(fetcher, eyes, sighting) for sighting in sightings)
        )
    return artefact.model_copy(
        update={
            "visibility": verdict,
            "sightings": tuple(sightings),
            "kind": kind,
            "rendered_because": because if looked is not None else "",
        }
    )


async def _run(
    fetcher: Fetcher, provider: Provider, artefact: Artefact
) -> tuple[Visibility, Capture | None]:
    """Walks a flow to its verdict; a fault in a flow is ours and tells nothing of the artefact."""
    last: Capture | None = None
    try:
        flow = flow_of(provider, artefact)
        wanted = next(flow)
        for _ in range(_MAX_PROBES):
            answer = await _answer(fetcher, wanted)
            last = answer.capture
            wanted = flow.send(answer)
    except StopIteration as finished:
        return finished.value, last
    except Exception:
        return _own_fault(last), last
    return _own_fault(last), last


def _own_fault(last: Capture | None) -> Visibility:
    if last is None:
        return Visibility(state=State.UNDETERMINED, reason=Reason.PROVIDER_ERROR)
    return last.visibility(State.UNDETERMINED, Reason.PROVIDER_ERROR)


async def _answer(fetcher: Fetcher, wanted: Probe) -> Answer:
    capture = await fetcher.get(wanted.url, fresh=wanted.fresh)
    if not capture.is_html or capture.failure is not None:
        return Answer(capture=capture)
    return Answer(capture=capture, document=await run_in_parser_thread(parse, capture))


async def _framed(
    fetcher: Fetcher,
    provider: Provider,
    sighting: Sighting,
    verdict: Visibility,
    blocked: frozenset[str],
) -> Sighting:
    """A sighting whose embed was asked for as the page would ask for it.

    ``blocked`` are the frames that a browser refused to show on the sighting's page.
    """
    if sighting.form is not Form.EMBED or sighting.embed is not EmbedState.NOT_CHECKED:
        return sighting
    if not verdict.visible:
        return sighting
    capture = await fetcher.get(sighting.url)
    if capture.failure is not None or not capture.ok:
        return sighting
    found = framing.judge(sighting.page, capture)
    if found is framing.SHOWN and sighting.url in blocked:
        found = framing.Framing(EmbedState.BLOCKED, "x_frame_options")
    if provider.frame_off and re.search(provider.frame_off.encode(), capture.body):
        found = framing.Framing(EmbedState.BLOCKED, "embedding_off")
    if found is framing.SHOWN and host_of(sighting.url) == host_of(sighting.page):
        found = await run_in_parser_thread(_inner_frame, capture)
    return sighting.model_copy(update={"embed": found.state, "embed_reason": found.reason})


def _inner_frame(capture: Capture) -> framing.Framing:
    """A frame of the platform's own that holds the real one: does that one wait for consent?"""
    waits = capture.is_html and any(seen.consent for seen in read(parse(capture)).seen)
    return framing.Framing(EmbedState.NEEDS_CONSENT, None) if waits else framing.SHOWN


def _unplayable(artefact: Artefact, kind: Kind, verdict: Visibility) -> bool:
    """True for a file that stands only in plug-ins no browser runs any more (Flash, Java).

    It is delivered, and nobody sees what is in it; a film or a document in such a player still
    opens at its own address.
    """
    stands = {sighting.embed_reason for sighting in artefact.sightings}
    delivered = verdict.reason is Reason.FILE_DELIVERED
    return delivered and kind in (Kind.FILE, Kind.OTHER) and stands == {DEAD_PLUGIN}


def _refined(artefact: Artefact, verdict: Visibility, last: Capture | None) -> Kind:
    """A delivered file goes by its media type, not by its extension alone."""
    if verdict.reason is not Reason.FILE_DELIVERED or last is None:
        return artefact.kind
    vague = artefact.kind in (Kind.FILE, Kind.OTHER)
    told = kind_of_type(last.media_type)
    return told if told is not None and vague else artefact.kind


def confirmed(
    artefacts: list[Artefact], *, own_hosts: frozenset[str], home_opens: bool
) -> list[Artefact]:
    """Refusals by the platform's own host, explained by a control request to the home page.

    A bot wall refuses a visitor everywhere; when the home page still opens for the same
    stranger, a bare 403 at one upload is about that upload.
    """
    return [
        artefact.model_copy(
            update={"visibility": confirm(artefact.visibility, artefact.url, own_hosts, home_opens)}
        )
        for artefact in artefacts
    ]


def confirm(
    verdict: Visibility, url: str, own_hosts: frozenset[str], home_opens: bool
) -> Visibility:
    """One verdict after the control request; all others stay as they are."""
    if verdict.reason is not Reason.REFUSED_UNEXPLAINED or not home_opens:
        return verdict
    if host_of(verdict.final_url or url) not in own_hosts:
        return verdict
    return verdict.model_copy(
        update={"state": State.PERMISSION_REQUIRED, "reason": Reason.REFUSED_HERE_ONLY}
    )
