"""The printer of reports, where there is nothing to print with."""

import pytest

from auditor.printing import browser_printer
from reports.printing import PrintingError, no_printer


@pytest.mark.parametrize(
    ("name", "code"), [("no-such-browser", "no_browser"), ("true", "print_failed")]
)
def test_a_browser_that_is_missing_or_does_not_start_is_named_by_its_code(
    name: str, code: str
) -> None:
    with pytest.raises(
        PrintingError, match=name if code == "print_failed" else "no browser"
    ) as caught:
        browser_printer(name)(b"<p>x</p>")
    assert caught.value.code == code


async def test_a_printer_can_be_called_while_an_event_loop_runs() -> None:
    with pytest.raises(PrintingError, match="no browser"):
        browser_printer("no-such-browser")(b"<p>x</p>")


def test_without_a_printer_there_is_no_pdf() -> None:
    with pytest.raises(PrintingError) as caught:
        no_printer(b"<p>x</p>")
    assert caught.value.code == "no_browser"
