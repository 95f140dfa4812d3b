"""The parts of one running audit: its network, its recorder, its fetcher, its browser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from auditor.errors import BadInputError
from auditor.session.audit_request import AuditRequest, complete_request
from auditor.session.services import Services
from auditor.version import VERSION
from crawlers.browser.base import RenderPolicy
from crawlers.browser.rendering_record import RenderingSource
from crawlers.detection.walls import is_login_address
from crawlers.gathering.browsing.rendered_pages import RenderedPages
from crawlers.gathering.browsing.screenshot_store import ScreenshotStore
from crawlers.http.body_store import BodyStore
from crawlers.http.client import LiveNetwork
from crawlers.http.fetcher import Fetcher
from crawlers.http.politeness import PolitenessPolicy
from crawlers.http.protocols import Network, Visitor
from crawlers.model.pace import Pace
from crawlers.platforms import recognise, registry
from crawlers.progress import Progress
from crawlers.urls.parts import split
from crawlers.warc.recorder import Recorder, RecordingNetwork
from crawlers.warc.replay import ArchiveError, ReplayNetwork

AGENT_NAME = "TwinSpaceAuditor"
SOFTWARE = f"twinspace-auditor {VERSION}"
_WARC = ".evidence.warc.gz"
_NO_LIMIT = 50_000
_OF_THE_BROWSER = frozenset({"no_renderer", "no_sandbox"})
_LISTED = 20


@dataclass(slots=True, kw_only=True)
class AuditSession:
    """The parts of one audit.

    ``request`` is the given one, completed by what the archive was recorded with;
    ``recorded`` is what the archive says of its own run, empty in a live audit. ``pace`` is
    the quickest at which the project's platform is to be asked, None where the usual pace will do.
    ``warnings`` are codes about how this run was made. ``renderings`` are the rendered pages of the
    archive; None where pages are opened anew.
    """

    request: AuditRequest
    services: Services
    progress: Progress
    network: Network
    recorder: Recorder | None
    recorded: dict[str, Any]
    store: ScreenshotStore | None
    bodies: BodyStore | None
    fetcher: Fetcher
    pace: Pace | None = None
    warnings: list[str] = field(default_factory=list)
    renderings: RenderingSource | None = None

    @property
    def max_pages(self) -> int:
        """The limit of the run; in a replay the recorded one, and no limit for other archives."""
        if self.request.replay is None:
            return self.request.max_pages
        return int(self.recorded.get("max_pages", _NO_LIMIT))

    @property
    def has_vague_dates(self) -> bool:
        """True in a replay whose archive gives no more than the year or month of a record."""
        return isinstance(self.network, ReplayNetwork) and self.network.has_vague_dates

    def stopped_because(self) -> str | None:
        """Why the run, or the recorded one, was ended early; None when it was not."""
        return self.recorded.get("stopped_because") or self.services.stop.reason

    def run_warnings(self) -> tuple[str, ...]:
        """The warnings that come from the settings and the course of the audit."""
        own = [] if self.request.obey_robots else ["robots_ignored"]
        own += [] if self.request.evidence else ["evidence_off"]
        own += ["quicker_than_platform"] if self._is_quick() else []
        live = own if self.request.replay is None else []
        recorded = self.recorded.get("warnings", ())
        if self.renderings is None:
            recorded = [code for code in recorded if code not in _OF_THE_BROWSER]
        return tuple(dict.fromkeys((*recorded, *self.warnings, *live)))

    def rate(self) -> float | None:
        """The requests per second to the project's host where its platform decides, else None."""
        return round(1.0 / self.pace.delay, 3) if self.pace and self.request.delay is None else None

    def _is_quick(self) -> bool:
        """True when the platform is asked more often than it should be, as was ordered.

        A transport that stands for the internet asks nobody.
        """
        if self.services.transport is not None or self.pace is None:
            return False
        return _seconds(self.request.delay, self.pace.delay) < self.pace.delay

    @asynccontextmanager
    async def browser(self) -> AsyncIterator[RenderedPages | None]:
        """The run's browser, if it may need one; it starts with the first page that does."""
        if self.request.render == "never" and self.store is None:
            yield None
            return
        from crawlers.browser.pool import BrowserPool  # noqa: PLC0415  heavy
        from crawlers.browser.renderer import BrowserRenderer  # noqa: PLC0415  heavy

        request = self.request
        async with AsyncExitStack() as stack:
            pool = self.services.browsers
            if pool is None:
                own = BrowserPool(named=request.browser, pages=request.browser_pages)
                pool = await stack.enter_async_context(own)
            renderer = BrowserRenderer(self.fetcher, pool, _visitor(request))
            policy = RenderPolicy(renderer=renderer, mode=request.render or "auto")
            pages = RenderedPages(
                policy, self.store, recorder=self.recorder, recorded=self.renderings
            )
            yield await stack.enter_async_context(pages)
            self.warnings += renderer.warnings


