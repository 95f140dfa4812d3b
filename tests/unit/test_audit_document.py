"""The document out of its stages: pictures are evidence, and change nothing that was judged."""

from __future__ import annotations

from datetime import UTC, datetime

from auditor.judging import rubric
from auditor.judging.judgement import judge_inventory
from auditor.session.audit_document import build_audit
from crawlers.gathering.screenshots import CapturedScreenshots
from crawlers.model.inventory import Inventory, Screenshot
from crawlers.model.verdict import Reason, State
from reports.audit import Audit, Run, Visitor
from tests.unit.inventories import HOME, WORK, artefact, home, inventory, page

NOW = datetime(2026, 11, 30, tzinfo=UTC)
RUN = Run(
    id="1",
    tool_version="1",
    started_at=NOW,
    finished_at=NOW,
    replayed=False,
    visitor=Visitor(user_agent="T/1", language="en"),
    settings={},
)
LOST = artefact(state=State.REMOVED, reason=Reason.NOT_FOUND)


def gathered() -> Inventory:
    return inventory([home(), page(WORK, state=State.LOGIN_REQUIRED, found_on=(HOME,))], [LOST])


def picture(subject: str) -> Screenshot:
    return Screenshot(file=f"screenshots/{len(subject)}.webp", subject=subject, width=1, height=1)


def document(*pictured: str, trouble: dict[str, tuple[str, ...]] | None = None) -> Audit:
    found = gathered()
    captured = CapturedScreenshots(
        screenshots=tuple(picture(subject) for subject in pictured), trouble=trouble or {}
    )
    judgement = judge_inventory(found, rubric.load("nql-2023"), "key")
    return build_audit(RUN, found, judgement, captured, ("no_sandbox",))


def test_without_pictures_the_document_is_what_was_gathered_and_judged() -> None:
    found, done = gathered(), document()
    judgement = judge_inventory(found, rubric.load("nql-2023"), "key")
    assert (done.pages, done.artefacts) == (found.pages, found.artefacts)
    assert (done.findings, done.assessment) == (judgement.findings, judgement.assessment)
    assert done.warnings == (*found.warnings, "no_sandbox")


def test_a_picture_is_evidence_of_what_it_shows_and_of_the_finding_about_it() -> None:
    plain, done = document(), document(WORK, LOST.id)
    name = picture(WORK).file
    before = next(one for one in plain.pages if one.url == WORK).visibility.evidence
    assert next(one for one in done.pages if one.url == WORK).visibility.evidence == (*before, name)
    assert done.artefacts[0].visibility.evidence[-1] == picture(LOST.id).file
    evidence = {(one.check, one.subject): one.evidence for one in done.findings}
    assert evidence["page_refused", WORK][-1] == name
    assert evidence["artefact_lost", LOST.id][-1] == picture(LOST.id).file
    named = [one for one in done.findings if any("screenshots/" in part for part in one.evidence)]
    assert {one.check for one in named} == {"page_refused", "artefact_lost"}
    assert done.assessment == plain.assessment


def test_what_scripts_did_for_a_picture_is_told_with_a_finding() -> None:
    done = document(HOME, trouble={HOME: ("pop_up", "sent_elsewhere")})
    (told,) = [one for one in done.findings if one.check == "page_trouble"]
    assert (told.subject, told.reason) == (HOME, "sent_elsewhere")
    assert told.evidence[-1] == picture(HOME).file
    assert next(one for one in done.pages if one.url == HOME).trouble == (
        "pop_up",
        "sent_elsewhere",
    )
    order = [(one.severity.value, one.subject) for one in done.findings]
    assert order == sorted(
        order, key=lambda pair: (["fix", "review", "note"].index(pair[0]), pair[1])
    )
