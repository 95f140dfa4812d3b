"""Write the reports of an audit in the requested formats and languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from auditor.application.compare_audits import attach_comparison, read_audit
from auditor.application.events import Finished, Warned
from auditor.errors import BadInputError
from auditor.session.folders import prepare_folder
from crawlers.model.base import Value
from reports.audit import Audit
from reports.formats import ids as format_ids
from reports.formats.base import AUTO
from reports.i18n.terminal import TERMINAL
from reports.write import check_formats, write

Printer = Callable[[bytes], bytes]


class RenderRequest(Value):
    """An audit, or its file, and what to write into ``out``.

    ``formats`` and ``languages`` are ids, as ``select_formats`` and
    ``report_languages.select_languages`` give them.
    ``previous`` is an earlier ``audit.json`` of the project, to compare with. The screenshots lie
    beside the file of the audit, else in ``out``. ``csv_dialect`` is one of
    ``reports.formats.base.CSV_DIALECTS``.
    """

    source: Path | Audit
    out: Path
    formats: tuple[str, ...]
    languages: tuple[str, ...]
    previous: Path | None = None
    csv_dialect: str = AUTO


def render_report(
    request: RenderRequest, *, printer: Printer
) -> Iterator[Warned | Finished[Audit]]:
    """Write the reports; the result is the audit with a warning for each file that failed.

    ``printer`` makes a PDF of a page. Raises ``BadInputError`` for a file that is no audit and a
    folder that cannot be written into.
    """
    audit, pictures = _audit(request)
    audit = attach_comparison(audit, request.previous)
    prepare_folder(request.out)
    written = write(
        audit,
        request.out,
        names=request.formats,
        languages=list(request.languages),
        printer=printer,
        pictures=pictures,
        csv_dialect=request.csv_dialect,
    )
    for code in written.warnings[len(audit.warnings) :]:
        yield Warned(code=code)
    yield Finished(result=written)


def _audit(request: RenderRequest) -> tuple[Audit, Path]:
    """The audit and the folder of its screenshots."""
    if isinstance(request.source, Path):
        return read_audit(request.source), request.source.parent
    return request.source, request.out


def select_formats(wanted: list[str] | None) -> tuple[str, ...]:
    """The ids of the formats, all of them when none is requested; raises ``BadInputError``."""
    asked = [name for text in wanted or () for name in text.lower().replace(",", " ").split()]
    for name in asked:
        if name not in format_ids():
            raise BadInputError(
                TERMINAL["unknown_value"],
                value=name,
                option="--format",
                choices=", ".join(format_ids()),
            )
    return check_formats(asked)
