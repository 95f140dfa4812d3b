"""What a format module gives: its file and how an audit becomes its bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reports.audit import Audit
from reports.i18n.translator import Translator

AUTO = "auto"  # what the language's spreadsheets expect
CSV_DIALECTS = (AUTO, "semicolon", "comma", "tab", "rfc4180")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One report format; ``per_language`` formats get one file per language.

    A format with ``finish`` renders an HTML page that must be printed; ``finish`` makes its
    bytes from the printed ones. A ``pictured`` one gets the screenshots as a third argument, one
    with ``dialects`` the name of one of ``CSV_DIALECTS``.
    """

    id: str
    file_name: str
    media_type: str
    per_language: bool
    render: Callable[..., bytes]
    finish: Callable[[bytes, Audit, Translator], bytes] | None = None
    pictured: bool = False
    dialects: bool = False
