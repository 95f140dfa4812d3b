"""The console script with all commands."""

from __future__ import annotations

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from auditor.cli import audit, case, check, report, rules
from auditor.cli.exits import Exit, error_sentence, print_error
from auditor.errors import BadInputError
from reports.i18n.terminal import TERMINAL


class _Commands(TyperGroup):
    """The commands; who types an address instead of one is told what to type."""

    # Typer keeps its own copy of Click, whose types have no public name (Typer 0.29, 2026-12-01).
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """The command of the arguments; ends with a sentence for a word that is none."""
        word = args[0] if args else ""
        if word in self.commands or word.startswith("-"):
            return super().resolve_command(ctx, args)
        looks_like_address = "." in word or "/" in word
        example = f"twinspace-auditor audit {word if looks_like_address else 'URL'}"
        error = BadInputError(TERMINAL["unknown_command"], word=word, example=example)
        print_error(f"twinspace-auditor: {error_sentence(error)}")
        raise typer.Exit(Exit.BAD_INPUT)


app = typer.Typer(
    name="twinspace-auditor",
    cls=_Commands,
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
