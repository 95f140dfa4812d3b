"""What counts as a result: products with their copies, rows of pictures, key pages, the least change."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.judging import rubric
from auditor.judging.checks import registry
from auditor.judging.facts import facts_of
from auditor.judging.results_visible.galleries import find_galleries
from auditor.judging.results_visible.products import find_products
from auditor.judging.results_visible.titles import is_final_product, names_final, title_words
from auditor.judging.topics import Topic, place_of
from auditor.judging.verdict import Verdict
from crawlers.model.artefact import Artefact, Form, Kind, Sighting
from crawlers.model.inventory import Inventory
from crawlers.model.link import Link, LinkRole
from crawlers.model.page import Page, Section
from crawlers.model.verdict import State
from reports.audit import Effort, LeastChange, Outcome
from tests.unit.inventories import HOME, WORK, home, inventory, page, visibility
from tests.unit.test_topics import LANGUAGES

RESULTS = frozenset({Topic.PROCESS, Topic.PRODUCT, Topic.EVALUATION, Topic.DISSEMINATION})
PASSED, FAILED, CANT_TELL = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


def thing(
    number: int,
    title: str = "",
    kind: Kind = Kind.VIDEO,
    state: State = State.VISIBLE,
    *,
    on: str = WORK,
    provider: str = "youtube",
    form: Form = Form.EMBED,
    url: str = "",
    native_id: str = "",
) -> Artefact:
    url = url or f"https://tool{number}.example/watch/x{number}"
    return Artefact(
        id=f"{provider}:{number}",
        provider=provider,
        kind=kind,
        title=title,
        url=url,
        canonical_url=url,
        native_id=native_id,
        sightings=(Sighting(page=on, form=form, url=url, label=title),),
        visibility=visibility(state),
    )


def products_of(*things: Artefact, pages: tuple[Page, ...] = ()) -> list[tuple[str, ...]]:
    facts = facts_of(inventory(pages, things))
    found = find_products(facts, RESULTS)
    return [tuple(copy.id for copy in product.copies) for product in found]


def judged(project: Inventory, name: str = "nql-2021-dk") -> Verdict:
    need = next(
        item.requirements[0] for item in rubric.load(name).items if item.key == "results_visible"
    )
    return registry()["visible_results"](facts_of(project), **need.arguments)


def answer(project: Inventory) -> tuple[Outcome, str]:
    verdict = judged(project)
    return verdict.outcome, verdict.reason


# The two projects of 17 pages with which it began.


def project_of_17_pages(products: State, photos: State) -> Inventory:
    kinds = (Kind.VIDEO, Kind.PRESENTATION, Kind.WALL, Kind.BOOK, Kind.DOCUMENT)
    pages = [page(f"{WORK}-{n}", f"School {n}") for n in range(15)]
    things = [
        thing(n, f"Work {n}", kinds[n % 5], products, on=f"{WORK}-{n % 14}") for n in range(27)
    ]
    gallery = [
        thing(100 + n, "", Kind.IMAGE, photos, on=f"{WORK}-14", provider="twinspace")
        for n in range(60)
    ]
    return inventory([home(), page(), *pages], [*things, *gallery])


def test_a_gallery_of_sixty_photos_does_not_stand_in_for_closed_products():
    verdict = judged(project_of_17_pages(State.LOGIN_REQUIRED, State.VISIBLE))
    assert (verdict.outcome, verdict.reason) == (FAILED, "results_visible_failed")
    assert (verdict.numbers["products_visible"], verdict.numbers["products"]) == (0, 27)
    assert (verdict.numbers["pictures_visible"], verdict.numbers["galleries"]) == (60, 1)


def test_closed_photos_do_not_keep_open_products_from_passing():
    assert answer(project_of_17_pages(State.VISIBLE, State.LOGIN_REQUIRED))[0] is PASSED


# Copies.


def test_an_embed_and_a_link_with_one_address_or_one_id_are_one_product():
    first = thing(1, "Film", url="https://tool.example/film")
    again = thing(2, "Other words", url="https://tool.example/film", form=Form.LINK)
    same = thing(3, "", provider="a-maker", native_id="1AbCdEfGhIjKl", url="https://a.example/1")
    twin = thing(4, "", provider="the-maker", native_id="1AbCdEfGhIjKl", url="https://b.example/2")
    assert products_of(first, again, same, twin) == [
        ("youtube:1", "youtube:2"),
        ("a-maker:3", "the-maker:4"),
    ]


def test_a_deck_and_its_published_form_and_a_paper_and_its_folder_are_one():
    deck = thing(1, "The river book", Kind.PRESENTATION, provider="decks")
    published = thing(2, "The river book", Kind.PRESENTATION, provider="decks", form=Form.LINK)
    paper = thing(3, "Songs of the sea.pdf", Kind.DOCUMENT, url="https://d.example/file/d/x3")
    folder = thing(4, "Songs of the sea", Kind.DOCUMENT, url="https://d.example/folders/x4")
    assert len(products_of(deck, published, paper, folder)) == 2


@pytest.mark.parametrize("title", ["Click here", "Klik her", "Buraya tıklayın", "Film", "", "2"])
def test_a_title_that_only_points_makes_no_copies(title: str):
    assert len(products_of(thing(1, title), thing(2, title, provider="vimeo"))) == 2


def test_two_things_of_one_tool_in_one_form_are_two_under_one_title():
    things = [thing(n, "Our school day", url=f"https://t.example/watch/a{n}") for n in range(2)]
    assert len(products_of(*things)) == 2


def test_a_title_that_many_things_on_a_page_bear_makes_no_copies():
    things = [thing(n, "Our school day", provider=f"tool{n}") for n in range(9)]
    assert len(products_of(*things)) == 9
    assert len(products_of(*things[:2])) == 1


def test_one_title_on_two_pages_is_two_products():
    first, second = (thing(n, "Logo contest", on=f"{WORK}-{n}", form=f) for n, f in PAIRS)
    assert len(products_of(first, second, pages=(home(), *SCHOOLS))) == 2


PAIRS = ((1, Form.EMBED), (2, Form.LINK))
SCHOOLS = (page(f"{WORK}-1", "Denmark"), page(f"{WORK}-2", "Greece"))


def test_a_product_is_visible_when_any_copy_opens():
    lost = thing(1, "", state=State.REMOVED, url="https://tool.example/film")
    shown = thing(2, "", url="https://tool.example/film", form=Form.LINK)
    assert answer(inventory(things=[lost, shown]))[0] is PASSED
    assert answer(inventory(things=[lost]))[0] is FAILED


def test_what_stands_on_closed_pages_alone_is_closed():
    closed = page(f"{WORK}-1", "Norway", state=State.LOGIN_REQUIRED)
    project = inventory([home(), page(), closed], [thing(1, on=closed.url)])
    assert answer(project) == (FAILED, "results_visible_failed")


# What is no product.


@pytest.mark.parametrize(
    "other",
    [
        thing(1, "Our work plan", Kind.DOCUMENT),
        thing(1, "Netiquette", Kind.PRESENTATION),
        thing(1, "", Kind.SOCIAL),
        thing(1, "", Kind.IMAGE, provider="twinspace"),
    ],
)
def test_plans_rules_posts_and_single_pictures_are_no_products(other: Artefact):
    assert products_of(other) == []


def test_a_document_without_a_name_is_a_plan_on_the_page_of_the_plan():
    plan = page(f"{WORK}-1", "Project plan")
    pages = (home(), page(), plan)
    assert products_of(thing(1, "", Kind.DOCUMENT, on=plan.url), pages=pages) == []
    assert len(products_of(thing(1, "", Kind.WALL, on=plan.url), pages=pages)) == 1


def test_a_picture_made_with_a_tool_is_a_product():
    assert len(products_of(thing(1, "", Kind.IMAGE, provider="thinglink"))) == 1


# Pictures.


def photos(number: int, state: State = State.VISIBLE, on: str = WORK) -> list[Artefact]:
    return [thing(n, "", Kind.IMAGE, state, on=on, provider="twinspace") for n in range(number)]


@pytest.mark.parametrize("number", [2, 12, 300])
def test_pictures_decide_where_there_is_nothing_else_whatever_their_number(number: int):
    assert answer(inventory(things=photos(number))) == (PASSED, "results_visible_passed")
    closed = judged(inventory(things=photos(number, State.PERMISSION_REQUIRED)))
    assert closed.outcome is FAILED
    assert closed.numbers["galleries"] == 1


def test_a_contest_with_one_photo_per_page_is_a_row_of_pictures():
    pages = [page(f"{WORK}-{n}", f"Photo {n}") for n in range(5)]
    shots = [thing(n, "", Kind.IMAGE, on=f"{WORK}-{n}", provider="twinspace") for n in range(5)]
    assert answer(inventory([home(), *pages], shots))[0] is PASSED


def test_an_album_is_a_row_of_pictures_behind_one_address():
    album = thing(1, "Album", Kind.IMAGE, provider="photo-keeper", form=Form.LINK)
    project = inventory(things=[album])
    assert [len(row.pictures) for row in find_galleries(project)] == [1]
    assert answer(project)[0] is PASSED


# Key pages and final products.


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Results", f"{HOME}/pages/9"),
        ("Τελικό προϊόν", f"{HOME}/pages/9"),
        ("النتائج", f"{HOME}/pages/9"),
        ("Formidling", f"{HOME}/pages/9"),
        ("", f"{HOME}/pages/final-product"),
    ],
)
@pytest.mark.parametrize("state", [State.LOGIN_REQUIRED, State.REMOVED])
def test_a_closed_key_page_keeps_the_outcome_from_passed_and_is_named(
    title: str, url: str, state: State
):
    project = inventory(
        [home(), page(), page(url, title, state=state)], [thing(n, f"Game {n}") for n in range(9)]
    )
    verdict = judged(project)
    assert (verdict.outcome, verdict.reason) == (CANT_TELL, "key_page_closed")
    assert verdict.named == (url,)
    effort = Effort.AFTERNOON if state is State.REMOVED else Effort.CLICK
    assert verdict.least_change == LeastChange(possible=True, items=(url,), effort=effort)


def test_a_page_below_the_results_is_a_key_page_by_its_place():
    results = page(f"{HOME}/pages/r", "Results")
    below = page(f"{HOME}/pages/no", "Norway", state=State.LOGIN_REQUIRED, found_on=(results.url,))
    beside = below.model_copy(update={"found_on": (results.url, HOME)})
    things = [thing(n, f"Game {n}") for n in range(9)]
    assert judged(inventory([home(), page(), results, below], things)).named == (below.url,)
    assert judged(inventory([home(), page(), results, beside], things)).named == ()


def test_an_undetermined_key_page_neither_passes_nor_is_named():
    unread = page(f"{HOME}/pages/9", "Results", state=State.UNDETERMINED)
    verdict = judged(inventory([home(), page(), unread], [thing(n) for n in range(9)]))
    assert (verdict.outcome, verdict.reason) == (CANT_TELL, "coverage_uncertain")
    assert verdict.named == ()
    assert verdict.least_change == LeastChange(
        possible=True, items=(unread.url,), effort=Effort.LOOK
    )


def test_three_hundred_files_do_not_replace_the_three_that_are_final():
    files = [thing(n, f"Worksheet {n}", Kind.FILE) for n in range(297)]
    gone = [thing(900 + n, f"Final book {n}", Kind.BOOK, State.REMOVED) for n in range(3)]
    verdict = judged(inventory(things=[*files, *gone]))
    assert (verdict.outcome, verdict.reason) == (CANT_TELL, "key_page_closed")
    assert verdict.named == tuple(item.id for item in gone)
    assert verdict.least_change == LeastChange(
        possible=True, items=verdict.named, effort=Effort.AFTERNOON
    )


def test_what_stands_on_the_page_of_the_final_product_is_it_by_its_place():
    final = page(f"{HOME}/pages/f", "Slutprodukt")
    private = thing(1, "", state=State.PERMISSION_REQUIRED, on=final.url)
    games = [thing(10 + n, f"Game {n}") for n in range(8)]
    assert judged(inventory([home(), page(), final], [private, *games])).named == ("youtube:1",)
    shown = thing(2, "", on=final.url)
    both = judged(inventory([home(), page(), final], [private, shown, *games]))
    assert both.outcome is PASSED


@pytest.mark.parametrize(
    ("title", "kind", "final"),
    [
        ("Our final film", Kind.VIDEO, True),
        ("Slutproduktet", Kind.WALL, True),
        ("Ortak ürünümüz", Kind.BOOK, True),
        ("المنتج النهائي", Kind.SITE, True),
        ("Final evaluation", Kind.DOCUMENT, False),
        ("Final questionnaire", Kind.FORM, False),
        ("Finland", Kind.VIDEO, False),
        ("Our film", Kind.VIDEO, False),
    ],
)
def test_the_title_says_what_is_the_final_product(title: str, kind: Kind, final: bool):
    assert is_final_product(thing(1, title, kind)) is final


def test_every_language_has_words_for_the_final_product_and_each_is_found():
    assert {name: set(languages) for name, languages in title_words().items()} == {
        "final": LANGUAGES,
        "pointing": LANGUAGES,
    }
    phrases = [text for texts in title_words()["final"].values() for text in texts]
    assert [text for text in phrases if not names_final(f"Our {text} 2024")] == []


def test_the_place_of_a_page_is_the_last_part_of_its_address():
    assert place_of("https://x.example/pages/our%20results.html?x=1") == "our results"
    assert place_of("https://x.example/") == ""


# The least change.


def test_the_least_change_is_the_fewest_and_of_these_the_easiest():
    gone = [thing(n, f"Film {n}", state=State.REMOVED) for n in range(2)]
    shut = [thing(10 + n, f"Wall {n}", Kind.WALL, State.LOGIN_REQUIRED) for n in range(2)]
    verdict = judged(inventory(things=[*gone, *shut, thing(20, "Quiz about us", Kind.QUIZ)]))
    assert verdict.outcome is FAILED
    assert verdict.least_change == LeastChange(
        possible=True, items=("youtube:10", "youtube:11"), effort=Effort.CLICK
    )


def test_one_page_that_holds_several_products_opens_before_each_by_itself():
    shut = page(f"{WORK}-1", "Norway", state=State.LOGIN_REQUIRED)
    behind = [thing(n, f"Film {n}", on=shut.url) for n in range(3)]
    gone = [thing(10 + n, f"Wall {n}", Kind.WALL, State.LOGIN_REQUIRED) for n in range(3)]
    verdict = judged(inventory([home(), page(), shut], [*gone, *behind]))
    assert verdict.least_change == LeastChange(
        possible=True, items=(shut.url,), effort=Effort.CLICK
    )


def test_nothing_would_do_where_nothing_was_ever_there():
    assert judged(inventory()).least_change == LeastChange(possible=False)


def test_a_passed_condition_has_no_least_change():
    assert judged(inventory(things=[thing(1)])).least_change is None


# Links to what stands elsewhere.


def link(state: State, on: str, label: str = "") -> Link:
    url = "https://school.example/our-results"
    return Link(
        id="link:1",
        role=LinkRole.SITE,
        url=url,
        canonical_url=url,
        sightings=(Sighting(page=on, form=Form.LINK, url=url, label=label),),
        visibility=visibility(state),
    )


def test_results_on_a_site_that_the_results_page_links_to_are_for_a_person_to_see():
    results = page(title="Results")
    project = inventory([home(), results])
    linked = project.model_copy(update={"links": (link(State.VISIBLE, results.url),)})
    dead = project.model_copy(update={"links": (link(State.REMOVED, results.url),)})
    assert answer(linked)[0] is CANT_TELL
    assert answer(dead) == (FAILED, "results_none_found")


def test_expected_dissemination_is_named_where_it_is_absent_and_holds_nothing_back():
    verdict = judged(inventory(things=[thing(1)]))
    assert (verdict.outcome, verdict.missing) == (PASSED, ("dissemination",))
    post = thing(2, "", Kind.SOCIAL)
    assert judged(inventory(things=[thing(1), post])).missing == ()


# An agency's own parts.


OWN = """
id = "nql-2023-xx"
extends = "nql-2023-dk"
date = 2026-01-31
source = "https://example.org/call"

