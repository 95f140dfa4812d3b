"""Every wording that a rubric quotes against the collected official names, both ways."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

import pytest

from auditor.judging import rubric
from reports.audit import ItemKind
from tests.real.beside import shared_path

# The sets of official wording that each form consists of, in the order of the form.
SETS = {
    "nql-2019": ("R2_esafety_copyright", "K5"),
    "nql-2021-dk": ("R1_results_visible", "K6", "K6_DK_seed"),
    "nql-2023": ("R3_esep", "K5"),
    "nql-2023-dk": ("R3_esep", "K5"),
}
NOT_COLLECTED = {"R2_DK_2022"}  # quoted from the dossier's text, see below
KINDS = {
    "condition": ItemKind.CONDITION,
    "criterion": ItemKind.CRITERION,
    "criterion_dk_extra": ItemKind.CRITERION,
    "subcriterion_minimum": ItemKind.CRITERION,
}


def collected_rows() -> list[dict[str, str]]:
    with shared_path("domain", "criteria_names.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def cells(row: dict[str, str]) -> dict[str, list[str]]:
    """The variants of each language that has a cell: the first, and those with a sign before."""
    names = list(row)[3:]
    texts = {name: row[name].split(" | ") for name in names if row[name]}
    return {
        name: [first, *(re.sub(r"^\w+: ", "", other) for other in others)]
        for name, (first, *others) in texts.items()
    }


def key_of(row: dict[str, str]) -> str:
    key = re.sub(r"^(c\d|k|s)_", "", row["key"])
    shared = {"collaboration"} if row["kind"] == "condition" else set()
    return f"{key}_condition" if key in shared else key


def rows_of(name: str) -> dict[tuple[str, str], dict[str, str]]:
    """The collected rows that a form consists of, by set and key of the item."""
    chosen = [row for row in collected_rows() if row["rule_set"] in SETS[name]]
    return {(row["rule_set"], key_of(row)): row for row in chosen}


def text_of(name: str) -> str:
    return files("auditor.judging").joinpath("rubrics", f"{name}.toml").read_text("utf-8")


def test_every_rubric_that_ships_is_compared():
    assert set(SETS) == set(rubric.ids())


@pytest.mark.parametrize("name", SETS)
def test_no_item_is_missing_and_none_invented(name: str):
    items = [item for item in rubric.load(name).items if item.rule_set not in NOT_COLLECTED]
    assert {(item.rule_set, item.key) for item in items} == set(rows_of(name))
    for item in items:
        row = rows_of(name)[item.rule_set, item.key]
        assert item.kind is KINDS[row["kind"]], item.key
        assert item.compulsory == (row["kind"] == "subcriterion_minimum"), item.key


@pytest.mark.parametrize("name", SETS)
def test_every_cell_is_quoted_and_nothing_else(name: str):
    rows = rows_of(name)
    for item in rubric.load(name).items:
        if item.rule_set in NOT_COLLECTED:
            continue
        quotes = cells(rows[item.rule_set, item.key])
        assert item.wording == {language: texts[0] for language, texts in quotes.items()}, item.key


@pytest.mark.parametrize("name", [name for name in SETS if name != "nql-2023-dk"])
def test_other_variants_stand_in_a_comment(name: str):
    comments = [line for line in text_of(name).splitlines() if line.startswith("# ")]
    others = {
        text
        for row in rows_of(name).values()
        for texts in cells(row).values()
        for text in texts[1:]
    }
    assert [text for text in others if not any(f'"{text}"' in line for line in comments)] == []


@pytest.mark.parametrize("name", SETS)
def test_the_title_is_the_labels_official_name_in_every_language(name: str):
    (row,) = (row for row in collected_rows() if row["key"] == "label_nql")
    title, quotes = rubric.load(name).title, cells(row)
    assert set(title) == set(quotes)
    assert [code for code, text in title.items() if text not in quotes[code]] == []


@pytest.mark.parametrize("name", SETS)
def test_every_source_is_one_of_those_collected(name: str):
    with shared_path("domain", "criteria_names_sources.csv").open(
        encoding="utf-8", newline=""
    ) as s:
        sources = {(row["lang"], row["url"]) for row in csv.DictReader(s)}
    quoted = {(source.language, source.url) for source in rubric.load(name).sources}
    assert quoted - sources == set()


def test_the_danish_reading_is_quoted_from_the_agencys_call():
    dossier = shared_path("domain", "quality_label.md").read_text("utf-8").replace("**", "")
    visible = next(i for i in rubric.load("nql-2023-dk").items if i.key == "results_visible")
    assert visible.wording["da"].removeprefix("… ") in dossier
    assert visible.definition is not None
    excerpt = re.search(r'"(der bør være .*?)" https://etwinning\.dk/nyhed', dossier)
    assert excerpt is not None
    parts = excerpt[1].split(" … ")
    assert len(parts) == 2
    assert [part for part in parts if part not in visible.definition.wording["da"]] == []


def test_the_articles_definition_stands_in_the_article():
    article = shared_path("domain", "source_article.txt").read_text("utf-8")
    visible = next(i for i in rubric.load("nql-2021-dk").items if i.key == "results_visible")
    assert visible.definition is not None
    assert visible.definition.wording["da"] in article
