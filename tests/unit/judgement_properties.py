"""What holds of the judgement whatever the project; each property takes a project and hypothesis' data.

They are run on a small lot by ``test_judgement_properties`` and on a long one by
``python -m tests.soak.judgement``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Any, TypeVar

from hypothesis import strategies as st

from auditor.judging import rubric
from auditor.judging.checks import registry
from auditor.judging.facts import facts_of
from auditor.judging.verdict import Verdict
from crawlers.model.artefact import Artefact, Kind
from crawlers.model.inventory import Inventory
from crawlers.model.page import Layout, Page, Section
from crawlers.model.verdict import State
from reports.audit import Effort, Outcome
from tests.unit.inventories import HOME, page, visibility
from tests.unit.random_projects import BY_DESIGN, LOST, TITLES, row_of, thing

_Item = TypeVar("_Item", Page, Artefact)
Property = Callable[[Inventory, st.DataObject], None]
_ORDER = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.PASSED)
_SHUT = frozenset(LOST) - {State.EMPTY}
_SMALL = 3  # items of a change that all smaller sets are tried against


def _parameters() -> Mapping[str, Any]:
    """The parameters of the check of visible results, made once."""
    items = rubric.load("nql-2021-dk").items
    item = next(item for item in items if item.key == "results_visible")
    return item.requirements[0].arguments


_PARAMETERS = _parameters()


def judged(project: Inventory) -> Verdict:
    """The answer of the check of visible results."""
    return registry()["visible_results"](facts_of(project), **_PARAMETERS)


def rank(project: Inventory) -> int:
    """How good the outcome is: failed, cannot tell, passed."""
    return _ORDER.index(judged(project).outcome)


def _counts(item: Verdict) -> dict[str, int | float]:
    return {name: n for name, n in item.numbers.items() if name.startswith("products")}


def opened(project: Inventory, ids: Iterable[str]) -> Inventory:
    """The project with these pages and artefacts open; a page shows a product that it had hidden."""
    wanted = frozenset(ids)
    carriers = {sighting.page for item in project.artefacts for sighting in item.sightings}
    hidden = tuple(
        thing(5000 + number, Kind.BOOK, "-", State.VISIBLE, (item.url,))
        for number, item in enumerate(project.pages)
        if item.url in wanted - carriers
    )
    artefacts = tuple(
        _with_state(item, State.VISIBLE) if item.id in wanted else item
        for item in project.artefacts
    )
    pages = tuple(_open_page(p) if p.url in wanted else p for p in project.pages)
    return project.model_copy(update={"pages": pages, "artefacts": (*artefacts, *hidden)})


def _open_page(item: Page) -> Page:
    return _with_state(item, State.VISIBLE).model_copy(update={"layout": Layout.KNOWN})


def _with_state(item: _Item, state: State) -> _Item:
    return item.model_copy(update={"visibility": visibility(state)})


def _can_be_opened(project: Inventory) -> list[str]:
    """Closed pages, and artefacts that do not show themselves.

    An empty page has nothing to show, and plans and rules are no results. A page that was not read is neither: what reading it brings is
    news, and news may be bad.
    """
    pages = [
        p.url
        for p in project.pages
        if p.visibility.state in _SHUT
        and p.section not in BY_DESIGN
        and row_of(p.title) not in ("planning", "esafety")
    ]
    return pages + [item.id for item in project.artefacts if not item.visibility.visible]


def _changed(project: Inventory, name: str, state: State) -> Inventory:
    """The project with one page or artefact in another state."""
    return project.model_copy(
        update={
            "pages": tuple(_with_state(p, state) if p.url == name else p for p in project.pages),
            "artefacts": tuple(
                _with_state(item, state) if item.id == name else item for item in project.artefacts
            ),
        }
    )


def _unknown(project: Inventory) -> frozenset[str]:
    return frozenset(item.id for item in project.artefacts if item.visibility.undetermined)


def _shown(project: Inventory) -> list[str]:
    """The pages that a visitor opens."""
    return [p.url for p in project.pages if p.visibility.visible]


def opening_never_makes_it_worse(project: Inventory, data: st.DataObject) -> None:
    closed = _can_be_opened(project)
    if closed:
        name = data.draw(st.sampled_from(closed), label="opened")
        assert rank(opened(project, [name])) >= rank(project)


def closing_never_makes_it_better(project: Inventory, data: st.DataObject) -> None:
    """The home page stays open: a project that cannot be reached is judged no more.

    A page of an unknown layout counts as one that was not read, so that it cannot be closed.
    """
    names = [
        p.url
        for p in project.pages
        if p.url != HOME and p.visibility.visible and p.layout is Layout.KNOWN
    ]
    names += [item.id for item in project.artefacts if not item.visibility.lost]
    if names:
        name = data.draw(st.sampled_from(names), label="closed")
        state = data.draw(st.sampled_from(LOST[1:]), label="how")
        assert rank(_changed(project, name, state)) <= rank(project)


def the_size_of_a_gallery_changes_nothing(project: Inventory, data: st.DataObject) -> None:
    """Every picture of a row is there as many times as before times a number.

    Left out are rows that show one picture alone, or may: one picture is no row.
    """
    times = data.draw(st.integers(2, 5), label="times")
    more = [
        thing(
            10_000 * again + number,
            Kind.IMAGE,
            "twinspace",
            item.visibility.state,
            tuple(sighting.page for sighting in item.sightings),
            f"More {again} {number}",
        )
        for again in range(1, times)
        for number, item in enumerate(project.artefacts)
        if item.kind is Kind.IMAGE and _is_row(project, item.sightings[0].page)
    ]
    bigger = project.model_copy(update={"artefacts": (*project.artefacts, *more)})
    before, after = judged(project), judged(bigger)
    assert (after.outcome, after.reason) == (before.outcome, before.reason)
    assert _counts(after) == _counts(before)


def _is_row(project: Inventory, place: str) -> bool:
    states = [
        item.visibility
        for item in project.artefacts
        if item.kind is Kind.IMAGE and item.sightings[0].page == place
    ]
    seen = sum(state.visible for state in states)
    return 1 not in (seen, seen + sum(state.undetermined for state in states))


def copies_change_nothing(project: Inventory, data: st.DataObject) -> None:
    """A second address of a named thing, that opens no better than the first."""
    named = [item for item in project.artefacts if item.title and item.kind is not Kind.IMAGE]
    if not named:
        return
    item = data.draw(st.sampled_from(named), label="copied")
    worse = [item.visibility.state] + (list(LOST) if item.visibility.visible else [])
    copy = item.model_copy(
        update={
            "id": f"copy:{item.id}",
            "native_id": "copy",
            "provider": data.draw(st.sampled_from([item.provider, "file"]), label="host"),
            "url": "https://copy.example/1",
            "canonical_url": "https://copy.example/1",
            "visibility": visibility(data.draw(st.sampled_from(worse), label="state")),
        }
    )
    bigger = project.model_copy(update={"artefacts": (*project.artefacts, copy)})
    before, after = judged(project), judged(bigger)
    assert (after.outcome, after.reason) == (before.outcome, before.reason)
    assert _counts(after) == _counts(before)


def order_changes_nothing(project: Inventory, data: st.DataObject) -> None:
    shuffled = project.model_copy(
        update={
            "pages": tuple(data.draw(st.permutations(project.pages), label="pages")),
            "artefacts": tuple(data.draw(st.permutations(project.artefacts), label="things")),
        }
    )
    before, after = judged(project), judged(shuffled)
    assert (after.outcome, after.reason, after.numbers) == (
        before.outcome,
        before.reason,
        before.numbers,
    )
    assert set(after.named) == set(before.named)
    assert _size(after) == _size(before)


def _size(item: Verdict) -> tuple[object, ...]:
    least = item.least_change
    return (least.possible, len(least.items), least.effort) if least else ()


def the_language_of_titles_changes_nothing(project: Inventory, data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(TITLES["final"])), label="language")
    other = project.model_copy(
        update={
            "pages": tuple(
                p.model_copy(update={"title": _translated(p.title, language)})
                for p in project.pages
            ),
            "artefacts": tuple(_renamed(item, language) for item in project.artefacts),
        }
    )
    before, after = judged(project), judged(other)
    assert (after.outcome, after.reason) == (before.outcome, before.reason)
    assert after.numbers == before.numbers
    assert after.named == before.named


def _translated(title: str, language: str) -> str:
    """The title in another language, its number kept; unchanged where there is none."""
    row = row_of(title)
    bare = title.rstrip(" 0123456789")
    return TITLES[row].get(language, bare) + title[len(bare) :] if row else title


def _renamed(item: Artefact, language: str) -> Artefact:
    title = _translated(item.title, language)
    sightings = tuple(
        sighting.model_copy(update={"label": _translated(sighting.label, language)})
        for sighting in item.sightings
    )
    return item.model_copy(update={"title": title, "sightings": sightings})


def an_unknown_proves_nothing(project: Inventory, data: st.DataObject) -> None:
    """What is not known of one thing more, or no more known of one, is never a judgement."""
    before = judged(project).outcome
    where = data.draw(st.sampled_from(_shown(project)), label="on")
    added = thing(999, Kind.WALL, "padlet", State.UNDETERMINED, (where,))
    unread = page(f"{HOME}/pages/unread", "Week two", state=State.UNDETERMINED, found_on=(HOME,))
    names = [
        p.url
        for p in project.pages
        if p.section is not Section.HOME and p.layout is not Layout.UNKNOWN
    ]
    names += [item.id for item in project.artefacts]
    forms = {
        "a thing": project.model_copy(update={"artefacts": (*project.artefacts, added)}),
        "a page": project.model_copy(update={"pages": (*project.pages, unread)}),
    }
    if names:
        name = data.draw(st.sampled_from(names), label="not known any more")
        forms["one less"] = _changed(project, name, State.UNDETERMINED)
    for form, other in forms.items():
        assert judged(other).outcome in (before, Outcome.CANT_TELL), form


def the_least_change_turns_it(project: Inventory, data: st.DataObject) -> None:
    """It does, nothing smaller does, and where nothing would, nothing does."""
    item = judged(project)
    least = item.least_change
    everything = _can_be_opened(project)
    if item.outcome is Outcome.PASSED:
        assert least is None
        return
    assert least is not None
    lost = {name for name in everything if name not in _unknown(project)}
    unread = [
        p.url
        for p in project.pages
        if p.visibility.undetermined
        and p.section not in BY_DESIGN
        and row_of(p.title) not in ("planning", "esafety")
    ]
    if least.effort is Effort.LOOK and not lost & set(least.items):
        return  # what a person finds there is not known, and there may be nothing to open
    if not least.possible:
        assert not least.items
        assert judged(opened(project, everything + unread)).outcome is not Outcome.PASSED
        return
    assert set(least.items) <= {*everything, *unread}
    assert judged(opened(project, least.items)).outcome is Outcome.PASSED
    if set(unread) & set(least.items):
        return  # nobody can say how much a page shows that was not read
    for size in range(1, min(len(least.items), _SMALL + 1)):
        for part in combinations(everything, size):
            assert judged(opened(project, part)).outcome is not Outcome.PASSED, part


PROPERTIES: Mapping[str, Property] = {
    check.__name__: check
    for check in (
        opening_never_makes_it_worse,
        closing_never_makes_it_better,
        the_size_of_a_gallery_changes_nothing,
        copies_change_nothing,
        order_changes_nothing,
        the_language_of_titles_changes_nothing,
        an_unknown_proves_nothing,
        the_least_change_turns_it,
    )
}
