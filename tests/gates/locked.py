"""The packages that the lock file holds for those who install the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parents[2]


def uv(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run uv in the project, without the environment that this process runs in."""
    program = os.environ.get("UV") or shutil.which("uv")
    if program is None:
        sys.exit("uv is missing; run this as ./run python -m tests.gates...")
    kept = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    return subprocess.run(
        [program, *arguments],
        cwd=PROJECT,
        env=kept | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def locked_text(*options: str) -> str:
    """Give the locked packages as a requirements file with markers, without the development group.

    ``--all-extras`` adds the extras. Exits with uv's words when it fails.
    """
    command = ["export", "--frozen", "--no-dev", "--no-hashes", "--no-emit-project", "--no-header"]
    process = uv(*command, "--no-annotate", "--quiet", *options)
    if process.returncode != 0:
        sys.exit(f"uv export failed:\n{process.stderr}")
    return process.stdout


def locked_packages(*options: str) -> dict[tuple[str, str], Requirement]:
    """Give the locked packages of all platforms by name and version; options as ``locked_text``."""
    requirements = [Requirement(line) for line in locked_text(*options).splitlines() if line]
    return {(item.name, str(item.specifier).removeprefix("==")): item for item in requirements}
