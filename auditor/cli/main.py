"""The console script: every command of the contract that exists so far."""

from __future__ import annotations

import typer

from auditor.cli import audit, check, tell
from auditor.version import VERSION

app = typer.Typer(
    name="twinspace-auditor",
    help="Opens an eTwinning TwinSpace as an anonymous visitor and proves what everyone can see.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
audit.register(app)
tell.register(app)
check.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(VERSION)
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and exit."
    ),
) -> None:
    """Options of the program itself."""


def main() -> None:
    """Runs the program."""
    app()
