"""The option that names a folder of rules about web tools.

Files in the working folder are never read as rules: a folder is named on the command line or in
the environment.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

VARIABLE = "TWINSPACE_AUDITOR_RULES"

RulesFolder = Annotated[
    Path | None,
    typer.Option(
        "--rules",
        help=f"Folder of rules about web tools, instead of those that ship; or set {VARIABLE}.",
    ),
]


def rules_folder(option: Path | None) -> Path | None:
    """The folder of the option, else the one that the environment names, else None."""
    named = os.environ.get(VARIABLE, "")
    return option or (Path(named) if named else None)
