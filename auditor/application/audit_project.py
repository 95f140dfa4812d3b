"""Audit one project: gather, judge, take pictures, pack the evidence, build the document."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from functools import partial

from auditor.application.compare_audits import attach_comparison, read_audit
from auditor.application.event_streams import Emit, stream_events
from auditor.application.events import Finished, Progressed, Warned
from auditor.errors import BadInputError
from auditor.judging.judgement import Judgement, judge_inventory
from auditor.judging.rubric import Rubric
from auditor.session import rubric_selection
from auditor.session.audit_document import build_audit
from auditor.session.audit_request import AuditRequest
from auditor.session.audit_session import AuditSession, open_session, require_seed
from auditor.session.evidence_file import (
    evidence_sha256,
    keep_replayed_archive,
    pack_evidence,
)
from auditor.session.folders import prepare_folder
from auditor.session.rules_selection import select_rules
from auditor.session.services import Services
from auditor.version import VERSION
from crawlers.gathering.browsing.screenshots import CapturedScreenshots, capture_screenshots
from crawlers.gathering.gather import gather
from crawlers.model.base import Value
from crawlers.model.inventory import Inventory
from crawlers.model.link import LinkMode
from crawlers.platforms import recognise
from crawlers.platforms.base import NotAProjectError, Site
from crawlers.providers.engine.registry import Rules
from crawlers.urls.parts import split
from reports.audit import Audit, Run, Visitor
from reports.i18n.terminal import TERMINAL

_NO_PICTURES = CapturedScreenshots(screenshots=(), trouble={})


class AuditResult(Value):
    """The document of an audit; ``stopped_because`` is set when the run was ended early.

    A run that is ended while pictures are taken has gathered everything, so that its document is
    complete except for pictures.
    """

    audit: Audit
    stopped_because: str | None = None


AuditEvent = Progressed | Warned | Finished[AuditResult]


def audit_project(
    request: AuditRequest, services: Services | None = None
) -> AsyncIterator[AuditEvent]:
    """One audit; writes ``evidence.wacz`` and pictures into the request's folder.

    Gives the progress, then the warnings, and at last the result. Raises
    ``BadInputError`` for an address, an archive, a rubric, an earlier audit or a folder that cannot
    be used, before anything is asked for.
    """
    return stream_events(partial(_audit, request, services or Services()))


async def _audit(request: AuditRequest, services: Services, emit: Emit) -> AuditResult:
    site = _site(request.url)
    rubric = rubric_selection.select_rubric(request.rubric) if request.rubric else None
    rules = select_rules(request.rules)
    if request.previous is not None:
        read_audit(request.previous)  # a wrong file is reported before the run, not after it
    prepare_folder(request.out)
    started = services.clock.utc_now()

    async with open_session(
        request, services, lambda progress: emit(Progressed.of(progress))
    ) as session:
        require_seed(session, {site.address(url) for url in (site.home, site.seed.url)})
        inventory, judgement, captured = await _gather_and_judge(
            session, site, rubric, rules, started
        )
    if session.recorder is not None:
        pack_evidence(session, session.recorder, inventory)
    keep_replayed_archive(session.request)
    run = _run(session, rules, started)
    audit = build_audit(run, inventory, judgement, captured, session.run_warnings())
    audit = attach_comparison(audit, request.previous)
    for code in audit.warnings:
        emit(Warned(code=code))
    return AuditResult(audit=audit, stopped_because=session.stopped_because())


async def _gather_and_judge(
    session: AuditSession, site: Site, rubric: Rubric | None, rules: Rules, started: datetime
) -> tuple[Inventory, Judgement, CapturedScreenshots]:
    """Gather, judge and take pictures, in this order; no stage changes an earlier one."""
    async with session.browser() as browser:
        inventory = await gather(
            session.fetcher,
            site,
            max_pages=session.max_pages,
            progress=session.progress,
            browser=browser,
            rules=rules,
            links=session.request.links or LinkMode.CHECK,
            stopped_because=session.stopped_because,
        )
        if rubric is None:
            rubric = rubric_selection.rubric_of_inventory(inventory, started)
            if session.request.replay is not None and not rubric_selection.is_dated(inventory):
                session.warnings.append(f"undated_archive:{rubric.id}")
            elif session.has_vague_dates:
                session.warnings.append(f"vague_date:{rubric.id}")
        judgement = judge_inventory(inventory, rubric, session.request.screenshots or "none")
        captured = _NO_PICTURES
        if browser is not None and session.store is not None:
            captured = await capture_screenshots(
                session.fetcher, browser, session.store, inventory, judgement.pictures
            )
    return inventory, judgement, captured


def _site(url: str) -> Site:
    """The site of an address; raises ``BadInputError`` when no project can be audited from it."""
    parts = split(url)
    if parts is None:
        raise BadInputError(
            f"{url} is not a web address; give the project's address, beginning with https://."
        )
    if parts.username is not None or parts.password is not None:
        raise BadInputError(TERMINAL["address_with_password"])
    try:
        return recognise(url)
    except NotAProjectError as error:
        raise BadInputError(str(error)) from error


def _run(session: AuditSession, rules: Rules, started: datetime) -> Run:
    """What the document says about the run itself."""
    request = session.request
    settings = {
        **request.settings,
        "url": request.url,
        "max_pages": request.max_pages,
        "links": (request.links or LinkMode.CHECK).value,
        "render": request.render,
        "screenshots": request.screenshots,
    }
    rate = session.rate()
    if rate is not None and request.replay is None:
        settings["rate"] = rate
    if request.replay is not None:
        settings["replay"] = request.replay.name
        settings["recorded_by"] = session.recorded.get("software", "another tool")
    return Run(
        id=session.services.new_id(),
        tool_version=VERSION,
        rules_version=rules.version,
        evidence_sha256=evidence_sha256(request),
        started_at=started,
        finished_at=session.services.clock.utc_now(),
        replayed=request.replay is not None,
        visitor=Visitor(user_agent=request.user_agent, language=request.language),
        settings=settings,
    )
