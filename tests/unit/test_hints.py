"""Which pages are opened for the hints in their HTML: groups, looks, and what follows from them."""

from __future__ import annotations

import re

import pytest

from crawlers.detection.difference import Difference
from crawlers.detection.hints import (
    HintedPage,
    LookResult,
    choose_hinted,
    hint_groups,
    look_result,
)
from crawlers.detection.witness import build_of
from crawlers.extraction.document import RENDERED
from crawlers.gathering.crawling.crawl import CrawlResult
from crawlers.gathering.embed_state import SCRIPT_NOT_RUN, embed_state
from crawlers.model.artefact import EmbedState
from tests.doubles.browser import BrowserDouble, crawled
from tests.replica.answers import Ask
from tests.replica.sites import ordinary
from tests.unit.pages import document

CODE = '<div class="genially-embed" data-id="{id}"></div>'
LOADER = '<script src="https://view.genially.com/static/embed/embed.js"></script>'
PLACE = re.compile(r'(<div class="genially-embed" data-id="(\w+)">)(</div>)')


def groups(body: str) -> frozenset[str]:
    page = document(f"<body><main><p>Tides</p>{body}</main></body>")
    return hint_groups(page, build_of(page))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (CODE.format(id="65f0a") + LOADER, CODE.format(id="77b1c") + LOADER, True),
        (CODE.format(id="1") + LOADER, f"<p>Sea</p>{CODE.format(id='2')}{LOADER}", True),
        (CODE.format(id="1") + LOADER, CODE.format(id="2"), False),
        (CODE.format(id="1"), '<div class="wordwall-embed" data-id="1"></div>', False),
        (CODE.format(id="1"), CODE.format(id="1").replace("data-id", "id"), False),
        ("<x-wall></x-wall>", "<x-wall></x-wall>", True),
        ("<x-wall></x-wall>", "<x-film></x-film>", False),
        ('<div class="gallery" id="g1"></div>', '<div class="gallery" id="g2"></div>', True),
        ('<div class="gallery"></div>', '<div class="gallery big"></div>', False),
    ],
)
def test_pages_that_share_a_hint(one: str, other: str, same: bool) -> None:
    assert groups(one)
    assert (groups(one) == groups(other)) is same


def test_a_page_has_a_group_for_every_hint() -> None:
    both = groups(CODE.format(id="1") + '<div class="gallery"></div>')
    assert {group.partition(":")[0] for group in both} == {"script_embed", "lazy_gallery"}
    assert groups("<p>Nothing</p>") == frozenset()


def pages(number: int, group: str, *results: LookResult) -> list[HintedPage]:
    looked = [*results, *[LookResult.NONE] * (number - len(results))]
    return [HintedPage(f"p{n}", frozenset({group}), look) for n, look in enumerate(looked)]


AGREED, DIFFERS, UNCLEAR = LookResult.AGREED, LookResult.DIFFERS, LookResult.UNCLEAR


@pytest.mark.parametrize(
    ("group", "results", "chosen"),
    [
        ("script_embed:a", (), 1),
        ("script_embed:a", (AGREED,), 0),
        ("script_embed:a", (DIFFERS,), 9),
        ("script_embed:a", (AGREED, DIFFERS), 8),
        ("script_embed:a", (UNCLEAR,), 1),
        ("script_embed:a", (UNCLEAR, UNCLEAR), 1),
        ("script_embed:a", (UNCLEAR, UNCLEAR, UNCLEAR), 0),
        ("hidden_part:a", (AGREED,), 0),
        ("lazy_gallery:a", (), 3),
        ("lazy_gallery:a", (AGREED, AGREED), 1),
        ("lazy_gallery:a", (AGREED, AGREED, AGREED), 0),
        ("lazy_gallery:a", (AGREED, AGREED, AGREED, DIFFERS), 6),
    ],
)
def test_how_many_further_pages_of_a_group_are_opened(
    group: str, results: tuple[LookResult, ...], chosen: int
) -> None:
    assert len(choose_hinted(pages(10, group, *results))) == chosen


