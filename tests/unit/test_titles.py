"""Which part of a ``<title>`` names the page, and which the site."""

from __future__ import annotations

import pytest

from crawlers.gathering.crawling.titles import SiteTitles, page_title
from crawlers.model.page import PageReading, Section


def readings(*titles: str) -> list[PageReading]:
    return [PageReading(document_title=title, section=Section.PAGE) for title in titles]


@pytest.mark.parametrize(
    ("titles", "own"),
    [
        (("Sea | Start", "Sea | Results", "Sea | Team"), ["Start", "Results", "Team"]),
        (("Start - Sea", "Results - Sea"), ["Start", "Results"]),
        (("A :: Sea :: One", "A :: Sea :: Two", "A :: Sea :: Three"), ["One", "Two", "Three"]),
        (("Sea – One – two", "Sea – Three"), ["One – two", "Three"]),
        (("One », Sea", "Two », Sea"), ["One », Sea", "Two », Sea"]),
        (("Well-being", "E-mails", "Follow-up"), ["Well-being", "E-mails", "Follow-up"]),
        (("Sea", "Sea"), ["Sea", "Sea"]),
        (("Sea",), ["Sea"]),
        (("Day 1 | Forum | Sea", "Day 2 | Forum | Sea", "Sea"), ["Day 1", "Day 2", ""]),
        (("", "Sea | A"), ["", "Sea | A"]),
    ],
)
def test_what_most_titles_share_is_the_site_s(titles: tuple[str, ...], own: list[str]) -> None:
    site = SiteTitles(readings(*titles))
    assert [site.own_part(title) for title in titles] == own


def test_a_heading_names_the_page_whatever_its_title_says() -> None:
    site = SiteTitles(readings("Sea | One", "Sea | Two"))
    headed = PageReading(title="The boats", document_title="Sea | One", headings=("The boats",))
    assert page_title(site, headed) == "The boats"
    bare = PageReading(title="Sea", document_title="Sea | One", section=Section.PAGE)
    assert page_title(site, bare) == "One"
