"""``rules check``: for the person who corrects the rules about a web tool."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.exits import Exit, configure_logging, handle_errors
from auditor.cli.options import Json, Quiet, Verbose


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    group = typer.Typer(help="Rules about web tools.", no_args_is_help=True)
    group.command(
        "check", epilog="Example: twinspace-auditor rules check my-rules --cases my-cases"
    )(handle_errors(check))
    app.add_typer(group, name="rules")


def check(
    folder: Annotated[Path, typer.Argument(help="The folder with the rules, one .toml per tool.")],
    cases: Annotated[
        Path | None,
        typer.Option("--cases", help="A folder that holds examples/ and cases/ to test them with."),
    ] = None,
    json_: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Validate a folder of rules and run its examples and cases; 2 when something is wrong."""
    from auditor.application.check_rules import (
        CheckRulesRequest,
        check_rules,
    )

    configure_logging(quiet=quiet, verbose=verbose)
    report = check_rules(CheckRulesRequest(rules=folder, cases=cases))
    if json_:
        typer.echo(report.model_dump_json(indent=2))
    else:
        for line in report.problems:
            typer.echo(line)
        typer.echo(_summary(report.providers, report.examples, report.cases, report.version))
    if not report.sound:
        raise typer.Exit(Exit.BAD_INPUT)


def _summary(providers: int, examples: int, cases: int, version: str) -> str:
    if not version:
        return "These rules cannot be used."
    tested = f"; {examples} files of examples and {cases} cases tested" if examples or cases else ""
    return f"Rules {version}: {providers} web tools{tested}."
