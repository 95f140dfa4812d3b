"""What is opened next: waves in a stable order, within limits, out of traps."""

from __future__ import annotations

import pytest

from crawlers import platforms
from crawlers.gathering.frontier import Frontier
from crawlers.model.inventory import GapReason
from tests.unit.pages import links

HOME = "https://school-education.ec.europa.eu/en/etwinning/projects/our-river-0/twinspace"
SITE = "https://skole.example/projekt/"


def frontier(seed: str, max_pages: int = 100) -> Frontier:
    started = Frontier(platforms.recognise(seed), max_pages)
    started.start()
    return started


def wave(found: Frontier) -> list[str]:
    return [target.page for target in found.next_wave()]


def test_the_home_page_comes_first_then_the_page_that_was_given() -> None:
    assert wave(frontier(f"{HOME}/pages/results?type=1")) == [HOME, f"{HOME}/pages/results"]
    assert wave(frontier(HOME.replace("/en/", "/da/"))) == [HOME]


def test_a_given_address_is_opened_whatever_its_words() -> None:
    assert wave(frontier("https://skole.example/print/?action=edit")) == [
        "https://skole.example/print/?action=edit"
    ]


def test_every_page_is_opened_once_in_the_order_of_finding() -> None:
    found = frontier(SITE)
    assert wave(found) == [SITE]
    found.offer_all(
        links(f"{SITE}b.html", f"{SITE}a.html#x", f"{SITE}a.html", "https://andre.example/", SITE),
        SITE,
        0,
    )
    assert wave(found) == [f"{SITE}b.html", f"{SITE}a.html"]
    found.offer_all(links(f"{SITE}b.html"), f"{SITE}a.html", 1)
    assert wave(found) == []
    assert found.found_on[f"{SITE}b.html"] == {SITE, f"{SITE}a.html"}
    assert found.found_on[SITE] == set()


def test_a_closing_slash_makes_no_other_page() -> None:
    found = frontier(SITE)
    wave(found)
    found.offer_all(links(f"{SITE}om/", f"{SITE}om", f"{SITE}om?p=2", f"{SITE}om/?p=2"), SITE, 0)
    assert wave(found) == [f"{SITE}om/", f"{SITE}om?p=2"]
    assert found.identities[f"{SITE}om"] == f"{SITE}om/"


def test_the_found_link_is_remembered_beside_the_address_to_ask_for() -> None:
    found = frontier(HOME.replace("/en/", "/da/"))
    found.next_wave()
    link = f"{HOME.replace('/en/', '/pl/')}/pages/results?type=1"
    assert found.offer(link, HOME, 1)
    (target,) = found.next_wave()
    assert target.page == f"{HOME}/pages/results"
    assert target.address == f"{HOME.replace('/en/', '/da/')}/pages/results"
    assert (target.found, target.depth) == (link, 1)


def test_pagers_are_followed_to_their_end() -> None:
    found = frontier(HOME, 500)
    wave(found)
    found.offer_all(links(*(f"{HOME}/pages?page={n}" for n in range(200))), HOME, 0)
    assert len(wave(found)) == 200
    assert not found.left_out


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
def test_what_is_no_page_to_open_is_not_taken_in(url: str) -> None:
    found = frontier(SITE)
    wave(found)
    assert not found.offer(url, SITE, 1)
    assert wave(found) == []


def test_the_limit_of_pages_holds_and_says_so() -> None:
    found = frontier(SITE, 3)
    assert len(wave(found)) == 1
    found.offer_all(links(*(f"{SITE}{n}.html" for n in range(5))), SITE, 0)
    assert wave(found) == [f"{SITE}0.html", f"{SITE}1.html"]
    assert found.over_limit
    assert [target.page for target in found.waiting] == [f"{SITE}{n}.html" for n in (2, 3, 4)]
    assert wave(found) == []


def test_a_limit_that_is_just_reached_is_not_exceeded() -> None:
    found = frontier(SITE, 2)
    wave(found)
    found.offer(f"{SITE}a.html", SITE, 1)
    assert wave(found) == [f"{SITE}a.html"]
    assert wave(found) == []
    assert not found.over_limit


def test_endless_variants_of_one_address_end_and_are_counted() -> None:
    found = frontier(SITE, 10_000)
    wave(found)
    found.offer_all(links(*(f"{SITE}vis.php?dag={n}" for n in range(300))), SITE, 0)
    opened = wave(found)
    assert 20 < len(opened) < 100
    assert found.left_out == {"https://skole.example/projekt/vis.php": 300 - len(opened)}
    (gap,) = found.gaps.all()
    assert (gap.reason, gap.pages) == (GapReason.TRAP, 300 - len(opened))
    assert gap.example.startswith(f"{SITE}vis.php?dag=")


def test_a_chain_without_end_is_cut() -> None:
    found = frontier(SITE, 10_000)
    page, depth = SITE, 0
    wave(found)
    while found.offer(f"{SITE}side-{depth}.html", page, depth + 1):
        (target,) = found.next_wave()
        page, depth = target.page, target.depth
        assert depth < 100
        assert found.gaps.all() == ()
    assert depth > 20
    (gap,) = found.gaps.all()
    assert (gap.reason, gap.pages, gap.example) == (GapReason.DEPTH, 1, f"{SITE}side-{depth}.html")


def test_the_same_links_give_the_same_walk() -> None:
    def walk() -> list[str]:
        found = frontier(SITE)
        pages = wave(found)
        for page in pages:
            found.offer_all(links(*(f"{page}{n}/" for n in "cab")), page, 0)
        return pages + wave(found)

    assert walk() == walk() == [SITE, f"{SITE}c/", f"{SITE}a/", f"{SITE}b/"]


def test_a_stub_is_another_name_of_the_page_that_it_leads_to() -> None:
    found = frontier(HOME)
    old, new = f"{HOME}/pages/old", f"{HOME}/pages/new"
    found.offer_all(links(old, new), HOME, 0)
    stub = next(target for target in found.waiting if target.page == old)
    assert found.is_other_page(stub, new)
    assert old not in found.found_on
    assert found.identities[old] == new
    found.offer(old, f"{HOME}/pages/x", 1)
    assert f"{HOME}/pages/x" in found.found_on[new]


def test_a_page_that_only_a_stub_leads_to_is_the_stubs() -> None:
    found = frontier(HOME)
    old, new = f"{HOME}/pages/old", f"{HOME}/pages/new"
    found.offer(old, HOME, 1)
    stub = next(target for target in found.waiting if target.page == old)
    assert not found.is_other_page(stub, new)
    assert found.offer(new, HOME, 1)
    assert new not in found.found_on
