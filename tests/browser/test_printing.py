"""A printer whose browser does not start."""

import pytest

from auditor.session.printing import browser_printer
from reports.printing import PrintingError


def test_a_program_that_is_not_a_browser_is_named_with_its_code() -> None:
    with pytest.raises(PrintingError, match="true") as caught:
        browser_printer("true")(b"<p>x</p>")
    assert caught.value.code == "print_failed"
