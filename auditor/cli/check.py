"""``inspect``, ``classify`` and ``doctor``: looks at one thing, without opening a project."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.audit import Json, Quiet, Verbose
from auditor.cli.exits import Exit, told
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
    app.command("doctor", epilog="Example: twinspace-auditor doctor")(told(doctor))


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


def doctor(json_: Json = False, quiet: Quiet = False, verbose: Verbose = False) -> None:
    """Say what works on this machine, and what to do about what does not."""
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
