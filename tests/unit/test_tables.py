"""``audit.json`` and the inventories (CSV, XLSX) are true to the audit and safe to open."""

import csv
import io
import json
from datetime import datetime

import pytest
from openpyxl import load_workbook

from reports.audit import Audit
from reports.formats import registry
from reports.formats.csv import neutralise
from reports.i18n.translator import Translator
from tests.unit import sample


def bytes_of(name: str, audit: Audit = sample.AUDIT) -> bytes:
    return registry()[name].render(audit, Translator("en"))


# audit.json


def test_json_is_the_audit_itself():
    data = bytes_of("json")
    assert Audit.model_validate_json(data) == sample.AUDIT
    assert data.decode().startswith('{\n  "schema_version": 1,')
    assert "Havet omkring os" in data.decode()


def test_an_audit_of_before_the_rules_had_a_version_can_be_read():
    document = json.loads(bytes_of("json"))
    assert document["run"].pop("rules_version") == "2026-11-24.1"
    assert Audit.model_validate(document).run.rules_version == ""


def test_times_in_json_are_utc_with_z():
    document = json.loads(bytes_of("json"))
    assert document["run"]["finished_at"] == "2026-11-23T22:05:30Z"
    assert document["artefacts"][0]["visibility"]["checked_at"] == "2026-11-23T22:05:30Z"


# inventory.csv


def rows() -> list[dict[str, str]]:
    text = bytes_of("csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_begins_with_the_mark_that_excel_needs():
    assert bytes_of("csv").startswith(b"\xef\xbb\xbfid,provider,kind,title,")


def test_csv_holds_every_artefact():
    assert [row["id"].removeprefix("'") for row in rows()] == [
        artefact.id for artefact in sample.ARTEFACTS
    ]
    assert rows()[0]["pages"].split("\n") == [sample.SITE, sample.WORK]
    assert rows()[4]["http_status"] == "404"
    assert rows()[4]["checked_at"] == "2026-11-23T22:05:30Z"


def test_no_cell_of_the_csv_can_run_as_a_formula():
    cells = [cell for row in rows() for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
    assert f"'{sample.FORMULA}" in cells


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+45", "'+45"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("Title;=cmd()", "Title;'=cmd()"),
        ("Title\n=cmd()", "Title\n'=cmd()"),
        ("＝1", "'＝1"),
        ("plain = text; and more", "plain = text; and more"),
        ("-", "-"),
        ("https://example.org/?a=1&b=+2", "https://example.org/?a=1&b=+2"),
        (7, 7),
    ],
)
def test_only_what_could_run_is_changed(cell, expected):
    assert neutralise(cell) == expected


# inventory.xlsx


def workbook():
    return load_workbook(io.BytesIO(bytes_of("xlsx")))


def test_xlsx_has_a_sheet_for_each_table():
    book = workbook()
    assert book.sheetnames == [
        *("artefacts", "sightings", "links", "pages", "findings"),
        *("assessment", "documentation", "changes", "screenshots", "run"),
    ]
    assert [sheet.max_row - 1 for sheet in book] == [12, 13, 0, 6, 16, 4, 2, 0, 2, 22]


def test_xlsx_can_be_scrolled_and_filtered():
    for sheet in workbook():
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(3 < column.width < 70 for column in sheet.column_dimensions.values())


def test_xlsx_holds_text_where_a_formula_could_be():
    cells = [cell for sheet in workbook() for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert sample.FORMULA in [cell.value for cell in cells]


def test_xlsx_masks_personal_data_and_keeps_numbers_as_numbers():
    sheet = workbook()["artefacts"]
    head = [cell.value for cell in sheet[1]]
    assert sheet.cell(6, head.index("http_status") + 1).value == 404
    values = [cell.value for page in workbook() for row in page.iter_rows() for cell in row]
    assert not any(sample.EMAIL in value for value in values if isinstance(value, str))


def test_the_same_audit_gives_the_same_workbook():
    assert workbook().properties.created == datetime(2026, 11, 23, 22, 5, 30)
    assert bytes_of("xlsx") == bytes_of("xlsx")


def test_text_beyond_a_cells_limit_is_cut_and_does_not_break_the_file():
    long = sample.ARTEFACTS[0].model_copy(update={"title": "a" * 40_000})
    data = registry()["xlsx"].render(sample.audit_with(artefacts=(long,)), Translator("en"))
    assert len(load_workbook(io.BytesIO(data))["artefacts"]["D2"].value) == 32_767
