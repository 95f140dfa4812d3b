"""``report``, ``diff`` and ``schema``: work with existing audits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.exits import configure_logging, handle_errors
from auditor.cli.options import (
    CsvDialect,
    Formats,
    Json,
    Langs,
    Out,
    Previous,
    Quiet,
    Verbose,
    check_choice,
    printer,
    read_settings,
    usual_language,
)


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(
        "report", epilog="Example: twinspace-auditor report audit.json --lang da --out report"
    )(handle_errors(report))
    app.command("diff", epilog="Example: twinspace-auditor diff june/audit.json audit.json")(
        handle_errors(diff)
    )
    app.command("schema", epilog="Example: twinspace-auditor schema > audit.schema.json")(
        handle_errors(schema)
    )


def report(
    audit_file: Annotated[Path, typer.Argument(metavar="AUDIT.json")],
    out: Out,
    lang: Langs = None,
    format_: Formats = None,
    previous: Previous = None,
    csv_dialect: CsvDialect = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Render an existing audit again."""
    from auditor.application.event_streams import final_result
    from auditor.application.render_report import (
        RenderRequest,
        render_report,
        select_formats,
    )
    from auditor.application.report_languages import select_languages
    from reports.formats.base import CSV_DIALECTS

    configure_logging(quiet=quiet, verbose=verbose)
    check_choice("--csv-dialect", csv_dialect, CSV_DIALECTS)
    settings = read_settings()
    request = RenderRequest(
        source=audit_file,
        out=out,
        formats=select_formats(format_),
        languages=select_languages(lang, usual_language(settings)),
        previous=previous,
        csv_dialect=csv_dialect,
    )
    final_result(render_report(request, printer=printer(settings)))
    if not quiet:
        typer.echo(f"report in {out}", err=True)


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD.json", help="The earlier audit.")],
    new: Annotated[Path, typer.Argument(metavar="NEW.json", help="The later audit.")],
    json_: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say what changed between two audits of one project."""
    from auditor.application.compare_audits import CompareRequest, compare_audits
    from auditor.application.event_streams import final_result
    from auditor.cli.verdict import comparison_lines

    configure_logging(quiet=quiet, verbose=verbose)
    comparison = final_result(compare_audits(CompareRequest(before=old, after=new)))
    if json_:
        typer.echo(comparison.model_dump_json(indent=2))
    else:
        for line in comparison_lines(comparison):
            typer.echo(line)


def schema() -> None:
    """Print the JSON Schema of audit.json."""
    from reports.audit import json_schema

    typer.echo(json.dumps(json_schema(), indent=2))
