"""Whether the locked packages are all there as wheels, so that nobody needs a compiler.

Usage: python -m tests.gates.wheels

Asks uv for a dry run of an installation of the locked versions, with all extras, on each platform and
Python that the project promises. Nothing is installed and the environment is not touched.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.gates.locked import locked_text, uv

PYTHONS = ("3.11", "3.12", "3.13")
_MISSING = re.compile(r"Because ([\w.-]+)==(\S+) has no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A platform under a name for people and as uv calls it, with the variables that it needs."""

    name: str
    triple: str
    variables: dict[str, str] = field(default_factory=dict)


PLATFORMS = (
    Platform(name="Linux x86-64", triple="x86_64-unknown-linux-gnu"),
    Platform(name="Linux arm64", triple="aarch64-unknown-linux-gnu"),
    Platform(
        name="macOS 14 arm64",
        triple="aarch64-apple-darwin",
        variables={"MACOSX_DEPLOYMENT_TARGET": "14.0"},
    ),
    Platform(
        name="macOS 15 arm64",
        triple="aarch64-apple-darwin",
        variables={"MACOSX_DEPLOYMENT_TARGET": "15.0"},
    ),
    Platform(name="Windows x64", triple="x86_64-pc-windows-msvc"),
)


def missing(requirements: str, platform: Platform, python: str) -> Iterator[str]:
    """Give each package that has no wheel there, with its version.

    Exits with uv's words when it fails for another reason.
    """
    lines = requirements.splitlines()
    while True:
        words = _dry_run("\n".join(lines), platform, python)
        if words is None:
            return
        # uv wraps what it says to the width of a terminal, with a mark before each line.
        named = _MISSING.search(re.sub(r"[\s│╰─▶×]+", " ", words))
        if named is None:
            sys.exit(f"{platform.name}, Python {python}: the dry run failed:\n{words}")
        name, version = named.groups()
        kept = [line for line in lines if not line.startswith(f"{name}=={version}")]
        if len(kept) == len(lines):
            sys.exit(f"{platform.name}, Python {python}: {name} is not in the lock:\n{words}")
        lines = kept
        yield f"{name} {version}"


def _dry_run(requirements: str, platform: Platform, python: str) -> str | None:
    """What uv said when it failed; None when all would be installed."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "requirements.txt"
        wanted.write_text(requirements, "utf-8")
        process = uv(
            *("pip", "install", "--dry-run", "--no-deps", "--only-binary", ":all:"),
            *("--python-platform", platform.triple, "--python-version", python),
            *("--target", str(Path(folder) / "target"), "--requirements", str(wanted)),
            **platform.variables,
        )
    return None if process.returncode == 0 else process.stderr


def main() -> None:
    """Try all platforms and versions of Python; exit with what has no wheel."""
    requirements = locked_text("--all-extras")
    wrong = [
        f"{package} has no wheel for {platform.name}, Python {python}"
        for platform in PLATFORMS
        for python in PYTHONS
        for package in missing(requirements, platform, python)
    ]
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"wheels for all on {len(PLATFORMS)} platforms, Python {', '.join(PYTHONS)}")


if __name__ == "__main__":
    main()
