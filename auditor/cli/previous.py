"""An audit that was made before: read from its file, and put beside a newer one."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from auditor.errors import BadInputError
from auditor.judging.compare import NotComparableError, compare
from reports.audit import SCHEMA_VERSION, Audit


def read_audit(path: Path) -> Audit:
    """The audit of a file; raises ``BadInputError`` when it is none of this schema version."""
    try:
        text = path.read_text("utf-8")
        version = json.loads(text).get("schema_version")
    except (OSError, ValueError, AttributeError) as error:
        raise BadInputError(
            f"{path} is not an audit.json; give the file an audit wrote."
        ) from error
    if version != SCHEMA_VERSION:
        raise BadInputError(
            f"{path} has schema version {version}, this program reads {SCHEMA_VERSION}; repeat the "
            "audit or use the version that wrote it."
        )
    try:
        return Audit.model_validate_json(text)
    except ValidationError as error:
        raise BadInputError(
            f"{path} is damaged ({error.error_count()} faults); take an unchanged copy."
        ) from error


def beside(audit: Audit, previous: Path | None) -> Audit:
    """The audit with what changed since an earlier one; unchanged where no file is given.

    Raises ``BadInputError`` when the file is no audit of the same project.
    """
    if previous is None:
        return audit
    try:
        found = compare(read_audit(previous), audit)
    except NotComparableError as error:
        raise BadInputError(f"{error}; give two audits of the same project.") from error
    return audit.model_copy(update={"comparison": found})
