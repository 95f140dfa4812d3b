"""Print the files of the pure rooms, for ``coverage report --include``.

The import rules in ``pyproject.toml`` say which rooms are pure; this is their only list.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RULE = "Pure rooms touch no network, no loop and no browser"


def pure_files() -> list[str]:
    """The patterns of the pure rooms' files, in their order; a room covers the rooms in it."""
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = rules["tool"]["importlinter"]["contracts"]
    modules = next(rule["source_modules"] for rule in contracts if rule["name"] == RULE)
    patterns: list[str] = []
    for module in modules:
        path = module.replace(".", "/")
        is_room = (ROOT / path).is_dir()
        patterns += [f"{path}/*", f"{path}/**/*"] if is_room else [f"{path}.py"]
    return patterns


if __name__ == "__main__":
    print(",".join(pure_files()))
