"""Many audits at once in one process share one browser; each gives what it gives alone."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from crawlers.browser.launcher import find_browser
from crawlers.browser.pool import BrowserPool
from reports.audit import Audit
from tests.integration.audits import live_audit, without_chance
from tests.replica.transport import WorldTransport
from tests.replica.truth import PROJECTS
from tests.replica.world import world

NAMES = ("behind_consent", "nothing_visible", "plain", "legacy", "members_pages_only")
SEEDS = {project.name: project.seed for project in PROJECTS if project.name in NAMES}


async def run_audit(name: str, out: Path, pool: BrowserPool) -> Audit:
    return await live_audit(
        SEEDS[name],
        out / name,
        WorldTransport(world()),
        render="auto",
        screenshots="key",
        browsers=pool,
    )


def browsers_here() -> set[str]:
    """The marks of the browsers that run below this process."""
    marks: set[str] = set()
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            marks |= {part for part in process.cmdline() if part.startswith("--auditor-browser=")}
    return marks


async def test_five_audits_share_one_browser_and_are_what_they_are_alone(tmp_path: Path) -> None:
    assert find_browser(), "a Chromium is needed: apt-get install chromium"
    async with BrowserPool(pages=2) as pool:
        together = await asyncio.gather(
            *(run_audit(name, tmp_path / "together", pool) for name in NAMES)
        )
        assert len(browsers_here()) == 1
    assert browsers_here() == set()
    async with BrowserPool() as pool:
        alone = [await run_audit(name, tmp_path / "alone", pool) for name in NAMES]
    for name, audit, lone in zip(NAMES, together, alone, strict=True):
        assert without_chance(audit) == without_chance(lone), name
        assert audit.screenshots, name
        for shot in audit.screenshots:
            assert (tmp_path / "together" / name / shot.file).read_bytes()[8:12] == b"WEBP"


async def test_a_stream_that_is_closed_ends_its_pages_and_leaves_the_browser(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with BrowserPool() as pool:
        task = asyncio.ensure_future(run_audit("nothing_visible", tmp_path, pool))
        while not browsers_here():
            await asyncio.sleep(0.05)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        audit = await run_audit("behind_consent", tmp_path, pool)
        assert audit.screenshots
        assert len(browsers_here()) == 1
    assert [path.name for path in (tmp_path / "nothing_visible").iterdir()] == []
    assert not [record for record in caplog.records if record.exc_info]
