"""What the program judges of the replica's projects against what a careful reviewer said first."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reports.audit import AssessmentItem, Audit
from tests.replica.audits import audit_of
from tests.replica.truth import FOLDER

TRUTHS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))
}
JUDGED = sorted(name for name, truth in TRUTHS.items() if "assessment" in truth)
each_project = pytest.mark.parametrize("name", JUDGED)


def item(audit: Audit, key: str) -> AssessmentItem:
    return next(part for part in audit.assessment.items if part.key == key)


def summary_of(audit: Audit) -> dict[str, Any]:
    """What the program says, in the form of the truth."""
    visible, documented = (
        item(audit, key) for key in ("results_visible", "results_impact_documentation")
    )
    return {
        "results_visible": {
            "outcome": visible.outcome.value,
            "reason": visible.reason,
            "numbers": visible.numbers,
            "topics": sorted({row.topic for row in visible.table}),
        },
        "results_impact_documentation": {
            "topics_found": sorted({row.topic for row in documented.table}),
            "missing": sorted(documented.missing),
        },
        "findings": {
            code
            for finding in audit.findings
            for code in (finding.check, f"{finding.check}:{finding.severity}")
        },
    }


def differences(truth: dict[str, Any], audit: Audit) -> list[str]:
    """Differences between the program's judgement and the reviewer's, as sentences."""
    summary, rows = summary_of(audit), []
    for name in ("results_visible", "results_impact_documentation"):
        for field, hoped in truth[name].items():
            value = summary[name][field]
            if field == "numbers":
                value = {number: value.get(number) for number in hoped}
            wanted = sorted(hoped) if isinstance(hoped, list) else hoped
            if value != wanted:
                rows.append(f"{name}: {field} {value}, should be {wanted}")
    rows += [f"no finding {code}" for code in truth["findings"] if code not in summary["findings"]]
    rows += [f"finding {code}" for code in truth["no_findings"] if code in summary["findings"]]
    rows += [f"no warning {code}" for code in truth["warnings"] if code not in audit.warnings]
    return rows


def test_at_least_twelve_projects_are_judged() -> None:
    assert len(JUDGED) >= 12


@each_project
def test_the_program_judges_as_a_careful_reviewer_does(name: str) -> None:
    assert differences(TRUTHS[name]["assessment"], audit_of(name)) == []


def test_a_project_that_has_moved_is_the_new_one_and_the_old_address_is_named() -> None:
    audit = audit_of("moved_from_legacy")
    assert audit.project.url.endswith("/en/etwinning/projects/lanterns-in-the-fog/twinspace")
    assert audit.run.settings["url"] == TRUTHS["moved_from_legacy"]["seed"]
    assert not any("twinspace.etwinning.net" in page.url for page in audit.pages)


async def test_an_audit_is_made_once_and_within_a_running_loop_too() -> None:
    assert audit_of("text_only") is audit_of("text_only")
