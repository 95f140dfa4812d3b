"""Audits of the replica against its ground truth: recall, precision, states; live and replayed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from crawlers.model.link import LinkMode
from crawlers.model.verdict import Reason, State
from tests.integration.audits import differences, live_audit, replay_audit, without_run
from tests.replica.transport import WorldTransport
from tests.replica.world import world

TRUTHS = sorted((Path(__file__).parents[1] / "replica" / "truth").glob("*.json"))
UNKNOWABLE = {
    Reason.TIMEOUT,
    Reason.BOT_WALL,
    Reason.RATE_LIMITED,
    Reason.SERVER_ERROR,
    Reason.ROBOTS_DISALLOWED,
    Reason.NOT_RECORDED,
    Reason.REFUSED_UNEXPLAINED,
    Reason.NEEDS_BROWSER,
}


def truth_of(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text("utf-8")))


def test_the_replica_has_its_projects() -> None:
    assert {path.stem for path in TRUTHS} >= {
        "esep",
        "esep_shell",
        "legacy",
        "legacy_archived",
        "plain",
    }


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
async def test_an_audit_agrees_with_the_truth_live_and_replayed(path: Path, tmp_path: Path) -> None:
    truth, web = truth_of(path), world()
    audit = await live_audit(truth["seed"], tmp_path / "live", WorldTransport(web))
    assert differences(truth, audit) == []
    again = await replay_audit(
        truth["seed"], tmp_path / "replay", tmp_path / "live" / "evidence.wacz"
    )
    assert without_run(again) == without_run(audit)
    assert again.run.replayed


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
async def test_nothing_forbidden_is_asked_for(path: Path, tmp_path: Path) -> None:
    web = world()
    seed = truth_of(path)["seed"]
    await live_audit(seed, tmp_path, WorldTransport(web), links=LinkMode.LIST)
    forbidden = [url for url in web.requested if any(re.search(p, url) for p in web.forbidden)]
    assert forbidden == []


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
async def test_what_could_not_be_determined_is_undetermined(path: Path, tmp_path: Path) -> None:
    audit = await live_audit(truth_of(path)["seed"], tmp_path, WorldTransport(world()))
    verdicts = [part.visibility for part in (*audit.pages, *audit.artefacts)]
    states = {verdict.reason: verdict.state for verdict in verdicts if verdict.reason in UNKNOWABLE}
    assert set(states.values()) <= {State.UNDETERMINED}
    assert all(verdict.evidence for verdict in verdicts), "a verdict without evidence"


@pytest.mark.parametrize(
    "address",
    [
        "https://school-education.ec.europa.eu/da/etwinning/projects/sea-between-us/twinspace?type=1",
        "http://school-education.ec.europa.eu/en/etwinning/projects/sea-between-us/twinspace/",
        "https://school-education.ec.europa.eu./en/etwinning/projects/sea-between-us/twinspace/home",
        "https://school-education.ec.europa.eu/pl/etwinning/projects/sea-between-us",
    ],
)
async def test_every_spelling_of_the_address_is_the_same_project(
    address: str, tmp_path: Path
) -> None:
    truth = truth_of(next(path for path in TRUTHS if path.stem == "esep"))
    audit = await live_audit(address, tmp_path, WorldTransport(world()))
    assert differences(truth, audit) == []


async def test_a_page_limit_is_reported_and_replayed(tmp_path: Path) -> None:
    seed = truth_of(next(path for path in TRUTHS if path.stem == "esep"))["seed"]
    audit = await live_audit(seed, tmp_path / "live", WorldTransport(world()), max_pages=7)
    assert not audit.coverage.complete
    assert audit.coverage.stopped_because == "page_limit"
    assert sum(page.visibility.reason is Reason.NOT_REACHED for page in audit.pages) > 0
    again = await replay_audit(seed, tmp_path / "replay", tmp_path / "live" / "evidence.wacz")
    assert without_run(again) == without_run(audit)


async def test_a_run_that_is_stopped_tells_what_it_has_and_is_replayed(tmp_path: Path) -> None:
    seed = truth_of(next(path for path in TRUTHS if path.stem == "esep"))["seed"]
    transport = WorldTransport(world())
    audit = await live_audit(seed, tmp_path / "live", transport, max_minutes=0.002, delay=0.02)
    assert audit.coverage.stopped_because == "time_limit"
    again = await replay_audit(seed, tmp_path / "replay", tmp_path / "live" / "evidence.wacz")
    assert without_run(again) == without_run(audit)
