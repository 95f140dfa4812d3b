"""The folder that an audit or a report is written into."""

from __future__ import annotations

import tempfile
from pathlib import Path

from auditor.errors import BadInputError


def prepare_folder(out: Path) -> None:
    """Make the folder and check that files can be written there; raises ``BadInputError``."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise BadInputError(
            f"Nothing can be written into {out} ({error.strerror or error}); choose another folder "
            "with --out."
        ) from error
