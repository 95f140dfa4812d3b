"""The commands that need no network: options in, results and exit codes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auditor.cli.main import app
from crawlers.model.verdict import State
from tests.unit.sample import AUDIT, audit_with

COMMANDS = ("audit", "demo", "inspect", "classify", "report", "diff", "schema", "doctor")
VIDEO = "https://youtu.be/aqz-KE-bpKQ"


def run(*words: str, stdin: str = "") -> Result:
    return CliRunner().invoke(app, list(words), input=stdin)


@pytest.fixture
def audit_file(tmp_path: Path) -> Path:
    path = tmp_path / "audit.json"
    path.write_text(AUDIT.model_dump_json(), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"twinspace-auditor {command}" in " ".join(result.stdout.split())


def test_classify_says_of_each_address_whose_it_is() -> None:
    result = run("classify", "--json", stdin=f"{VIDEO}\nno address\n")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["url"], row["provider"]) for row in rows] == [
        (VIDEO, "youtube"),
        ("no address", "-"),
    ]
    assert list(rows[0]) == ["url", "provider", "kind", "canonical_url", "native_id"]


def test_inspect_lists_what_stands_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(f"<main><a href='{VIDEO}'>Film</a></main>", encoding="utf-8")
    result = run("inspect", str(file), "--base-url", "https://skole.example/", "--json")
    output = json.loads(result.stdout)
    assert set(output) == {"artefacts", "links", "outlinks", "pages", "furniture"}
    assert [item["id"] for item in output["artefacts"]] == ["youtube:aqz-KE-bpKQ"]
    expected = run(
        "inspect", "-", "--base-url", "https://skole.example/", "--json", stdin=file.read_text()
    )
    assert expected.stdout == result.stdout
    plain = run("inspect", str(file), "--base-url", "https://skole.example/").stdout
    assert plain == "youtube\tvideo\thttps://www.youtube.com/watch?v=aqz-KE-bpKQ\n"


def test_report_writes_an_audit_again(audit_file: Path, tmp_path: Path) -> None:
    result = run("report", str(audit_file), "--out", str(tmp_path / "out"), "--format", "csv")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "inventory.csv").is_file()


def test_diff_says_what_changed(audit_file: Path, tmp_path: Path) -> None:
    first, *rest = AUDIT.artefacts
    gone = first.visibility.model_copy(update={"state": State.REMOVED})
    later = tmp_path / "later.json"
    other = audit_with(artefacts=(first.model_copy(update={"visibility": gone}), *rest))
    later.write_text(other.model_dump_json(), encoding="utf-8")
    output = json.loads(run("diff", str(audit_file), str(later), "--json").stdout)
    assert [(item["id"], item["after"]) for item in output["changes"]] == [(first.id, "removed")]
    assert first.id in run("diff", str(audit_file), str(later)).stdout
    assert "no changes" in run("diff", str(audit_file), str(audit_file)).stdout


@pytest.mark.parametrize(
    "words",
    [
        ("report", "none.json", "--out", "x"),
        ("diff", "none.json", "none.json"),
        ("inspect", "none.html", "--base-url", "https://skole.example/"),
        ("audit", "no address", "--out", "x"),
        ("audit", "https://skole.example/", "--out", "x", "--render", "sometimes"),
        ("audit", "https://skole.example/", "--out", "x", "--lang", "tlh"),
        ("audit", "https://skole.example/", "--out", "x", "--format", "papyrus"),
    ],
)
def test_what_cannot_be_used_ends_with_a_sentence_and_the_code_of_bad_input(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith("twinspace-auditor: ")
    assert "Traceback" not in result.output


def test_schema_is_a_json_schema() -> None:
    assert json.loads(run("schema").stdout)["$schema"].startswith("https://json-schema.org/")
