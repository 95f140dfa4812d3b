"""The way of one address from the command line to the report: every room in its order, once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.main import app
from tests.integration.audits import RUBRIC, live_audit
from tests.replica.transport import WorldTransport
from tests.replica.truth import PROJECTS
from tests.replica.world import world
from tests.walk import Walk, record_walk

SEED = next(project.seed for project in PROJECTS if project.name == "esep_closed")
GATHERING = "crawlers.gathering"
# The rooms in the order in which an address enters them.
WAY = (
    "auditor.cli.audit",
    "auditor.application.project_address",
    "crawlers.platforms",
    "auditor.application.audit_project",
    "auditor.session.audit_session",
    "crawlers.http.fetcher",
    f"{GATHERING}.gather",
    f"{GATHERING}.seed",
    f"{GATHERING}.crawling.crawl",
    f"{GATHERING}.artefacts",
    "crawlers.providers",
    f"{GATHERING}.inventory",
    "auditor.judging.judgement",
    "auditor.judging.assess",
    "auditor.session.audit_document",
    "reports.view.report",
    "auditor.cli.verdict",
)
# What an address has left when it enters a room: nothing in these is called again.
LEFT_BEFORE = {
    f"{GATHERING}.crawling.crawl": (f"{GATHERING}.seed",),
    f"{GATHERING}.inventory": (
        f"{GATHERING}.crawling.crawl",
        f"{GATHERING}.crawling.frontier",
        f"{GATHERING}.probing.probe",
    ),
    "auditor.judging.judgement": (
        f"{GATHERING}.artefacts",
        f"{GATHERING}.inventory",
        f"{GATHERING}.crawling.page_visit",
        f"{GATHERING}.crawling.refusals",
        "crawlers.platforms",
        "crawlers.providers",
    ),
    "auditor.session.audit_document": ("auditor.judging.judgement", "auditor.judging.assess"),
    "reports.view.report": (
        "auditor.judging",
        GATHERING,
        "crawlers.http",
        "crawlers.extraction.document",
    ),
}


@pytest.fixture
async def archive(tmp_path: Path) -> Path:
    await live_audit(SEED, tmp_path / "live", WorldTransport(world()))
    return tmp_path / "live" / "evidence.wacz"


def walk_of(archive: Path, out: Path) -> Walk:
    order = ["audit", SEED, "--replay", str(archive), "--rubric", RUBRIC, "--out", str(out)]
    with record_walk() as walk:
        result = CliRunner().invoke(app, [*order, "--format", "html", "--quiet"])
    assert result.exit_code == 0, result.output
    assert json.loads((out / "audit.json").read_text("utf-8"))["pages"]
    return walk


def test_an_address_enters_every_room_in_its_order_and_comes_back_to_none(
    archive: Path, tmp_path: Path
) -> None:
    walk = walk_of(archive, tmp_path / "out")
    numbers = [walk.first_of(room) for room in WAY]
    assert [room for _, room in sorted(zip(numbers, WAY, strict=True))] == list(WAY)
    late = [
        (earlier, later)
        for later, rooms in LEFT_BEFORE.items()
        for earlier in rooms
        if walk.last_of(earlier) > walk.first_of(later)
    ]
    assert late == []
