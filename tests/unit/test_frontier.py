"""What is opened next: waves in a stable order, within limits, out of traps."""

from __future__ import annotations

import pytest

from crawlers import platforms
from crawlers.gathering.crawling.frontier import Frontier
from crawlers.model.inventory import GapReason
from tests.unit.pages import links

HOME = "https://school-education.ec.europa.eu/en/etwinning/projects/our-river-0/twinspace"
SITE = "https://skole.example/projekt/"


def frontier(seed: str, max_pages: int = 100) -> Frontier:
    started = Frontier(platforms.recognise(seed), max_pages)
    started.start()
    return started


def wave(waves: Frontier) -> list[str]:
    return [target.page for target in waves.next_wave()]


def test_the_home_page_comes_first_then_the_page_that_was_given() -> None:
    assert wave(frontier(f"{HOME}/pages/results?type=1")) == [HOME, f"{HOME}/pages/results"]
    assert wave(frontier(HOME.replace("/en/", "/da/"))) == [HOME]


def test_a_given_address_is_opened_whatever_its_words() -> None:
    assert wave(frontier("https://skole.example/print/?action=edit")) == [
        "https://skole.example/print/?action=edit"
    ]


def test_every_page_is_opened_once_in_the_order_of_finding() -> None:
    waves = frontier(SITE)
    assert wave(waves) == [SITE]
    waves.offer_all(
        links(f"{SITE}b.html", f"{SITE}a.html#x", f"{SITE}a.html", "https://andre.example/", SITE),
        SITE,
        0,
    )
    assert wave(waves) == [f"{SITE}b.html", f"{SITE}a.html"]
    waves.offer_all(links(f"{SITE}b.html"), f"{SITE}a.html", 1)
    assert wave(waves) == []
    assert waves.found_on[f"{SITE}b.html"] == {SITE, f"{SITE}a.html"}
    assert waves.found_on[SITE] == set()


def test_a_closing_slash_makes_no_other_page() -> None:
    waves = frontier(SITE)
    wave(waves)
    waves.offer_all(links(f"{SITE}om/", f"{SITE}om", f"{SITE}om?p=2", f"{SITE}om/?p=2"), SITE, 0)
    assert wave(waves) == [f"{SITE}om/", f"{SITE}om?p=2"]
    assert waves.identities[f"{SITE}om"] == f"{SITE}om/"


def test_the_found_link_is_remembered_beside_the_address_to_ask_for() -> None:
    waves = frontier(HOME.replace("/en/", "/da/"))
    waves.next_wave()
    link = f"{HOME.replace('/en/', '/pl/')}/pages/results?type=1"
    assert waves.offer(link, HOME, 1)
    (target,) = waves.next_wave()
    assert target.page == f"{HOME}/pages/results"
    assert target.address == f"{HOME.replace('/en/', '/da/')}/pages/results"
    assert (target.found, target.depth) == (link, 1)


def test_pagers_are_followed_to_their_end() -> None:
    waves = frontier(HOME, 500)
    wave(waves)
    waves.offer_all(links(*(f"{HOME}/pages?page={n}" for n in range(200))), HOME, 0)
    assert len(wave(waves)) == 200
    assert not waves.left_out


@pytest.mark.parametrize(
    "url",
    [
        f"{SITE}user/login",
        f"{SITE}node/1/edit",
        f"{SITE}om.html?action=delete",
        f"{SITE}kalender?month=2026-12",
        f"{SITE}calendar/2026/12",
        f"{SITE}a/b/a/b/a/b/",
        f"{SITE}rapport.pdf",
        "https://skole.example/andet/",
        "mailto:x@example.org",
        "not an address",
    ],
)
def test_what_is_not_a_page_to_open_is_not_taken_in(url: str) -> None:
    waves = frontier(SITE)
    wave(waves)
    assert not waves.offer(url, SITE, 1)
    assert wave(waves) == []


def test_the_limit_of_pages_holds_and_says_so() -> None:
    waves = frontier(SITE, 3)
    assert len(wave(waves)) == 1
    waves.offer_all(links(*(f"{SITE}{n}.html" for n in range(5))), SITE, 0)
    assert wave(waves) == [f"{SITE}0.html", f"{SITE}1.html"]
    assert waves.over_limit
    assert [target.page for target in waves.waiting] == [f"{SITE}{n}.html" for n in (2, 3, 4)]
    assert wave(waves) == []


def test_a_limit_that_is_just_reached_is_not_exceeded() -> None:
    waves = frontier(SITE, 2)
    wave(waves)
    waves.offer(f"{SITE}a.html", SITE, 1)
    assert wave(waves) == [f"{SITE}a.html"]
    assert wave(waves) == []
    assert not waves.over_limit


def test_endless_variants_of_one_address_end_and_are_counted() -> None:
    waves = frontier(SITE, 10_000)
    wave(waves)
    waves.offer_all(links(*(f"{SITE}vis.php?dag={n}" for n in range(300))), SITE, 0)
    opened = wave(waves)
    assert 20 < len(opened) < 100
    assert waves.left_out == {"https://skole.example/projekt/vis.php": 300 - len(opened)}
    (gap,) = waves.gaps.all()
    assert (gap.reason, gap.pages) == (GapReason.TRAP, 300 - len(opened))
    assert gap.example.startswith(f"{SITE}vis.php?dag=")


def test_a_chain_without_end_is_cut() -> None:
    waves = frontier(SITE, 10_000)
    page, depth = SITE, 0
    wave(waves)
    while waves.offer(f"{SITE}side-{depth}.html", page, depth + 1):
        (target,) = waves.next_wave()
        page, depth = target.page, target.depth
        assert depth < 100
        assert waves.gaps.all() == ()
    assert depth > 20
    (gap,) = waves.gaps.all()
    assert (gap.reason, gap.pages, gap.example) == (GapReason.DEPTH, 1, f"{SITE}side-{depth}.html")


def test_the_same_links_give_the_same_walk() -> None:
    def walk() -> list[str]:
        waves = frontier(SITE)
        pages = wave(waves)
        for page in pages:
            waves.offer_all(links(*(f"{page}{n}/" for n in "cab")), page, 0)
        return pages + wave(waves)

    assert walk() == walk() == [SITE, f"{SITE}c/", f"{SITE}a/", f"{SITE}b/"]


def test_a_stub_is_another_name_of_the_page_that_it_leads_to() -> None:
    waves = frontier(HOME)
    old, new = f"{HOME}/pages/old", f"{HOME}/pages/new"
    waves.offer_all(links(old, new), HOME, 0)
    stub = next(target for target in waves.waiting if target.page == old)
    assert waves.is_other_page(stub, new)
    assert old not in waves.found_on
    assert waves.identities[old] == new
    waves.offer(old, f"{HOME}/pages/x", 1)
    assert f"{HOME}/pages/x" in waves.found_on[new]


def test_a_page_that_only_a_stub_leads_to_is_the_stubs() -> None:
    waves = frontier(HOME)
    old, new = f"{HOME}/pages/old", f"{HOME}/pages/new"
    waves.offer(old, HOME, 1)
    stub = next(target for target in waves.waiting if target.page == old)
    assert not waves.is_other_page(stub, new)
    assert waves.offer(new, HOME, 1)
    assert new not in waves.found_on
