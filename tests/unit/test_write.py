"""Files are written whole or not at all, and what could not be made is named."""

import json
import logging
from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest

from reports import write as writing
from reports.audit import Audit
from reports.formats.base import Format
from reports.i18n.translator import Translator
from reports.printing import PrintingError
from tests.unit import sample

ALL = ("csv", "docx", "html", "json", "links", "pdf", "xlsx")


def fails(audit: Audit, translator: Translator) -> bytes:
    raise ValueError("this format always fails")


def stops(audit: Audit, translator: Translator) -> bytes:
    raise KeyboardInterrupt


def leaf(render) -> Format:
    return Format(
        id="broken",
        file_name="broken.txt",
        media_type="text/plain",
        per_language=True,
        render=render,
    )


def blank_pdf(page: bytes) -> bytes:
    """A printer that needs no browser: one blank page."""
    document, out = pikepdf.Pdf.new(), BytesIO()
    document.add_blank_page()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def failing_format(monkeypatch):
    """A registry with one more leaf, whose rendering is the test's."""
    original = writing.format_of

    def add(render):
        monkeypatch.setattr(
            writing,
            "format_of",
            lambda name: leaf(render) if name == "broken" else original(name),
        )

    return add


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_one_language_gives_the_files_of_the_contract(tmp_path):
    written = writing.write(sample.AUDIT, tmp_path, names=ALL, languages=["da"], printer=blank_pdf)
    assert names(tmp_path) == [
        "audit.json",
        "inventory.csv",
        "inventory.xlsx",
        "links.csv",
        "report.docx",
        "report.html",
        "report.pdf",
    ]
    assert written == sample.AUDIT
    assert '<html lang="da"' in (tmp_path / "report.html").read_text("utf-8")


def test_several_languages_give_a_report_each(tmp_path):
    writing.write(sample.AUDIT, tmp_path, names=("html", "json"), languages=["da", "en"])
    assert [name for name in names(tmp_path) if "report" in name] == [
        "report.da.html",
        "report.en.html",
    ]


def test_only_what_is_asked_for_is_written(tmp_path):
    writing.write(sample.AUDIT, tmp_path, names=("csv",), languages=["en"])
    assert names(tmp_path) == ["inventory.csv"]


def test_all_formats_are_written_where_none_is_asked_for():
    assert writing.check_formats(None) == ALL
    assert writing.check_formats(["html", "html"]) == ("html",)


def test_an_unknown_format_is_refused_in_one_sentence():
    with pytest.raises(ValueError, match=r"parchment.*csv, docx, html, json, links, pdf, xlsx"):
        writing.check_formats(["parchment"])


def test_a_format_that_fails_is_named_and_costs_no_other_file(tmp_path, failing_format, caplog):
    failing_format(fails)
    with caplog.at_level(logging.CRITICAL):
        written = writing.write(
            sample.AUDIT, tmp_path, names=("broken", "csv", "json"), languages=["da", "en"]
        )
    reason = "(ValueError: this format always fails)"
    failed = [f"format_failed:broken.{language}.txt {reason}" for language in ("da", "en")]
    assert names(tmp_path) == ["audit.json", "inventory.csv"]
    assert list(written.warnings[-2:]) == failed
    assert json.loads((tmp_path / "audit.json").read_text("utf-8"))["warnings"][-2:] == failed


def test_a_report_names_the_sha_256_of_the_data_beside_it_and_what_is_missing(
    tmp_path, failing_format, caplog
):
    failing_format(fails)
    with caplog.at_level(logging.CRITICAL):
        writing.write(sample.AUDIT, tmp_path, names=("broken", "html", "json"), languages=["en"])
    report = (tmp_path / "report.html").read_text("utf-8")
    assert sha256((tmp_path / "audit.json").read_bytes()).hexdigest() in report
    assert "A file of the report could not be made: broken.txt" in report


def test_a_file_of_an_older_audit_does_not_pass_for_one_that_failed(
    tmp_path, failing_format, caplog
):
    (tmp_path / "broken.txt").write_text("from last week")
    failing_format(fails)
    with caplog.at_level(logging.CRITICAL):
        writing.write(sample.AUDIT, tmp_path, names=("broken",), languages=["en"])
    assert names(tmp_path) == []


def test_an_interruption_is_not_a_failure_and_leaves_no_rest(tmp_path, failing_format):
    failing_format(stops)
    with pytest.raises(KeyboardInterrupt):
        writing.write(sample.AUDIT, tmp_path, names=("broken",), languages=["en"])
    assert names(tmp_path) == []


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "audit.json"
    target.write_bytes(b"old and longer")
    writing.write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["audit.json"]


def test_a_file_that_cannot_be_put_in_its_place_leaves_nothing_beside_it(tmp_path):
    target = tmp_path / "report.html"
    target.mkdir()
    (target / "inside").touch()
    with pytest.raises(OSError, match=r"report\.html"):
        writing.write_whole(target, b"text")
    assert names(tmp_path) == ["report.html"]


def test_a_written_file_can_be_read_by_those_whom_the_system_lets(tmp_path):
    plain = tmp_path / "plain"
    plain.touch()
    writing.write_whole(tmp_path / "ours", b"text")
    assert (tmp_path / "ours").stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("code", ["no_browser", "print_failed"])
def test_a_pdf_that_no_browser_prints_is_named_and_an_older_one_is_gone(tmp_path, code):
    def refuse(page: bytes) -> bytes:
        raise PrintingError(code, "no PDF today")

    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.4 of another audit")
    written = writing.write(
        sample.AUDIT, tmp_path, names=("json", "pdf"), languages=["en"], printer=refuse
    )
    assert names(tmp_path) == ["audit.json"]
    assert written.warnings[-1] == f"{code}:report.pdf"
