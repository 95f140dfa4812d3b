"""The console script with all commands."""

from __future__ import annotations

import sys

import typer

from auditor.cli import audit, case, check, report, rules

app = typer.Typer(
    name="twinspace-auditor",
    help="Opens an eTwinning TwinSpace as an anonymous visitor and proves what everyone can see.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
audit.register(app)
report.register(app)
check.register(app)
rules.register(app)
case.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        from auditor.version import VERSION
        from crawlers.providers.engine.registry import shipped_rules

        typer.echo(f"{VERSION} (rules {shipped_rules().version})")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False,
        "--version",
        callback=_version,
        is_eager=True,
        help="Print the version and that of the rules, and exit.",
    ),
) -> None:
    """Options of the program itself."""


def main() -> None:
    """Run the program.

    A thread gives up Python's lock after half a millisecond: with the usual five milliseconds, the
    event loop waits that long for each piece of an answer while a document is read in another
    thread. The
    process is the program's own, so that it may set this; libraries must not.
    """
    sys.setswitchinterval(0.0005)
    app()
