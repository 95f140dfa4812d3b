"""The browser as witness: which pages it looks at, what it is held against, what follows."""

from __future__ import annotations

import pytest

from crawlers.detection.difference import Difference, compare
from crawlers.detection.witness import (
    Build,
    BuiltPage,
    build_of,
    choose_alike,
    choose_sample,
    most_pages,
)
from crawlers.extraction.document import RENDERED
from crawlers.model.artefact import Candidate, Form
from crawlers.model.inventory import Witness
from crawlers.model.page import Outlink, PageReading
from tests.doubles.browser import BrowserDouble, NoBrowser, crawled
from tests.unit.pages import document

HOME = "https://skole.example/projekt/"
WORDS = "<p>Two schools drew the map of one river and walked along it for a week in May. </p>" * 4
PLAIN, AGREED = Build("f", frozenset({"script:a"})), Difference()
MISSED = Difference(artefacts=frozenset({"youtube:1"}))
FILM = '<div class="film-box" data-clip="abc"></div>'
SCRIPT = '<script src="/site.js"></script>'


def page_html(title: str, inside: str = "", links: tuple[str, ...] = ()) -> str:
    menu = "".join(f'<a href="{url}">{url}</a>' for url in links)
    return (
        f"<!doctype html><html{' ' + RENDERED if '<iframe' in inside else ''}><head><title>{title}"
        f"</title>{SCRIPT}</head><body><nav>{menu}</nav><main><h1>{title}</h1>{WORDS}{inside}</main>"
        "</body></html>"
    )


def build(body: str) -> Build:
    return build_of(document(f"<body>{body}</body>"))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ('<script src="/a.js?v=1"></script><p>x', '<script src="/a.js?v=2"></script><p>y z', True),
        ('<script src="/a.js"></script>', '<script src="/b.js"></script>', False),
        ("<script>var id = 17;</script>", "<script>var id = 18;</script>", True),
        ('<script>f("one")</script>', '<script>f("two")</script>', True),
        ("<script>f(1)</script>", "<script>g(1)</script>", False),
        ('<div id="node-1"><p>a</p></div>', '<div id="node-22"><p>b</p></div>', True),
        ("<p>a</p>", '<div class="wall"></div><p>a</p>', False),
        ('<div class="wall">full</div>', '<div class="wall"></div>', False),
        ("<p>a</p>", '<p data-film="{}">a</p>', False),
        ("<p>a</p>", "<p>a</p><quick-film></quick-film>", False),
        ("<p>a</p>", "<p>a</p><template><p>b</p></template>", False),
        ('<script type="application/ld+json">{"a": 1}</script>', "", True),
    ],
)
def test_pages_that_are_built_alike(one: str, other: str, alike: bool) -> None:
    assert (build(one) == build(other)) is alike


def test_a_deep_page_costs_no_more_than_its_length() -> None:
    body = '<div class="a">' * 300 + "x" + "</div>" * 300
    assert "part:div.a" not in build(body).parts
    assert "part:div.a" in build('<div class="a">' * 300 + "</div>" * 300).parts


def test_of_an_ordinary_project_at_most_five_in_a_hundred() -> None:
    parts = [frozenset({f"part:{number}"}) for number in range(40)]
    pages = [BuiltPage(f"{HOME}{n}", Build("f", parts[n % 40])) for n in range(100)]
    assert len(choose_sample(pages)) == 5
    assert [most_pages(number) for number in (1, 33, 100, 500)] == [8, 7, 5, 25]


def test_the_home_page_every_part_and_two_in_a_hundred() -> None:
    pages = [BuiltPage(f"{HOME}{n}", PLAIN) for n in range(99)]
    odd = BuiltPage(f"{HOME}odd", Build("f", frozenset({"script:a", "part:div.wall"})))
    pages.insert(50, odd)
    chosen = choose_sample(pages)
    assert chosen[0] == pages[0].url
    assert odd.url in chosen
    assert len(chosen) == 4
    assert choose_sample(list(pages)) == chosen


def test_nothing_more_is_looked_at_where_all_agreed() -> None:
    pages = [BuiltPage(f"{HOME}{n}", PLAIN, AGREED if n < 3 else None) for n in range(100)]
    assert choose_sample(pages) == []
    assert choose_alike(pages) == []


def test_what_was_missed_opens_the_pages_that_have_the_suspicious_part() -> None:
    with_film = Build("f", PLAIN.parts | {"part:div.film"})
    pages = [
        BuiltPage("home", PLAIN, AGREED),
        BuiltPage("film", with_film, MISSED),
        BuiltPage("film-2", with_film),
        BuiltPage("film-3", Build("f", with_film.parts | {"data:x"})),
        BuiltPage("plain", PLAIN),
    ]
    assert choose_alike(pages) == ["film-2", "film-3"]


