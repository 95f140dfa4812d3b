"""The rubric of the source article, applied."""

from __future__ import annotations

import pytest

from auditor.judging.assess import assess
from auditor.judging.rubric import load
from crawlers.model import State
from reports.audit import ItemKind, Mode, Outcome
from tests.unit.inventories import artefacts, home, inventory, page

KEYS = [
    "common_goals_plan",
    "finished",
    "applicant_contribution",
    "collaboration_condition",
    "results_visible",
    "pedagogical_innovation",
    "curricular_integration",
    "communication_exchange",
    "collaboration",
    "use_of_technology",
    "results_impact_documentation",
    "dk_visible_dissemination",
]


def test_five_conditions_six_criteria_and_the_danish_line_in_order() -> None:
    items = assess(load("nql-2021-dk"), inventory([home()])).items
    assert [item.key for item in items] == KEYS
    assert [item.kind for item in items] == [ItemKind.CONDITION] * 5 + [ItemKind.CRITERION] * 7
    assert items[4].wording["da"] == "Projektresultaterne skal være synlige."


@pytest.mark.parametrize(
    ("visible", "lost", "undetermined", "outcome"),
    [
        (8, 0, 0, Outcome.PASSED),
        (5, 5, 0, Outcome.PASSED),
        (4, 6, 0, Outcome.FAILED),
        (4, 4, 2, Outcome.CANT_TELL),
        (0, 0, 5, Outcome.CANT_TELL),
        (0, 5, 0, Outcome.FAILED),
    ],
)
def test_results_visible(visible: int, lost: int, undetermined: int, outcome: Outcome) -> None:
    things = artefacts(visible, lost, undetermined)
    items = {
        i.key: i for i in assess(load("nql-2021-dk"), inventory([home(), page()], things)).items
    }
    assert items["results_visible"].outcome is outcome
    assert items["results_visible"].mode is Mode.AUTOMATIC


def test_everything_else_is_left_to_a_person() -> None:
    items = assess(load("nql-2021-dk"), inventory([home(), page()], artefacts(3))).items
    others = [item for item in items if item.key != "results_visible"]
    assert {item.outcome for item in others} == {Outcome.FOR_HUMAN}
    assert {item.mode for item in others} <= {Mode.MANUAL, Mode.SEMI_AUTOMATIC}


def test_the_documentation_criterion_has_its_table() -> None:
    plan = page(title="Project plan", words=200)
    table = {
        item.key: item
        for item in assess(load("nql-2021-dk"), inventory([home(), plan], artefacts(2))).items
    }["results_impact_documentation"]
    assert [(row.topic, row.page) for row in table.table] == [("planning", plan.url)]
    assert "evaluation" in table.missing


def test_a_refused_home_page_fails_the_condition_and_tells_why() -> None:
    shut = home(state=State.LOGIN_REQUIRED)
    items = {item.key: item for item in assess(load("nql-2021-dk"), inventory([shut])).items}
    assert items["results_visible"].outcome is Outcome.FAILED
