"""What the pages of a site share is asked for once in an audit, however many pages are opened."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.integration.audits import live_audit
from tests.integration.test_ground_truth import TRUTHS, truth_of
from tests.replica.transport import WorldTransport
from tests.replica.world import world

HOST = "school-education.ec.europa.eu"


async def test_styles_and_scripts_of_a_site_are_asked_for_once(tmp_path: Path) -> None:
    seed = truth_of(next(path for path in TRUTHS if path.stem == "esep_archived"))["seed"]
    web = world()
    audit = await live_audit(seed, tmp_path, WorldTransport(web), render="always", evidence=False)
    assert sum(page.rendered for page in audit.pages) > 1
    shared = Counter(url for url in web.requests_to(HOST) if "/themes/" in url)
    assert shared
    assert set(shared.values()) == {1}