def test_a_page_without_a_part_of_its_own_is_suspected_with_its_twins() -> None:
    other = Build("f", PLAIN.parts | {"part:b"})
    pages = [
        BuiltPage("home", PLAIN, MISSED),
        BuiltPage("agreed", other, AGREED),
        BuiltPage("twin", PLAIN),
        BuiltPage("other", other),
    ]
    assert choose_alike(pages) == ["twin"]


def test_what_is_compared() -> None:
    def seen(url: str, *, hidden: bool = False) -> Candidate:
        return Candidate(url=url, raw_url=url, form=Form.EMBED, tag="iframe", hidden=hidden)

    read = PageReading(
        title="Maps", words=100, outlinks=(Outlink(url=f"{HOME}a"),), seen=(seen("x:1"),)
    )
    shown = PageReading(
        title="Maps",
        headings=("Maps",),
        words=320,
        outlinks=(
            Outlink(url=f"{HOME}a#top"),
            Outlink(url=f"{HOME}b"),
            Outlink(url="mailto:a@b.example"),
        ),
        seen=(seen("x:1"), seen("x:2"), seen("x:3", hidden=True)),
    )
    assert compare(read, shown, identity=lambda candidate: candidate.url) == Difference(
        artefacts=frozenset({"x:2"}), links=frozenset({f"{HOME}b"}), headings=1, words=220
    )
    assert not compare(shown, read, identity=lambda candidate: candidate.url).more
    assert not compare(read, read, identity=lambda _: "").more


def frame(number: int) -> str:
    return f'{FILM}<iframe src="https://www.youtube.com/embed/abcdefgh{number:03}"></iframe>'


def site_with_films(number: int) -> tuple[dict[str, str], dict[str, str]]:
    """A home page, as many plain pages as pages with a film that a script puts in."""
    plain = {f"{HOME}p{n}": page_html(f"Page {n}") for n in range(number)}
    films = {f"{HOME}f{n}": page_html(f"Film {n}", FILM) for n in range(number)}
    home = page_html("River", links=(*plain, *films))
    shown = {f"{HOME}f{n}": page_html(f"Film {n}", frame(n)) for n in range(number)}
    return {HOME: home, **plain, **films}, shown


@pytest.mark.parametrize("complete", [True, False])
async def test_all_pages_with_the_part_are_opened_where_one_showed_more(complete: bool) -> None:
    pages, shown = site_with_films(6)
    browser = BrowserDouble(shown, complete=complete)
    result = await crawled(HOME, pages, browser)
    films = {visit.page for visit in result.visits if visit.reading and visit.reading.seen}
    assert films == set(shown)
    assert set(shown) <= set(browser.opened)
    assert len(browser.opened) < len(pages)
    assert result.witness is not None
    assert (result.witness.artefacts_missed, result.witness.links_missed) == (6, 6)
    assert len(result.surprising) == 1
    reasons = {visit.rendered_because for visit in result.visits}
    assert reasons == {"", "witness", "witness_saw_more"}


async def test_pages_that_only_the_browser_links_are_crawled() -> None:
    pages = {
        HOME: page_html("River"),
        f"{HOME}a": page_html("A"),
        f"{HOME}b": page_html("B"),
    }
    menu = page_html("River", links=(f"{HOME}a", f"{HOME}b"))
    result = await crawled(HOME, pages, BrowserDouble({HOME: menu}))
    assert [visit.page for visit in result.visits] == list(pages)
    assert result.witness is not None
    assert result.witness.links_missed == 2


async def test_where_both_agree_few_pages_are_opened_and_nothing_is_changed() -> None:
    pages, _ = site_with_films(12)
    browser = BrowserDouble({})
    result = await crawled(HOME, pages, browser)
    assert result.witness == Witness(pages=len(browser.opened))
    assert len(browser.opened) <= 3
    assert result.surprising == ()


@pytest.mark.parametrize(
    ("browser", "mode"),
    [(NoBrowser(), "auto"), (BrowserDouble({}), "never")],
    ids=["none", "never"],
)
async def test_without_a_browser_nobody_compared(
    browser: BrowserDouble | NoBrowser, mode: str
) -> None:
    pages, _ = site_with_films(2)
    result = await crawled(HOME, pages, browser, mode)
    assert result.witness is None
    assert len(result.visits) == len(pages)


async def test_a_wall_that_a_script_puts_up_takes_nothing_away() -> None:
    wall = "<title>Log in</title><form action=/login><input type=password name=p></form>"
    pages = {HOME: page_html("River", f'<iframe src="{"https://padlet.com/embed/abc1234"}">')}
    result = await crawled(HOME, pages, BrowserDouble({HOME: wall}))
    assert result.visits[0].visibility.visible
    assert result.visits[0].reading is not None
