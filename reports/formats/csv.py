"""``inventory.csv``: the artefacts as one table (RFC 4180), for programs and for Excel.

Column names and codes are the same in every language, and the ids are those of ``audit.json``.

It begins with a byte order mark, since Excel takes UTF-8 without one for a local code page and
breaks every æ, ø and å. Where the comma is the decimal sign, as in Denmark, Excel splits at
semicolons, so that the table has them there (the decimal signs are those of Unicode's CLDR).

What a spreadsheet could run as a formula gets an apostrophe before it (OWASP, "CSV Injection", read
2026-11-23). That holds inside a cell as well, after a semicolon, a tab or a line break: Excel
splits there too. A minus before a colon, as ids without a web tool begin, is no formula.
"""

import re

import pandas as pd
from babel import Locale

from reports.audit import Audit
from reports.formats.base import AUTO, Format
from reports.i18n.translator import Translator
from reports.view.tables import artefact_table

_RUNS = re.compile(r"(^|[;\t\r\n])(?=-(?!:)|[=+@\t\r\uff1d\uff0b\uff0d\uff20])")
_SEPARATORS = {"semicolon": ";", "comma": ",", "tab": "\t", "rfc4180": ","}
_WITHOUT_MARK = "rfc4180"
_NO_VALUE = "-"  # the contract's word for an unknown provider, which is no formula


def neutralise(cell: object) -> object:
    """The cell, with an apostrophe before whatever a spreadsheet could run."""
    if isinstance(cell, str) and cell != _NO_VALUE:
        return _RUNS.sub(r"\1'", cell)
    return cell


def render(audit: Audit, translator: Translator, dialect: str = AUTO) -> bytes:
    """The table of artefacts, UTF-8; the dialect is one of ``CSV_DIALECTS``."""
    return csv_of(artefact_table(audit), translator, dialect)


def csv_of(table: pd.DataFrame, translator: Translator, dialect: str) -> bytes:
    """A table as CSV, UTF-8; the dialect is one of ``CSV_DIALECTS``."""
    separator = _SEPARATORS.get(dialect) or _separator(translator.language)
    harmless: pd.DataFrame = table.map(neutralise)
    text = harmless.to_csv(index=False, sep=separator, lineterminator="\r\n")
    return text.encode("utf-8" if dialect == _WITHOUT_MARK else "utf-8-sig")


def _separator(language: str) -> str:
    """What the spreadsheets of a language expect between two cells."""
    decimal = Locale.parse(language).number_symbols["latn"]["decimal"]
    return ";" if decimal == "," else ","


FORMAT = Format(
    id="csv",
    file_name="inventory.csv",
    media_type="text/csv",
    per_language=False,
    render=render,
    dialects=True,
)
