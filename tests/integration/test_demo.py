"""The recorded TwinSpace that ships with the program still answers everything that is asked today."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from pathlib import Path

from tests.integration.audits import differences, replay_audit
from tests.replica.truth import FOLDER


async def test_the_demo_agrees_with_the_truth_and_lacks_no_answer(tmp_path: Path) -> None:
    truth = json.loads((FOLDER / "esep.json").read_text("utf-8"))
    with as_file(files("auditor").joinpath("demo", "twinspace.wacz")) as archive:
        audit = await replay_audit(truth["seed"], tmp_path, archive)
    assert differences(truth, audit) == [], "renew it: python -m tests.replica.record_demo"
