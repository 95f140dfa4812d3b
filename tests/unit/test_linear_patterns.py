"""The checker of regular expressions finds what is slow, and leaves what is not."""

import re

import pytest

from tests.gates.linear_patterns import find_costly_text, uses


@pytest.mark.parametrize(
    ("pattern", "how"),
    [
        (r"/icons?(?:[-_]\w+)*\.png$", "search"),
        (r"(?:a|a)*b", "match"),
        (r"\s+$", "search"),
        (r"\(\s*pdf\s*,?\s*\d", "search"),
        (r"[^;]*?url\(([^)]+?)\)", "search"),
        (rb"\s*<\?xml[^>]*encoding='[\w']+;", "search"),
        (r".*/piwik.*", "fullmatch"),
    ],
)
def test_a_costly_pattern_is_found(pattern, how):
    assert find_costly_text(re.compile(pattern), how) is not None


@pytest.mark.parametrize(
    ("pattern", "how"),
    [(r"/icons?\.png$", "search"), (r"[\w.]+@[\w.]+", "match"), (r"\s+", "search")],
)
def test_a_linear_pattern_is_left(pattern, how):
    assert find_costly_text(re.compile(pattern), how) is None


def test_every_pattern_of_the_program_is_looked_at():
    places = {use.place.partition(":")[0] for use in uses()}
    assert {"crawlers.extraction.boilerplate", "crawlers.model.media_type"} <= places
