"""The software bill of materials of what is installed with the program (CycloneDX 1.6, JSON).

Usage: python -m tests.gates.sbom FILE

The locked packages are installed, with all extras, into an environment of their own, since the bill
is of one platform and Python: those that the command runs on.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.gates.locked import PROJECT, uv


def write_bill(target: Path) -> None:
    """Write the bill to a file; exits with the program's words when a step fails."""
    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder) / "environment"
        process = uv(
            *("sync", "--frozen", "--no-dev", "--all-extras", "--no-editable", "--quiet"),
            UV_PROJECT_ENVIRONMENT=str(environment),
        )
        if process.returncode != 0:
            sys.exit(f"the locked packages could not be installed:\n{process.stderr}")
        scripts = "Scripts" if sys.platform == "win32" else "bin"
        command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
        command += ["--pyproject", str(PROJECT / "pyproject.toml"), "--output-file", str(target)]
        bill = subprocess.run(
            [*command, str(environment / scripts / "python")],
            capture_output=True,
            text=True,
            check=False,
        )
    if bill.returncode != 0:
        sys.exit(f"the bill could not be written:\n{bill.stderr}")


def main() -> None:
    """Write the bill to the file that the command line names."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    target = Path(sys.argv[1]).resolve()
    write_bill(target)
    print(f"{target.name}: written and valid")


if __name__ == "__main__":
    main()
