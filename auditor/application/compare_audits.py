"""Compare two audits of one project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from auditor.application.events import Finished
from auditor.errors import BadInputError
from auditor.judging.compare import NotComparableError, compare
from crawlers.model.base import Value
from reports.audit import SCHEMA_VERSION, Audit, Comparison


class CompareRequest(Value):
    """The files of two audits of one project, the earlier one first."""

    before: Path
    after: Path


def compare_audits(request: CompareRequest) -> Iterator[Finished[Comparison]]:
    """What changed from one audit to a later one.

    Raises ``BadInputError`` for a file that is no audit, and for audits of two projects.
    """
    after = read_audit(request.after)
    yield Finished(result=_compare(read_audit(request.before), after))


def read_audit(path: Path) -> Audit:
    """The audit of a file; raises ``BadInputError`` when it is none of this schema version."""
    try:
        text = path.read_text("utf-8")
        version = json.loads(text).get("schema_version")
    except (OSError, ValueError, AttributeError, RecursionError) as error:
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


def attach_comparison(audit: Audit, previous: Path | None) -> Audit:
    """The audit with what changed since an earlier one; unchanged where no file is given.

    Raises ``BadInputError`` when the file is no audit of the same project.
    """
    if previous is None:
        return audit
    return audit.model_copy(update={"comparison": _compare(read_audit(previous), audit)})


def attach_earlier(audit: Audit, earlier: Path | None) -> Audit:
    """The audit with what changed since the one that lay in its folder.

    It is unchanged where there was none, where it was another project's or another version's, and
    where it has a comparison that somebody asked for.
    """
    if audit.comparison is not None:
        return audit
    try:
        return attach_comparison(audit, earlier)
    except BadInputError:
        return audit


def _compare(before: Audit, after: Audit) -> Comparison:
    try:
        return compare(before, after)
    except NotComparableError as error:
        raise BadInputError(f"{error}; give two audits of the same project.") from error
