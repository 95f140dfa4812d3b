"""Bad input gets one clear sentence that says what to do, the exit code, and no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.program import run

ESEP = "https://school-education.ec.europa.eu/en/etwinning/projects/green-bridges/twinspace"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["audit", "file:///etc/passwd", "--out", "o"], "not a web address"),
        (["audit", "ftp://example.org/x", "--out", "o"], "not a web address"),
        (["audit", "twinspace", "--out", "o"], "not a web address"),
        (["audit", "https://anna:secret@example.org/", "--out", "o"], "without"),
        (
            ["audit", "https://school-education.ec.europa.eu/en/about", "--out", "o"],
            "not the address of a project",
        ),
        (
            ["audit", "https://twinspace.etwinning.net/login", "--out", "o"],
            "not the address of a project",
        ),
        (["audit", ESEP, "--out", "o", "--replay", "missing.wacz"], "There is no file"),
        (["audit", ESEP, "--out", "o", "--rubric", "nql-1999"], "nql-1999"),
        (["audit", ESEP, "--out", "o", "--rubric", "missing.toml"], "There is no file"),
        (["audit", ESEP, "--out", "o", "--rubric", "./nql-2023"], "There is no file"),
        (["audit", ESEP, "--out", "o", "--lang", "xx"], "choose from"),
        (["audit", ESEP, "--out", "o", "--format", "odt"], "odt"),
        (["audit", ESEP, "--out", "o", "--render", "often"], "auto, never, always"),
        (["audit", ESEP, "--out", "o", "--screenshots", "some"], "none, key, all"),
        (["report", "missing.json", "--out", "o"], "not an audit.json"),
        (["diff", "missing.json", "missing.json"], "not an audit.json"),
        (["audit", ESEP, "--out", "o", "--previous", "missing.json"], "not an audit.json"),
        (["inspect", "missing.html", "--base-url", "https://example.org/"], "cannot be read"),
    ],
)
def test_one_sentence_and_exit_code_2(tmp_path: Path, arguments: list[str], says: str) -> None:
    result = run(*arguments, cwd=tmp_path)
    assert result.code == 2, result.err
    assert says in result.err
    assert "Traceback" not in result.err
    assert result.err.strip().count("\n") == 0
    assert "secret" not in result.err


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"PK\x03\x04broken", b"\x1f\x8bxx"])
def test_a_broken_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.wacz").write_bytes(content)
    result = run("audit", ESEP, "--out", "o", "--replay", "broken.wacz", cwd=tmp_path)
    assert result.code == 2
    assert "broken.wacz" in result.err
    assert "Traceback" not in result.err


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    result = run("audit", ESEP, "--out", "taken", cwd=tmp_path)
    assert result.code == 2
    assert "choose another folder" in result.err


def test_a_host_that_does_not_exist_gives_a_partial_result(tmp_path: Path) -> None:
    result = run(
        "audit", "https://no-such-host.invalid/project/", "--out", "o", "--quiet", cwd=tmp_path
    )
    assert result.code == 3, result.err
    assert "Traceback" not in result.err
    assert "home page could not be opened" in result.out
    assert (tmp_path / "o" / "audit.json").is_file()


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    result = run("audit", ESEP, "--out", "o", cwd=tmp_path, TWINSPACE_AUDITOR_RATE="fast")
    assert result.code == 2
    assert "rate" in result.err


BAD_RUBRIC = 'id = "x"\nextends = "nql-2023"\n[[items]]\nkey = "jury"\n'


@pytest.mark.parametrize("how", ["option", "setting"])
def test_a_bad_rubric_is_refused_before_anything_is_written(tmp_path: Path, how: str) -> None:
    (tmp_path / "ours.toml").write_text(BAD_RUBRIC, "utf-8")
    option = ["--rubric", "ours.toml"] if how == "option" else []
    setting = {"TWINSPACE_AUDITOR_RUBRIC": "ours.toml"} if how == "setting" else {}
    result = run("audit", ESEP, "--out", "o", *option, cwd=tmp_path, **setting)
    assert result.code == 2
    assert "ours.toml: items.0: nql-2023 has no item 'jury'" in result.err
    assert result.err.strip().count("\n") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["ours.toml"]


def test_help_answers_quickly_with_an_example(tmp_path: Path) -> None:
    for command in ("audit", "demo", "inspect", "classify", "report", "schema", "doctor"):
        result = run(command, "--help", cwd=tmp_path)
        assert result.code == 0
        assert "Example: twinspace-auditor" in " ".join(result.out.split())


def test_nothing_is_written_into_the_working_folder(tmp_path: Path) -> None:
    run("audit", "file:///x", "--out", "o", cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []
