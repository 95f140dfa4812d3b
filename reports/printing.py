"""Prints a report to PDF with a browser of this machine: the storey's only other I/O.

The browser gets one self-contained file, a profile of its own that is thrown away, and no way
to look up a name, so nothing leaves the machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

# Chromium's family prints tagged files; names as Debian, Ubuntu, Fedora, macOS and Windows have
# them on the path (read 2026-11-24).
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
_SECONDS = 180
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)


class PrintingError(RuntimeError):
    """No browser was found, or it gave no PDF; ``code`` is the warning of the audit."""

    def __init__(self, code: str, says: str) -> None:
        super().__init__(says)
        self.code = code


def find_browser(chosen: str = "") -> str:
    """The path of the chosen browser, else of the first one on the path; empty without any."""
    names = (chosen,) if chosen else BROWSERS
    return next((path for name in names if (path := shutil.which(name))), "")


def print_pdf(page: bytes, chosen: str = "") -> bytes:
    """A self-contained HTML page as a tagged PDF with an outline.

    Raises ``PrintingError`` where no browser is found, or none of its output within 180 seconds.
    """
    browser = find_browser(chosen)
    if not browser:
        raise PrintingError("no_browser", "no browser of the Chromium family was found")
    with tempfile.TemporaryDirectory(
        prefix="twinspace-auditor-", ignore_cleanup_errors=True
    ) as tmp:
        folder = Path(tmp)
        source, target = folder / "report.html", folder / "report.pdf"
        source.write_bytes(page)
        command = [
            browser,
            *_FLAGS,
            *_without_sandbox(),
            f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ]
        _run(command)
        if not target.is_file():
            raise PrintingError("print_failed", f"{browser} made no PDF")
        return target.read_bytes()


def _without_sandbox() -> tuple[str, ...]:
    """Chromium's sandbox cannot start as root; the page printed is our own."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603  a fixed command
    except (OSError, subprocess.SubprocessError) as error:
        raise PrintingError("print_failed", f"{command[0]} could not print: {error}") from error
