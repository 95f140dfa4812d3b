"""Run one audit on the command line: show progress, write reports, print the verdict."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Sequence
from functools import partial

import typer

from auditor.application.audit_project import AuditResult, audit_project
from auditor.application.event_streams import final_result
from auditor.application.events import Finished, Progressed
from auditor.application.render_report import RenderRequest, render_report, select_formats
from auditor.cli.exits import Exit, print_error
from auditor.cli.options import printer
from auditor.cli.progress import progress_display
from auditor.cli.verdict import matched_conditions, short_verdict
from auditor.errors import BadInputError
from auditor.session.audit_request import AuditRequest
from auditor.session.services import Services
from auditor.settings import Settings
from crawlers.browser.base import MODES, SHOTS
from crawlers.model.link import LinkMode


def check_modes(render: str | None, screenshots: str | None, links: str | None) -> None:
    """Check the modes; raises ``BadInputError`` for an unknown one."""
    for name, value, modes in (
        ("--render", render, MODES),
        ("--screenshots", screenshots, SHOTS),
        ("--links", links, tuple(LinkMode)),
    ):
        if value is not None and value not in modes:
            raise BadInputError(f"{name} {value} is not known; use {', '.join(modes)}.")


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
    quiet: bool,
    json_: bool,
    fail_on: Sequence[str] = (),
    blur_people: bool = False,
) -> None:
    """Run the audit, write its reports, print the verdict and end with the exit code."""
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

    with progress_display(quiet=quiet, max_minutes=request.max_minutes) as show:
        return asyncio.run(run(show))
