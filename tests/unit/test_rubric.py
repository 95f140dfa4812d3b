"""Rubrics are data: found by scanning, validated with errors that say what to mend."""

from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from auditor.judging import rubric
from auditor.judging.checks import registry
from auditor.judging.results_visible.parts import Level, Parts, ShareRule
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
params = { topics = ["product"], parts.product = { level = "needed", threshold = 0.5 } }
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


def test_the_articles_own_words_on_visible_are_the_definition():
    visible = rubric.load("nql-2021-dk").items[4]
    assert visible.definition is not None
    assert "Padlet-vægge" in visible.definition.wording["da"]
    assert visible.definition.date == date(2021, 8, 31)


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


R2 = ("common_goals_plan", "finished", "applicant_contribution", "collaboration_condition")
K5 = (
    "collaboration",
    "use_of_technology",
    "pedagogical_approaches",
    "curricular_integration",
    "results_documentation",
)
MINIMUMS = ("online_collaboration_strategies", "use_of_ict", "gdpr_copyright_esafety")


@pytest.mark.parametrize(
    ("name", "conditions", "criteria"),
    [
        ("nql-2019", (*R2, "esafety_copyright"), K5),
        ("nql-2023", (*R2, "data_protection_copyright"), (*K5, *MINIMUMS)),
        (
            "nql-2023-dk",
            (*R2, "results_visible", "data_protection_copyright"),
            (*K5, *MINIMUMS),
        ),
    ],
)
def test_the_forms_since_2019(name: str, conditions: tuple[str, ...], criteria: tuple[str, ...]):
    items = rubric.load(name).items
    assert [item.key for item in items] == [*conditions, *criteria]
    kinds = {item.key: item.kind for item in items}
    assert {kinds[key] for key in conditions} == {ItemKind.CONDITION}
    assert {kinds[key] for key in criteria} == {ItemKind.CRITERION}
    compulsory = [item.key for item in items if item.compulsory]
    assert compulsory == [key for key in criteria if key in MINIMUMS]


def test_since_2019_only_denmark_lets_the_program_decide_the_visible_results():
    automatic = {
        name: [i.key for i in rubric.load(name).items if i.mode is Mode.AUTOMATIC]
        for name in rubric.ids()
    }
    assert automatic == {
        "nql-2019": [],
        "nql-2021-dk": ["results_visible"],
        "nql-2023": [],
        "nql-2023-dk": ["results_visible"],
    }


@pytest.mark.parametrize("name", ["nql-2019", "nql-2023", "nql-2023-dk"])
def test_the_documentation_has_its_table_and_the_measure_of_what_is_seen(name: str):
    (item,) = (i for i in rubric.load(name).items if i.key == "results_documentation")
    assert item.mode is Mode.SEMI_AUTOMATIC
    assert [need.check for need in item.requirements] == ["documentation", "visible_results"]


@pytest.mark.parametrize("name", rubric.ids())
def test_data_protection_is_never_decided_and_always_has_what_to_look_at(name: str):
    words = ("esafety", "gdpr", "data_protection")
    for item in rubric.load(name).items:
        if any(word in item.key for word in words):
            assert item.mode is Mode.MANUAL
            assert {need.check for need in item.requirements} == {"documentation", "protection"}


def test_the_danish_reading_quotes_what_visible_means():
    danish = rubric.load("nql-2023-dk")
    visible = danish.items[4]
    assert danish.extends == "nql-2023"
    assert visible.wording == {"da": "… samt projektresultaterne fremgår tydeligt"}
    assert visible.definition is not None
    assert "har en eTwinning-brugerkonto" in visible.definition.wording["da"]
    assert visible.definition.source == danish.source
    assert visible.definition.date == danish.date == date(2022, 5, 25)


def test_the_danish_reading_changes_nothing_else():
    base, danish = rubric.load("nql-2023"), rubric.load("nql-2023-dk")
    assert tuple(item for item in danish.items if item.key != "results_visible") == base.items
    assert danish.title == base.title
    assert danish.sources[: len(base.sources)] == base.sources


