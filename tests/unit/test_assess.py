"""A rubric applied to an inventory: every item in its order, decided only where it may be."""

import pytest

from auditor.judging import rubric
from auditor.judging.assess import assess
from crawlers.model import Inventory, Kind, Section, State
from reports.audit import AssessmentItem, EvidenceRow, Mode, Outcome
from tests.unit.inventories import HOME, WORK, artefact, artefacts, home, inventory, page

DANISH = rubric.load("nql-2021-dk")


def item(key: str, found: Inventory) -> AssessmentItem:
    return next(item for item in assess(DANISH, found).items if item.key == key)


def whole_project() -> Inventory:
    """A project in which a stranger finds every phase and most artefacts."""
    titles = ("Plan", "Activities", "Final product", "Evaluation", "Dissemination")
    pages = [page(f"{WORK}-{n}", title, words=60) for n, title in enumerate(titles)]
    return inventory(
        [home(), *pages, page(f"{HOME}/forum", section=Section.FORUM)],
        [
            artefact(1, on=f"{WORK}-1"),
            artefact(2, on=f"{WORK}-2", provider="genially", kind=Kind.PRESENTATION),
            artefact(3, State.PERMISSION_REQUIRED, on=f"{WORK}-2"),
        ],
    )


def test_the_assessment_has_all_items_of_the_rubric_in_its_order():
    found = assess(DANISH, inventory())
    assert [part.key for part in found.items] == [part.key for part in DANISH.items]
    assert (found.rubric, found.source) == (DANISH.id, DANISH.source)
    assert found.title["da"] == "Det nationale kvalitetscertifikat"
    assert found.items[4].wording["da"] == "Projektresultaterne skal være synlige."


@pytest.mark.parametrize(
    ("found", "outcome", "reason"),
    [
        (whole_project(), Outcome.PASSED, "results_visible_passed"),
        (inventory(things=artefacts(1, 5)), Outcome.FAILED, "results_visible_failed"),
        (inventory(), Outcome.FAILED, "results_none_found"),
        (inventory(layout_known=False), Outcome.CANT_TELL, "coverage_uncertain"),
        (inventory(things=artefacts(1, 1, 3)), Outcome.CANT_TELL, "results_visible_cant_tell"),
    ],
)
def test_visible_results_are_decided(found: Inventory, outcome: Outcome, reason: str):
    visible = item("results_visible", found)
    assert (visible.mode, visible.outcome, visible.reason) == (Mode.AUTOMATIC, outcome, reason)
    assert visible.numbers["threshold"] == 0.5


@pytest.mark.parametrize("found", [whole_project(), inventory(), inventory(complete=False)])
def test_nothing_else_is_decided_by_the_program(found: Inventory):
    others = [part for part in assess(DANISH, found).items if part.key != "results_visible"]
    assert {part.outcome for part in others} == {Outcome.FOR_HUMAN}
    manual = [part for part in others if part.mode is Mode.MANUAL]
    assert {part.reason for part in manual} == {"left_to_human"}


def test_the_documentation_criterion_has_its_table():
    documented = item("results_impact_documentation", whole_project())
    assert documented.reason == "documentation_found"
    assert documented.table == (
        EvidenceRow(topic="planning", page=f"{WORK}-0"),
        EvidenceRow(topic="process", page=f"{WORK}-1", artefacts=("padlet:1",)),
        EvidenceRow(topic="product", page=f"{WORK}-2", artefacts=("genially:2",)),
        EvidenceRow(topic="evaluation", page=f"{WORK}-3"),
        EvidenceRow(topic="dissemination", page=f"{WORK}-4"),
    )


def test_the_danish_seventh_line_shows_dissemination_and_the_share_but_decides_nothing():
    danish = item("dk_visible_dissemination", whole_project())
    assert (danish.outcome, danish.reason) == (Outcome.FOR_HUMAN, "documentation_found")
    assert f"{WORK}-4" in danish.evidence
    assert (danish.numbers["visible"], danish.numbers["artefacts"]) == (2, 3)


def test_an_item_left_to_a_human_still_has_what_bears_on_it():
    found = whole_project()
    assert item("common_goals_plan", found).evidence == (f"{WORK}-0",)
    assert item("communication_exchange", found).evidence == (f"{HOME}/forum",)
    assert item("use_of_technology", found).numbers["providers"] == 2


def test_evidence_names_only_pages_and_artefacts_of_the_inventory():
    found = whole_project()
    known = {part.url for part in found.pages} | {part.id for part in found.artefacts}
    named = {name for part in assess(DANISH, found).items for name in part.evidence}
    assert named
    assert named <= known


def test_the_same_inventory_gives_the_same_assessment():
    assert assess(DANISH, whole_project()) == assess(DANISH, whole_project())
