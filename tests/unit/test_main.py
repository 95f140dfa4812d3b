"""What ``--help`` and ``classify`` may import, so that both start quickly."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ALLOWED = tomllib.loads((Path(__file__).parent / "data" / "start_modules.toml").read_text("utf-8"))
OURS = ("auditor", "crawlers", "reports")
PROGRAM = f"""
import contextlib, io, json, sys
before = set(sys.modules)
from auditor.cli.main import app
with contextlib.redirect_stdout(io.StringIO()):
    app(sys.argv[1:], standalone_mode=False)
names = set(sys.modules) - before
ours = {{name for name in names if name.partition(".")[0] in {OURS!r}}}
tops = {{name.partition(".")[0] for name in names}} - {{*sys.stdlib_module_names, *{OURS!r}}}
print(json.dumps([sorted(ours), sorted(top for top in tops if not top.startswith("_"))]))
"""


def modules_imported(*words: str) -> tuple[set[str], set[str]]:
    """Our modules, and the packages of others, that a command has imported when it ends."""
    process = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        input="https://padlet.com/teacher1/our-river-abc1def2ghi3jk4l\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    ours, others = json.loads(process.stdout)
    return set(ours), set(others)


@pytest.mark.parametrize("command", ["--help", "classify"])
def test_a_command_imports_nothing_but_what_is_listed(command: str) -> None:
    ours, others = modules_imported(command)
    assert ours <= set(ALLOWED[command]["ours"])
    assert others <= set(ALLOWED[command]["others"])
