"""The document out of its stages: pictures are evidence, and change nothing that was judged."""

from __future__ import annotations

from datetime import UTC, datetime

from auditor.judging import rubric
from auditor.judging.judgement import judge_inventory
from auditor.session.audit_document import build_audit
from crawlers.gathering.browsing.screenshots import CapturedScreenshots
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


def river_project() -> Inventory:
    return inventory([home(), page(WORK, state=State.LOGIN_REQUIRED, found_on=(HOME,))], [LOST])


def picture(subject: str) -> Screenshot:
    return Screenshot(file=f"screenshots/{len(subject)}.webp", subject=subject, width=1, height=1)


def document(*pictured: str, trouble: dict[str, tuple[str, ...]] | None = None) -> Audit:
    inventory = river_project()
    captured = CapturedScreenshots(
        screenshots=tuple(picture(subject) for subject in pictured), trouble=trouble or {}
    )
    judgement = judge_inventory(inventory, rubric.load("nql-2023"), "key")
    return build_audit(RUN, inventory, judgement, captured, ("no_sandbox",))


def test_without_pictures_the_document_is_what_was_gathered_and_judged() -> None:
    inventory, audit = river_project(), document()
    judgement = judge_inventory(inventory, rubric.load("nql-2023"), "key")
    assert (audit.pages, audit.artefacts) == (inventory.pages, inventory.artefacts)
    assert (audit.findings, audit.assessment) == (judgement.findings, judgement.assessment)
    assert audit.warnings == (*inventory.warnings, "no_sandbox")


def test_a_picture_is_evidence_of_what_it_shows_and_of_the_finding_about_it() -> None:
    plain, pictured = document(), document(WORK, LOST.id)
    name = picture(WORK).file
    before = next(part for part in plain.pages if part.url == WORK).visibility.evidence
    assert next(part for part in pictured.pages if part.url == WORK).visibility.evidence == (
        *before,
        name,
    )
    assert pictured.artefacts[0].visibility.evidence[-1] == picture(LOST.id).file
    evidence = {(part.check, part.subject): part.evidence for part in pictured.findings}
    assert evidence["page_refused", WORK][-1] == name
    assert evidence["artefact_lost", LOST.id][-1] == picture(LOST.id).file
    named = [
        part for part in pictured.findings if any("screenshots/" in name for name in part.evidence)
    ]
    assert {part.check for part in named} == {"page_refused", "artefact_lost"}
    assert pictured.assessment == plain.assessment


def test_what_scripts_did_for_a_picture_is_reported_with_a_finding() -> None:
    audit = document(HOME, trouble={HOME: ("pop_up", "sent_elsewhere")})
    (trouble_finding,) = [part for part in audit.findings if part.check == "page_trouble"]
    assert (trouble_finding.subject, trouble_finding.reason) == (HOME, "sent_elsewhere")
    assert trouble_finding.evidence[-1] == picture(HOME).file
    assert next(part for part in audit.pages if part.url == HOME).trouble == (
        "pop_up",
        "sent_elsewhere",
    )
    order = [(part.severity.value, part.subject) for part in audit.findings]
    assert order == sorted(
        order, key=lambda pair: (["fix", "review", "note"].index(pair[0]), pair[1])
    )