@pytest.mark.parametrize("name", rubric.ids())
def test_no_rubric_that_ships_has_points(name: str):
    shipped = rubric.load(name)
    assert shipped.points is None
    assert [item.key for item in shipped.items if item.points is not None] == []


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2014, 3, 1), "nql-2019"),  # no older form of ours has a validity
        (date(2019, 10, 31), "nql-2019"),
        (date(2019, 11, 1), "nql-2019"),
        (date(2022, 9, 30), "nql-2019"),
        (date(2022, 10, 1), "nql-2023"),
        (date(2026, 11, 25), "nql-2023"),
        (date(2099, 1, 1), "nql-2023"),
    ],
)
def test_the_rubric_in_force_on_a_day(day: date, name: str):
    assert rubric.rubric_of_day(day).id == name


def test_periods_follow_each_other_without_gap_or_overlap():
    periods = sorted(
        (form.validity for form in map(rubric.load, rubric.ids()) if form.validity),
        key=lambda period: period.begins,
    )
    assert periods[-1].until is None
    for earlier, later in pairwise(periods):
        assert earlier.until is not None
        assert earlier.until + timedelta(days=1) == later.begins


def test_national_forms_are_never_in_force_by_themselves():
    assert rubric.load("nql-2021-dk").validity is None
    assert rubric.load("nql-2023-dk").validity is None


def test_every_rubric_that_ships_is_valid():
    assert set(rubric.ids()) == {"nql-2019", "nql-2021-dk", "nql-2023", "nql-2023-dk"}
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
    parts = Parts(product=ShareRule(level=Level.NEEDED, threshold=0.5))
    assert dict(need.arguments) == {"parts": parts, "topics": frozenset({Topic.PRODUCT})}


def test_an_unknown_rubric_is_answered_with_those_that_exist():
    with pytest.raises(RubricError, match=r"no rubric 'nql-1066'; there are .*nql-2021-dk"):
        rubric.load("nql-1066")


def test_a_path_is_not_a_rubric_id():
    with pytest.raises(RubricError, match="no rubric"):
        rubric.load("../topics")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('check = "visible_results"', 'check = "magic"', "no check called 'magic'; there are"),
        (
            ', parts.product = { level = "needed", threshold = 0.5 }',
            "",
            "visible_results needs the parameter 'parts'",
        ),
        ("threshold = 0.5", "threshold = 1.5", "parts.product.threshold: Input should be less"),
        ("threshold = 0.5", "threshold = 0", "parts.product.threshold: Input should be greater"),
        ('level = "needed"', 'level = "nice"', "parts.product.level: Input should be 'needed'"),
        ('level = "needed"', 'level = "expected"', "parts: no part is needed"),
        ("parts.product", "parts.cake", "parts.product: Field required"),
        ("parts.product", "luck = 1, parts.product", "has no parameter 'luck'"),
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
        (
            "rule_set =",
            "points = { maximum = 5 }\nrule_set =",
            "items.0.points: points are published",
        ),
        ("date =", "points = { pass_mark = 20 }\ndate =", "points: points are published nowhere"),
        ("date =", "validity = { until = 2030-01-01 }\ndate =", "validity.from: Field required"),
        (
            "date =",
            "validity = { from = 2030-01-02, until = 2030-01-01 }\ndate =",
            "validity: it ends before it begins",
        ),
        ("rule_set =", "compulsory = true\nrule_set =", "only a criterion is compulsory"),
        ("rule_set =", "compulsory = 5\nrule_set =", "items.0.compulsory"),
        (
            "rule_set =",
            'definition = { source = "https://example.org/d", date = 2030-01-01, wording = {} }\nrule_set =',
            "items.0.definition.wording",
        ),
        (
            "rule_set =",
            'definition = { date = 2030-01-01, wording = { en = "So." } }\nrule_set =',
            "items.0.definition.source: Field required",
        ),
        ("rule_set =", 'after = "other"\nrule_set =', "items.0.after: Extra inputs"),
        ("[[items]]", "[[items", "is not valid TOML"),
    ],
)
def test_a_faulty_rubric_is_refused_with_file_place_and_fault(old: str, new: str, fault: str):
    assert old in GOOD
    message = refusal(GOOD.replace(old, new, 1))
    assert message.startswith("invented-2030.toml")
    assert fault in message


