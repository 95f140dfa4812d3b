"""The folder that an audit or a report is written into."""

from __future__ import annotations

import tempfile
from pathlib import Path

from auditor.errors import BadInputError
from reports.i18n.terminal import TERMINAL


def prepare_folder(out: Path) -> None:
    """Make the folder and check that files can be written there; raises ``BadInputError``."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise BadInputError(
            TERMINAL["folder_not_writable"], folder=str(out), why=str(error.strerror or error)
        ) from error
