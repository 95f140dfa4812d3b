"""Gaps of the coverage: what was not followed or not read, and crawls that met too little."""

from __future__ import annotations

import pytest

from crawlers import platforms
from crawlers.gathering.crawling.crawl import CrawlResult
from crawlers.gathering.crawling.emptiness import emptiness_gaps
from crawlers.gathering.crawling.gaps import GapLog
from crawlers.gathering.crawling.page_visit import PageVisit, read_visit
from crawlers.gathering.inventory import build_inventory
from crawlers.model.inventory import Gap, GapReason, Inventory
from tests.unit.inventories import artefact
from tests.unit.pages import PAGE, capture_of, in_main

SITE = platforms.recognise(PAGE)
STORY = "<p>" + "The pupils measured the water. " * 20 + "</p>"
MENU = '<nav><a href="a.html">A</a></nav>'


def visit(markup: str, url: str = PAGE, **more: object) -> PageVisit:
    return read_visit(SITE, url, capture_of(in_main(markup), url, **more))


def reasons(*visits: PageVisit) -> list[str]:
    return [gap.reason.value for gap in emptiness_gaps(SITE, visits, ())]


def inventory(crawled: CrawlResult, stopped_because: str | None = None) -> Inventory:
    return build_inventory(
        PAGE, SITE, crawled, [], home_opens=False, stopped_because=stopped_because
    )


def test_each_address_is_counted_once_for_each_reason() -> None:
    log = GapLog()
    for name in ("b", "a", "b"):
        log.report(GapReason.LIST_NOT_READ, f"{PAGE}{name}")
    log.report(GapReason.DEPTH, f"{PAGE}c")
    assert log.all() == (
        Gap(reason=GapReason.DEPTH, pages=1, example=f"{PAGE}c"),
        Gap(reason=GapReason.LIST_NOT_READ, pages=2, example=f"{PAGE}a"),
    )


def test_an_audit_with_a_gap_is_not_complete() -> None:
    crawled = CrawlResult(visits=[visit(STORY + MENU)])
    assert inventory(crawled).coverage.complete
    assert not inventory(crawled, "time_limit").coverage.complete
    crawled.gaps.report(GapReason.DEPTH, PAGE)
    coverage = inventory(crawled).coverage
    assert not coverage.complete
    assert (coverage.stopped_because, len(coverage.gaps)) == (None, 1)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<h1>Our project</h1>", "nothing_found"),
        ("", "nothing_found"),
        (STORY, "no_way_on"),
        ("<p>Redirecting …</p><a href='https://andre.example/'>go on</a>", "stub"),
        ("<p>We have <a href='https://andre.example/'>moved</a></p>", "stub"),
    ],
)
def test_a_single_page_that_shows_too_little_is_told(markup: str, reason: str) -> None:
    assert reasons(visit(markup)) == [reason]
    (warning,) = inventory(CrawlResult(visits=[visit(markup)])).warnings
    assert warning == f"{reason}:{PAGE}"


def test_a_refresh_that_was_not_followed_makes_a_stub() -> None:
    assert reasons(visit("<p>One moment please</p>", headers=(("refresh", "0;url=/x"),))) == [
        "stub"
    ]


def test_a_stub_whose_target_could_not_be_opened_is_told() -> None:
    stub = visit("<p>Redirecting</p><a href='en/'>on</a>", headers=(("refresh", "0;url=en/"),))
    lost = visit("<h1>Busy</h1>", f"{PAGE}en/", status=503)
    assert lost.visibility.undetermined
    assert reasons(stub, lost) == ["stub"]


def test_a_single_page_with_its_results_is_no_gap() -> None:
    assert reasons(visit(STORY + "<a href='https://avis.example/1'>the newspaper</a>")) == []
    assert emptiness_gaps(SITE, [visit("<h1>Our wall</h1>")], [artefact()]) == ()


def test_small_pages_of_a_larger_site_are_no_gap() -> None:
    assert reasons(visit(MENU), visit("<p>Two words</p>", f"{PAGE}a.html")) == []


def test_a_home_page_that_is_a_file_is_told() -> None:
    capture = capture_of(b"%PDF-1.7", content_type="application/pdf")
    assert reasons(read_visit(SITE, PAGE, capture)) == ["home_is_file"]


def test_pages_that_are_all_alike_are_told() -> None:
    addresses = (PAGE, f"{PAGE}a.html", f"{PAGE}b.html")
    alike = [visit("<h1>Welcome</h1>" + STORY + MENU, url) for url in addresses]
    assert emptiness_gaps(SITE, alike, ()) == (
        Gap(reason=GapReason.PAGES_ALIKE, pages=3, example=PAGE),
    )
    assert reasons(*alike[:2]) == []
    assert reasons(*alike, visit("<h1>More</h1>" + STORY, f"{PAGE}c.html")) == []


def test_a_home_page_that_answered_is_not_called_unreachable() -> None:
    soft = visit("<h1>404</h1><p>Page not found</p>")
    assert soft.visibility.state == "removed"
    coverage = inventory(CrawlResult(visits=[soft])).coverage
    assert (coverage.complete, coverage.stopped_because) == (False, None)
    assert [gap.reason for gap in coverage.gaps] == ["home_unclear"]


def test_a_home_page_that_did_not_answer_is_called_unreachable() -> None:
    gone = visit("<h1>Not found</h1>", status=404)
    coverage = inventory(CrawlResult(visits=[gone])).coverage
    assert (coverage.stopped_because, coverage.gaps) == ("seed_unreachable", ())
