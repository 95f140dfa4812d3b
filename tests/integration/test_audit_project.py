"""The use case of an audit: its events, its refusals, and what a Stop leaves of it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from auditor.application.audit_project import AuditResult, audit_project
from auditor.application.event_streams import result_of
from auditor.application.events import Finished, Progressed, Warned
from auditor.errors import BadInputError
from auditor.session.audit_request import AuditRequest
from auditor.session.services import Services
from crawlers.browser.launcher import NoBrowserError
from crawlers.browser.pool import BrowserPool
from crawlers.http.clock import SystemClock
from crawlers.progress import Stop
from tests.integration.audits import AGENT, RUBRIC
from tests.replica.transport import WorldTransport
from tests.replica.truth import PROJECTS
from tests.replica.world import world

SEED = next(project.seed for project in PROJECTS if project.name == "esep_closed")
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


class StoppedClock(SystemClock):
    """The system's clock, whose calendar shows the same time throughout."""

    def utc_now(self) -> datetime:
        return NOW


def request(out: Path, **changes: Any) -> AuditRequest:
    pace = {"delay": 0.0, "first_wait": 0.0, "rubric": RUBRIC, "evidence": False}
    return AuditRequest(**({"url": SEED, "out": out, "user_agent": AGENT} | pace | changes))


async def test_an_audit_tells_its_progress_its_warnings_and_at_last_its_result(
    tmp_path: Path,
) -> None:
    services = Services(
        transport=WorldTransport(world()), clock=StoppedClock(), new_id=lambda: "the id"
    )
    *events, last = [event async for event in audit_project(request(tmp_path), services)]
    assert isinstance(last, Finished)
    assert isinstance(last.result, AuditResult)
    audit = last.result.audit
    assert (audit.run.id, audit.run.started_at, audit.run.finished_at) == ("the id", NOW, NOW)
    counts = [event for event in events if isinstance(event, Progressed)]
    assert events[: len(counts)] == counts
    assert (counts[-1].pages_read, counts[-1].artefacts_checked) == (
        len(audit.pages),
        len(audit.artefacts),
    )
    assert [event.code for event in events if isinstance(event, Warned)] == list(audit.warnings)
    assert "evidence_off" in audit.warnings


@pytest.mark.parametrize(
    "changes",
    [
        {"url": "https://anna:secret@skole.example/"},
        {"url": "no address"},
        {"rubric": "nql-1999"},
        {"replay": Path("no-such.wacz")},
        {"previous": Path("no-such.json")},
    ],
)
async def test_what_cannot_be_used_is_refused_before_anything_is_asked_for(
    changes: dict[str, Any], tmp_path: Path
) -> None:
    web = world()
    order = request(tmp_path).model_copy(update=changes)
    with pytest.raises(BadInputError):
        await result_of(audit_project(order, Services(transport=WorldTransport(web))))
    assert web.requested == []
    assert list(tmp_path.iterdir()) == []


async def test_a_run_that_is_stopped_while_pictures_are_taken_has_gathered_everything(
    tmp_path: Path,
) -> None:
    stop = Stop()

    async def running() -> None:
        stop.request("interrupted")
        raise NoBrowserError("none")

    pool = SimpleNamespace(
        pages=asyncio.Semaphore(1), missing=False, sandboxed=True, running_browser=running
    )
    services = Services(
        stop=stop, transport=WorldTransport(world()), browsers=cast("BrowserPool", pool)
    )
    order = request(tmp_path, render="never", screenshots="all")
    result = await result_of(audit_project(order, services))
    assert result.stopped_because == "interrupted"
    assert result.audit.coverage.complete
    assert result.audit.screenshots == ()


async def test_a_run_that_is_stopped_while_pages_are_read_is_incomplete(tmp_path: Path) -> None:
    stop = Stop()
    services = Services(stop=stop, transport=WorldTransport(world()))
    result = None
    async for event in audit_project(request(tmp_path), services):
        if isinstance(event, Progressed) and event.pages_read:
            stop.request("interrupted")
        if isinstance(event, Finished):
            result = event.result
    assert result is not None
    assert result.audit.coverage.stopped_because == "interrupted"
    assert not result.audit.coverage.complete
    assert any(finding.check == "coverage_incomplete" for finding in result.audit.findings)


async def test_an_audit_whose_stream_is_closed_asks_for_nothing_more(tmp_path: Path) -> None:
    web = world()
    services = Services(transport=WorldTransport(web))
    before = asyncio.all_tasks()
    large = next(project.seed for project in PROJECTS if project.name == "plain")
    stream = audit_project(request(tmp_path, url=large, evidence=True, delay=0.1), services)
    async for event in stream:
        if isinstance(event, Progressed) and event.pages_read > 2:
            break
    await stream.aclose()  # type: ignore[attr-defined]  # an async generator, as it happens
    requests = len(web.requested)
    assert asyncio.all_tasks() == before
    await asyncio.sleep(0.3)
    assert len(web.requested) == requests > 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["esep_closed", "turkish_results", "moved_from_legacy", "legacy", "legacy_archived", "plain"],
)
async def test_the_home_page_is_asked_for_once(name: str, tmp_path: Path) -> None:
    web, seed = world(), next(project.seed for project in PROJECTS if project.name == name)
    services = Services(transport=WorldTransport(web))
    result = await result_of(audit_project(request(tmp_path, url=seed), services))
    home = result.audit.pages[0].visibility.final_url
    assert web.requested.count(str(home)) == 1
    pages = {page.visibility.final_url for page in result.audit.pages}
    assert [url for url in pages if web.requested.count(str(url)) > 1] == []
