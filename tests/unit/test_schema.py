"""The published JSON Schema of ``audit.json``."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from auditor.cli.main import app
from reports.audit import json_schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "audit.schema.json"


def test_the_command_prints_the_schema_that_lies_in_the_docs() -> None:
    printed = CliRunner().invoke(app, ["schema"])
    assert json.loads(printed.stdout) == json.loads(PUBLISHED.read_text("utf-8"))


def test_the_schema_is_named_by_a_urn() -> None:
    assert json_schema()["$id"] == "urn:twinspace-auditor:audit:1"
