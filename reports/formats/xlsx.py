"""``inventory.xlsx``: one sheet per table in the report's language, to read, sort and filter.

States have words and a colour, titles are links to web addresses, times are real dates in UTC. Text
stays text: nothing is a formula.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.worksheet import Worksheet

from reports.audit import Audit
from reports.formats.base import Format
from reports.i18n.translator import Translator
from reports.view.workbook import Cell, Sheet, Value, sheets, unique_names
from reports.xml_text import xml_text

_WIDEST, _NARROWEST = 60, 9  # characters
_LINE, _HIGHEST = 15, 300  # points; Excel's own limit is 409
_CELL_LIMIT = 32_767  # characters, Excel's own limit
_URL_LIMIT = 2_079  # characters, Excel's own limit
_URLS_LIMIT = 65_530  # links of one sheet, Excel's own limit
_NAME_LIMIT = 31  # characters of a sheet's name, Excel's own limit
_TIME, _DAY = "yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd"
# Ground and letters; each pair has a contrast of at least 7 to 1.
_COLOURS = {
    "visible": ("#E3F4E5", "#0F3D1E"),
    "lost": ("#FBE3E1", "#6B1410"),
    "unknown": ("#FFF3CD", "#4F3A00"),
}


def render(audit: Audit, translator: Translator) -> bytes:
    """The workbook in the language of the translator."""
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with Workbook(buffer, options) as book:
        # The file's own date is the audit's, not today's.
        when = audit.run.finished_at.astimezone(UTC).replace(tzinfo=None)
        title = xml_text(audit.project.title or audit.project.url)
        book.set_properties({"title": title, "created": when})
        formats = _formats(book)
        tables = sheets(audit, translator)
        for name, sheet in zip(
            unique_names((table.name for table in tables), _NAME_LIMIT), tables, strict=True
        ):
            _write_sheet(book.add_worksheet(name), sheet, formats)
    return buffer.getvalue()


def _formats(book: Workbook) -> dict[str, CellFormat]:
    """The formats of cells by their names."""
    plain = {"valign": "top", "text_wrap": True}
    link = {"font_color": "#1B4F9C", "underline": 1}
    formats = {
        "": book.add_format(plain),
        "link": book.add_format({**plain, **link}),
        "head": book.add_format({**plain, "bold": True, "bottom": 1, "bg_color": "#E8ECF4"}),
        "time": book.add_format({**plain, "num_format": _TIME, "align": "left"}),
        "day": book.add_format({**plain, "num_format": _DAY, "align": "left"}),
    }
    for group, (ground, letters) in _COLOURS.items():
        colours = {"bg_color": ground, "font_color": letters}
        formats[group] = book.add_format({**plain, **colours})
    return formats


def _write_sheet(page: Worksheet, sheet: Sheet, formats: dict[str, CellFormat]) -> None:
    for column, heading in enumerate(sheet.headings):
        page.write_string(0, column, xml_text(heading), formats["head"])
    links = 0
    for number, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row):
            links += _write_cell(page, number, column, value, formats, links=links)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    columns = list(enumerate(sheet.headings))
    widths = [_width(heading, [row[column] for row in sheet.rows]) for column, heading in columns]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for number, row in enumerate(sheet.rows, 1):
        # Written out, since not every spreadsheet fits the height to text that is wrapped.
        lines = max(_lines(value, width) for value, width in zip(row, widths, strict=True))
        page.set_row(number, min(_HIGHEST, _LINE * lines))


def _write_cell(
    page: Worksheet,
    row: int,
    column: int,
    value: Value,
    formats: dict[str, CellFormat],
    *,
    links: int,
) -> int:
    """Write one cell; gives 1 when it is a link."""
    match value:
        case Cell() if _is_linkable(value.url) and links < _URLS_LIMIT:
            text = _text(value.text)
            page.write_url(row, column, _target(value.url), formats["link"], string=text)
            return 1
        case Cell():
            page.write_string(row, column, _text(value.text), formats[value.group])
        case datetime():
            page.write_datetime(row, column, value, formats["time"])
        case date():
            page.write_datetime(row, column, value, formats["day"])
        case int():
            page.write_number(row, column, value, formats[""])
        case str():
            page.write_string(row, column, _text(value), formats[""])
    return 0


def _is_linkable(url: str) -> bool:
    web = url.startswith(("https://", "http://", "screenshots/"))
    return web and len(url) <= _URL_LIMIT and xml_text(url) == url


def _target(url: str) -> str:
    """A web address, or a file beside the workbook."""
    return f"external:{url}" if url.startswith("screenshots/") else url


def _text(text: str) -> str:
    return xml_text(text)[:_CELL_LIMIT]


def _width(heading: str, values: list[Value]) -> int:
    """Wide enough for the longest line, within limits; the arrow of the filter needs room."""
    longest = max((_length(value) for value in values), default=0)
    return max(_NARROWEST, min(_WIDEST, max(len(heading) + 3, longest + 2)))


def _lines(value: Value, width: int) -> int:
    """How many lines a value takes in a cell; a line is rarely filled to its end."""
    text = value.text if isinstance(value, Cell) else value if isinstance(value, str) else ""
    return max(1, sum(ceil(max(1, len(line)) / (0.9 * width)) for line in text.split("\n")))


def _length(value: Value) -> int:
    match value:
        case Cell():
            return max((len(line) for line in value.text.split("\n")), default=0)
        case datetime():
            return len(_TIME)
        case date():
            return len(_DAY)
        case str():
            return max((len(line) for line in value.split("\n")), default=0)
    return len(str(value or ""))


FORMAT = Format(
    id="xlsx",
    file_name="inventory.xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    per_language=False,
    render=render,
)