def require_seed(session: AuditSession, addresses: Iterable[str]) -> None:
    """Raise ``BadInputError`` when a replay's archive holds none of the seed's addresses."""
    network = session.network
    if not isinstance(network, ReplayNetwork) or any(map(network.holds, addresses)):
        return
    pages = network.pages()
    listed = "".join(f"\n  {page}" for page in pages[:_LISTED])
    more = f"\n  and {len(pages) - _LISTED} more" if len(pages) > _LISTED else ""
    held = f"Give one of the pages that it holds:{listed}{more}" if pages else "It holds no page."
    name = session.request.replay.name if session.request.replay else ""
    raise BadInputError(f"{session.request.url} is not in {name}. {held}")


@asynccontextmanager
async def open_session(
    request: AuditRequest, services: Services, on_progress: Callable[[Progress], None]
) -> AsyncIterator[AuditSession]:
    """The parts of an audit, closed at the end of the block; the time limit runs meanwhile.

    When the block ends with an error, no unfinished file stays. Raises ``BadInputError`` for an
    archive that cannot be used.
    """
    session = _make_session(request, services, on_progress)
    seconds = request.max_minutes * 60
    timer = asyncio.get_running_loop().call_later(seconds, services.stop.request, "time_limit")
    try:
        yield session
    except BaseException:
        await session.fetcher.close()
        if session.recorder is not None:
            session.recorder.close()
            session.recorder.path.unlink(missing_ok=True)
        if session.store is not None:
            session.store.discard()
        raise
    finally:
        timer.cancel()
        await session.fetcher.close()
        await session.network.close()
        if session.bodies is not None:
            session.bodies.close()


def _make_session(
    request: AuditRequest, services: Services, on_progress: Callable[[Progress], None]
) -> AuditSession:
    recorder = None
    if request.replay is None and request.evidence:
        recorder = Recorder(request.out / _WARC, SOFTWARE, services.clock.utc_now())
        recorder.on_failure = lambda: services.stop.request("disk_full")
    network, recorded = _network(request, services, recorder)
    renderings = _renderings(request, network)
    request = complete_request(request, recorded)
    progress = Progress()
    progress.changed = lambda: on_progress(progress)
    pictures = request.screenshots != "none"
    bodies = BodyStore() if pictures else None
    transform = services.transform_screenshot
    return AuditSession(
        request=request,
        services=services,
        progress=progress,
        network=network,
        recorder=recorder,
        recorded=recorded,
        store=ScreenshotStore(request.out, transform) if pictures else None,
        bodies=bodies,
        renderings=renderings,
        fetcher=_fetcher(request, services, network, progress, bodies),
        pace=recognise(request.url).platform.pace,
    )


def _renderings(request: AuditRequest, network: Network) -> RenderingSource | None:
    """The rendered pages of the archive, unless the request itself says what a browser opens."""
    return network if isinstance(network, ReplayNetwork) and request.render is None else None


def _network(
    request: AuditRequest, services: Services, recorder: Recorder | None
) -> tuple[Network, dict[str, Any]]:
    """The network of the audit and, in a replay, the settings that its archive was made with."""
    if request.replay is not None:
        try:
            replay = ReplayNetwork(request.replay, services.clock)
        except ArchiveError as error:
            raise BadInputError(str(error)) from error
        return replay, replay.run
    live = LiveNetwork(
        _visitor(request),
        clock=services.clock,
        allow_private=request.allow_private,
        seconds=request.timeout,
        transport=services.transport,
    )
    return (live if recorder is None else RecordingNetwork(live, recorder)), {}


def _visitor(request: AuditRequest) -> Visitor:
    return Visitor(user_agent=request.user_agent, language=request.language)


def _fetcher(
    request: AuditRequest,
    services: Services,
    network: Network,
    progress: Progress,
    bodies: BodyStore | None,
) -> Fetcher:
    def watch(url: str) -> None:
        parts = split(url)
        progress.host = (parts.hostname or "") if parts else ""
        progress.changed()

    policy = PolitenessPolicy(
        delay=_seconds(request.delay, 1.0),
        connections=request.connections,
        obey_robots=request.obey_robots,
        first_wait=_seconds(request.first_wait, 1.0),
        paces=_paces(request),
    )
    return Fetcher(
        network,
        policy,
        AGENT_NAME,
        stop_at=is_login_address,
        allow_private=request.allow_private,
        stop=services.stop,
        watch=watch,
        body_store=bodies,
        clock=services.clock,
    )


def _paces(request: AuditRequest) -> dict[str, Pace]:
    """The paces of the platforms' hosts, slower or quicker where the request orders it."""
    return {
        host: Pace(
            delay=_seconds(request.delay, platform.pace.delay),
            connections=platform.pace.connections,
            first_wait=_seconds(request.first_wait, platform.pace.first_wait),
        )
        for platform in registry().values()
        if platform.pace is not None
        for host in platform.upload_hosts
    }


def _seconds(ordered: float | None, usual: float) -> float:
    return usual if ordered is None else ordered
