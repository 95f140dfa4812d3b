"""Exit codes (contract), and errors as one sentence on stderr."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import typer

from auditor.errors import AuditorError, BadInputError
from crawlers.model.harmless import harmless
from reports.i18n.terminal import TERMINAL

P = ParamSpec("P")
R = TypeVar("R")


class Exit(IntEnum):
    """The exit codes of the program."""

    DONE = 0
    UNEXPECTED = 1
    BAD_INPUT = 2
    INCOMPLETE = 3
    FAIL_ON = 4


def print_error(text: str) -> None:
    """One line on stderr, where progress and logs go."""
    print(harmless(text), file=sys.stderr)  # noqa: T201  the program's own voice


class _Harmless(logging.Formatter):
    """A log entry without characters that act on a terminal; its lines stay."""

    def format(self, record: logging.LogRecord) -> str:
        """The entry as text."""
        return harmless(super().format(record))


class _OneLine(_Harmless):
    """A log line without the traceback that a user cannot read."""

    def formatException(self, ei: object) -> str:  # noqa: N802  the base class's name
        """An empty string."""
        return ""


def configure_logging(*, quiet: bool, verbose: bool, log_file: Path | None = None) -> None:
    """Set up the log on stderr: errors in one line each, or everything with ``--verbose``.

    ``log_file`` keeps the whole log as well; raises ``BadInputError`` when it cannot be written.
    """
    handler = logging.StreamHandler()
    plain = _Harmless("%(name)s: %(message)s")
    handler.setFormatter(plain if verbose else _OneLine("twinspace-auditor: %(message)s"))
    level = logging.INFO if verbose else logging.CRITICAL if quiet else logging.ERROR
    handler.setLevel(level)
    handlers: list[logging.Handler] = [handler]
    if log_file is not None:
        handlers.append(_file_handler(log_file))
    lowest = min(handler.level for handler in handlers)
    logging.basicConfig(level=lowest, handlers=handlers, force=True)


def _file_handler(path: Path) -> logging.Handler:
    """A handler that writes all from ``INFO`` on into a file, each line with its time in UTC."""
    try:
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        raise BadInputError(
            f"The log cannot be written to {path} ({error.strerror}); name another --log-file."
        ) from error
    formatter = _Harmless("%(asctime)sZ %(levelname)s %(name)s: %(message)s")
    formatter.converter = time.gmtime
    formatter.default_msec_format = ""
    handler.setFormatter(formatter)
    handler.setLevel(logging.INFO)
    return handler


def handle_errors(command: Callable[P, R]) -> Callable[P, R]:
    """The command; its expected errors become one sentence, all others leave a log."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except AuditorError as error:
            print_error(f"twinspace-auditor: {error_sentence(error, kwargs.get('lang'))}")
            raise typer.Exit(Exit.BAD_INPUT) from error
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            print_error(
                f"twinspace-auditor: unexpected error ({type(error).__name__}); {_write_log()}"
            )
            raise typer.Exit(Exit.UNEXPECTED) from error

    return run


def error_sentence(error: AuditorError, wanted: object = None) -> str:
    """The sentence of an error in the first of the languages wanted, else in the user's.

    English where the error or the language has no translation.
    """
    if not error.values and error.text not in TERMINAL.values():
        return str(error)
    from auditor.application.report_languages import read_language
    from auditor.settings import system_language
    from reports.i18n.translator import Translator

    first = wanted[0] if isinstance(wanted, list) and wanted else ""
    own = os.environ.get("TWINSPACE_AUDITOR_LANGUAGE", "")
    language = read_language(first) or read_language(own) or read_language(system_language())
    return Translator(language or "en").text(error.text).format(**error.values)


def _write_log() -> str:
    """Write the traceback into a file; gives the sentence that says where it is."""
    logging.debug("unexpected error", exc_info=True)
    with tempfile.NamedTemporaryFile(
        "w", prefix="twinspace-auditor-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write(traceback.format_exc())
    return f"please send the log {Path(log.name)} to the maintainers."
