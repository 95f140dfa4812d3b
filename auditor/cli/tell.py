"""``report`` and ``schema``: an audit that exists, told again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from auditor.cli.audit import Formats, Langs, Out, Quiet, Verbose, _languages, printer, settings
from auditor.cli.exits import listen, told
from auditor.errors import BadInputError
from reports.audit import SCHEMA_VERSION, Audit


def register(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    app.command(
        "report", epilog="Example: twinspace-auditor report audit.json --lang da --out report"
    )(told(report))
    app.command("schema", epilog="Example: twinspace-auditor schema > audit.schema.json")(
        told(schema)
    )


def report(
    audit_file: Annotated[Path, typer.Argument(metavar="AUDIT.json")],
    out: Out,
    lang: Langs = None,
    format_: Formats = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Render an existing audit again."""
    from auditor.pipeline import prepare_folder  # noqa: PLC0415  heavy, and --help must be quick
    from reports.write import check_formats, write  # noqa: PLC0415  heavy

    listen(quiet=quiet, verbose=verbose)
    audit = read_audit(audit_file)
    languages = _languages(lang, settings())
    try:
        chosen = check_formats(format_)
    except ValueError as error:
        raise BadInputError(str(error)) from error
    prepare_folder(out)
    write(audit, out, names=chosen, languages=languages, printer=printer())
    if not quiet:
        typer.echo(f"report in {out}", err=True)


def read_audit(path: Path) -> Audit:
    """The audit of a file; raises ``BadInputError`` when it is none of this schema version."""
    try:
        text = path.read_text("utf-8")
        version = json.loads(text).get("schema_version")
    except (OSError, ValueError, AttributeError) as error:
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


def schema() -> None:
    """Print the JSON Schema of audit.json."""
    published = Audit.model_json_schema(mode="serialization")
    published["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    typer.echo(json.dumps(published, indent=2))
