"""What the documentation names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
# Names of files that are examples, or that a reader makes.
NOT_HERE = ("reports/locales/LANG/",)


def named_files(page: Path) -> list[str]:
    """The files of the program and its tests that a page names in back-ticks."""
    quoted = re.findall(
        r"`((?:auditor|crawlers|reports|tests|docs)/[\w./-]+)`", page.read_text("utf-8")
    )
    return [name for name in quoted if not name.startswith(NOT_HERE)]


def links(page: Path) -> list[str]:
    """The relative links of a page."""
    targets = re.findall(r"\]\(([^)#\s]+)\)", page.read_text("utf-8"))
    return [link for link in targets if "://" not in link]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    assert [name for name in named_files(page) if not (ROOT / name).exists()] == []
    assert [link for link in links(page) if not (page.parent / link).exists()] == []


def test_the_architecture_answers_where_things_are() -> None:
    page = ROOT / "docs" / "architecture.md"
    rows = re.findall(r"^\| .*\? \| .*`", page.read_text("utf-8"), re.MULTILINE)
    assert len(rows) >= 20
    assert len(set(named_files(page))) >= 25


def test_every_room_is_in_the_picture() -> None:
    picture = (ROOT / "docs" / "architecture.svg").read_text("utf-8")
    rooms = {
        path.name
        for storey in ("auditor", "crawlers", "reports")
        for path in (ROOT / storey).iterdir()
        if (path / "__init__.py").is_file()
    }
    assert [room for room in sorted(rooms) if f">{room}" not in picture] == []