def test_a_key_may_not_stand_twice():
    item = GOOD[GOOD.index("[[items]]") :]
    assert "the key 'results_visible' stands twice" in refusal(GOOD + item)


def test_an_item_that_is_decided_needs_a_check():
    without: Any = GOOD[: GOOD.index("[[items.requirements]]")]
    assert "results_visible is automatic but names no check" in refusal(without)


def test_of_many_faults_the_first_are_reported_and_the_others_counted():
    item = '[[items]]\nkey = "a"\n'
    message = refusal(GOOD + item)
    assert "items.1.kind: Field required" in message
    assert message.endswith("; and 1 more")


def test_deep_nesting_is_a_fault_like_any_other():
    assert "nested too deeply" in refusal("a = " + "[" * 5000)


# An NSO's own file.

OVERLAY = """
id = "nql-2023-xx"
extends = "nql-2023"
date = 2026-01-31
source = "https://example.org/call"

[points]
pass_mark = 18

[[items]]
key = "collaboration"
points = { maximum = 5, minimum = 2.5 }

[[items]]
key = "jury"
after = "use_of_technology"
kind = "criterion"
mode = "manual"
rule_set = "invented"
wording = { en = "What the jury says" }

[[sources]]
language = "en"
covers = "the jury"
url = "https://example.org/call"
read = 2026-02-01
"""


def own(text: str, name: str = "Our rubric.toml") -> rubric.Rubric:
    return rubric.parse(text, name, own=True)


def mistake_in(text: str) -> str:
    with pytest.raises(RubricError) as error:
        own(text)
    return str(error.value)


def test_an_own_file_may_have_any_name_and_points():
    overlaid = own(OVERLAY)
    assert overlaid.id == "nql-2023-xx"
    assert overlaid.points is not None
    assert overlaid.points.pass_mark == 18
    points = {item.key: item.points for item in overlaid.items if item.points}
    assert [(key, p.maximum, p.minimum) for key, p in points.items()] == [("collaboration", 5, 2.5)]


def test_an_own_file_needs_no_base():
    whole = GOOD.replace('kind = "condition"', 'kind = "criterion"\npoints = { maximum = 3 }')
    assert own(whole, "any.toml").items[0].points is not None


def test_an_overlay_gives_what_it_changes_and_the_rest_carries_over():
    base, overlaid = rubric.load("nql-2023"), own(OVERLAY)
    before = next(item for item in base.items if item.key == "collaboration")
    after = next(item for item in overlaid.items if item.key == "collaboration")
    assert after.model_copy(update={"points": None}) == before
    unchanged = [item for item in overlaid.items if item.key not in ("collaboration", "jury")]
    assert unchanged == [item for item in base.items if item.key != "collaboration"]
    assert overlaid.sources == (*base.sources, overlaid.sources[-1])
    assert overlaid.title == base.title
    assert overlaid.validity is None


def test_new_items_stand_where_they_say_in_the_overlays_order():
    more = (
        OVERLAY
        + """
[[items]]
key = "jury_two"
after = "jury"
kind = "criterion"
mode = "manual"
rule_set = "invented"
wording = { en = "More" }

[[items]]
key = "jury_three"
after = "use_of_technology"
kind = "criterion"
mode = "manual"
rule_set = "invented"
wording = { en = "Still more" }
"""
    )
    keys = [item.key for item in own(more).items]
    at = keys.index("use_of_technology")
    assert keys[at : at + 5] == [
        "use_of_technology",
        "jury",
        "jury_two",
        "jury_three",
        "pedagogical_approaches",
    ]


