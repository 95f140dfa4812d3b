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


def item(done: Audit, key: str) -> AssessmentItem:
    return next(one for one in done.assessment.items if one.key == key)


def found(done: Audit) -> dict[str, Any]:
    """What the program says, in the form of the truth."""
    visible, documented = (
        item(done, key) for key in ("results_visible", "results_impact_documentation")
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
            code for one in done.findings for code in (one.check, f"{one.check}:{one.severity}")
        },
    }


def differences(truth: dict[str, Any], done: Audit) -> list[str]:
    """Where the program judges otherwise than the reviewer did, as sentences."""
    told, rows = found(done), []
    for name in ("results_visible", "results_impact_documentation"):
        for field, hoped in truth[name].items():
            said = told[name][field]
            if field == "numbers":
                said = {number: said.get(number) for number in hoped}
            wanted = sorted(hoped) if isinstance(hoped, list) else hoped
            if said != wanted:
                rows.append(f"{name}: {field} {said}, should be {wanted}")
    rows += [f"no finding {code}" for code in truth["findings"] if code not in told["findings"]]
    rows += [f"finding {code}" for code in truth["no_findings"] if code in told["findings"]]
    rows += [f"no warning {code}" for code in truth["warnings"] if code not in done.warnings]
    return rows


def test_at_least_twelve_projects_are_judged() -> None:
    assert len(JUDGED) >= 12


@each_project
def test_the_program_judges_as_a_careful_reviewer_does(name: str) -> None:
    assert differences(TRUTHS[name]["assessment"], audit_of(name)) == []


def test_a_project_that_has_moved_is_the_new_one_and_the_old_address_is_named() -> None:
    done = audit_of("moved_from_legacy")
    assert done.project.url.endswith("/en/etwinning/projects/lanterns-in-the-fog/twinspace")
    assert done.run.settings["url"] == TRUTHS["moved_from_legacy"]["seed"]
    assert not any("twinspace.etwinning.net" in page.url for page in done.pages)


async def test_an_audit_is_made_once_and_within_a_running_loop_too() -> None:
    assert audit_of("text_only") is audit_of("text_only")
