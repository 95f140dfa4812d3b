"""Our archives in the validator of the format, which has an environment of its own.

The validator (wacz) needs AGPL code, so that it is never installed beside the program.
"""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.unit.recording import record_samples

PROJECT = Path(__file__).resolve().parents[2]
DEMO = PROJECT / "auditor" / "demo" / "twinspace.wacz"


@pytest.fixture(scope="module")
def validator() -> list[str]:
    uv = os.environ.get("UV") or shutil.which("uv")
    assert uv, "uv is missing; run these tests with ./run pytest tests/validator"
    return [
        uv,
        "run",
        "--frozen",
        "--project",
        str(PROJECT),
        "--only-group",
        "archive-check",
        "wacz",
    ]


def validate(command: list[str], archive: Path) -> tuple[int, str]:
    """The validator's exit code and what it printed."""
    own = {"UV_PROJECT_ENVIRONMENT": str(PROJECT / ".archive-check")}
    kept = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    process = subprocess.run(
        [*command, "validate", "-f", str(archive)],
        env=kept | own,
        capture_output=True,
        text=True,
        check=False,
    )
    return process.returncode, process.stdout + process.stderr


def test_an_archive_with_one_of_everything_is_valid(validator: list[str], tmp_path: Path) -> None:
    target, _ = record_samples(tmp_path)
    code, output = validate(validator, target)
    assert code == 0, output
    assert "Version detected as 1.1.1" in output
    assert "the passed WACZ is valid" in output


def test_the_demo_is_valid(validator: list[str]) -> None:
    code, output = validate(validator, DEMO)
    assert code == 0, output
    assert "the passed WACZ is valid" in output


def test_a_changed_index_is_refused(validator: list[str], tmp_path: Path) -> None:
    changed = tmp_path / "changed.wacz"
    with zipfile.ZipFile(DEMO) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data + b"\n" if name.endswith(".cdx") else data)
    code, output = validate(validator, changed)
    assert "the passed WACZ is valid" not in output
    assert code != 0, output
