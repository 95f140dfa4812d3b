"""The judgement of "results visible" on random inventories: what must hold whatever the project.

Ten thousand of each: ``pytest tests/unit/test_monotone.py --hypothesis-profile=ten_thousand``.
"""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from auditor.judging import rubric
from auditor.judging.checks import registry
from auditor.judging.facts import facts_of
from auditor.judging.verdict import RANK, Verdict
from crawlers.model.artefact import Artefact, Kind
from crawlers.model.inventory import Inventory
from crawlers.model.page import Page, Section
from crawlers.model.verdict import State
from reports.audit import Effort, Outcome
from tests.unit.inventories import HOME, artefact, home, inventory, page, visibility

NEED = next(
    item.requirements[0]
    for item in rubric.load("nql-2021-dk").items
    if item.key == "results_visible"
)
CLOSED = (State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED, State.REMOVED)
TITLES = ("Results", "Final product", "Dissemination", "Our plan", "A day in May", "Activities", "")
# The same titles in Greek, in Arabic and in Turkish.
ELSEWHERE = {
    "Results": ("Αποτελέσματα", "النتائج", "Sonuçlar"),
    "Final product": ("Τελικό προϊόν", "المنتج النهائي", "Son ürün"),
    "Dissemination": ("Διάχυση", "نشر النتائج", "Yaygınlaştırma"),
    "Our plan": ("Το πλάνο εργασίας", "خطة المشروع", "Çalışma planı"),
    "A day in May": ("Μια μέρα", "يوم في مايو", "Bir gün"),
    "Activities": ("Δραστηριότητες", "الأنشطة", "Etkinlikler"),
    "": ("", "", ""),
}
KINDS = (Kind.VIDEO, Kind.WALL, Kind.DOCUMENT, Kind.IMAGE, Kind.IMAGE, Kind.FORM, Kind.SOCIAL)


@st.composite
def projects(draw: st.DrawFn, most: int = 8) -> Inventory:
    """Projects of any mixture of states; what stands on a page was met on an open one."""
    pages = [home()]
    for number in range(draw(st.integers(0, 5))):
        state = draw(st.sampled_from([State.VISIBLE, State.VISIBLE, *State]))
        pages.append(
            page(
                f"{HOME}/pages/{number}",
                draw(st.sampled_from(TITLES)),
                state=state,
                section=draw(st.sampled_from([Section.PAGE, Section.PAGE, Section.FORUM])),
                words=draw(st.sampled_from([0, 40, 400])),
            )
        )
    open_pages = [item.url for item in pages if item.visibility.visible]
    things = [
        titled(
            artefact(
                number,
                draw(st.sampled_from([State.VISIBLE, *State])),
                on=draw(st.sampled_from(open_pages)),
                kind=draw(st.sampled_from(KINDS)),
            ),
            draw(st.sampled_from(("", "", "", "Our final film"))),
        )
        for number in range(draw(st.integers(0, most)))
    ]
    return inventory(pages, things, complete=draw(st.sampled_from([True, True, True, False])))


def titled(thing: Artefact, title: str) -> Artefact:
    return thing.model_copy(update={"title": title})


def judged(project: Inventory) -> Verdict:
    return registry()["visible_results"](facts_of(project), **NEED.arguments)


def rank(project: Inventory) -> int:
    return RANK.index(judged(project).outcome)


def with_state(project: Inventory, name: str, state: State) -> Inventory:
    """The project with one page or artefact in another state."""
    update = {"visibility": visibility(state)}
    return project.model_copy(
        update={
            "pages": tuple(
                item.model_copy(update=update) if item.url == name else item
                for item in project.pages
            ),
            "artefacts": tuple(
                item.model_copy(update=update) if item.id == name else item
                for item in project.artefacts
            ),
        }
    )


def opened(project: Inventory, names: tuple[str, ...]) -> Inventory:
    """The project with these things open; an opened page shows a product that it had hidden."""
    for name in names:
        project = with_state(project, name, State.VISIBLE)
    carried = {s.page for thing in project.artefacts for s in thing.sightings}
    shown = tuple(
        artefact(1000 + number, on=item.url, kind=Kind.BOOK, provider="-")
        for number, item in enumerate(project.pages)
        if item.url in names and item.url not in carried
    )
    return project.model_copy(update={"artefacts": (*project.artefacts, *shown)})


def things_in(project: Inventory, *, lost: bool) -> list[str]:
    pages = [(item.url, item.visibility) for item in project.pages if item.section is Section.PAGE]
    things = [*pages, *((item.id, item.visibility) for item in project.artefacts)]
    return [name for name, its in things if (its.lost if lost else its.visible)]


@given(projects(), st.data())
def test_opening_something_never_makes_an_outcome_worse(project: Inventory, data: st.DataObject):
    lost = things_in(project, lost=True)
    assume(lost)
    name = data.draw(st.sampled_from(lost))
    assert rank(with_state(project, name, State.VISIBLE)) <= rank(project)
    assert rank(opened(project, (name,))) <= rank(project)


@given(projects(), st.data(), st.sampled_from(CLOSED))
def test_closing_something_never_makes_an_outcome_better(
    project: Inventory, data: st.DataObject, state: State
):
    visible = things_in(project, lost=False)
    assume(visible)
    name = data.draw(st.sampled_from(visible))
    assert rank(with_state(project, name, state)) >= rank(project)


