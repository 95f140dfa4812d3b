"""A rubric applied to an inventory: every item in its order, decided only where it may be."""

from datetime import date

import pytest

from auditor.judging import rubric
from auditor.judging.assess import assess
from crawlers.model.artefact import Kind
from crawlers.model.inventory import Inventory
from crawlers.model.page import Section
from crawlers.model.verdict import State
from reports.audit import (
    Assessment,
    AssessmentItem,
    Count,
    CountGroup,
    EvidenceRow,
    Mode,
    Outcome,
    Points,
)
from tests.unit.inventories import HOME, WORK, artefact, artefacts, home, inventory, page

DANISH = rubric.load("nql-2021-dk")
CURRENT = rubric.load("nql-2023")


def item(key: str, project: Inventory, rules: rubric.Rubric = DANISH) -> AssessmentItem:
    return next(item for item in assess(rules, project).items if item.key == key)


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
    assessment = assess(DANISH, inventory())
    assert [part.key for part in assessment.items] == [part.key for part in DANISH.items]
    assert (assessment.rubric, assessment.source) == (DANISH.id, DANISH.source)
    assert assessment.title["da"] == "Det nationale kvalitetscertifikat"
    assert assessment.items[4].wording["da"] == "Projektresultaterne skal være synlige."


@pytest.mark.parametrize(
    ("project", "outcome", "reason"),
    [
        (whole_project(), Outcome.PASSED, "results_visible_passed"),
        (inventory(things=artefacts(1, 5)), Outcome.FAILED, "results_visible_failed"),
        (inventory(), Outcome.FAILED, "results_none_found"),
        (inventory(layout_known=False), Outcome.CANT_TELL, "coverage_uncertain"),
        (inventory(things=artefacts(1, 1, 3)), Outcome.CANT_TELL, "results_visible_cant_tell"),
    ],
)
def test_visible_results_are_decided(project: Inventory, outcome: Outcome, reason: str):
    visible = item("results_visible", project)
    assert (visible.mode, visible.outcome, visible.reason) == (Mode.AUTOMATIC, outcome, reason)
    assert visible.numbers["threshold"] == 0.5


@pytest.mark.parametrize("project", [whole_project(), inventory(), inventory(complete=False)])
def test_nothing_else_is_decided_by_the_program(project: Inventory):
    others = [part for part in assess(DANISH, project).items if part.key != "results_visible"]
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
    project = whole_project()
    assert item("common_goals_plan", project).evidence == (f"{WORK}-0",)
    assert item("communication_exchange", project).evidence == (f"{HOME}/forum",)
    assert item("use_of_technology", project).numbers["providers"] == 2


def test_evidence_names_only_pages_and_artefacts_of_the_inventory():
    project = whole_project()
    ids = {part.url for part in project.pages} | {part.id for part in project.artefacts}
    named = {name for part in assess(DANISH, project).items for name in part.evidence}
    assert named
    assert named <= ids


def test_the_same_inventory_gives_the_same_assessment():
    assert assess(DANISH, whole_project()) == assess(DANISH, whole_project())


@pytest.mark.parametrize("name", rubric.ids())
@pytest.mark.parametrize("project", [whole_project(), inventory(), inventory(complete=False)])
def test_only_automatic_items_are_decided_whatever_the_rubric(name: str, project: Inventory):
    for part in assess(rubric.load(name), project).items:
        decided = part.outcome is not Outcome.FOR_HUMAN
        assert decided == (part.mode is Mode.AUTOMATIC), part.key


def test_the_documentation_since_2019_says_where_and_how_much_and_decides_nothing():
    documented = item("results_documentation", whole_project(), CURRENT)
    assert (documented.outcome, documented.reason) == (Outcome.FOR_HUMAN, "documentation_found")
    assert documented.reasons == ("documentation_found", "results_visible_passed")
    assert (documented.numbers["visible"], documented.numbers["artefacts"]) == (2, 3)
    assert Count(group=CountGroup.VISIBLE_KIND, code="wall", number=1) in documented.breakdown
    alone = item("results_impact_documentation", whole_project())
    assert documented.table == alone.table


def test_the_evidence_table_never_shows_a_phase_that_is_called_missing():
    project = inventory([home(), page(title="Planning", words=3)])
    documented = item("results_documentation", project, CURRENT)
    assert "planning" in documented.missing
    assert documented.table == ()


def test_data_protection_shows_the_pages_on_it_and_those_with_contact_data():
    rules = page(f"{WORK}-1", "Netiquette", words=80)
    contact = page(f"{WORK}-2", "Us", personal_data=("email_address",))
    project = inventory([home(), rules, contact])
    for key in ("data_protection_copyright", "gdpr_copyright_esafety"):
        protection = item(key, project, CURRENT)
        assert protection.table == (
            EvidenceRow(topic="esafety", page=rules.url),
            EvidenceRow(topic="personal_data", page=contact.url),
        )
        assert protection.missing == ("credits",)
        assert (protection.outcome, protection.reason) == (Outcome.FOR_HUMAN, "left_to_human")


def test_a_finished_project_says_when_it_was_last_changed():
    project = inventory(
        [home(), page(updated="2021-06-30"), page(f"{WORK}-2", updated="2020-01-01")]
    )
    assert item("finished", project, CURRENT).latest == "2021-06-30"
    assert item("finished", inventory(), CURRENT).latest is None


def test_the_minimums_are_marked_and_have_no_points():
    assessment = assess(CURRENT, inventory())
    assert [part.key for part in assessment.items if part.compulsory] == [
        "online_collaboration_strategies",
        "use_of_ict",
        "gdpr_copyright_esafety",
    ]
    assert {part.points for part in assessment.items} == {None}
    assert assessment.pass_mark is None


def test_the_period_of_the_form_is_reported_where_it_is_known():
    old = assess(rubric.load("nql-2019"), inventory())
    assert (old.valid_from, old.valid_until) == (date(2019, 11, 1), date(2022, 9, 30))
    assert assess(CURRENT, inventory()).valid_until is None
    assert assess(DANISH, inventory()).valid_from is None


def test_an_agencys_definition_is_reported_with_its_source():
    visible = item("results_visible", whole_project(), rubric.load("nql-2023-dk"))
    assert visible.outcome is Outcome.PASSED
    assert visible.definition["da"].startswith("Synlighed af projektresultater betyder konkret")
    assert visible.definition_source.startswith("https://etwinning.dk/nyhed/")


def test_an_agencys_own_points_are_handed_on_and_no_sum_is_made():
    text = """
    id = "nql-2023-xx"
    extends = "nql-2023"
    date = 2026-01-31
    source = "https://example.org/call"
    points = { pass_mark = 18 }

    [[items]]
    key = "collaboration"
    points = { maximum = 5, minimum = 2 }

    [[items]]
    key = "use_of_technology"
    points = { maximum = 4 }
    """
    assessment = assess(rubric.parse(text, "ours.toml", own=True), whole_project())
    points = {part.key: part.points for part in assessment.items if part.points}
    assert points == {
        "collaboration": Points(maximum=5, minimum=2),
        "use_of_technology": Points(maximum=4),
    }
    assert assessment.pass_mark == 18


def test_an_assessment_of_before_these_fields_still_loads():
    data = assess(CURRENT, whole_project()).model_dump(mode="json")
    new = ("reasons", "breakdown", "latest", "compulsory", "definition", "definition_source")
    for part in data["items"]:
        for name in (*new, "points"):
            del part[name]
    for name in ("valid_from", "valid_until", "pass_mark"):
        del data[name]
    assert Assessment.model_validate(data).items[-1].compulsory is False
