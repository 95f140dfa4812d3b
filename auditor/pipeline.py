"""Gather, judge, save, tell, for one project; the only module that knows all three storeys."""

from __future__ import annotations

import asyncio
import hashlib
import os
import tempfile
import uuid
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from auditor import rubric_choice
from auditor.album import Album
from auditor.errors import BadInputError
from auditor.judging import assess, findings
from auditor.judging.pictures import pages_to_picture
from auditor.judging.rubric import Rubric
from auditor.version import VERSION
from crawlers.browser.base import RenderPolicy
from crawlers.gather import gather
from crawlers.http.body_store import BodyStore
from crawlers.http.client import LiveNetwork, Wire
from crawlers.http.clock import SystemClock
from crawlers.http.fetcher import Fetcher
from crawlers.http.politeness import PolitenessPolicy
from crawlers.http.protocols import Clock, Network
from crawlers.http.protocols import Visitor as HttpVisitor
from crawlers.model import Inventory, State
from crawlers.picturing import pictured
from crawlers.platforms import recognise
from crawlers.platforms.base import NotAProjectError
from crawlers.progress import Progress, Stop
from crawlers.providers import RULES_VERSION
from crawlers.reading.walls import login_address
from crawlers.urls import split
from crawlers.warc.recorder import Recorder, RecordingNetwork
from crawlers.warc.replay import ArchiveError, ReplayNetwork
from crawlers.warc.wacz import pack
from reports.audit import Audit, Run, Visitor

AGENT_NAME = "TwinSpaceAuditor"
_WARC = ".evidence.warc.gz"
_WACZ = "evidence.wacz"
_NO_LIMIT = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be audited and how; ``replay`` is the archive that serves as only network.

    ``rubric`` is the id of one that ships or the path of an NSO's own; None takes the one in
    force on the day on which the project was opened.
    ``render`` says which pages a browser opens (``browser`` is the one of the settings), and
    ``screenshots`` which it pictures; None takes what the archive was recorded with, else ``auto``
    and ``key``. ``alter`` is done to each picture before it is kept.
    ``max_minutes`` limits the whole gathering; ``gap`` is the time between two requests to one
    host in seconds; ``settings`` is what the report says of all this.
    """

    url: str
    out: Path
    user_agent: str
    language: str = "en"
    rubric: str | None = None
    replay: Path | None = None
    evidence: bool = True
    max_pages: int = 500
    max_minutes: float = 120.0
    gap: float = 1.0
    connections: int = 2
    first_wait: float = 1.0
    timeout: float = 30.0
    obey_robots: bool = True
    allow_private: bool = False
    render: str | None = "never"
    screenshots: str | None = "none"
    alter: Callable[[bytes], bytes] | None = None
    tabs: int = 0
    browser: str = ""
    settings: dict[str, Any] = field(default_factory=dict)


async def audit(
    order: Order,
    *,
    progress: Progress,
    stop: Stop,
    wire: Wire | None = None,
    clock: Clock | None = None,
) -> Audit:
    """One audit; writes ``evidence.wacz`` into the order's folder and gives the document.

    ``wire`` replaces the internet in tests: what connections would answer; ``clock`` replaces the
    time. Raises
    ``BadInputError`` for an address, an archive, a rubric or a folder that cannot be used, before
    anything is asked for.
    """
    _check_address(order.url)
    try:
        platform, seed = recognise(order.url)
    except NotAProjectError as error:
        raise BadInputError(str(error)) from error
    rules = rubric_choice.chosen(order.rubric) if order.rubric else None
    prepare_folder(order.out)
    warnings: list[str] = []
    clock = clock or SystemClock()
    started = clock.utc_now()
    recorder = _recorder(order, started)
    door, recorded = _network(order, recorder, wire, clock)
    order = as_recorded(order, recorded)
    album = Album(order.out, order.alter) if order.screenshots != "none" else None
    bodies = BodyStore() if album is not None else None
    fetcher = _fetcher(order, door, stop, progress, bodies, clock)
    limit = _page_limit(order, recorded)
    timer = asyncio.get_running_loop().call_later(order.max_minutes * 60, stop.now, "time_limit")
    try:
        async with _eyes(order, fetcher, album, warnings) as eyes:
            inventory = await gather(
                fetcher, platform, seed, max_pages=limit, progress=progress, eyes=eyes
            )
            inventory = await _pictured(order, fetcher, eyes, album, inventory)
    except BaseException:
        _discard(recorder)
        if album is not None:
            album.discard()
        raise
    finally:
        timer.cancel()
        await door.close()
        if bodies is not None:
            bodies.close()
    inventory = _stopped(inventory, recorded.get("stopped_because") or stop.reason)
    inventory = _warned(inventory, order, recorded, warnings)
    if recorder is not None:
        _pack(order, recorder, inventory, limit, clock)
    rules = rules or rubric_choice.of_the_day(inventory, started)
    return _document(order, inventory, rules, (started, clock.utc_now()), recorded)


def as_recorded(order: Order, recorded: dict[str, Any]) -> Order:
    """The order with what it leaves open: as the archive was recorded, else as usual.

    Our archives of before there was a browser say nothing of one. Without a browser there are no
    screenshots, unless they were asked for.
    """
    usual = "never" if recorded else "auto"
    render = order.render or str(recorded.get("render", usual))
    shots = "none" if render == "never" else "key"
    return replace(
        order,
        render=render,
        screenshots=order.screenshots or str(recorded.get("screenshots", shots)),
    )


async def _pictured(
    order: Order,
    fetcher: Fetcher,
    eyes: RenderPolicy | None,
    album: Album | None,
    inventory: Inventory,
) -> Inventory:
    """The inventory with the screenshots that were ordered."""
    if album is None:
        return inventory
    if eyes is not None:
        shots = order.screenshots or "none"
        chosen = pages_to_picture(inventory, findings.find(inventory), shots)
        inventory = await pictured(fetcher, eyes, inventory, chosen)
    album.publish()
    return inventory.model_copy(update={"screenshots": album.taken})


def _check_address(url: str) -> None:
    parts = split(url)
    if parts is None:
        raise BadInputError(
            f"{url} is not a web address; give the project's address, beginning with https://."
        )
    if parts.username is not None or parts.password is not None:
        raise BadInputError(
            "The address holds a user name or password; give it without, since an audit sees what "
            "strangers see."
        )


def prepare_folder(out: Path) -> None:
    """Makes the folder and proves that files can be written there; raises ``BadInputError``."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise BadInputError(
            f"Nothing can be written into {out} ({error.strerror or error}); choose another folder "
            "with --out."
        ) from error


