"""The reports say what the golden files say; ``python -m tests.golden.refresh`` renews them."""

from __future__ import annotations

from tests.golden.report_texts import FOLDER, goldens


def test_reports_say_what_the_golden_files_say() -> None:
    texts = {path.name: text for path, text in goldens()}
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}
    assert sorted(texts) == sorted(kept)
    for name, text in texts.items():
        assert text == kept[name], f"{name} differs: python -m tests.golden.refresh, then git diff"
