"""Open each artefact as an anonymous visitor would; the only place where flows are run."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from crawlers.concurrency import run_in_parser_thread
from crawlers.detection import frame_policy
from crawlers.extraction.addresses.links import read
from crawlers.extraction.document import parse
from crawlers.gathering.artefacts import kind_of_type
from crawlers.gathering.browsing.rendered_pages import RenderedPages
from crawlers.gathering.embed_state import DEAD_PLUGIN, SCRIPT_NOT_RUN
from crawlers.gathering.probing.rendered_probe import (
    probe_after_consent,
    probe_rendered,
    render_reason,
)
from crawlers.http.fetcher import Fetcher
from crawlers.model.artefact import Artefact, EmbedState, Form, Kind, Sighting
from crawlers.model.capture import Capture
from crawlers.model.picture import PictureState
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.progress import Progress
from crawlers.providers.engine.registry import Rules, shipped_rules
from crawlers.providers.engine.schema import Provider
from crawlers.providers.verdicts.dispatch import flow_of
from crawlers.providers.verdicts.protocol import Answer, Probe
from crawlers.urls.parts import host_of
from crawlers.urls.wrappers import destination, leads_elsewhere

_LOG = logging.getLogger(__name__)
_MAX_PROBES = 12
_NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})
_NO_FRAMES: frozenset[str] = frozenset()
_Key = tuple[str, str, str, Kind]
_UNKNOWN = Provider(
    id="-",
    name="",
    kinds=(Kind.OTHER,),
    hosts=(),
    titled_by=(),
    page_proves=True,
    flow="outside",
)


async def resolve_short_urls(fetcher: Fetcher, urls: set[str]) -> dict[str, str]:
    """The addresses that short ones lead to; those that lead nowhere are left out."""
    short = sorted(url for url in urls if leads_elsewhere(url))
    captures = await asyncio.gather(*(fetcher.get(url) for url in short))
    meant = (destination((*capture.redirects[1:], capture.final_url)) for capture in captures)
    return {url: target for url, target in zip(short, meant, strict=True) if target}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbeResult:
    """What an artefact's own address says, whatever pages show it.

    ``last`` is the last capture of its flow; ``rendered_because`` says why a browser opened it.
    """

    verdict: Visibility
    last: Capture | None
    rendered_because: str = ""


class Prober:
    """Probes the artefacts of one run, each once; a probe may start before its pages are read.

    ``browser`` opens what HTTP leaves undetermined and what waits for consent; it may be None.
    ``rules`` about web tools are the shipped ones if none are given.
    Use as a context manager, which ends what is still being probed.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        progress: Progress,
        browser: RenderedPages | None = None,
        rules: Rules | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._rules = rules or shipped_rules()
        self._progress = progress
        self._browser = browser
        self._started: dict[_Key, asyncio.Task[ProbeResult]] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        tasks = [task for task in self._started.values() if not task.done()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def start(self, artefact: Artefact) -> asyncio.Task[ProbeResult]:
        """The probe of an artefact, started now unless it has started already."""
        key = _key(artefact)
        if key not in self._started:
            self._started[key] = asyncio.ensure_future(self._probe(artefact))
        return self._started[key]

    async def check_all(
        self, artefacts: list[Artefact], blocked: Mapping[str, frozenset[str]] = _NOTHING
    ) -> list[Artefact]:
        """The artefacts with their verdicts, in the same order.

        ``blocked`` gives by page the addresses of frames that the browser refused to show there.
        """

        async def check(artefact: Artefact) -> Artefact:
            checked = await self.check(artefact, blocked)
            self._progress.artefacts_checked += 1
            self._progress.changed()
            return checked

        self._progress.artefacts_found = len(artefacts)
        return list(await asyncio.gather(*(check(artefact) for artefact in artefacts)))

    async def check(
        self, artefact: Artefact, blocked: Mapping[str, frozenset[str]] = _NOTHING
    ) -> Artefact:
        """One artefact with its verdict, its refined kind and the state of its embeds."""
        result = await self.start(artefact)
        verdict = result.verdict
        kind = _refine_kind(artefact, verdict, result.last)
        if _is_unplayable(artefact, kind, verdict):
            verdict = verdict.model_copy(
                update={"state": State.EMPTY, "reason": Reason.DEAD_PLUGIN}
            )
        if _is_drawn_by_some(artefact, verdict, result.last):
            verdict = verdict.model_copy(
                update={"state": State.UNDETERMINED, "reason": Reason.PICTURE_FORMAT}
            )
        sightings = await asyncio.gather(
            *(
                self._check_frame(artefact, sighting, verdict, blocked)
                for sighting in artefact.sightings
            )
        )
        return artefact.model_copy(
            update={
                "visibility": verdict,
                "sightings": tuple(sightings),
                "kind": kind,
                "rendered_because": result.rendered_because,
            }
        )

    async def _probe(self, artefact: Artefact) -> ProbeResult:
        provider = self._provider(artefact)
        verdict, last = await _run(self._fetcher, provider, artefact)
        reason = render_reason(verdict) if self._browser is not None else ""
        rendered = None
        if self._browser is not None and reason:
            rendered = await probe_rendered(self._fetcher, self._browser, provider, artefact)
        return ProbeResult(
            verdict=rendered or verdict,
            last=last,
            rendered_because=reason if rendered is not None else "",
        )

    async def _check_frame(
        self,
        artefact: Artefact,
        sighting: Sighting,
        verdict: Visibility,
        blocked: Mapping[str, frozenset[str]],
    ) -> Sighting:
        """A sighting with the state of its embed, before and after consent."""
        refused = blocked.get(sighting.page, _NO_FRAMES)
        provider = self._provider(artefact)
        sighting = await _check_framing(self._fetcher, provider, sighting, verdict, refused)
        if self._browser is None or not verdict.visible:
            return sighting
        return await probe_after_consent(self._fetcher, self._browser, sighting)

    def _provider(self, artefact: Artefact) -> Provider:
        return self._rules.providers.get(artefact.provider, _UNKNOWN)


def _key(artefact: Artefact) -> _Key:
    """What the verdict on an artefact's own address depends on."""
    return artefact.id, artefact.url, artefact.canonical_url, artefact.kind


async def probe(
    fetcher: Fetcher,
    artefact: Artefact,
    *,
    browser: RenderedPages | None = None,
    rules: Rules | None = None,
) -> Artefact:
    """One artefact by itself with its verdict, its refined kind and the state of its embeds."""
    async with Prober(fetcher, Progress(), browser, rules) as prober:
        return await prober.check(artefact)


async def _run(
    fetcher: Fetcher, provider: Provider, artefact: Artefact
) -> tuple[Visibility, Capture | None]:
    """Run a flow to its verdict; an error in a flow is ours and says nothing about the artefact."""
    last: Capture | None = None
    try:
        flow = flow_of(provider, artefact)
        request = next(flow)
        for _ in range(_MAX_PROBES):
            answer = await _answer(fetcher, request)
            last = answer.capture
            request = flow.send(answer)
    except StopIteration as finished:
        return finished.value, last
    except Exception:
        return _fault_verdict(last), last
    return _fault_verdict(last), last


def _fault_verdict(last: Capture | None) -> Visibility:
    if last is None:
        return Visibility(state=State.UNDETERMINED, reason=Reason.PROVIDER_ERROR)
    return last.visibility(State.UNDETERMINED, Reason.PROVIDER_ERROR)


async def _answer(fetcher: Fetcher, request: Probe) -> Answer:
    capture = await fetcher.get(request.url, fresh=request.fresh)
    if not capture.is_html or capture.failure is not None:
        return Answer(capture=capture)
    return Answer(capture=capture, document=await run_in_parser_thread(parse, capture))


async def _check_framing(
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
    if not verdict.visible or sighting.embed_reason == SCRIPT_NOT_RUN:
        return sighting
    capture = await fetcher.get(sighting.url)
    if capture.failure is not None or not capture.ok:
        return sighting
    framing = frame_policy.check_framing(sighting.page, capture)
    if framing is frame_policy.SHOWN and sighting.url in blocked:
        framing = frame_policy.Framing(EmbedState.BLOCKED, "x_frame_options")
    if provider.forbids_frames(capture.body):
        framing = frame_policy.Framing(EmbedState.BLOCKED, "embedding_off")
    if framing is frame_policy.SHOWN and host_of(sighting.url) == host_of(sighting.page):
        framing = await run_in_parser_thread(_inner_frame, capture)
    return sighting.model_copy(update={"embed": framing.state, "embed_reason": framing.reason})


def _inner_frame(capture: Capture) -> frame_policy.Framing:
    """The framing of a platform's own frame: whether the frame inside it waits for consent."""
    waits = capture.is_html and any(candidate.consent for candidate in read(parse(capture)).seen)
    return frame_policy.Framing(EmbedState.NEEDS_CONSENT, None) if waits else frame_policy.SHOWN


def _is_unplayable(artefact: Artefact, kind: Kind, verdict: Visibility) -> bool:
    """True for a file that stands only in plug-ins no browser runs any more (Flash, Java).

    It is delivered, but no visitor sees its content; a film or a document in such a player still
    opens at its own address.
    """
    stands = {sighting.embed_reason for sighting in artefact.sightings}
    delivered = verdict.reason is Reason.FILE_DELIVERED
    return delivered and kind in (Kind.FILE, Kind.OTHER) and stands == {DEAD_PLUGIN}


def _is_drawn_by_some(artefact: Artefact, verdict: Visibility, last: Capture | None) -> bool:
    """True for a picture in a page whose format not all browsers draw, and that no link opens.

    Chromium and Firefox show a sign of a broken picture for HEIC and TIFF, Safari shows both (tried
    with Chromium 156, 2026-12-01). Behind a link it is a file that every visitor can save.
    """
    if last is None or not verdict.visible or last.picture is not PictureState.FOREIGN:
        return False
    return all(sighting.form is Form.UPLOAD for sighting in artefact.sightings)


def _refine_kind(artefact: Artefact, verdict: Visibility, last: Capture | None) -> Kind:
    """The kind of an artefact, also by the media type of a delivered file."""
    if verdict.reason is not Reason.FILE_DELIVERED or last is None:
        return artefact.kind
    vague = artefact.kind in (Kind.FILE, Kind.OTHER)
    kind = kind_of_type(last.media_type)
    return kind if kind is not None and vague else artefact.kind
