"""No page costs more than its length: four times the page takes about four times the time."""

import time
from collections.abc import Callable

import pytest

from crawlers.detection.closed_pages import is_not_open, page_wall
from crawlers.detection.document_redirect import redirect_of
from crawlers.extraction.addresses.links import read
from crawlers.extraction.addresses.plain_text import trim_address
from crawlers.extraction.document import parse
from crawlers.extraction.page_frame import page_frame
from crawlers.extraction.pagers import next_links
from crawlers.model import limits
from crawlers.platforms.content import last_updated, own_title, personal_data, says_nothing
from crawlers.urls.parts import host_names, hostname, split
from tests.unit.pages import capture_of

_SHORT = 600
_GROWTH = 9.0  # for four times the length: linear 4, quadratic 16
_NOTICED = 0.4  # seconds of processor time that a page of this length may take anyway

PAGES: dict[str, Callable[[int], str]] = {
    "deep": lambda n: "<div>" * n + "a" + "</div>" * n,
    "deep links": lambda n: "<div onclick='x()'><span class=pager>" * n + "<a href=/b>c</a>" * n,
    "headings under many parents": lambda n: "<i>" * n * 4 + "<h2>a</h2>" * n,
    "siblings": lambda n: "<p>word <b>word</b></p>" * n,
    "nested plug-ins": lambda n: "<object><param name=a value=b>" * n,
    "plug-ins": lambda n: f"<object data=/f{n}.swf><param name=flashvars value=a=b></object>" * n,
    "frames": lambda n: "".join(f"<iframe src=https://x{i}.test/></iframe>" for i in range(n)),
    "headings": lambda n: "<h2>heading</h2>" * n,
    "linked pictures in one block": lambda n: "<div>" + "<a href=/p><img src=/p.png></a>" * n,
    "same links in one block": lambda n: "<div>" + "<a href=https://f.test/p>a</a> (PDF)" * n,
    "pictures before links": lambda n: "<section>" + "<img src=a.png>" * n + "<a href=/b><img src=c.png></a>" * n,
    "one long word": lambda n: "<p>" + "a" * n * 20,
    "plus signs": lambda n: "<p>a.b " + "+" * n * 20,
    "brackets after an address": lambda n: "<p>https://a.test/" + ")" * n * 20,
    "dotted words": lambda n: "<p>" + "a.b." * n * 5,
    "digits in a refresh": lambda n: f"<meta http-equiv=refresh content={'1' * n * 10}>",
    "digits in an offset": lambda n: f"<iframe src=https://a.test/ style='left:-{'9' * n * 10}px'>",
    "underscores": lambda n: f"<img src='/icon{'_' * n}x'><img src='/icon{'_1' * n}!'>",
    "visits": lambda n: f"<img src='/c.php?{'&idsite=1' * n}'>",
    "backgrounds": lambda n: f"<div style='{'background:' * n}'></div>",
    "picture names": lambda n: f"<img data-x='{'a.jpg?' * n} '>",
    "spaces in a title": lambda n: f"<title>{' ' * n * 10}|</title>",
    "spaces in a file note": lambda n: f"<p><a href=/f>f</a> (pdf{' ' * n * 10}",
    "entities": lambda n: "<p>" + "&amp;&lt;&#x41;" * n,
    "comments": lambda n: "<!-- a -->" * n + "<!--" + "-" * n,
    "attributes": lambda n: "<p " + " ".join(f"data-a{i}=https://a.test/{i}" for i in range(n)) + ">b",
    "a long attribute": lambda n: f"<p data-a='{'https://a.test/b, ' * n}'>b",
    "a large srcset": lambda n: f"<img srcset='{'/a.png 1x (' * n}'>",
    "scripts": lambda n: f"<script>{'window . ' * (n // 4)}</script>" * 4,
    "a prolog": lambda n: "<?xml " + "encoding='a\" " * n + "?><p>a",
    "bylines": lambda n: "<div>" * (n // 4) + "<p>Created by a</p>" * n,
    "times": lambda n: "<time datetime=2026-01-01></time>" * n,
}  # fmt: skip


def _read(page: str) -> None:
    """Ask of a page what an audit asks of it."""
    capture = capture_of(f"<!doctype html>{page}" if not page.startswith("<?xml") else page)
    document = parse(capture)
    reading = read(document)
    page_wall(capture, document)
    redirect_of(capture, document)
    is_not_open(document)
    next_links(document)
    page_frame(document)
    last_updated(document)
    personal_data(document)
    says_nothing(document, reading, own_title(document))


def _seconds(page: str) -> float:
    start = time.thread_time()
    _read(page)
    return time.thread_time() - start


@pytest.mark.parametrize("shape", PAGES)
def test_four_times_the_page_takes_about_four_times_the_time(shape):
    long = _seconds(PAGES[shape](_SHORT * 4))
    if long > _NOTICED:
        long = min(long, _seconds(PAGES[shape](_SHORT * 4)))
    assert long <= _NOTICED or long / _seconds(PAGES[shape](_SHORT)) < _GROWTH


def test_a_host_of_a_million_labels_is_no_host():
    host = "a." * 1_000_000 + "test"
    assert hostname(host) == ""
    assert split(f"https://{host}/") is None
    assert len(host_names(host)) < limits.HOST_LETTERS


def test_closing_brackets_are_taken_off_in_one_walk():
    start = time.thread_time()
    assert trim_address("https://a.test/(b)" + ")" * 200_000) == "https://a.test/(b)"
    assert time.thread_time() - start < 1


def test_no_page_gives_more_things_than_the_limit():
    frames = "".join(f"<iframe src=https://x{i}.test/></iframe>" for i in range(limits.THINGS + 9))
    assert len(read(parse(capture_of(frames))).seen) == limits.THINGS


def test_a_long_number_in_a_style_is_a_number():
    page = f"<iframe src=https://a.test/ style='left:-{'9' * 5000}px'></iframe>"
    assert [seen.hidden for seen in read(parse(capture_of(page))).seen] == [True]