def test_an_overlay_may_stand_on_an_overlay():
    keys = [item.key for item in own(OVERLAY.replace('"nql-2023"', '"nql-2023-dk"')).items]
    assert "results_visible" in keys
    assert "jury" in keys


def test_an_overlay_adds_its_title_to_the_bases():
    title = own(OVERLAY.replace("[points]", '[title]\nsq = "Etiketa"\n\n[points]')).title
    assert (title["sq"], title["en"]) == ("Etiketa", "eTwinning National Quality Label")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            'extends = "nql-2023"',
            'extends = "nql-1066"',
            "there is no rubric 'nql-1066'; there are",
        ),
        ('extends = "nql-2023"', "extends = 7", "extends: Input should be a valid string"),
        ('id = "nql-2023-xx"', 'id = "nql-2023"', "'nql-2023' ships with the program"),
        ('id = "nql-2023-xx"', "", "id: Field required"),
        ('after = "use_of_technology"', "", "nql-2023 has no item 'jury'; a new one needs after"),
        ('after = "use_of_technology"', 'after = "cake"', "items.1.after: there is no item 'cake'"),
        ('after = "use_of_technology"', 'after = "jury"', "items.1.after: there is no item 'jury'"),
        ('key = "collaboration"', 'key = "collaboration"\nafter = "finished"', "keeps its place"),
        (
            'key = "jury"',
            'key = "collaboration"',
            "items.1.key: the key 'collaboration' stands twice",
        ),
        ('language = "en"', 'language = "da"', "sources: none of its own for the wording in en"),
        ('rule_set = "invented"', "", "items.1.rule_set: Field required"),
        ('rule_set = "invented"', 'rule_set = "x"\npoints = 5', "items.1.points: Input should be"),
        ("maximum = 5", "maximum = 2", "items.0.points: the minimum is greater than the maximum"),
        ("maximum = 5", "maximum = 0", "items.0.points.maximum: Input should be greater than 0"),
        ("maximum = 5", "maximum = inf", "items.0.points.maximum: Input should be a finite number"),
        ("maximum = 5", "maximum = true", "items.0.points.maximum: Input should be a valid number"),
        ("maximum = 5, ", "", "items.0.points.maximum: Field required"),
        ("minimum = 2.5", "minimum = -1", "items.0.points.minimum"),
        ('key = "collaboration"', 'key = "finished"', "items.0: only a criterion is given points"),
        ("pass_mark = 18", "pass_mark = 0", "points.pass_mark"),
        ("pass_mark = 18", "pass_mark = nan", "points.pass_mark"),
        ("pass_mark = 18", "total = 18", "points.total: Extra inputs"),
        ("[[items]]", "[items]", "is not valid TOML"),
        ("[[sources]]", "[sources]", "sources: Input should be a valid list"),
        ("[points]", 'title = "A label"\n[points]', "title: Input should be a valid dictionary"),
    ],
)
def test_a_faulty_overlay_is_refused_with_file_place_and_fault(old: str, new: str, fault: str):
    assert old in OVERLAY
    message = mistake_in(OVERLAY.replace(old, new, 1))
    assert message.startswith("Our rubric.toml")
    assert fault in message
    assert "\n" not in message


def test_a_pass_mark_that_nobody_can_reach_is_refused():
    whole = GOOD.replace('kind = "condition"', 'kind = "criterion"\npoints = { maximum = 3 }')
    text = whole.replace("date =", "points = { pass_mark = 4 }\ndate =", 1)
    assert "points.pass_mark: no project can get so many points" in mistake_in(text)


def test_a_rubric_that_ships_is_named_like_its_id_also_as_an_overlay():
    with pytest.raises(RubricError, match="file name and id must be the same"):
        rubric.parse(rubric_text("nql-2023-dk"), "other.toml")


def rubric_text(name: str) -> str:
    return files("auditor.judging").joinpath("rubrics", f"{name}.toml").read_text("utf-8")