def _recorder(order: Order, created: datetime) -> Recorder | None:
    if order.replay is not None or not order.evidence:
        return None
    return Recorder(order.out / _WARC, f"twinspace-auditor {VERSION}", created)


def _discard(recorder: Recorder | None) -> None:
    """Removes the unfinished record of a run that broke off."""
    if recorder is not None:
        recorder.close()
        recorder.path.unlink(missing_ok=True)


def _network(
    order: Order, recorder: Recorder | None, wire: Wire | None, clock: Clock
) -> tuple[Network, dict[str, Any]]:
    """The network of the audit and, in a replay, the settings that its archive was made with."""
    if order.replay is not None:
        try:
            replay = ReplayNetwork(order.replay, clock)
        except ArchiveError as error:
            raise BadInputError(str(error)) from error
        return replay, replay.run
    live = LiveNetwork(
        HttpVisitor(user_agent=order.user_agent, language=order.language),
        allow_private=order.allow_private,
        seconds=order.timeout,
        transport=wire,
        clock=clock,
    )
    return (live if recorder is None else RecordingNetwork(live, recorder)), {}


def _page_limit(order: Order, recorded: dict[str, Any]) -> int:
    """The limit of the run; in a replay that of the recorded one, and none for anyone's archive."""
    if order.replay is None:
        return order.max_pages
    return int(recorded.get("max_pages", _NO_LIMIT))


def _fetcher(
    order: Order,
    door: Network,
    stop: Stop,
    progress: Progress,
    bodies: BodyStore | None,
    clock: Clock,
) -> Fetcher:
    def watch(url: str) -> None:
        parts = split(url)
        progress.host = (parts.hostname or "") if parts else ""
        progress.changed()

    policy = PolitenessPolicy(
        delay=order.gap,
        connections=order.connections,
        obey_robots=order.obey_robots,
        first_wait=order.first_wait,
    )
    return Fetcher(
        door,
        policy,
        AGENT_NAME,
        stop_at=login_address,
        allow_private=order.allow_private,
        stop=stop,
        watch=watch,
        body_store=bodies,
        clock=clock,
    )


