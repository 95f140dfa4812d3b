"""``audit.json``: the document itself, the source of truth."""

import hashlib

from reports.audit import Audit
from reports.formats.base import Format
from reports.i18n.translator import Translator


def render(audit: Audit, translator: Translator) -> bytes:
    """The audit as JSON, UTF-8, two spaces per level."""
    del translator  # codes have no language
    return (audit.model_dump_json(indent=2) + "\n").encode()


def fingerprint(audit: Audit) -> str:
    """The SHA-256 of ``audit.json``, as ``sha256sum`` prints it."""
    return hashlib.sha256(render(audit, Translator("en"))).hexdigest()


FORMAT = Format(
    id="json",
    file_name="audit.json",
    media_type="application/json",
    per_language=False,
    render=render,
)
