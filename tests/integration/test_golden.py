"""The reports say what the golden files say; ``python -m tests.golden.refresh`` renews them."""

from __future__ import annotations

from tests.golden.told import FOLDER, goldens


def test_reports_say_what_the_golden_files_say() -> None:
    told = {path.name: said for path, said in goldens()}
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}
    assert sorted(told) == sorted(kept)
    for name, said in told.items():
        assert said == kept[name], f"{name} differs: python -m tests.golden.refresh, then git diff"