@asynccontextmanager
async def _eyes(
    order: Order, fetcher: Fetcher, album: Album | None, warnings: list[str]
) -> AsyncIterator[RenderPolicy | None]:
    """The run's browser, as ordered; it starts when it is needed, and says what it lacked."""
    if order.render == "never" and album is None:
        yield None
        return
    from crawlers.browser.pool import BrowserPool  # noqa: PLC0415  heavy

    browser = BrowserPool(
        fetcher,
        HttpVisitor(user_agent=order.user_agent, language=order.language),
        named=order.browser,
        pages=order.tabs,
    )
    async with browser:
        yield RenderPolicy(renderer=browser, mode=order.render or "auto", screenshots=album)
    warnings += browser.warnings


def _stopped(inventory: Inventory, reason: str | None) -> Inventory:
    """The inventory of a run that was ended before its end, and says so."""
    if reason is None:
        return inventory
    coverage = inventory.coverage.model_copy(update={"complete": False, "stopped_because": reason})
    return inventory.model_copy(update={"coverage": coverage})


def _warned(
    inventory: Inventory, order: Order, recorded: dict[str, Any], told: list[str]
) -> Inventory:
    """The inventory with the warnings that come from how it was ordered."""
    warnings = [*recorded.get("warnings", []), *told]
    if order.replay is None:
        warnings += [] if order.obey_robots else ["robots_ignored"]
        warnings += [] if order.evidence else ["evidence_off"]
    return inventory.model_copy(update={"warnings": (*inventory.warnings, *warnings)})


def _pack(
    order: Order, recorder: Recorder, inventory: Inventory, max_pages: int, clock: Clock
) -> None:
    """Closes the record and packs it; the page list names what opened."""
    run = {
        "url": order.url,
        "max_pages": max_pages,
        "stopped_because": inventory.coverage.stopped_because,
        "render": order.render,
        "screenshots": order.screenshots,
        "warnings": [] if order.obey_robots else ["robots_ignored"],
        "software": f"twinspace-auditor {VERSION}",
    }
    recorder.write_run(run, clock.utc_now())
    recorder.close()
    target = order.out / _WACZ
    partial = order.out / ".evidence.wacz.part"
    pack(
        recorder.path,
        partial,
        title=inventory.project.title or order.url,
        pages=_opened_pages(inventory),
        created=clock.utc_now(),
        software=f"twinspace-auditor {VERSION}",
    )
    os.replace(partial, target)  # noqa: PTH105  atomic on every system
    recorder.path.unlink()


def _opened_pages(inventory: Inventory) -> Iterable[tuple[str, datetime, str]]:
    for page in inventory.pages:
        verdict = page.visibility
        if verdict.state in (State.VISIBLE, State.EMPTY) and verdict.checked_at is not None:
            yield verdict.final_url or page.url, verdict.checked_at, page.title


def _fingerprint(order: Order) -> str:
    """The SHA-256 of the evidence that was written or replayed; empty where there is none."""
    archive = order.replay or (order.out / _WACZ if order.evidence else None)
    if archive is None or not archive.is_file():
        return ""
    with archive.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _document(
    order: Order,
    inventory: Inventory,
    rules: Rubric,
    times: tuple[datetime, datetime],
    recorded: dict[str, Any],
) -> Audit:
    settings = {
        **order.settings,
        "url": order.url,
        "max_pages": order.max_pages,
        "render": order.render,
        "screenshots": order.screenshots,
    }
    if order.replay is not None:
        settings["replay"] = order.replay.name
        settings["recorded_by"] = recorded.get("software", "another tool")
    return Audit(
        run=Run(
            id=str(uuid.uuid4()),
            tool_version=VERSION,
            rules_version=RULES_VERSION,
            evidence_sha256=_fingerprint(order),
            started_at=times[0],
            finished_at=times[1],
            replayed=order.replay is not None,
            visitor=Visitor(user_agent=order.user_agent, language=order.language),
            settings=settings,
        ),
        project=inventory.project,
        coverage=inventory.coverage,
        pages=inventory.pages,
        artefacts=inventory.artefacts,
        screenshots=inventory.screenshots,
        findings=findings.find(inventory),
        assessment=assess.assess(rules, inventory),
        warnings=inventory.warnings,
    )