def test_one_page_stands_for_all_its_groups() -> None:
    both = HintedPage("both", frozenset({"script_embed:a", "script_embed:b"}))
    assert choose_hinted([*pages(5, "script_embed:a"), both]) == ["both"]


@pytest.mark.parametrize(
    ("difference", "result"),
    [
        (None, UNCLEAR),
        (Difference(), AGREED),
        (Difference(unshown=frozenset({"x"})), DIFFERS),
        (Difference(unshown=frozenset({"x"}), complete=False), UNCLEAR),
        (Difference(complete=False), UNCLEAR),
        (Difference(artefacts=frozenset({"x"}), complete=False), DIFFERS),
    ],
)
def test_what_a_look_says(difference: Difference | None, result: LookResult) -> None:
    assert look_result(difference) is result


def ordinary_pages(number: int) -> dict[str, str]:
    """The pages of the ordinary project, by address."""
    answer = ordinary.hosts(number)["school-education.ec.europa.eu"]
    paths = ["", "/pages", *(f"/pages/page-{n}" for n in range(1, number))]
    urls = [f"{ordinary.SEED}{path}" for path in paths]
    return {url: answer(Ask(url)).body.decode() for url in urls}


def rendered(html: str, *, empty: str = "") -> str:
    """A page after its scripts, which fill every embed but the one with the id ``empty``."""
    marked = html.replace("<html", f"<html {RENDERED}", 1)
    frame = r'\1<iframe src="https://view.genially.com/\2"></iframe>\3'
    return PLACE.sub(lambda at: at[0] if at[2] == empty else at.expand(frame), marked)


def embeds(result: CrawlResult) -> list[tuple[EmbedState, str | None]]:
    return [
        embed_state(visit.page, seen)
        for visit in result.visits
        for seen in (visit.reading.seen if visit.reading is not None else ())
        if seen.tag == "script"
    ]


async def test_at_most_five_in_a_hundred_of_an_ordinary_project_are_opened() -> None:
    web = ordinary_pages(100)
    browser = BrowserDouble({url: rendered(html) for url, html in web.items()})
    result = await crawled(ordinary.SEED, web, browser)
    assert len(result.visits) >= 100
    assert len(browser.opened) * 100 <= len(result.visits) * 5
    assert browser.opened[0] != ordinary.SEED
    assert sum(visit.rendered_because == "script_embed" for visit in result.visits) == 1
    states = embeds(result)
    assert len(states) == 8
    assert states.count((EmbedState.SHOWN, None)) == 1
    assert states.count((EmbedState.NOT_CHECKED, SCRIPT_NOT_RUN)) == 7


async def test_where_one_embed_stays_empty_all_pages_with_its_code_are_opened() -> None:
    web = ordinary_pages(40)
    first = BrowserDouble({url: rendered(html) for url, html in web.items()})
    await crawled(ordinary.SEED, web, first)
    looked = next(url for url in first.opened if PLACE.search(web[url]))
    match = PLACE.search(web[looked])
    assert match
    shown = {url: rendered(html, empty=match[2]) for url, html in web.items()}
    result = await crawled(ordinary.SEED, web, BrowserDouble(shown))
    states = embeds(result)
    assert states.count((EmbedState.SHOWN, None)) == 2
    assert sum(state is EmbedState.BLOCKED for state, _ in states) == 1


async def test_what_a_look_left_unclear_is_tried_on_three_pages() -> None:
    web = ordinary_pages(40)
    browser = BrowserDouble(
        {url: rendered(html, empty="x") for url, html in web.items()}, complete=False
    )
    result = await crawled(ordinary.SEED, web, browser)
    assert sum(visit.rendered_because == "script_embed" for visit in result.visits) == 3