@given(projects(), st.data())
def test_one_more_unknown_thing_turns_no_outcome_to_passed_or_failed(
    project: Inventory, data: st.DataObject
):
    before = judged(project).outcome
    open_pages = [item.url for item in project.pages if item.visibility.visible]
    where = data.draw(st.sampled_from(open_pages))
    thing = artefact(500, State.UNDETERMINED, on=where, kind=data.draw(st.sampled_from(KINDS)))
    unread = page(f"{HOME}/pages/unread", "Results", state=State.UNDETERMINED)
    for bigger in (
        project.model_copy(update={"artefacts": (*project.artefacts, thing)}),
        project.model_copy(update={"pages": (*project.pages, unread)}),
    ):
        assert judged(bigger).outcome in (before, Outcome.CANT_TELL)


@given(projects(), st.data())
def test_what_is_undetermined_is_compatible_with_whatever_it_turns_out_to_be(
    project: Inventory, data: st.DataObject
):
    unknown = [item.id for item in project.artefacts if item.visibility.undetermined]
    assume(unknown)
    before = judged(project).outcome
    name = data.draw(st.sampled_from(unknown))
    for state in (State.VISIBLE, *CLOSED):
        after = judged(with_state(project, name, state)).outcome
        assert before is Outcome.CANT_TELL or after is before


@given(projects(), st.integers(2, 30))
def test_the_size_of_a_gallery_changes_nothing(project: Inventory, times: int):
    pictures = [item for item in project.artefacts if item.kind is Kind.IMAGE]
    # A row that shows one picture is an illustration; a second one makes it a gallery.
    shown = [p.sightings[0].page for p in pictures if p.visibility.visible]
    more = tuple(
        item.model_copy(
            update={"id": f"{item.id}-{n}", "canonical_url": f"{item.canonical_url}-{n}"}
        )
        for item in pictures
        for n in range(times)
        if shown.count(item.sightings[0].page) > 1 and item.sightings[0].page != HOME
    )
    bigger = project.model_copy(update={"artefacts": (*project.artefacts, *more)})
    small, big = judged(project), judged(bigger)
    assert (small.outcome, small.reason, small.named) == (big.outcome, big.reason, big.named)
    assert small.numbers["products"] == big.numbers["products"]


@given(projects(), st.data())
def test_copies_change_nothing(project: Inventory, data: st.DataObject):
    things = [item for item in project.artefacts if item.kind is not Kind.IMAGE]
    assume(things)
    thing = data.draw(st.sampled_from(things))
    copy = thing.model_copy(update={"id": f"{thing.id}-copy"})
    bigger = project.model_copy(update={"artefacts": (*project.artefacts, copy)})
    assert judged(bigger).outcome is judged(project).outcome
    assert judged(bigger).numbers["products"] == judged(project).numbers["products"]


@given(projects(), st.randoms())
def test_order_changes_nothing(project: Inventory, random: object):
    pages, things = list(project.pages), list(project.artefacts)
    random.shuffle(pages)  # type: ignore[attr-defined]
    random.shuffle(things)  # type: ignore[attr-defined]
    other = project.model_copy(update={"pages": tuple(pages), "artefacts": tuple(things)})
    first, second = judged(project), judged(other)
    assert (first.outcome, first.reason) == (second.outcome, second.reason)
    assert sorted(first.named) == sorted(second.named)
    assert first.numbers == second.numbers


@given(projects(), st.integers(0, 2))
def test_the_language_of_titles_changes_nothing(project: Inventory, language: int):
    pages = tuple(translated(item, language) for item in project.pages)
    first, second = judged(project), judged(project.model_copy(update={"pages": pages}))
    assert (first.outcome, first.reason, first.named) == (
        second.outcome,
        second.reason,
        second.named,
    )


def translated(item: Page, language: int) -> Page:
    if item.title not in ELSEWHERE:
        return item
    return item.model_copy(update={"title": ELSEWHERE[item.title][language]})


def subsets(names: list[str], most: int) -> chain[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, size) for size in range(most))


@given(projects(most=6))
def test_the_least_change_turns_the_outcome_and_nothing_smaller_does(project: Inventory):
    item = judged(project)
    least = item.least_change
    if item.outcome is Outcome.PASSED:
        assert least is None
        return
    assert least is not None
    closed = closed_in(project)
    if least.effort is Effort.LOOK and item.reason != "key_page_closed":
        return
    if not least.possible:
        assert judged(opened(project, tuple(closed))).outcome is not Outcome.PASSED
        return
    assert judged(opened(project, least.items)).outcome is Outcome.PASSED
    smaller = [
        names
        for names in subsets(closed, len(least.items))
        if judged(opened(project, names)).outcome is Outcome.PASSED
    ]
    assert smaller == []


def closed_in(project: Inventory) -> list[str]:
    """What may be opened: closed pages that may show results, and whatever is not visible."""
    pages = [
        item.url
        for item in project.pages
        if item.section is Section.PAGE
        and item.visibility.state in CLOSED  # an empty page has nothing to open
        and item.title != "Our plan"
    ]
    return [*pages, *(item.id for item in project.artefacts if not item.visibility.visible)]
