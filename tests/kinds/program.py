"""Runs of the command line in processes that have its modules already.

One server process imports the program once; each run is a fork of it, with an environment and a
standard output of its own. A run costs about a second of processor time less than a new interpreter.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_MODULES = [
    "auditor.cli.main",
    "auditor.application.audit_project",
    "auditor.session.audit_session",
    "crawlers.browser.pool",
    "reports.write",
]
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(_MODULES)


class EndlessRunError(RuntimeError):
    """A run did not end in its time; it was killed."""


@dataclass(frozen=True)
class ProgramRun:
    """What a run ended with."""

    code: int
    out: str
    err: str


def run_program(
    arguments: Sequence[str], environment: Mapping[str, str], folder: Path, seconds: float
) -> ProgramRun:
    """Run the program with exactly this environment; its output goes through files in ``folder``.

    Raises ``EndlessRunError`` for a run that has not ended after so many seconds.
    """
    out, err = folder / "stdout.txt", folder / "stderr.txt"
    process = _PROCESSES.Process(
        target=_run, args=(tuple(arguments), dict(environment), str(out), str(err))
    )
    process.start()
    process.join(seconds)
    if process.exitcode is None:
        process.kill()
        process.join()
        raise EndlessRunError(f"no end after {seconds:.0f} seconds")
    return ProgramRun(process.exitcode, out.read_text("utf-8"), err.read_text("utf-8"))


def _run(arguments: Sequence[str], environment: Mapping[str, str], out: str, err: str) -> None:
    """The program in this process; ends it with the program's exit code."""
    os.environ.clear()
    os.environ.update(environment)
    for path, stream in ((out, 1), (err, 2)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(file, stream)
        os.close(file)
    from auditor.cli.main import main  # loaded by the server process

    sys.argv = ["twinspace-auditor", *arguments]
    main()
