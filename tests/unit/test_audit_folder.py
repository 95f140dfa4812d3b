"""One folder holds one audit, whatever happens to its runs; what users put there stays."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from auditor.errors import BadInputError
from auditor.session.audit_files import is_audit_file
from auditor.session.audit_folder import AuditFolder, Placement, open_audit_folder
from reports.formats import registry
from reports.i18n.translator import languages
from reports.write import file_name


def document(name: str, **coverage: Any) -> str:
    visibility = {"state": "visible", "reason": "content_shown"}
    if coverage.get("stopped_because"):
        visibility = {"state": "undetermined", "reason": "host_not_found"}
    values = {
        "schema_version": 1,
        "run": {"id": name},
        "project": {"platform": "web", "id": "x"},
        "coverage": coverage,
        "pages": [{"visibility": visibility}],
    }
    return json.dumps(values)


def run(out: Path, name: str, *more: str, **coverage: Any) -> Placement:
    """An audit that writes its document, and more files that hold its name."""
    with open_audit_folder(out) as folder:
        write(folder.files, name, *more, **coverage)
        return folder.place()


def run_broken(out: Path, error: BaseException) -> None:
    """An audit that ends with an error while it writes its files."""
    with open_audit_folder(out) as folder:
        write(folder.files, "one")
        raise error


def write(folder: Path, name: str, *more: str, **coverage: Any) -> None:
    for file in ("report.html", *more):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (folder / "audit.json").write_text(document(name, **coverage))


def content(out: Path) -> dict[str, str]:
    """All files below a folder, each audit's document by the name of its run."""
    texts = {}
    for path in sorted(out.rglob("*")):
        if path.is_file():
            text = path.read_text()
            is_document = path.name == "audit.json"
            texts[path.relative_to(out).as_posix()] = (
                json.loads(text)["run"]["id"] if is_document else text
            )
    return texts


