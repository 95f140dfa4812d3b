"""``report``, ``diff`` and ``schema``: audits that exist, told again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.audit import (
    Formats,
    Json,
    Langs,
    Out,
    Previous,
    Quiet,
    Verbose,
    _languages,
    printer,
    settings,
)
from auditor.cli.exits import listen, told
from auditor.cli.previous import beside, read_audit
from auditor.cli.verdict import told_changes
from auditor.errors import BadInputError
from reports.audit import Audit


def register(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    app.command(
        "report", epilog="Example: twinspace-auditor report audit.json --lang da --out report"
    )(told(report))
    app.command("diff", epilog="Example: twinspace-auditor diff june/audit.json audit.json")(
        told(diff)
    )
    app.command("schema", epilog="Example: twinspace-auditor schema > audit.schema.json")(
        told(schema)
    )


def report(
    audit_file: Annotated[Path, typer.Argument(metavar="AUDIT.json")],
    out: Out,
    lang: Langs = None,
    format_: Formats = None,
    previous: Previous = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Render an existing audit again."""
    from auditor.pipeline import prepare_folder  # noqa: PLC0415  heavy, and --help must be quick
    from reports.write import check_formats, write  # noqa: PLC0415  heavy

    listen(quiet=quiet, verbose=verbose)
    audit = beside(read_audit(audit_file), previous)
    languages = _languages(lang, settings())
    try:
        chosen = check_formats(format_)
    except ValueError as error:
        raise BadInputError(str(error)) from error
    prepare_folder(out)
    write(
        audit,
        out,
        names=chosen,
        languages=languages,
        printer=printer(),
        pictures=audit_file.parent,
    )
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
    listen(quiet=quiet, verbose=verbose)
    found = beside(read_audit(new), old).comparison
    if found is None:
        return
    if json_:
        typer.echo(found.model_dump_json(indent=2))
    else:
        for line in told_changes(found):
            typer.echo(line)


def schema() -> None:
    """Print the JSON Schema of audit.json."""
    published = Audit.model_json_schema(mode="serialization")
    published["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    typer.echo(json.dumps(published, indent=2))
