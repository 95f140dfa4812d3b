"""The program from outside, in a network that forces a proxy with an authority of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from reports.audit import Audit
from tests.e2e.program import run
from tests.integration.audits import differences, without_run
from tests.replica.serve import serve
from tests.replica.world import world

# What these tests ask about is the same with and without a browser, and quicker without.
BY_HTTP = ("--render", "never", "--screenshots", "none", "--format", "json")
# The web archive lacks more than a tenth of this project's pages.
CODES = {"legacy_archived": 3}
TRUTHS = Path(__file__).parents[1] / "replica" / "truth"


def environment(served: object) -> dict[str, str]:
    proxy, authority = served.proxy_url, served.ca_file
    return {"HTTPS_PROXY": proxy, "HTTP_PROXY": proxy, "SSL_CERT_FILE": authority}


@pytest.mark.parametrize("name", ["esep", "legacy_archived", "plain"])
def test_the_program_agrees_with_the_truth(name: str, tmp_path: Path) -> None:
    truth = json.loads((TRUTHS / f"{name}.json").read_text("utf-8"))
    web = world()
    with serve(web) as served:
        setting = {"TWINSPACE_AUDITOR_TIMEOUT": "2"}
        options = ("--rate", "500", "--quiet", *BY_HTTP)
        result = run(
            "audit",
            truth["seed"],
            "--out",
            "o",
            *options,
            cwd=tmp_path,
            **environment(served),
            **setting,
        )
    assert result.code == CODES.get(name, 0), result.err
    audit = Audit.model_validate_json((tmp_path / "o" / "audit.json").read_text("utf-8"))
    assert differences(truth, audit) == []
    is_quick = audit.project.platform == "esep"
    assert audit.warnings == (("quicker_than_platform",) if is_quick else ())
    again = run(
        "audit",
        truth["seed"],
        "--out",
        "r",
        "--replay",
        "o/evidence.wacz",
        "--json",
        "--format",
        "json",
        cwd=tmp_path,
    )
    assert again.code == CODES.get(name, 0), again.err
    assert without_run(Audit.model_validate_json(again.out)) == without_run(audit)


def test_a_replay_asks_nobody(tmp_path: Path) -> None:
    nobody = {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}
    result = run("demo", "--out", "o", "--json", cwd=tmp_path, **nobody)
    assert result.code == 0, result.err
    audit = Audit.model_validate_json(result.out)
    assert audit.artefacts
    assert audit.run.replayed


def test_a_project_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    address = (
        "https://school-education.ec.europa.eu/en/etwinning/projects/no-such-project/twinspace"
    )
    with serve(world()) as served:
        result = run(
            "audit", address, "--out", "o", "--rate", "500", cwd=tmp_path, **environment(served)
        )
    assert result.code == 3, result.err
    assert "home page could not be opened" in result.out
    assert "Traceback" not in result.err


def test_ctrl_c_writes_what_there_is_and_says_so(tmp_path: Path) -> None:
    truth = json.loads((TRUTHS / "esep.json").read_text("utf-8"))
    with serve(world()) as served:
        program = subprocess.Popen(
            [sys.executable, "-m", "auditor", "audit", truth["seed"], "--out", "o", "--rate", "5"],
            cwd=tmp_path,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **environment(served)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        pause = threading.Event()
        for _ in range(300):
            recorded = [path.stat().st_size for path in tmp_path.rglob(".evidence.warc.gz")]
            if recorded and recorded[0] > 20_000:
                break
            pause.wait(0.1)
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=90)
    assert program.returncode == 3, err
    assert "The check was interrupted." in out
    assert "Traceback" not in err
    audit = Audit.model_validate_json((tmp_path / "o" / "audit.json").read_text("utf-8"))
    assert not audit.coverage.complete
    assert audit.pages[0].visibility.visible
    assert not list((tmp_path / "o").glob(".*"))


def test_fail_on(tmp_path: Path) -> None:
    demo = files("auditor").joinpath("demo")
    address = demo.joinpath("address.txt").read_text("utf-8").strip()
    with as_file(demo.joinpath("twinspace.wacz")) as archive:
        common = ("audit", address, "--replay", archive, "--out", "o", "--quiet", *BY_HTTP)
        common = (*common, "--rubric", "nql-2021-dk", "--fail-on")
        assert run(*common, "fix", cwd=tmp_path).code == 4
        assert run(*common, "pedagogical_innovation", cwd=tmp_path).code == 0
        unknown = run(*common, "everything", cwd=tmp_path)
    assert unknown.code == 2
    assert "results_visible" in unknown.err


OWN_RUBRIC = """
id = "nql-2023-xx"
extends = "nql-2023"
date = 2026-01-31
source = "https://example.org/call"

[[items]]
key = "collaboration"
points = { maximum = 5 }
"""


def test_a_rubric_by_day_by_option_and_by_setting(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "ours.toml").write_text(OWN_RUBRIC, "utf-8")
    demo = files("auditor").joinpath("demo")
    address = demo.joinpath("address.txt").read_text("utf-8").strip()
    with as_file(demo.joinpath("twinspace.wacz")) as archive:
        common = ("audit", address, "--replay", archive, "--out", "o", "--json", *BY_HTTP)
        setting = {"TWINSPACE_AUDITOR_RUBRIC": "folder/ours.toml"}
        by_day = run(*common, cwd=tmp_path)
        by_option = run(*common, "--rubric", "nql-2023-dk", cwd=tmp_path, **setting)
        by_setting = run(*common, cwd=tmp_path, **setting)
    audits = [Audit.model_validate_json(result.out) for result in (by_day, by_option, by_setting)]
    assert [audit.assessment.rubric for audit in audits] == [
        "nql-2023",
        "nql-2023-dk",
        "nql-2023-xx",
    ]
    assert [audit.run.settings["rubric"] for audit in audits] == [None, "nql-2023-dk", "ours.toml"]
