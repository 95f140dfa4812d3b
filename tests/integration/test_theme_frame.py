"""The replica in the frame of the platform's public theme: the truth is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.audits import differences, live_audit
from tests.integration.test_ground_truth import TRUTHS, truth_of
from tests.replica.transport import WorldTransport
from tests.replica.world import world, world_in_theme

# These are drawn in other frames on purpose, or are no longer on the platform.
_OTHERS = {"esep_drift", "esep_shell", "esep_missing", "moved_from_legacy"}
_THEMED = [
    path for path in TRUTHS if truth_of(path)["platform"] == "esep" and path.stem not in _OTHERS
]


@pytest.mark.parametrize("path", _THEMED, ids=lambda path: path.stem)
async def test_an_audit_agrees_with_the_truth_in_the_themes_frame(
    path: Path, tmp_path: Path
) -> None:
    truth = truth_of(path)
    done = await live_audit(
        truth["seed"], tmp_path, WorldTransport(world_in_theme()), evidence=False
    )
    assert differences(truth, done) == []


def test_the_frame_is_the_themes() -> None:
    seed = truth_of(next(path for path in TRUTHS if path.stem == "esep_closed"))["seed"]
    profile = world_in_theme().answer(seed.removesuffix("/twinspace")).body.decode()
    header, _, _ = profile.partition("<main")
    assert '<li class="ecl-page-header__meta-item">Closed</li>' in header
    assert '<h1 class="ecl-page-header__title">' in header
    esep = truth_of(next(path for path in TRUTHS if path.stem == "esep"))["seed"]
    _, _, main = world_in_theme().answer(esep).body.decode().partition("<main")
    assert '<h1 class="ecl-content-block__title">' in main


async def test_pages_have_the_same_titles_in_both_frames(tmp_path: Path) -> None:
    seed = truth_of(next(path for path in TRUTHS if path.stem == "esep"))["seed"]
    plain = await live_audit(seed, tmp_path / "a", WorldTransport(world()), evidence=False)
    themed = await live_audit(
        seed, tmp_path / "b", WorldTransport(world_in_theme()), evidence=False
    )
    titles = {page.url: page.title for page in plain.pages}
    assert {page.url: page.title for page in themed.pages} == titles
