"""``report.html``: one file with its styles inside, readable without script, printable."""

from reports.formats.base import Format
from reports.formats.html.page import page

FORMAT = Format(
    id="html",
    file_name="report.html",
    media_type="text/html",
    per_language=True,
    render=page,
    pictured=True,
)
