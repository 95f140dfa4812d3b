"""Which rubric an audit takes: an id, an NSO's own file, or the one in force on the day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from auditor.errors import BadInputError
from auditor.session import rubric_selection
from crawlers.model.inventory import Inventory
from crawlers.model.page import Page
from tests.unit.inventories import HOME, home, inventory, page

OWN = """
id = "nql-2023-xx"
extends = "nql-2023"
date = 2026-01-31
source = "https://example.org/call"

[[items]]
key = "collaboration"
points = { maximum = 5 }
"""
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def page_checked_at(page: Page, when: datetime | None) -> Page:
    checked = page.visibility.model_copy(update={"checked_at": when})
    return page.model_copy(update={"visibility": checked})


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("nql-2023", False),
        ("nql-2023-dk", False),
        ("ours.toml", True),
        ("./ours", True),
        ("/a/ours.toml", True),
        ("C:\\rubrics\\ours", True),
    ],
)
def test_an_id_is_distinguished_from_a_path(name: str, path: bool):
    assert rubric_selection.is_rubric_file(name) is path


def test_a_report_names_the_file_and_not_its_folders():
    assert rubric_selection.display_name("/home/anna/rubrics/ours.toml") == "ours.toml"
    assert rubric_selection.display_name("C:\\rubrics\\ours.toml") == "ours.toml"
    assert rubric_selection.display_name("nql-2023") == "nql-2023"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_an_own_file_is_read(tmp_path: Path, encoding: str):
    path = tmp_path / "Our rubric.toml"
    path.write_text(OWN, encoding)
    chosen = rubric_selection.select_rubric(str(path))
    assert chosen.id == "nql-2023-xx"
    assert next(item for item in chosen.items if item.points).key == "collaboration"


def test_an_id_is_one_that_ships():
    assert rubric_selection.select_rubric("nql-2019").id == "nql-2019"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "extends|id: Field required"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"#" * 1_000_001, "too large"),
        (b"a = " + b"[" * 9000, "nested too deeply"),
        (OWN.replace('"nql-2023"', '"nql-1066"').encode(), "no rubric 'nql-1066'"),
        (OWN.replace("maximum = 5", "maximum = -5").encode(), r"items\.0\.points\.maximum"),
    ],
)
def test_a_bad_file_gives_one_sentence(tmp_path: Path, content: bytes, fault: str):
    path = tmp_path / "ours.toml"
    path.write_bytes(content)
    with pytest.raises(BadInputError, match=fault) as error:
        rubric_selection.select_rubric(str(path))
    assert "\n" not in str(error.value)
    assert str(error.value).endswith(".")


@pytest.mark.parametrize("name", ["missing.toml", ".", "a/" * 3000, "a\0.toml"])
def test_what_is_not_a_file_is_refused(tmp_path: Path, name: str):
    with pytest.raises(BadInputError, match="There is no file|cannot be read"):
        rubric_selection.select_rubric(f"{tmp_path}/{name}")


@pytest.mark.parametrize(
    ("project", "name"),
    [
        (inventory([page_checked_at(home(), NOW)]), "nql-2023"),
        (inventory([page_checked_at(home(), datetime(2021, 5, 1, tzinfo=UTC))]), "nql-2019"),
        (  # the earliest is the seed's: a page may have been looked at again later
            inventory(
                [
                    page_checked_at(home(), datetime(2022, 9, 30, 23, 59, tzinfo=UTC)),
                    page_checked_at(page(), datetime(2022, 10, 1, 0, 1, tzinfo=UTC)),
                ]
            ),
            "nql-2019",
        ),
        (
            inventory([page_checked_at(home(), None), page_checked_at(page(f"{HOME}/2"), NOW)]),
            "nql-2023",
        ),
    ],
)
def test_the_rubric_of_the_day_is_that_of_the_recorded_exchange(project: Inventory, name: str):
    assert rubric_selection.rubric_of_inventory(project, NOW).id == name


def test_without_any_recorded_time_the_runs_start_counts():
    project = inventory([page_checked_at(home(), None)])
    assert rubric_selection.rubric_of_inventory(project, NOW).id == "nql-2023"
    then = datetime.combine(date(2020, 1, 1), datetime.min.time(), tzinfo=UTC)
    assert rubric_selection.rubric_of_inventory(project, then).id == "nql-2019"
