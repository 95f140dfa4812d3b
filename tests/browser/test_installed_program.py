"""The program from outside, with a browser: every file, in two languages, live and replayed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reports.audit import Audit
from tests.e2e.program import run
from tests.e2e.test_through_proxy import CODES, TRUTHS, environment
from tests.integration.audits import differences, without_run
from tests.replica.serve import serve
from tests.replica.world import world


@pytest.mark.parametrize("name", ["esep", "legacy_archived", "plain"])
def test_the_program_agrees_with_the_truth(name: str, tmp_path: Path) -> None:
    truth = json.loads((TRUTHS / f"{name}.json").read_text("utf-8"))
    web = world()
    with serve(web) as served:
        setting = {"TWINSPACE_AUDITOR_TIMEOUT": "2"}
        options = ("--rate", "500", "--quiet", "--lang", "da", "--lang", "en")
        process = run(
            "audit",
            truth["seed"],
            "--out",
            "o",
            *options,
            cwd=tmp_path,
            **environment(served),
            **setting,
        )
    assert process.code == CODES.get(name, 0), process.err
    audit = Audit.model_validate_json((tmp_path / "o" / "audit.json").read_text("utf-8"))
    assert differences(truth, audit) == []
    no_sandbox = ["no_sandbox"] if os.geteuid() == 0 else []
    quicker = ["quicker_than_platform"] if audit.project.platform == "esep" else []
    assert list(audit.warnings) == [*no_sandbox, *quicker]
    written = {path.name for path in (tmp_path / "o").iterdir()}
    assert written == {
        "audit.json",
        "evidence.wacz",
        "inventory.csv",
        "inventory.xlsx",
        "links.csv",
        "screenshots",
        *(f"report.{lang}.{kind}" for lang in ("da", "en") for kind in ("docx", "html", "pdf")),
    }
    again = run(
        "audit", truth["seed"], "--out", "r", "--replay", "o/evidence.wacz", "--json", cwd=tmp_path
    )
    assert again.code == CODES.get(name, 0), again.err
    assert without_run(Audit.model_validate_json(again.out)) == without_run(audit)
