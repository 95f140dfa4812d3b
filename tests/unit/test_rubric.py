"""Rubrics are data: found by scanning, validated with errors that say what to mend."""

from datetime import date
from typing import Any

import pytest

from auditor.judging import rubric
from auditor.judging.checks import registry
from auditor.judging.rubric import RubricError
from auditor.judging.topics import Topic
from reports.audit import ItemKind, Mode

CONDITIONS = [
    ("common_goals_plan", "Projektet skal have samme mål og en fælles plan."),
    ("finished", "Forløbet skal være afsluttet eller næsten afsluttet."),
    (
        "applicant_contribution",
        "Den ansøgende lærer skal selv have bidraget på afgørende vis til projektet.",
    ),
    (
        "collaboration_condition",
        "Det skal fremgå, at der er foregået en vis grad af samarbejde i projektforløbet.",
    ),
    ("results_visible", "Projektresultaterne skal være synlige."),
]
CRITERIA = [
    ("pedagogical_innovation", "Pædagogisk innovation"),
    ("curricular_integration", "Tværfaglighed"),
    ("communication_exchange", "Kommunikation og udveksling mellem partnerskoler"),
    ("collaboration", "Samarbejde mellem partnerskoler"),
    ("use_of_technology", "Anvendelse af teknologi"),
    ("results_impact_documentation", "Resultater, påvirkning og dokumentation"),
    ("dk_visible_dissemination", "Der skal være synlig formidling og resultater"),
]

GOOD = """
id = "invented-2030"
date = 2030-01-31
source = "https://example.org/label"
title = { en = "Invented label" }

[[sources]]
language = "en"
covers = "everything"
url = "https://example.org/label"
read = 2030-02-01

[[items]]
key = "results_visible"
kind = "condition"
mode = "automatic"
rule_set = "invented"
wording = { en = "Results are to be seen." }

[[items.requirements]]
check = "visible_results"
params = { threshold = 0.5, topics = ["product"] }
"""


def refusal(text: str, name: str = "invented-2030.toml") -> str:
    with pytest.raises(RubricError) as error:
        rubric.parse(text, name)
    return str(error.value)


def test_the_danish_rubric_quotes_conditions_and_criteria_in_the_articles_order():
    danish = rubric.load("nql-2021-dk")
    quoted = [(item.kind, item.key, item.wording["da"]) for item in danish.items]
    assert quoted == [
        *((ItemKind.CONDITION, *condition) for condition in CONDITIONS),
        *((ItemKind.CRITERION, *criterion) for criterion in CRITERIA),
    ]


def test_the_danish_rubric_names_its_source_and_date():
    danish = rubric.load("nql-2021-dk")
    assert danish.source == "https://etwinning.dk/case/det-nationale-kvalitetscertifikat"
    assert danish.date == date(2021, 8, 31)
    assert danish.title["da"] == "Det nationale kvalitetscertifikat"


def test_the_seventh_line_is_quoted_in_danish_alone():
    assert list(rubric.load("nql-2021-dk").items[-1].wording) == ["da"]


def test_only_the_visible_results_are_decided_by_the_program():
    modes = {item.key: item.mode for item in rubric.load("nql-2021-dk").items}
    special = {key: mode for key, mode in modes.items() if mode is not Mode.MANUAL}
    assert special == {
        "results_visible": Mode.AUTOMATIC,
        "results_impact_documentation": Mode.SEMI_AUTOMATIC,
        "dk_visible_dissemination": Mode.SEMI_AUTOMATIC,
    }


def test_every_rubric_that_ships_is_valid():
    assert "nql-2021-dk" in rubric.ids()
    assert [rubric.load(name).id for name in rubric.ids()] == list(rubric.ids())


def test_every_check_is_used_by_a_rubric():
    used = {
        need.check
        for name in rubric.ids()
        for item in rubric.load(name).items
        for need in item.requirements
    }
    assert used == set(registry())


def test_parameters_get_the_types_of_the_check():
    need = rubric.parse(GOOD, "invented-2030.toml").items[0].requirements[0]
    assert dict(need.arguments) == {"threshold": 0.5, "topics": frozenset({Topic.PRODUCT})}


def test_an_unknown_rubric_is_answered_with_those_that_exist():
    with pytest.raises(RubricError, match=r"no rubric 'nql-1066'; there are .*nql-2021-dk"):
        rubric.load("nql-1066")


def test_a_path_is_no_rubric_id():
    with pytest.raises(RubricError, match="no rubric"):
        rubric.load("../topics")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('check = "visible_results"', 'check = "magic"', "no check called 'magic'; there are"),
        ("threshold = 0.5, ", "", "visible_results needs the parameter 'threshold'"),
        ("threshold = 0.5", "threshold = 1.5", "less than or equal to 1"),
        ("threshold = 0.5", "threshold = 0", "greater than 0"),
        ("threshold = 0.5", "luck = 1, threshold = 0.5", "has no parameter 'luck'"),
        ('topics = ["product"]', 'topics = ["cake"]', "'planning', 'process'"),
        ('mode = "automatic"', 'mode = "by_mood"', "items.0.mode"),
        ('kind = "condition"', 'kind = "wish"', "items.0.kind"),
        ('wording = { en = "Results are to be seen." }', "wording = {}", "items.0.wording"),
        ('wording = { en = "R', 'wording = { da = "R', "no source for the wording in da"),
        ('key = "results_visible"', 'key = "Results"', "items.0.key"),
        ('source = "https://example.org/label"', 'source = "a friend"', "source"),
        ('id = "invented-2030"', 'id = "other-2030"', "file name and id must be the same"),
        ("date = 2030-01-31", 'date = "last summer"', "date"),
        ("date = 2030-01-31", "", "date: Field required"),
        ("rule_set =", "points = 5\nrule_set =", "items.0.points: Extra inputs"),
        ("[[items]]", "[[items", "is not valid TOML"),
    ],
)
def test_a_faulty_rubric_is_refused_with_file_place_and_fault(old: str, new: str, said: str):
    assert old in GOOD
    message = refusal(GOOD.replace(old, new, 1))
    assert message.startswith("invented-2030.toml")
    assert said in message


def test_a_key_may_not_stand_twice():
    item = GOOD[GOOD.index("[[items]]") :]
    assert "the key 'results_visible' stands twice" in refusal(GOOD + item)


def test_an_item_that_is_decided_needs_a_check():
    without: Any = GOOD[: GOOD.index("[[items.requirements]]")]
    assert "results_visible is automatic but names no check" in refusal(without)
