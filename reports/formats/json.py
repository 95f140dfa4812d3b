"""``audit.json``: the source of truth, as it is."""

from reports.audit import Audit
from reports.formats.base import Format
from reports.i18n import Speech


def render(audit: Audit, speech: Speech) -> bytes:
    """The audit as JSON, UTF-8, two blanks a level."""
    del speech  # codes have no language
    return (audit.model_dump_json(indent=2) + "\n").encode()


FORMAT = Format(
    id="json",
    file_name="audit.json",
    media_type="application/json",
    per_language=False,
    render=render,
)
