"""The document: its published JSON Schema, and an ``audit.json`` that an earlier version wrote."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from auditor.application.compare_audits import read_audit
from auditor.cli.main import app
from reports.audit import json_schema
from reports.formats import format_of
from reports.i18n.translator import Translator

PUBLISHED = Path(__file__).parents[2] / "docs" / "audit.schema.json"
WRITTEN = Path(__file__).parent / "data" / "audit_of_0_1.json"


def test_the_command_prints_the_schema_that_lies_in_the_docs() -> None:
    printed = CliRunner().invoke(app, ["schema"])
    assert json.loads(printed.stdout) == json.loads(PUBLISHED.read_text("utf-8"))


def test_the_schema_is_named_by_a_urn() -> None:
    assert json_schema()["$id"] == "urn:twinspace-auditor:audit:1"


def test_an_audit_of_the_first_version_loads_and_renders() -> None:
    audit = read_audit(WRITTEN)
    assert audit.pages
    assert audit.run.rules_version == "2026-11-25.5"
    page = format_of("html").render(audit, Translator("da")).decode()
    assert audit.project.title in page
