"""The interface of a printer, which makes a PDF from a page."""

from __future__ import annotations

from collections.abc import Callable

Printer = Callable[[bytes], bytes]  # a self-contained HTML page to a tagged PDF


class PrintingError(RuntimeError):
    """The printer gave no PDF; ``code`` is the warning of the audit."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def no_printer(page: bytes) -> bytes:
    """The printer when none is given; always raises ``PrintingError``."""
    del page
    raise PrintingError("no_browser", "no printer was given")
