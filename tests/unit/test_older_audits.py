"""An ``audit.json`` that an earlier version wrote is still read, compared and rendered."""

from __future__ import annotations

from pathlib import Path

from auditor.application.compare_audits import read_audit
from reports.formats import format_of
from reports.i18n.translator import Translator

WRITTEN = Path(__file__).parent / "data" / "audit_of_0_1.json"


def test_an_audit_of_the_first_version_loads_and_renders() -> None:
    audit = read_audit(WRITTEN)
    assert audit.pages
    assert audit.run.rules_version == "2026-11-25.5"
    page = format_of("html").render(audit, Translator("da")).decode()
    assert audit.project.title in page
