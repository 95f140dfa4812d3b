"""``inventory.xlsx``: one sheet per table, with filters and a frozen header; text stays text."""

import io

import pandas as pd

from reports.audit import Audit
from reports.formats.base import Format
from reports.i18n.translator import Translator
from reports.view.tables import frames
from reports.xml_text import xml_text

_WIDEST = 60
_CELL_LIMIT = 32_767  # characters, Excel's own limit


def _cell(cell: object) -> object:
    return xml_text(cell)[:_CELL_LIMIT] if isinstance(cell, str) else cell


def render(audit: Audit, translator: Translator) -> bytes:
    """The workbook; nothing in it is a formula or a live link."""
    del translator  # machine names for machines
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        when = audit.run.finished_at.replace(
            tzinfo=None
        )  # the file's own date is the audit's, not today's
        writer.book.set_properties({"title": audit.project.url, "created": when})
        for name, table in frames(audit).items():
            short = table.map(_cell)
            short.to_excel(writer, sheet_name=name, index=False)
            sheet = writer.sheets[name]
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
            for column, heading in enumerate(table.columns):
                longest = max((len(str(cell)) for cell in table[heading]), default=0)
                sheet.set_column(column, column, min(_WIDEST, max(len(heading), longest) + 2))
    return buffer.getvalue()


FORMAT = Format(
    id="xlsx",
    file_name="inventory.xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    per_language=False,
    render=render,
)