[[items]]
key = "results_visible"

[[items.requirements]]
check = "visible_results"
params.topics = ["product"]
params.parts.product = { level = "needed", threshold = 0.9 }
params.parts.dissemination = { level = "needed", threshold = 1 }
"""


def own_answer(project: Inventory) -> tuple[Outcome, str, Any]:
    rules = rubric.parse(OWN, "ours.toml", own=True)
    need = next(i.requirements[0] for i in rules.items if i.key == "results_visible")
    verdict = registry()["visible_results"](facts_of(project), **need.arguments)
    return verdict.outcome, verdict.reason, verdict.least_change


def test_an_agencys_file_changes_the_parts_and_their_thresholds():
    told = page(f"{WORK}-2", "Dissemination", words=80)
    most = [thing(n, f"Film {n}") for n in range(8)]
    lost = [thing(20, "Wall", Kind.WALL, State.LOGIN_REQUIRED)]
    assert own_answer(inventory(things=most)) == (
        FAILED,
        "part_missing",
        LeastChange(possible=False),
    )
    assert own_answer(inventory([home(), page(), told], most))[0] is PASSED
    assert own_answer(inventory([home(), page(), told], [*most, *lost])) == (
        FAILED,
        "results_visible_failed",
        LeastChange(possible=True, items=("youtube:20",), effort=Effort.CLICK),
    )


def test_a_section_that_is_closed_by_design_is_no_key_page():
    forum = page(f"{HOME}/f", "Results", section=Section.FORUM, state=State.LOGIN_REQUIRED)
    assert judged(inventory([home(), page(), forum], [thing(1)])).named == ()
