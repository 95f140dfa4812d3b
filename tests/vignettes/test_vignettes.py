"""The judgement beside a careful reviewer's, over all vignettes and the replica's projects."""

from __future__ import annotations

import pytest

from crawlers.model.inventory import Inventory
from tests.replica.audits import NAMES, audit_of
from tests.vignettes.build import RUBRICS, Vignette, vignettes
from tests.vignettes.score import REPLICA, differences, replica_differences

each_rubric = pytest.mark.parametrize("rubric", RUBRICS)


@each_rubric
@pytest.mark.parametrize("vignette", vignettes(), ids=lambda vignette: vignette.name)
def test_the_program_judges_as_the_reviewer_does(vignette: Vignette, rubric: str) -> None:
    assert differences(vignette, rubric) == {}


@each_rubric
@pytest.mark.parametrize("name", NAMES)
def test_the_replica_keeps_a_careful_reviewers_outcome(name: str, rubric: str) -> None:
    audit = audit_of(name)
    inventory = Inventory(
        project=audit.project,
        coverage=audit.coverage,
        pages=audit.pages,
        artefacts=audit.artefacts,
        links=audit.links,
    )
    assert replica_differences(name, inventory, rubric) == {}


def test_every_project_of_the_replica_has_a_reviewer() -> None:
    assert set(REPLICA) == set(NAMES)


def test_a_changed_outcome_is_argued() -> None:
    assert all(entry["why"] for entry in REPLICA.values())


def test_there_are_enough_vignettes_and_enough_of_them_are_cut_from_real_projects() -> None:
    assert len(vignettes()) >= 40
    assert sum(bool(vignette.source) for vignette in vignettes()) >= 10


def test_every_outcome_and_every_kind_of_change_occurs() -> None:
    answers = [vignette.expected(RUBRICS[0]) for vignette in vignettes()]
    assert {answer["outcome"] for answer in answers} == {"passed", "failed", "cant_tell"}
    assert {answer.get("effort") for answer in answers} >= {"click", "afternoon", "look"}
    assert any(answer.get("possible") is False for answer in answers)
