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
from reports.i18n.translator import languages as known_languages
from reports.write import check_formats, write

Printer = Callable[[bytes], bytes]


class RenderRequest(Value):
    """An audit, or its file, and what to write into ``out``.

    ``formats`` and ``languages`` are ids, as ``select_formats`` and ``select_languages`` give them.
    ``previous`` is an earlier ``audit.json`` of the project, to compare with. The screenshots lie
    beside the file of the audit, else in ``out``.
    """

    source: Path | Audit
    out: Path
    formats: tuple[str, ...]
    languages: tuple[str, ...]
    previous: Path | None = None


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
    try:
        return check_formats(wanted)
    except ValueError as error:
        raise BadInputError(str(error)) from error


def select_languages(wanted: list[str] | None, usual: str) -> tuple[str, ...]:
    """The languages of a report; the usual one when none is requested, else English.

    Raises ``BadInputError`` for a language that has no catalogue.
    """
    languages = known_languages()
    if not wanted:
        return (usual if usual in languages else "en",)
    for language in wanted:
        if language not in languages:
            raise BadInputError(
                f"There is no report in {language!r}; choose from {', '.join(sorted(languages))}."
            )
    return tuple(dict.fromkeys(wanted))
