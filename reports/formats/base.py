"""What a format module gives: its file and how an audit becomes its bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reports.audit import Audit
from reports.i18n.translator import Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One report format; ``per_language`` formats get one file per language.

    A format with ``finish`` renders an HTML page that must be printed; ``finish`` makes its
    bytes from the printed ones. A ``pictured`` one gets the screenshots as a third argument.
    """

    id: str
    file_name: str
    media_type: str
    per_language: bool
    render: Callable[..., bytes]
    finish: Callable[[bytes, Audit, Translator], bytes] | None = None
    pictured: bool = False
