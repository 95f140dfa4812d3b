"""Refuse a release that names no real home page and no real address for reports of weaknesses.

Usage:
  python -m tests.gates.release                                  check (exit code 1: not ready)
  python -m tests.gates.release --home URL --security ADDRESS    fill both in, then check
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OPEN = "ADDRESS-TO-BE-FILLED-IN"
_RESERVED = re.compile(
    r"(?:^|[./@])(?:example\.(?:org|com|net)|localhost)\b|\.(?:example|invalid)\b"
)


def faults(project: str, security: str) -> list[str]:
    """Name what a release still lacks, one sentence each.

    ``project`` is the text of ``pyproject.toml``, ``security`` that of ``SECURITY.md``.
    """
    urls = tomllib.loads(project)["project"].get("urls", {})
    home = urls.get("Homepage", "")
    missing = []
    if not home.startswith("https://") or _RESERVED.search(home):
        missing.append("pyproject.toml has no real Homepage under [project.urls]; give --home URL.")
    if OPEN in security:
        missing.append("SECURITY.md has no address for reports; give --security ADDRESS.")
    return missing


def with_home(project: str, home: str) -> str:
    """Put the home page into the text of ``pyproject.toml``."""
    kept = re.sub(r"\[project\.urls\]\n(?:[^\[\n].*\n)*\n?", "", project)
    table = f'[project.urls]\nHomepage = "{home}"\n\n'
    return kept.replace("[project.scripts]", f"{table}[project.scripts]", 1)


def main() -> None:
    """Read the command line, fill in what it gives, and check."""
    parser = argparse.ArgumentParser(description="Check that a release names real addresses.")
    parser.add_argument("--home", help="https address of the project's home page")
    parser.add_argument("--security", help="mail or web address for reports of weaknesses")
    options = parser.parse_args()
    project, security = ROOT / "pyproject.toml", ROOT / "SECURITY.md"
    if options.home:
        project.write_text(with_home(project.read_text("utf-8"), options.home), "utf-8")
    if options.security:
        security.write_text(security.read_text("utf-8").replace(OPEN, options.security), "utf-8")
    missing = faults(project.read_text("utf-8"), security.read_text("utf-8"))
    for sentence in missing:
        print(f"not ready for a release: {sentence}", file=sys.stderr)
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
