"""Audits every project of the replica and writes its reports, to be looked at.

Usage: python -m tests.replica.record_audits FOLDER [PROJECT ...] [--lang CODE] [--format NAME]
"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from auditor.session.printing import browser_printer
from reports.write import check_formats, write
from tests.integration.audits import live_audit
from tests.replica.audits import NAMES
from tests.replica.transport import WorldTransport
from tests.replica.truth import PROJECTS
from tests.replica.world import world


def record(
    folder: Path, names: list[str], *, languages: list[str], formats: tuple[str, ...]
) -> None:
    """Writes ``folder/<name>`` for each project: its evidence, ``audit.json`` and the reports."""
    for project in PROJECTS:
        if project.name not in names:
            continue
        place = folder / project.name
        audit = asyncio.run(live_audit(project.seed, place, WorldTransport(world())))
        written = write(audit, place, names=formats, languages=languages, printer=browser_printer())
        visible = next(item for item in audit.assessment.items if item.key == "results_visible")
        print(f"{project.name}: {visible.outcome} ({visible.reason})", *written.warnings)


def main() -> None:
    """Reads the command line and records what it names, every project by default."""
    parser = argparse.ArgumentParser(description="Audit the replica's projects offline.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("project", nargs="*", help=f"of {', '.join(NAMES)}; all by default")
    parser.add_argument("--lang", action="append", help="language of the reports; en by default")
    parser.add_argument("--format", action="append", help="format; all by default")
    options = parser.parse_intermixed_args()
    if unknown := sorted(set(options.project) - set(NAMES)):
        parser.error(f"no project called {', '.join(unknown)}")
    try:
        formats = check_formats(options.format)
    except ValueError as error:
        parser.error(str(error))
    record(
        options.folder,
        options.project or list(NAMES),
        languages=options.lang or ["en"],
        formats=formats,
    )


if __name__ == "__main__":
    main()
