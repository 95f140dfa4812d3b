"""``inventory.csv``: the artefacts as one table (RFC 4180), for programs and for Excel.

It begins with a byte order mark, since Excel takes UTF-8 without one for a local code page and
breaks every æ, ø and å. What a spreadsheet could run as a formula gets an apostrophe before it
(OWASP, "CSV Injection", read 2026-11-23). That holds inside a cell as well, after a semicolon, a
tab or a line break: where the comma is the decimal sign, as in Denmark, Excel splits there.
"""

import re

import pandas as pd

from reports.audit import Audit
from reports.formats.base import Format
from reports.i18n.translator import Translator
from reports.view.tables import frames

_RUNS = re.compile(r"(^|[;\t\r\n])(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])")
_NO_VALUE = "-"  # the contract's word for an unknown provider, which is no formula


def neutralise(cell: object) -> object:
    """The cell, with an apostrophe before whatever a spreadsheet could run."""
    if isinstance(cell, str) and cell != _NO_VALUE:
        return _RUNS.sub(r"\1'", cell)
    return cell


def render(audit: Audit, translator: Translator) -> bytes:
    """The table of artefacts, UTF-8 with a byte order mark."""
    del translator  # machine names for machines
    table: pd.DataFrame = frames(audit)["artefacts"].map(neutralise)
    return table.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


FORMAT = Format(
    id="csv",
    file_name="inventory.csv",
    media_type="text/csv",
    per_language=False,
    render=render,
)
