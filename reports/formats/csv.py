"""``inventory.csv``: the artefacts as one table.

It begins with a byte order mark, since Excel takes UTF-8 without one for a local code page and
breaks every æ, ø and å. A cell that a spreadsheet could run as a formula gets an apostrophe
(OWASP, CSV injection; read 2026-11-23).
"""

import pandas as pd

from reports.audit import Audit
from reports.formats.base import Format
from reports.i18n import Speech
from reports.tables import frames

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(cell: object) -> object:
    """The cell, with an apostrophe before what a spreadsheet could run."""
    if isinstance(cell, str) and cell.startswith(_DANGEROUS) and cell != "-":
        return f"'{cell}"
    return cell


def render(audit: Audit, speech: Speech) -> bytes:
    """The table of artefacts as CSV (RFC 4180), UTF-8 with a byte order mark."""
    del speech  # machine names for machines
    table: pd.DataFrame = frames(audit)["artefacts"].map(harmless)
    return table.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


FORMAT = Format(
    id="csv",
    file_name="inventory.csv",
    media_type="text/csv",
    per_language=False,
    render=render,
)
