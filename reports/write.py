"""Write reports; no other module of ``reports`` writes to the disk.

A printer (page to PDF) is an argument. Every file is written beside its place and then moved
there, so none is left half-written.
"""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from reports.audit import Audit
from reports.formats import format_of, ids
from reports.formats.base import AUTO, Format
from reports.i18n.translator import Translator
from reports.printing import Printer, PrintingError, no_printer
from reports.view.thumbnails import Thumbnails
from reports.xml_text import xml_text

_LOG = logging.getLogger(__name__)
_SOURCE_OF_TRUTH = "json"
_REASON_LIMIT = 160  # characters of an error's own text in a warning


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tools:
    """What formats need beside the audit."""

    printer: Printer
    pictures: Thumbnails
    csv_dialect: str


def check_formats(wanted: list[str] | None) -> tuple[str, ...]:
    """The ids of the formats to write, all of them when none is requested.

    Raises ``ValueError`` with one sentence for an unknown format.
    """
    format_ids = ids()
    for name in wanted or ():
        if name not in format_ids:
            raise ValueError(f"There is no format {name!r}; choose from {', '.join(format_ids)}.")
    return tuple(dict.fromkeys(wanted)) if wanted else format_ids


def write(
    audit: Audit,
    folder: Path,
    *,
    names: tuple[str, ...],
    languages: list[str],
    printer: Printer = no_printer,
    pictures: Path | None = None,
    csv_dialect: str = AUTO,
) -> Audit:
    """Write the formats; gives the audit with a warning for each file that could not be made.

    ``audit.json`` is written first, so that no other format can cost it, and once more at the end.
    ``pictures`` is the folder of the screenshots, if it is another one; ``csv_dialect`` is one of
    ``CSV_DIALECTS``. After a failure the other files are written once more, since they name what
    is missing and the SHA-256 of ``audit.json``.
    """
    if _SOURCE_OF_TRUTH in names:
        _write_truth(audit, folder, languages)
    tools = _Tools(
        printer=printer, pictures=Thumbnails(pictures or folder, folder), csv_dialect=csv_dialect
    )
    failed = _write_formats(audit, folder, names, languages, tools)
    warned = audit.model_copy(update={"warnings": (*audit.warnings, *failed)})
    if failed:
        lost = {warning.partition(":")[2].partition(" ")[0] for warning in failed}
        _write_formats(warned, folder, names, languages, tools, without=lost)
    if _SOURCE_OF_TRUTH in names and failed:
        _write_truth(warned, folder, languages)
    return warned


def _write_truth(audit: Audit, folder: Path, languages: list[str]) -> None:
    truth = format_of(_SOURCE_OF_TRUTH)
    write_whole(folder / truth.file_name, truth.render(audit, Translator(languages[0])))


def _write_formats(
    audit: Audit,
    folder: Path,
    names: tuple[str, ...],
    languages: list[str],
    tools: _Tools,
    without: Collection[str] = (),
) -> list[str]:
    """Write all formats except ``audit.json``; gives a warning for each file that failed."""
    failed: list[str] = []
    for report_format in (format_of(name) for name in names if name != _SOURCE_OF_TRUTH):
        for translator in _translators(report_format, languages):
            name = file_name(report_format, translator.language, many=len(languages) > 1)
            if name not in without:
                failed += _write_format(report_format, audit, translator, folder / name, tools)
    return failed


def _translators(report_format: Format, languages: list[str]) -> list[Translator]:
    return [
        Translator(language)
        for language in (languages if report_format.per_language else languages[:1])
    ]


def file_name(report_format: Format, language: str, *, many: bool) -> str:
    """``report.html``, or ``report.da.html`` when a report has several languages."""
    stem, dot, suffix = report_format.file_name.rpartition(".")
    return (
        f"{stem}.{language}{dot}{suffix}"
        if many and report_format.per_language
        else report_format.file_name
    )


def _write_format(
    report_format: Format,
    audit: Audit,
    translator: Translator,
    path: Path,
    tools: _Tools,
) -> list[str]:
    """Write one file; gives a warning if it failed, since other files must not be lost."""
    try:
        arguments: tuple[object, ...] = (tools.pictures,) if report_format.pictured else ()
        arguments += (tools.csv_dialect,) if report_format.dialects else ()
        data = report_format.render(audit, translator, *arguments)
        write_whole(
            path,
            report_format.finish(tools.printer(data), audit, translator)
            if report_format.finish
            else data,
        )
    except PrintingError as error:
        _LOG.warning("%s could not be made: %s", path.name, error)
        path.unlink(missing_ok=True)
        return [f"{error.code}:{path.name}"]
    except Exception as error:  # the guard of one file: the audit and the others must not be lost
        _LOG.exception("%s could not be made", path.name)
        path.unlink(missing_ok=True)  # an older audit's file would look like one of this audit
        text = xml_text(f"{type(error).__name__}: {error}")
        reason = " ".join(text.split())[:_REASON_LIMIT]
        return [f"format_failed:{path.name} ({reason})"]
    return []


def write_whole(path: Path, data: bytes) -> None:
    """Write a file completely or not at all."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
