"""The installed program as a user runs it: arguments in, exit code and texts out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ProgramResult:
    """What a run ended with."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, stdin: str = "", cwd: Path, **env: str) -> ProgramResult:
    """Runs the program in a folder; no setting of this machine reaches it."""
    kept = ("PATH", "HOME", "PYTHONPATH", "SYSTEMROOT", "COVERAGE_PROCESS_START")
    clean = {key: os.environ[key] for key in kept if key in os.environ}
    process = subprocess.run(
        [sys.executable, "-m", "auditor", *map(str, arguments)],
        cwd=cwd,
        env={**clean, "LANG": "C.UTF-8", **env},
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    return ProgramResult(process.returncode, process.stdout, process.stderr)
