"""The printer of reports, where there is nothing to print with."""

import pytest

from auditor.session.printing import browser_printer
from reports.printing import PrintingError, no_printer


def test_a_browser_that_is_missing_is_named_by_its_code() -> None:
    with pytest.raises(PrintingError, match="no browser") as caught:
        browser_printer("no-such-browser")(b"<p>x</p>")
    assert caught.value.code == "no_browser"


async def test_a_printer_can_be_called_while_an_event_loop_runs() -> None:
    with pytest.raises(PrintingError, match="no browser"):
        browser_printer("no-such-browser")(b"<p>x</p>")


def test_without_a_printer_there_is_no_pdf() -> None:
    with pytest.raises(PrintingError) as caught:
        no_printer(b"<p>x</p>")
    assert caught.value.code == "no_browser"
