"""The "next" of a list, and lists that were not read to their end."""

from __future__ import annotations

import pytest

from crawlers import platforms
from crawlers.extraction.pagers import next_links
from crawlers.gathering.crawling.lists import unread_lists
from crawlers.gathering.crawling.page_visit import PageVisit, read_visit
from tests.unit.pages import PAGE, capture_of, document

SITE = platforms.recognise(PAGE)
PAGER = '<nav class="{name}"><ul><li><a href="{href}" {more}>{text}</a></li></ul></nav>'


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (PAGER.format(name="ecl-pagination", href="?page=1", more="", text="Next"), ["?page=1"]),
        (PAGER.format(name="pager", href="?page=,1", more="", text="Næste ›"), ["?page=,1"]),
        (
            PAGER.format(
                name="pagination", href="?p=2", more='aria-label="Go to next page"', text=""
            ),
            ["?p=2"],
        ),
        (PAGER.format(name="pagination", href="?p=2", more="", text="»"), ["?p=2"]),
        ('<a rel="nofollow next" href="side2.html">2</a>', ["side2.html"]),
        (
            '<ul class="pager"><li class="next"><a href="/b">B</a></li></ul>',
            ["https://skole.example/b"],
        ),
        (PAGER.format(name="pagination", href="#", more="", text="Weiter"), [""]),
        ('<div class="pagination"><button>Suivant</button></div>', [""]),
        (PAGER.format(name="pagination", href="?p=1", more="", text="Previous"), []),
        (PAGER.format(name="menu", href="?p=2", more="", text="Next"), []),
        (PAGER.format(name="pagination", href="#", more='class="disabled"', text="Next"), []),
        ('<ul class="pager"><li class="disabled"><a href="#">Next</a></li></ul>', []),
        (
            PAGER.format(
                name="pagination", href="?p=2", more="", text="What happens next to us in May"
            ),
            [],
        ),
    ],
)
def test_what_leads_to_the_next_page(markup: str, expected: list[str]) -> None:
    links = next_links(document(f"<body>{markup}</body>"))
    assert [link.removeprefix(PAGE) for link in links] == expected


def visit(place: str, items: str, onward: str = "?page=1") -> PageVisit:
    url = f"{PAGE}liste{place}"
    pager = PAGER.format(name="pagination", href=onward, more="", text="Next") if onward else ""
    things = "".join(f'<li><a href="{name}.html">{name}</a></li>' for name in items)
    capture = capture_of(f"<main><h1>List</h1><p>Things</p><ul>{things}</ul>{pager}</main>", url)
    page = SITE.identity(url)
    assert page is not None
    return read_visit(SITE, page, capture)


@pytest.mark.parametrize(
    ("visits", "unread"),
    [
        ([visit("", "ab"), visit("?page=1", "cd", "")], False),
        ([visit("", "ab"), visit("?page=1", "ab")], True),
        ([visit("", "ab"), visit("?page=1", "")], False),
        ([visit("", "ab"), visit("?page=1", "c", "?page=2"), visit("?page=2", "c", "")], True),
        ([visit("", "ab", "#")], True),
        ([visit("", "ab", "")], False),
        ([visit("", "ab")], False),
    ],
)
def test_a_next_that_leads_to_nothing_new_is_told(visits: list[PageVisit], unread: bool) -> None:
    assert bool(list(unread_lists(SITE, visits, {}))) is unread
