"""Writes reports: the only part of this storey that touches the disk.

A printer (page to PDF) is handed in. Every file is written beside its place and then moved
there, so none is left half-written.
"""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Collection
from pathlib import Path

from reports.audit import Audit
from reports.formats import format_of, ids
from reports.formats.base import Format
from reports.i18n.translator import Translator
from reports.printing import Printer, PrintingError, no_printer
from reports.view.thumbnails import Thumbnails

_LOG = logging.getLogger(__name__)
_SOURCE_OF_TRUTH = "json"


def check_formats(wanted: list[str] | None) -> tuple[str, ...]:
    """The ids of the formats to write, all where none is asked for.

    Raises ``ValueError`` with one sentence for an unknown one.
    """
    known = ids()
    for name in wanted or ():
        if name not in known:
            raise ValueError(f"There is no format {name!r}; choose from {', '.join(known)}.")
    return tuple(dict.fromkeys(wanted)) if wanted else known


def write(
    audit: Audit,
    folder: Path,
    *,
    names: tuple[str, ...],
    languages: list[str],
    printer: Printer = no_printer,
    pictures: Path | None = None,
) -> Audit:
    """Writes the formats; gives the audit with a warning for each file that could not be made.

    ``pictures`` is the folder in which the screenshots lie, where it is another one.

    The others then are written once more, since they name what is missing and the SHA-256 of
    ``audit.json``, which is written last.
    """
    shown = Thumbnails(pictures or folder, folder)
    failed = _write_formats(audit, folder, names, languages, printer, shown)
    warned = audit.model_copy(update={"warnings": (*audit.warnings, *failed)})
    if failed:
        lost = {warning.partition(":")[2] for warning in failed}
        _write_formats(warned, folder, names, languages, printer, shown, without=lost)
    if _SOURCE_OF_TRUTH in names:
        truth = format_of(_SOURCE_OF_TRUTH)
        write_whole(folder / truth.file_name, truth.render(warned, Translator(languages[0])))
    return warned


def _write_formats(
    audit: Audit,
    folder: Path,
    names: tuple[str, ...],
    languages: list[str],
    printer: Printer,
    pictures: Thumbnails,
    without: Collection[str] = (),
) -> list[str]:
    """Writes every format but ``audit.json``; a warning for each file that could not be made."""
    failed: list[str] = []
    for one in (format_of(name) for name in names if name != _SOURCE_OF_TRUTH):
        for translator in _speeches(one, languages):
            name = file_name(one, translator.language, many=len(languages) > 1)
            if name not in without:
                failed += _write_format(one, audit, translator, folder / name, printer, pictures)
    return failed


def _speeches(one: Format, languages: list[str]) -> list[Translator]:
    return [Translator(language) for language in (languages if one.per_language else languages[:1])]


def file_name(one: Format, language: str, *, many: bool) -> str:
    """``report.html``, or ``report.da.html`` where a report has several languages."""
    stem, dot, suffix = one.file_name.rpartition(".")
    return f"{stem}.{language}{dot}{suffix}" if many and one.per_language else one.file_name


def _write_format(
    one: Format,
    audit: Audit,
    translator: Translator,
    path: Path,
    printer: Printer,
    pictures: Thumbnails,
) -> list[str]:
    """Writes one file; a fault costs this file only and is named."""
    try:
        shown = (pictures,) if one.pictured else ()
        data = one.render(audit, translator, *shown)
        write_whole(path, one.finish(printer(data), audit, translator) if one.finish else data)
    except PrintingError as error:
        _LOG.warning("%s could not be made: %s", path.name, error)
        path.unlink(missing_ok=True)
        return [f"{error.code}:{path.name}"]
    except Exception:  # the guard of one file: the others and the audit itself must not be lost
        _LOG.exception("%s could not be made", path.name)
        path.unlink(missing_ok=True)  # an older audit's file would pass for this one's
        return [f"format_failed:{path.name}"]
    return []


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all."""
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
