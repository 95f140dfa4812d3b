"""How much memory the browser may take."""

import pytest

from crawlers.browser.memory_watchdog import max_pages_for

GIB = 1 << 30


@pytest.mark.parametrize(
    ("cores", "available", "pages"),
    [(1, 8 * GIB, 1), (2, 8 * GIB, 2), (16, 64 * GIB, 4), (8, 2 * GIB, 2), (8, 0, 1), (2, GIB, 1)],
)
def test_cores_and_memory_say_how_many_pages_are_open_at_once(
    cores: int, available: int, pages: int
) -> None:
    assert max_pages_for(cores, available) == pages
