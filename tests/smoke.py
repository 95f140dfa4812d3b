"""The wheel, as a new user gets it: built, installed in an empty environment, run elsewhere.

Usage: python -m tests.smoke FOLDER
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

EXPECTED = (
    "audit.json",
    "report.html",
    "report.pdf",
    "inventory.csv",
    "inventory.xlsx",
    "links.csv",
)
SPEAKS_DANISH = (
    "from reports.i18n.translator import Translator; text = 'What to do:'; "
    "assert Translator('da').text(text) != text, 'the wheel holds no Danish catalogue'"
)


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without the project's own environment; return its output."""
    clean = {k: v for k, v in os.environ.items() if k not in {"VIRTUAL_ENV", "PYTHONPATH"}}
    process = subprocess.run(
        command, cwd=cwd, env=clean, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return process.stdout


def programs(environment: Path) -> Path:
    """The folder of the programs of a virtual environment, on any system."""
    scheme = sysconfig.get_preferred_scheme("prefix") if os.name != "nt" else "nt"
    return Path(sysconfig.get_path("scripts", scheme, {"base": str(environment)}))


def main() -> None:
    """Build, install, run ``demo``, and look at what it wrote."""
    folder = Path(sys.argv[1]).resolve()
    project = Path(__file__).resolve().parents[1]
    uv = os.environ.get("UV", "uv")
    run(uv, "build", "--wheel", "--out-dir", folder / "dist", cwd=project)
    wheel = next((folder / "dist").glob("*.whl"))
    venv.create(folder / "env", with_pip=False)
    python = programs(folder / "env") / "python"
    run(uv, "pip", "install", "--quiet", "--python", python, wheel, cwd=folder)
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    run(python, "-c", SPEAKS_DANISH, cwd=elsewhere)
    program = programs(folder / "env") / "twinspace-auditor"
    print(run(program, "demo", "--out", "report", "--lang", "en", cwd=elsewhere))
    missing = [name for name in EXPECTED if not (elsewhere / "report" / name).is_file()]
    if missing:
        sys.exit(f"the installed program did not write {', '.join(missing)}")
    audit = json.loads((elsewhere / "report" / "audit.json").read_text("utf-8"))
    if not audit["artefacts"] or not audit["coverage"]["complete"]:
        sys.exit("the installed program's demo found nothing or did not end")
    print(f"wheel {wheel.name}: demo wrote {', '.join(EXPECTED)}")


if __name__ == "__main__":
    main()
