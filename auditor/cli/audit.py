"""``audit`` and ``demo``: one project, opened as a stranger."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.choose_rules import RulesFolder, rules_folder
from auditor.cli.exits import Exit, configure_logging, handle_errors, print_error
from auditor.cli.options import (
    Formats,
    Json,
    Langs,
    Out,
    Previous,
    Quiet,
    Verbose,
    printer,
    read_settings,
    usual_language,
)
from auditor.cli.progress import progress_display
from auditor.cli.verdict import matched_conditions, short_verdict
from auditor.errors import BadInputError
from auditor.settings import Settings
from crawlers.browser.base import MODES, SHOTS

if TYPE_CHECKING:
    from auditor.application.audit_project import AuditResult
    from auditor.application.audit_request import AuditRequest
    from auditor.application.events import Progressed

# The form of our source article: its condition "results visible" is what the demo shows.
DEMO_RUBRIC = "nql-2021-dk"


def register(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    app.command("audit", epilog="Example: twinspace-auditor audit URL --out report --lang da")(
        handle_errors(audit)
    )
    app.command("demo", epilog="Example: twinspace-auditor demo --out demo-report")(
        handle_errors(demo)
    )


def audit(
    url: Annotated[str, typer.Argument(help="The project's address.")],
    out: Out,
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
        float | None, typer.Option("--rate", min=0.01, help="Requests a second to one host.")
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
    quiet: Quiet = False,
    verbose: Verbose = False,
    json_: Json = False,
) -> None:
    """Audit one project and write its report."""
    from auditor.application.audit_request import AuditRequest  # noqa: PLC0415  heavy
    from auditor.application.render_report import select_languages  # noqa: PLC0415  heavy
    from auditor.application.rubric_selection import display_name  # noqa: PLC0415  heavy

    configure_logging(quiet=quiet, verbose=verbose)
    _check_modes(render, screenshots)
    settings = read_settings()
    languages = select_languages(lang, usual_language(settings))
    rubric = rubric or settings.rubric or None
    request = AuditRequest(
        url=url,
        out=out,
        user_agent=settings.user_agent,
        language=languages[0],
        rubric=rubric,
        rules=rules_folder(rules),
        replay=replay,
        previous=previous,
        evidence=not no_evidence,
        max_pages=max_pages or settings.max_pages,
        max_minutes=max_minutes or settings.max_minutes,
        delay=1.0 / (rate or settings.rate),
        timeout=settings.timeout,
        obey_robots=not ignore_robots,
        allow_private=allow_private_network,
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
    _audit_and_report(
        request,
        settings,
        languages=languages,
        formats=format_,
        fail_on=fail_on or [],
        blur_people=blur_people,
        quiet=quiet,
        json_=json_,
    )


def demo(
    out: Out = Path("demo-report"),
    lang: Langs = None,
    format_: Formats = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    json_: Json = False,
) -> None:
    """Audit the recorded TwinSpace that ships with the program, offline."""
    from auditor.application.audit_request import AuditRequest  # noqa: PLC0415  heavy
    from auditor.application.render_report import select_languages  # noqa: PLC0415  heavy

    configure_logging(quiet=quiet, verbose=verbose)
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
        _audit_and_report(
            request, settings, languages=languages, formats=format_, quiet=quiet, json_=json_
        )


def _check_modes(render: str | None, screenshots: str | None) -> None:
    """Refuses modes that nobody knows; raises ``BadInputError``."""
    for name, value, known in (
        ("--render", render, MODES),
        ("--screenshots", screenshots, SHOTS),
    ):
        if value is not None and value not in known:
            raise BadInputError(f"{name} {value} is not known; use {', '.join(known)}.")


def _blur() -> Callable[[bytes], bytes]:
    """What blurs faces; raises ``MissingPartError`` where the detector is not installed."""
    from auditor.blurring import blurrer  # noqa: PLC0415  heavy, and optional

    blur = blurrer()
    return lambda webp: blur(webp).picture


def _audit_and_report(
    request: AuditRequest,
    settings: Settings,
    *,
    languages: tuple[str, ...],
    formats: list[str] | None,
    quiet: bool,
    json_: bool,
    fail_on: Sequence[str] = (),
    blur_people: bool = False,
) -> None:
    """Runs the audit, writes its reports, prints the verdict and ends with the exit code."""
    from auditor.application.events import final_result  # noqa: PLC0415  heavy
    from auditor.application.render_report import (  # noqa: PLC0415  heavy
        RenderRequest,
        render_report,
        select_formats,
    )

    names = select_formats(formats)
    result = _run(request, quiet=quiet, blur_people=blur_people)
    rendering = RenderRequest(
        source=result.audit,
        out=request.out,
        formats=tuple(dict.fromkeys((*names, "json"))),
        languages=languages,
    )
    audit = final_result(render_report(rendering, printer=printer(settings)))
    matched = matched_conditions(audit, fail_on)
    if json_:
        typer.echo(audit.model_dump_json(indent=2))
    else:
        typer.echo(short_verdict(audit, request.out))
    if matched:
        print_error(f"--fail-on matched: {', '.join(matched)}")
        raise typer.Exit(Exit.FAIL_ON)
    if not audit.coverage.complete or result.stopped_because:
        raise typer.Exit(Exit.INCOMPLETE)


def _run(request: AuditRequest, *, quiet: bool, blur_people: bool) -> AuditResult:
    """Runs an audit with its progress shown; Ctrl-C ends it with what it has."""
    from auditor.application.audit_project import audit_project  # noqa: PLC0415  heavy
    from auditor.application.events import Finished, Progressed  # noqa: PLC0415  heavy
    from auditor.application.services import Services  # noqa: PLC0415  heavy

    transform = _blur() if blur_people else None

    async def run(show: Callable[[Progressed], None]) -> AuditResult:
        services = Services(transform_screenshot=transform)
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(name, services.stop.now, "interrupted")
            except NotImplementedError:  # Windows' event loop takes no signal handlers
                stop = partial(loop.call_soon_threadsafe, services.stop.now, "interrupted")
                signal.signal(name, lambda *_, stop=stop: stop())
        async for event in audit_project(request, services):
            if isinstance(event, Progressed):
                show(event)
            elif isinstance(event, Finished):
                return event.result
        raise AssertionError("an audit ends with its result")

    with progress_display(quiet=quiet, max_minutes=request.max_minutes) as show:
        return asyncio.run(run(show))
