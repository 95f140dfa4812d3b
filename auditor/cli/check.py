"""``inspect``, ``classify`` and ``doctor``: looks at one thing, without opening a project."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.audit import Json, Quiet, Verbose, settings
from auditor.cli.exits import Exit, listen, say, told
from auditor.errors import BadInputError


def register(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    app.command(
        "inspect",
        epilog="Example: twinspace-auditor inspect page.html --base-url URL --json",
    )(told(inspect))
    app.command("classify", epilog="Example: twinspace-auditor classify --json < addresses.txt")(
        told(classify)
    )
    app.command("doctor", epilog="Example: twinspace-auditor doctor --live")(told(doctor))


def inspect(
    file: Annotated[str, typer.Argument(help="An HTML file; - reads stdin.")],
    base_url: Annotated[str, typer.Option("--base-url", help="The address of the page.")],
    json_: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List the artefacts in one HTML file, without any network."""
    from crawlers.inspect import inspect_html  # noqa: PLC0415  heavy, and --help must be quick

    try:
        body = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise BadInputError(f"{file} cannot be read ({error.strerror}); check the path.") from error
    try:
        found = inspect_html(body, base_url)
    except ValueError as error:
        raise BadInputError(str(error)) from error
    if json_:
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    for artefact in found["artefacts"]:
        typer.echo(f"{artefact['provider']}\t{artefact['kind']}\t{artefact['canonical_url']}")


def classify(json_: Json = False, quiet: Quiet = False, verbose: Verbose = False) -> None:
    """Say of each address on stdin which web tool it belongs to."""
    from crawlers.inspect import classified  # noqa: PLC0415  heavy, and --help must be quick

    for line in sys.stdin:
        url = line.rstrip("\r\n")
        row = classified(url)
        text = json.dumps(row, ensure_ascii=False) if json_ else "\t".join(row.values())
        sys.stdout.write(text + "\n")


def doctor(
    live: Annotated[
        bool,
        typer.Option("--live", help="Ask each web tool whether our rules about it still hold."),
    ] = False,
    json_: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say what works on this machine, and what to do about what does not."""
    if live:
        listen(quiet=quiet, verbose=verbose)
        _live(json_=json_, quiet=quiet)
        return
    from auditor.doctor import examine  # noqa: PLC0415  heavy, and --help must be quick

    checks = examine()
    if json_:
        typer.echo(json.dumps([check.model_dump() for check in checks], indent=2))
    else:
        for check in checks:
            typer.echo(f"{'ok' if check.ok else 'NOT OK':6}  {check.name}: {check.says}")
            if check.remedy:
                typer.echo(f"        {check.remedy}")
    if not all(check.ok for check in checks if check.needed):
        raise typer.Exit(Exit.INCOMPLETE)


def _live(*, json_: bool, quiet: bool) -> None:
    """Asks the providers' own examples; ends with 1 when a rule is broken."""
    from auditor import live_rules  # noqa: PLC0415  heavy, and --help must be quick
    from crawlers.http.politeness import PolitenessPolicy  # noqa: PLC0415  heavy

    known = settings()
    visit = live_rules.Visit(
        user_agent=known.user_agent,
        timeout=known.timeout,
        politeness=PolitenessPolicy(delay=1.0 / known.rate),
    )
    if not quiet:
        say("asking web tools about their own examples; this takes a minute or more ...")
    rows = asyncio.run(live_rules.ask_all(visit))
    if json_:
        typer.echo(json.dumps([row.model_dump(mode="json") for row in rows], indent=2))
    else:
        for line in live_rules.report(rows):
            typer.echo(line)
    if any(row.verdict is live_rules.Holds.BROKEN for row in rows):
        raise typer.Exit(Exit.UNEXPECTED)
