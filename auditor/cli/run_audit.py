"""Run one audit on the command line: show progress, write reports, print the verdict."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Sequence
from functools import partial

import typer

from auditor.application.audit_project import AuditResult, audit_project
from auditor.application.compare_audits import attach_earlier
from auditor.application.event_streams import final_result
from auditor.application.events import Finished, Progressed
from auditor.application.render_report import RenderRequest, render_report, select_formats
from auditor.cli.exits import Exit, print_error
from auditor.cli.options import check_choice, printer
from auditor.cli.progress import progress_display
from auditor.cli.verdict import matched_conditions, short_verdict
from auditor.session.audit_files import is_reached
from auditor.session.audit_folder import AuditFolder, open_audit_folder
from auditor.session.audit_request import AuditRequest
from auditor.session.services import Services
from auditor.settings import Settings
from crawlers.browser.base import MODES, SHOTS
from crawlers.model.link import LinkMode
from reports.audit import Audit
from reports.formats.base import CSV_DIALECTS
from reports.i18n.terminal import TERMINAL
from reports.i18n.translator import Translator


def check_modes(
    render: str | None, screenshots: str | None, links: str | None, csv_dialect: str
) -> None:
    """Check the modes; raises ``BadInputError`` for an unknown one."""
    check_choice("--render", render, MODES)
    check_choice("--screenshots", screenshots, SHOTS)
    check_choice("--links", links, tuple(LinkMode))
    check_choice("--csv-dialect", csv_dialect, CSV_DIALECTS)


def _blur() -> Callable[[bytes], bytes]:
    """A function that blurs faces; raises ``MissingPartError`` without a detector."""
    from auditor.session.blurring import blurrer

    blur = blurrer()
    return lambda webp: blur(webp).picture


def audit_and_report(
    request: AuditRequest,
    settings: Settings,
    *,
    languages: tuple[str, ...],
    formats: list[str] | None,
    csv_dialect: str,
    quiet: bool,
    json_: bool,
    fail_on: Sequence[str] = (),
    blur_people: bool = False,
) -> None:
    """Run the audit, write its reports, print the verdict and end with the exit code."""
    names = tuple(dict.fromkeys((*select_formats(formats), "json")))
    translator = Translator(languages[0])
    with open_audit_folder(request.out, archive=request.replay) as folder:
        working = request.model_copy(update={"out": folder.files})
        result = _run(working, translator, quiet=quiet, blur_people=blur_people)
        rendering = RenderRequest(
            source=_with_comparison(result.audit, folder),
            out=folder.files,
            formats=names,
            languages=languages,
            csv_dialect=csv_dialect,
        )
        audit = final_result(render_report(rendering, printer=printer(settings)))
        placement = folder.place()
    matched = matched_conditions(audit, fail_on)
    if json_:
        typer.echo(audit.model_dump_json(indent=2))
    else:
        typer.echo(short_verdict(audit, placement, translator))
    if request.replay is None and not settings.contact and not quiet:
        print_error(translator.text(TERMINAL["no_contact"]))
    if matched:
        print_error(f"--fail-on matched: {', '.join(matched)}")
        raise typer.Exit(Exit.FAIL_ON)
    if not audit.coverage.complete or result.stopped_because:
        raise typer.Exit(Exit.INCOMPLETE)


def _with_comparison(audit: Audit, folder: AuditFolder) -> Audit:
    """The audit with what changed since the one in its folder, if it reached the project."""
    if folder.earlier is None or not is_reached(audit.model_dump(mode="json")):
        return audit
    return attach_earlier(audit, folder.earlier)


def _run(
    request: AuditRequest, translator: Translator, *, quiet: bool, blur_people: bool
) -> AuditResult:
    """Run an audit and show its progress; Ctrl-C ends it and keeps what it has."""
    transform = _blur() if blur_people else None

    async def run(show: Callable[[Progressed], None]) -> AuditResult:
        services = Services(transform_screenshot=transform)
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(name, services.stop.request, "interrupted")
            except NotImplementedError:  # Windows' event loop takes no signal handlers
                stop = partial(loop.call_soon_threadsafe, services.stop.request, "interrupted")
                signal.signal(name, lambda *_, stop=stop: stop())
        async for event in audit_project(request, services):
            if isinstance(event, Progressed):
                show(event)
            elif isinstance(event, Finished):
                return event.result
        raise AssertionError("an audit ends with its result")

    minutes = request.max_minutes
    with progress_display(translator, quiet=quiet, max_minutes=minutes) as show:
        return asyncio.run(run(show))
