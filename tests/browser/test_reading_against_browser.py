"""The reading of HTML against Chromium, on sites put together by lot; longer: bench_witness."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawlers.browser.launcher import find_browser
from reports.audit import Audit
from tests.integration.audits import live_audit, replay_audit, without_run
from tests.replica.sites.shuffled import HOST, SEED, ShuffledSite
from tests.replica.transport import WorldTransport
from tests.replica.world import world

SITES = (3, 8, 11)
PAGES = 7


@pytest.fixture(autouse=True)
def _a_browser_is_there() -> None:
    assert find_browser(), "a Chromium is needed: apt-get install chromium"


async def audited(site: ShuffledSite, out: Path, render: str) -> Audit:
    there = world()
    there.hosts[HOST] = site.answer
    return await live_audit(SEED, out, WorldTransport(there), render=render)


def films(done: Audit) -> set[str]:
    return {one.native_id for one in done.artefacts if one.provider == "youtube"}


@pytest.mark.parametrize("number", SITES)
async def test_auto_finds_what_a_visitor_finds_and_a_replay_too(
    number: int, tmp_path: Path
) -> None:
    site = ShuffledSite(number, PAGES)
    done = await audited(site, tmp_path / "live", "auto")
    assert {page.url.removeprefix(SEED[:-1]) for page in done.pages} == set(site.made)
    assert films(done) == set(site.films)
    assert done.coverage.witness is not None
    assert 0 < done.coverage.witness.pages <= len(done.pages)
    archive = tmp_path / "live" / "evidence.wacz"
    again = await replay_audit(
        SEED, tmp_path / "again", archive, render=None, browser="/no/such/browser"
    )
    assert without_run(again) == without_run(done)
