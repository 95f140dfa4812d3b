"""Which pages an audit pictures."""

from __future__ import annotations

import pytest

from auditor.judging.facts import facts_of
from auditor.judging.findings import find
from auditor.judging.pictures import pages_to_picture
from crawlers.model.artefact import EmbedState
from crawlers.model.verdict import State
from tests.unit.inventories import HOME, WORK, artefact, home, inventory, page

RESULTS = f"{HOME}/pages/results"


@pytest.mark.parametrize(
    ("shots", "chosen"),
    [
        ("none", {}),
        ("key", {HOME: "home", RESULTS: "result_page", WORK: "finding"}),
        ("all", {HOME: "home", RESULTS: "result_page", WORK: "finding", f"{HOME}/pages/x": "all"}),
    ],
)
def test_which_pages_are_pictured(shots: str, chosen: dict[str, str]) -> None:
    other = page(f"{HOME}/pages/x", "Our school", found_on=(HOME,))
    project = inventory(
        [
            home(),
            page(RESULTS, "Final product", found_on=(HOME,)),
            page(WORK, state=State.LOGIN_REQUIRED),
            other,
        ]
    )
    assert pages_to_picture(facts_of(project), find(project), shots) == chosen


def test_a_page_whose_embed_shows_nothing_is_pictured() -> None:
    thing = artefact(embed=EmbedState.BLOCKED, embed_reason="x_frame_options")
    project = inventory(things=[thing])
    assert pages_to_picture(facts_of(project), find(project), "key")[WORK] == "finding"
