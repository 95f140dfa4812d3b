"""``links.csv``: the links of a project as one table, beside ``inventory.csv`` and built like it.

A link is no artefact: a newspaper, a partner school, a person's profile, a page of a tool's maker.
The columns are codes, as in ``inventory.csv``; without links there is the head alone.
"""

from __future__ import annotations

from reports.audit import Audit
from reports.formats.base import AUTO, Format
from reports.formats.csv import csv_of
from reports.i18n.translator import Translator
from reports.view.tables import link_table


def render(audit: Audit, translator: Translator, dialect: str = AUTO) -> bytes:
    """The table of links, UTF-8; the dialect is one of ``CSV_DIALECTS``."""
    return csv_of(link_table(audit), translator, dialect)


FORMAT = Format(
    id="links",
    file_name="links.csv",
    media_type="text/csv",
    per_language=False,
    render=render,
    dialects=True,
)
