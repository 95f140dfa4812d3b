"""No module, class or function keeps a name that the vocabulary has replaced."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.real.beside import shared_path

ROOT = Path(__file__).parents[2]
STOREYS = ("auditor", "crawlers", "reports")
KEPT = {"wall_text"}  # the table renames what is in this module, not the module


def replaced_names() -> set[str]:
    """The names of the left column: those in back-ticks, and module names before a dot."""
    names: set[str] = set()
    for line in shared_path("design", "vocabulary.md").read_text("utf-8").splitlines():
        cells = line.split("|")
        if len(cells) < 4 or cells[1].strip() in ("today", "---"):
            continue
        for quoted in re.findall(r"`([^`]+)`", cells[1]):
            names |= {part for part in re.split(r"[./]", quoted) if part.isidentifier()}
        bare = re.sub(r"`[^`]+`", " ", cells[1])
        names |= {part for part in re.findall(r"[a-z_]+", bare) if "_" in part or part in MODULES}
    return names


MODULES = {
    *("offloop", "looking", "picturing", "moved", "rendering", "dialling", "shelf", "unpacking"),
    *("furniture", "places", "file_notes", "framing", "delivery", "published", "album", "tasks"),
    *("live_rules", "rubric_choice", "tell", "previous", "beside", "paper", "wordml", "plates"),
}


def defined_names() -> Iterator[tuple[str, str]]:
    """Every module, class and function of the program, with the place that defines it."""
    for storey in STOREYS:
        for path in sorted((ROOT / storey).rglob("*.py")):
            place = str(path.relative_to(ROOT))
            yield path.stem, place
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                    yield node.name.lstrip("_"), f"{place}:{node.lineno}"


def test_no_name_of_the_old_vocabulary_is_left() -> None:
    old = replaced_names() - KEPT
    assert {"Doorkeeper", "off_loop", "Shelf", "arrive", "pictured"} <= old
    assert [(name, place) for name, place in defined_names() if name in old] == []
