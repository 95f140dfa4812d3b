"""``case``: a page of an audit as a test case without names, to be sent."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.choose_rules import RulesFolder, rules_folder
from auditor.cli.exits import handle_errors, print_error
from auditor.cli.options import Json, Quiet, Verbose
from auditor.errors import BadInputError


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command(
        "case", epilog="Example: twinspace-auditor case my-report --page URL --out my-page"
    )(handle_errors(case))


def case(
    folder: Annotated[Path, typer.Argument(help="The folder of an audit, with evidence.wacz.")],
    page: Annotated[str, typer.Option("--page", help="The address of the page, as in the report.")],
    out: Annotated[Path, typer.Option("--out", help="The folder for the two files of the case.")],
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    rules: RulesFolder = None,
    json_: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write a page of an audit as a test case: its markup stays, texts, names and ids do not."""
    from auditor.application.page_case import CaseRequest, make_page_case, write_page_case

    if not yes and not sys.stdin.isatty():
        raise BadInputError("Nobody can be asked here whether to write the case; add --yes.")
    request = CaseRequest(folder=folder, page=page, rules=rules_folder(rules))
    page_case = make_page_case(request)
    text = page_case.body.decode("utf-8", "replace")
    if json_:
        values = page_case.model_dump(mode="json", exclude={"body"})
        typer.echo(json.dumps({**values, "page": text}, indent=2, ensure_ascii=False))
    elif not quiet or not yes:
        typer.echo(f"{page_case.toml()}\n{text}")
    if not page_case.faithful:
        print_error("The anonymous page is not read like the page itself: say so when you send it.")
    if not yes and not typer.confirm(f"Write this to {out}?", err=True):
        print_error("Nothing was written.")
        return
    write_page_case(page_case, out)
    if not quiet:
        print_error(f"Written: {out / 'case.toml'} and {out / 'page.html'}. Look through both.")
