"""``audit.json`` and the inventories (CSV, XLSX) are true to the audit and safe to open."""

import csv
import io
import json
from datetime import datetime

import pytest
from openpyxl import load_workbook

from crawlers.model.verdict import Reason
from reports.audit import Audit
from reports.formats import registry
from reports.formats.csv import neutralise
from reports.i18n.translator import Translator
from reports.view.workbook import unique_names
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
    assert [row["id"] for row in rows()] == [artefact.id for artefact in sample.ARTEFACTS]
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
        ("-:3f0c2a", "-:3f0c2a"),
        ("-1+1", "'-1+1"),
        ("https://example.org/?a=1&b=+2", "https://example.org/?a=1&b=+2"),
        (7, 7),
    ],
)
def test_only_what_could_run_is_changed(cell, expected):
    assert neutralise(cell) == expected


def test_the_ids_of_the_csv_are_those_of_the_json():
    nameless = sample.ARTEFACTS[0].model_copy(update={"id": "-:3f0c2a", "provider": "-"})
    audit = sample.audit_with(artefacts=(nameless, *sample.ARTEFACTS[1:]))
    text = bytes_of("csv", audit).decode("utf-8-sig")
    ids = [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert ids == [artefact["id"] for artefact in json.loads(bytes_of("json", audit))["artefacts"]]


@pytest.mark.parametrize(
    ("language", "dialect", "start"),
    [
        ("en", "auto", b"\xef\xbb\xbfid,provider,"),
        ("da", "auto", b"\xef\xbb\xbfid;provider;"),
        ("de", "auto", b"\xef\xbb\xbfid;provider;"),
        ("da", "comma", b"\xef\xbb\xbfid,provider,"),
        ("en", "semicolon", b"\xef\xbb\xbfid;provider;"),
        ("da", "tab", b"\xef\xbb\xbfid\tprovider\t"),
        ("da", "rfc4180", b"id,provider,"),
    ],
)
def test_the_csv_is_separated_as_the_language_does_it_or_as_ordered(language, dialect, start):
    csv_format = registry()["csv"]
    data = csv_format.render(sample.AUDIT, Translator(language), dialect)
    assert data.startswith(start)
    text = data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=start.decode("utf-8-sig")[2]))
    assert {len(row) for row in rows} == {16}


# inventory.xlsx


def workbook(language: str = "en", audit: Audit = sample.AUDIT):
    data = registry()["xlsx"].render(audit, Translator(language))
    return load_workbook(io.BytesIO(data))


def column(sheet, heading: str) -> list:
    place = [cell.value for cell in sheet[1]].index(heading) + 1
    return [sheet.cell(row, place) for row in range(2, sheet.max_row + 1)]


def test_xlsx_has_a_sheet_for_each_table_that_is_not_empty():
    book = workbook()
    assert book.sheetnames == [
        *("What to fix", "Pages", "Items", "Items by page", "What the label asks for"),
        *("Where it is documented", "Screenshots", "How it was checked"),
    ]
    assert all(sheet.max_row > 1 for sheet in book)


def test_xlsx_can_be_scrolled_and_filtered():
    for sheet in workbook():
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(8 < column.width < 70 for column in sheet.column_dimensions.values())


def test_xlsx_speaks_the_report_s_language_and_no_codes():
    sheet = workbook("da")["Elementer"]
    assert [cell.value for cell in sheet[1]][:4] == [
        *("Titel", "Type", "Værktøj", "Hvad en besøgende møder"),
    ]
    state = column(sheet, "Hvad en besøgende møder")[0]
    assert state.value == "✓ Synlig for alle"
    words = [cell.value for row in workbook("da") for line in row.iter_rows() for cell in line]
    codes = {reason.value for reason in Reason if "_" in reason.value} | {"x_frame_options"}
    assert codes.isdisjoint(words)


def test_xlsx_has_words_and_colours_for_states_links_on_titles_and_dates_that_are_dates():
    sheet = workbook()["Items"]
    states = column(sheet, "What a visitor meets")
    colours = {cell.value: cell.fill.start_color.rgb for cell in states}
    assert colours["✓ Visible to everyone"] != colours["✕ Does not exist (any more)"]
    titles = column(sheet, "Title")
    assert titles[0].hyperlink.target == sample.ARTEFACTS[0].canonical_url
    times = column(sheet, "Checked (UTC)")
    assert times[0].value == datetime(2026, 11, 23, 22, 5, 30)
    assert times[0].is_date
    ids = [cell.value for cell in column(sheet, "ID")]
    assert ids == [artefact.id for artefact in sample.ARTEFACTS]
    assert "Vores arbejde" in column(sheet, "Pages")[0].value


def test_xlsx_holds_no_formula_and_leads_to_web_addresses_only():
    cells = [cell for sheet in workbook() for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    # Workbooks write paths of files with backslashes.
    targets = {cell.hyperlink.target.replace("\\", "/") for cell in cells if cell.hyperlink}
    assert all(target.startswith(("https://", "http://", "screenshots/")) for target in targets)
    assert sample.FORMULA in [cell.value for cell in cells]
    script = sample.ARTEFACTS[0].model_copy(update={"canonical_url": "javascript:alert(1)"})
    sheet = workbook(audit=sample.audit_with(artefacts=(script,)))["Items"]
    assert column(sheet, "Title")[0].hyperlink is None


def test_xlsx_masks_personal_data_and_keeps_numbers_as_numbers():
    assert column(workbook()["Items"], "HTTP")[4].value == 404
    values = [cell.value for page in workbook() for row in page.iter_rows() for cell in row]
    assert not any(sample.EMAIL in value for value in values if isinstance(value, str))


def test_tables_mask_addresses_that_hold_an_e_mail_address():
    url = f"https://calendar.example.org/{sample.EMAIL}/view"
    artefact = sample.ARTEFACTS[0].model_copy(update={"canonical_url": url, "url": url})
    audit = sample.audit_with(artefacts=(artefact,))
    assert sample.EMAIL not in bytes_of("csv", audit).decode("utf-8-sig")
    cells = [cell for sheet in workbook(audit=audit) for row in sheet.iter_rows() for cell in row]
    assert not any(sample.EMAIL in str(cell.value) for cell in cells)
    assert not any(cell.hyperlink and sample.EMAIL in cell.hyperlink.target for cell in cells)


def test_the_same_audit_gives_the_same_workbook():
    assert workbook().properties.created == datetime(2026, 11, 23, 22, 5, 30)
    assert bytes_of("xlsx") == bytes_of("xlsx")


def test_text_beyond_a_cells_limit_is_cut_and_does_not_break_the_file():
    long = sample.ARTEFACTS[0].model_copy(update={"title": "a" * 40_000})
    sheet = workbook(audit=sample.audit_with(artefacts=(long,)))["Items"]
    assert len(sheet["A2"].value) == 32_767


def test_names_of_sheets_fit_every_spreadsheet():
    given = [
        "Ein sehr langer Name eines Blattes, A",
        "Ein sehr langer Name eines Blattes, B",
        "a/b?",
    ]
    names = list(unique_names(given, 31))
    assert len({name.casefold() for name in names}) == 3
    assert all(len(name) <= 31 for name in names)
    assert names[2] == "a b"
