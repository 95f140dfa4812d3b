"""A report as plain text: its headings, paragraphs, lists and table rows, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from reports.audit import Audit
from reports.formats import registry
from reports.i18n.translator import Translator, languages
from tests.documents.audits import RUBRICS, audit_judged_by

FOLDER = Path(__file__).parent
PROJECT = "half_unknown"  # small, and it has something of every state
WHOLE = ("da", "en")
_TIME = re.compile(r'"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)"')
_HASH = re.compile(r"\b[0-9a-f]{64}\b")
_LEVELS = {f"h{level}": "#" * level for level in range(1, 6)}
_BLOCKS = [*_LEVELS, "p", "li", "tr", "caption", "dt", "dd", "summary", "blockquote"]


def fix_times(audit: Audit) -> Audit:
    """The audit as if it had been made at a fixed time by a fixed version."""
    still = Audit.model_validate_json(_TIME.sub('"2026-11-25T09:30:00Z"', audit.model_dump_json()))
    run = still.run.model_copy(update={"id": "0001", "tool_version": "X", "rules_version": "X"})
    return still.model_copy(update={"run": run})


def text(data: bytes) -> str:
    """An HTML report as text, one block per line; table cells are separated by strokes."""
    soup = BeautifulSoup(data, "lxml")
    for tag in soup(["style", "svg"]):
        tag.decompose()
    lines = (line for block in soup.find_all(_BLOCKS) if (line := _line(block)))
    return _HASH.sub("SHA-256", "\n".join(lines)) + "\n"


def _line(block: Tag) -> str:
    if block.name == "tr":
        return " | ".join(_squeeze(cell) for cell in block.find_all(["th", "td"]))
    if block.find_parent("tr") or (block.find(_BLOCKS) and block.name != "summary"):
        return ""
    return f"{_LEVELS.get(block.name, '')} {_squeeze(block)}".strip()


def _squeeze(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def outline(data: bytes) -> str:
    """The headings and captions alone."""
    soup = BeautifulSoup(data, "lxml")
    elements = soup.find_all([*_LEVELS, "caption"])
    return "\n".join(f"{_LEVELS.get(tag.name, '|')} {_squeeze(tag)}" for tag in elements) + "\n"


def goldens() -> Iterator[tuple[Path, str]]:
    """Every golden file with what it must hold."""
    for rubric in RUBRICS:
        audit = fix_times(audit_judged_by(PROJECT, rubric))
        for language in WHOLE:
            page = registry()["html"].render(audit, Translator(language))
            yield FOLDER / f"{rubric}.{language}.txt", text(page)
    audit = fix_times(audit_judged_by(PROJECT, "nql-2023"))
    for language in sorted(languages() - set(WHOLE)):
        page = registry()["html"].render(audit, Translator(language))
        yield FOLDER / f"outline.{language}.txt", outline(page)
