"""``inspect``, ``classify`` and ``doctor``: check one thing, without opening a project."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.choose_rules import RulesFolder, rules_folder
from auditor.cli.exits import Exit, configure_logging, handle_errors, print_error
from auditor.cli.options import Json, Quiet, Verbose, read_settings
from crawlers.model.harmless import harmless


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(
        "inspect",
        epilog="Example: twinspace-auditor inspect page.html --base-url URL --json",
    )(handle_errors(inspect))
    app.command("classify", epilog="Example: twinspace-auditor classify --json < addresses.txt")(
        handle_errors(classify)
    )
    app.command("doctor", epilog="Example: twinspace-auditor doctor --live")(handle_errors(doctor))


def inspect(
    file: Annotated[str, typer.Argument(help="An HTML file; - reads stdin.")],
    base_url: Annotated[str, typer.Option("--base-url", help="The address of the page.")],
    rules: RulesFolder = None,
    json_: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List the artefacts in one HTML file, without any network."""
    from auditor.application.event_streams import final_result
    from auditor.application.inspect_page import InspectRequest, inspect_page

    body, path = (sys.stdin.buffer.read(), None) if file == "-" else (b"", Path(file))
    request = InspectRequest(base_url=base_url, file=path, html=body, rules=rules_folder(rules))
    page = final_result(inspect_page(request))
    if json_:
        typer.echo(json.dumps(page.model_dump(mode="json"), indent=2, ensure_ascii=False))
        return
    for artefact in page.artefacts:
        typer.echo(harmless(f"{artefact.provider}\t{artefact.kind}\t{artefact.canonical_url}"))


def classify(
    rules: RulesFolder = None,
    json_: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the web tool that each address on stdin belongs to."""
    from auditor.application.classify_addresses import (
        classify_address,
    )
    from auditor.session.rules_selection import select_rules

    rule_set = select_rules(rules_folder(rules))
    for line in sys.stdin:
        row = classify_address(line.rstrip("\r\n"), rule_set).model_dump()
        text = json.dumps(row, ensure_ascii=False) if json_ else "\t".join(row.values())
        sys.stdout.write(text + "\n")


def doctor(
    live: Annotated[
        bool,
        typer.Option(
            "--live", help="Check with each web tool whether our rules about it still hold."
        ),
    ] = False,
    json_: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say what works on this machine, and what to do about what does not."""
    if live:
        configure_logging(quiet=quiet, verbose=verbose)
        _live(json_=json_, quiet=quiet)
        return
    from auditor.application.check_machine import (
        CheckMachineRequest,
        MachineChecked,
        check_machine,
    )

    events = check_machine(CheckMachineRequest(settings=read_settings()))
    checks = [event.check for event in events if isinstance(event, MachineChecked)]
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
    """Check the providers' own examples; exit with 1 when a rule is broken."""
    import asyncio

    from auditor.application import rule_health
    from auditor.session.rules_selection import select_rules
    from crawlers.http.politeness import PolitenessPolicy

    settings = read_settings()
    visit = rule_health.HealthRequest(
        user_agent=settings.user_agent,
        rules=select_rules(rules_folder(None)),
        timeout=settings.timeout,
        politeness=PolitenessPolicy(delay=1.0 / settings.rate),
    )
    if not quiet:
        print_error("asking web tools about their own examples; this takes a minute or more ...")
    rows = asyncio.run(rule_health.ask_all(visit))
    if json_:
        typer.echo(json.dumps([row.model_dump(mode="json") for row in rows], indent=2))
    else:
        for line in rule_health.report(rows):
            typer.echo(line)
    if any(row.verdict is rule_health.RuleStatus.BROKEN for row in rows):
        raise typer.Exit(Exit.UNEXPECTED)
