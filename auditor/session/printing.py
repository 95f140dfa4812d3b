"""The printer of reports: a browser of this machine."""

from __future__ import annotations

from functools import partial

from crawlers.browser.launcher import BrowserStartError, NoBrowserError
from crawlers.browser.pdf_printer import PrintError, print_pdf
from reports.printing import Printer, PrintingError


def browser_printer(browser: str = "") -> Printer:
    """A printer that starts a browser for each page; ``browser`` is the one of the settings."""
    return partial(_print, browser)


def _print(browser: str, page: bytes) -> bytes:
    try:
        return print_pdf(page, browser=browser)
    except (BrowserStartError, PrintError) as error:
        raise PrintingError("print_failed", str(error)) from error
    except NoBrowserError as error:
        raise PrintingError("no_browser", str(error)) from error
