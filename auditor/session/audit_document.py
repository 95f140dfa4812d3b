"""Build the document of an audit from what was gathered, judged and pictured; pure."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.judging import findings
from auditor.judging.judgement import Judgement
from crawlers.gathering.browsing.screenshots import CapturedScreenshots
from crawlers.model.artefact import Artefact
from crawlers.model.inventory import Inventory
from crawlers.model.page import Page
from crawlers.model.verdict import Visibility
from reports.audit import Audit, Finding, Run


def build_audit(
    run: Run,
    inventory: Inventory,
    judgement: Judgement,
    captured: CapturedScreenshots,
    warnings: tuple[str, ...],
) -> Audit:
    """The document; each picture is added to the evidence of what it shows.

    What scripts did on a page that was opened for its picture alone is added to the page, with a
    finding; it does not change the judgement.
    """
    files = {screenshot.subject: screenshot.file for screenshot in captured.screenshots}
    pages = tuple(_page(page, captured.trouble, files) for page in inventory.pages)
    return Audit(
        run=run,
        project=inventory.project,
        coverage=inventory.coverage,
        pages=pages,
        artefacts=tuple(_artefact(artefact, files) for artefact in inventory.artefacts),
        links=inventory.links,
        screenshots=captured.screenshots,
        findings=findings.sort_findings(
            (
                *(_finding(finding, files) for finding in judgement.findings),
                *findings.script_findings(page for page in pages if page.url in captured.trouble),
            )
        ),
        assessment=judgement.assessment,
        warnings=(*inventory.warnings, *warnings),
    )


def _page(page: Page, trouble: Mapping[str, tuple[str, ...]], files: Mapping[str, str]) -> Page:
    return page.model_copy(
        update={
            "trouble": trouble.get(page.url, page.trouble),
            "visibility": _with_picture(page.visibility, files.get(page.url)),
        }
    )


def _artefact(artefact: Artefact, files: Mapping[str, str]) -> Artefact:
    verdict = _with_picture(artefact.visibility, files.get(artefact.id))
    return artefact.model_copy(update={"visibility": verdict})


def _with_picture(verdict: Visibility, file: str | None) -> Visibility:
    if file is None:
        return verdict
    return verdict.model_copy(update={"evidence": (*verdict.evidence, file)})


def _finding(finding: Finding, files: Mapping[str, str]) -> Finding:
    """A finding about what a visitor meets rests on the picture of it too."""
    file = files.get(finding.subject)
    if file is None or finding.check not in findings.RESTS_ON_VERDICT:
        return finding
    return finding.model_copy(update={"evidence": (*finding.evidence, file)})
