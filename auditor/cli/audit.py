"""``audit`` and ``demo``: open one project as an anonymous visitor."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.choose_rules import RulesFolder, rules_folder
from auditor.cli.exits import configure_logging, handle_errors
from auditor.cli.options import (
    CsvDialect,
    Formats,
    Json,
    Langs,
    LogFile,
    Out,
    OwnOut,
    Previous,
    Quiet,
    Verbose,
    read_settings,
    usual_language,
)

if TYPE_CHECKING:
    from auditor.settings import Settings

# The form of our source article: its condition "results visible" is what the demo shows.
DEMO_RUBRIC = "nql-2021-dk"


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("audit", epilog="Example: twinspace-auditor audit URL --lang da")(
        handle_errors(audit)
    )
    app.command("demo", epilog="Example: twinspace-auditor demo --out demo-report")(
        handle_errors(demo)
    )


def audit(
    url: Annotated[
        list[str], typer.Argument(metavar="URL", help="The project's address, as you copied it.")
    ],
    out: OwnOut = None,
    replay: Annotated[
        Path | None, typer.Option("--replay", help="WACZ or WARC that serves as the only network.")
    ] = None,
    rubric: Annotated[
        str | None,
        typer.Option(
            "--rubric",
            help="Rubric to judge by: an id, or your own TOML file. Default: the one in force on "
            "the day.",
        ),
    ] = None,
    rules: RulesFolder = None,
    lang: Langs = None,
    format_: Formats = None,
    links: Annotated[
        str | None,
        typer.Option(
            "--links",
            help="Links to other sites: check (open each once), list (do not open), none. Default: "
            "check; with --replay as it was recorded.",
        ),
    ] = None,
    render: Annotated[
        str | None,
        typer.Option(
            "--render",
            help="Use a browser: never, auto (where the HTML cannot tell), always. Default: auto; "
            "with --replay as it was recorded.",
        ),
    ] = None,
    screenshots: Annotated[
        str | None,
        typer.Option(
            "--screenshots",
            help="none, key (home page, result pages, pages with findings), all. Default: key; "
            "with --replay as it was recorded.",
        ),
    ] = None,
    blur_people: Annotated[
        bool,
        typer.Option("--blur-people", help="Blur the faces that are found in screenshots."),
    ] = False,
    no_evidence: Annotated[bool, typer.Option("--no-evidence", help="Keep no WACZ.")] = False,
    max_pages: Annotated[int | None, typer.Option("--max-pages", min=1)] = None,
    max_minutes: Annotated[float | None, typer.Option("--max-minutes", min=0.01)] = None,
    rate: Annotated[
        float | None,
        typer.Option(
            "--rate",
            min=0.01,
            help="Requests per second to one host. Default: 1, and 0.5 on the "
            "European School Education Platform; quicker than that, the report says so.",
        ),
    ] = None,
    allow_private_network: Annotated[
        bool, typer.Option("--allow-private-network", help="Let private addresses be opened.")
    ] = False,
    ignore_robots: Annotated[
        bool, typer.Option("--ignore-robots", help="Do not ask robots.txt; the report says so.")
    ] = False,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on", help="Exit 4 on: fix, review, lost, undetermined, or an item's key."
        ),
    ] = None,
    previous: Previous = None,
    csv_dialect: CsvDialect = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
    log_file: LogFile = None,
    json_: Json = False,
) -> None:
    """Audit one project and write its report."""
    from auditor.application.project_address import folder_name, read_address
    from auditor.application.report_languages import select_languages
    from auditor.cli.run_audit import audit_and_report, check_modes
    from auditor.session.audit_request import AuditRequest
    from auditor.session.rubric_selection import display_name
    from crawlers.model.link import LinkMode

    configure_logging(quiet=quiet, verbose=verbose, log_file=log_file)
    check_modes(render, screenshots, links, csv_dialect)
    settings = read_settings()
    languages = select_languages(lang, usual_language(settings))
    address = read_address(" ".join(url))
    rubric = rubric or settings.rubric or None
    request = AuditRequest(
        url=address,
        out=out or Path(folder_name(address, date.today())),
        user_agent=settings.user_agent,
        language=languages[0],
        rubric=rubric,
        rules=rules_folder(rules),
        replay=replay,
        previous=previous,
        evidence=not no_evidence,
        max_pages=max_pages or settings.max_pages,
        max_minutes=max_minutes or settings.max_minutes,
        delay=_delay(rate, settings),
        timeout=settings.timeout,
        obey_robots=not ignore_robots,
        allow_private=allow_private_network,
        links=LinkMode(links) if links else None,
        render=render,
        screenshots=screenshots,
        browser=settings.browser,
        settings={
            "rubric": display_name(rubric) if rubric else None,
            "rate": rate or settings.rate,
            "max_minutes": max_minutes or settings.max_minutes,
            "robots": "ignored" if ignore_robots else "obeyed",
            "private_network": allow_private_network,
            "evidence": not no_evidence,
            **({"blur_people": True} if blur_people else {}),
        },
    )
    audit_and_report(
        request,
        settings,
        languages=languages,
        formats=format_,
        fail_on=fail_on or [],
        blur_people=blur_people,
        csv_dialect=csv_dialect,
        quiet=quiet,
        json_=json_,
    )


def demo(
    out: Out = Path("demo-report"),
    lang: Langs = None,
    format_: Formats = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    log_file: LogFile = None,
    csv_dialect: CsvDialect = "auto",
    json_: Json = False,
) -> None:
    """Audit the recorded TwinSpace that ships with the program, offline."""
    from importlib.resources import as_file, files

    from auditor.application.report_languages import select_languages
    from auditor.cli.run_audit import audit_and_report, check_modes
    from auditor.session.audit_request import AuditRequest

    configure_logging(quiet=quiet, verbose=verbose, log_file=log_file)
    check_modes(None, None, None, csv_dialect)
    settings = read_settings()
    languages = select_languages(lang, usual_language(settings))
    with as_file(files("auditor").joinpath("demo", "twinspace.wacz")) as archive:
        url = files("auditor").joinpath("demo", "address.txt").read_text("utf-8").strip()
        request = AuditRequest(
            url=url,
            out=out,
            user_agent=settings.user_agent,
            language=languages[0],
            rubric=DEMO_RUBRIC,
            replay=archive,
            render=None,
            screenshots=None,
            browser=settings.browser,
            settings={"demo": True},
        )
        audit_and_report(
            request,
            settings,
            languages=languages,
            formats=format_,
            csv_dialect=csv_dialect,
            quiet=quiet,
            json_=json_,
        )


def _delay(rate: float | None, settings: Settings) -> float | None:
    """The seconds between two requests to one host where somebody has ordered them, else None."""
    ordered = rate is not None or "rate" in settings.model_fields_set
    return 1.0 / (rate or settings.rate) if ordered else None