def test_a_first_audit_is_moved_in_whole(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    placement = run(out, "one", "screenshots/0123456789abcdef.webp")
    assert placement == Placement(folder=out)
    assert content(out) == {
        "audit.json": "one",
        "report.html": "one",
        "screenshots/0123456789abcdef.webp": "one",
    }
    assert not (out / ".audit").exists()


def test_the_earlier_audit_goes_to_previous_and_one_is_kept(tmp_path: Path) -> None:
    run(tmp_path, "one", "inventory.csv", "screenshots/0123456789abcdef.webp")
    assert run(tmp_path, "two").previous == tmp_path / "previous"
    assert content(tmp_path) == {
        "audit.json": "two",
        "report.html": "two",
        "previous/audit.json": "one",
        "previous/report.html": "one",
        "previous/inventory.csv": "one",
        "previous/screenshots/0123456789abcdef.webp": "one",
    }
    run(tmp_path, "three")
    assert content(tmp_path) == {
        "audit.json": "three",
        "report.html": "three",
        "previous/audit.json": "two",
        "previous/report.html": "two",
    }


def test_while_a_run_works_the_earlier_audit_lies_where_it_was(tmp_path: Path) -> None:
    run(tmp_path, "one")
    with open_audit_folder(tmp_path) as folder:
        write(folder.files, "two")
        assert (tmp_path / "report.html").read_text() == "one"
        assert folder.earlier == tmp_path / "audit.json"


@pytest.mark.parametrize("stopped", ["seed_unreachable", "interrupted"])
def test_an_audit_that_never_reached_the_project_replaces_nothing(
    tmp_path: Path, stopped: str
) -> None:
    run(tmp_path, "one")
    before = content(tmp_path)
    placement = run(tmp_path, "failed", stopped_because=stopped)
    assert placement == Placement(folder=tmp_path / "failed", earlier_kept=tmp_path)
    failed = {"failed/audit.json": "failed", "failed/report.html": "failed"}
    assert content(tmp_path) == before | failed
    run(tmp_path, "again", "report.pdf", stopped_because=stopped)
    assert content(tmp_path)["failed/audit.json"] == "again"
    run(tmp_path, "two")
    assert content(tmp_path)["previous/audit.json"] == "one"


def test_an_audit_that_never_reached_the_project_is_no_earlier_audit(tmp_path: Path) -> None:
    run(tmp_path, "failed", "report.pdf", stopped_because="seed_unreachable")
    assert content(tmp_path)["audit.json"] == "failed"
    with open_audit_folder(tmp_path) as folder:
        assert folder.earlier is None
    assert run(tmp_path, "one").previous is None
    assert content(tmp_path) == {"audit.json": "one", "report.html": "one"}


def test_what_is_no_audit_s_stays(tmp_path: Path) -> None:
    own = {
        "notes.txt": "mine",
        "screenshots/holiday.webp": "mine",
        "previous/letter.docx": "mine",
        "Report final.pdf": "mine",
    }
    for name, text in own.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    for name in ("one", "two", "three"):
        run(tmp_path, name, "screenshots/0123456789abcdef.webp")
    assert own.items() <= content(tmp_path).items()


@pytest.mark.parametrize("name", ["report.pdf", "previous/inventory.xlsx", "failed/report.html"])
def test_files_of_the_user_that_would_be_replaced_are_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine")
    with pytest.raises(BadInputError, match=name), open_audit_folder(tmp_path):
        pass
    assert content(tmp_path) == {name: "mine"}


def test_an_archive_that_is_replayed_may_lie_in_the_folder(tmp_path: Path) -> None:
    archive = tmp_path / "evidence.wacz"
    archive.write_text("archive")
    with open_audit_folder(tmp_path, archive=archive) as folder:
        write(folder.files, "one", "evidence.wacz")
        folder.place()
    assert content(tmp_path)["audit.json"] == "one"


def test_what_was_changed_by_hand_is_never_deleted(tmp_path: Path) -> None:
    run(tmp_path, "one", "report.docx")
    (tmp_path / "report.docx").write_text("one with my comments")
    later = (tmp_path / "audit.json").stat().st_mtime + 60
    os.utime(tmp_path / "report.docx", (later, later))
    run(tmp_path, "two", "report.docx")
    run(tmp_path, "three", "report.docx")
    run(tmp_path, "four", "report.docx")
    assert content(tmp_path)["kept/report.docx"] == "one with my comments"


def test_files_that_a_run_writes_after_its_document_are_not_called_changed(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        with open_audit_folder(tmp_path) as folder:
            write(folder.files, name, "report.pdf")
            early = (folder.files / "report.pdf").stat().st_mtime - 60
            os.utime(folder.files / "audit.json", (early, early))
            folder.place()
    assert not (tmp_path / "kept").exists()


def test_a_folder_in_use_is_refused_and_names_the_way_on(tmp_path: Path) -> None:
    with (
        open_audit_folder(tmp_path),
        pytest.raises(BadInputError, match="wait until it has ended"),
        open_audit_folder(tmp_path),
    ):
        pass
    with open_audit_folder(tmp_path) as folder:
        assert folder.files.is_dir()


def test_a_run_that_was_killed_is_found_and_another_error_leaves_no_trace(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(ValueError, match="broken"):
        run_broken(out, ValueError("broken"))
    assert not out.exists()
    with pytest.raises(KeyboardInterrupt):
        run_broken(out, KeyboardInterrupt())
    with pytest.raises(BadInputError, match="delete .*\\.audit"), open_audit_folder(out):
        pass
    assert (out / ".audit" / "files" / "report.html").read_text() == "one"


@pytest.mark.parametrize("moves", range(12))
def test_moves_that_were_broken_off_are_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    """However many files were moved when the machine went down, no audit is lost."""
    run(tmp_path, "one", "report.pdf")
    run(tmp_path, "two", "report.pdf")
    left, replace = moves, os.replace

    def replace_some(source: Path, target: Path) -> None:
        nonlocal left
        if not left:
            raise KeyboardInterrupt
        left -= 1
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr("auditor.session.audit_folder.os.replace", replace_some)
        with suppress(KeyboardInterrupt):
            run(tmp_path, "three", "report.pdf")
    run(tmp_path, "four", "report.pdf")
    names = {path: text for path, text in content(tmp_path).items() if path.endswith(".json")}
    assert names == {"audit.json": "four", "previous/audit.json": "three"}
    assert content(tmp_path)["previous/report.pdf"] == "three"
    assert not (tmp_path / ".audit").exists()


def test_a_place_that_is_a_file_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    with pytest.raises(BadInputError, match="choose another folder"), open_audit_folder(taken):
        pass
    assert taken.read_text() == "a file"


def test_every_file_that_an_audit_writes_is_known_as_its_own() -> None:
    names = {
        file_name(format_, language, many=many)
        for format_ in registry().values()
        for language in languages()
        for many in (False, True)
    }
    assert [name for name in sorted(names) if not is_audit_file(name)] == []
    assert not is_audit_file("Report.html")
    assert AuditFolder(out=Path("x")).files == Path("x/.audit/files")
