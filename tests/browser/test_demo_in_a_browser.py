"""The recorded TwinSpace, replayed with the browser that it was recorded with."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from pathlib import Path

from tests.integration.audits import differences, replay_audit
from tests.replica.truth import FOLDER


async def test_the_demo_is_pictured_and_agrees_with_the_truth(tmp_path: Path) -> None:
    truth = json.loads((FOLDER / "esep.json").read_text("utf-8"))
    with as_file(files("auditor").joinpath("demo", "twinspace.wacz")) as archive:
        audit = await replay_audit(truth["seed"], tmp_path, archive, render=None, screenshots=None)
    assert differences(truth, audit) == [], "renew it: python -m tests.replica.record_demo"
    assert not [part for part in audit.warnings if part.startswith(("no_renderer", "layout"))]
    pictured = {part.subject: part for part in audit.screenshots}
    assert audit.pages[0].url in pictured
    for part in audit.screenshots:
        assert (tmp_path / part.file).read_bytes()[8:12] == b"WEBP"
    for page in audit.pages:
        if page.url in pictured:
            assert page.visibility.evidence[-1] == pictured[page.url].file
    for finding in audit.findings:
        if finding.check == "page_refused" and finding.reason != "login_redirect":
            assert finding.subject in pictured, finding
