"""Writes the golden files again: ``python -m tests.golden.refresh``."""

from __future__ import annotations

from tests.golden.report_texts import FOLDER, goldens


def refresh() -> None:
    """Replaces all golden files by what the reports say now."""
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for path, text in goldens():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    refresh()
