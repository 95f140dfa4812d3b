"""The checks: what each of them says of small inventories."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.judging.checks import registry
from auditor.judging.facts import facts_of
from auditor.judging.results_visible.parts import Parts
from auditor.judging.topics import Topic
from auditor.judging.verdict import RANK, Tally, Verdict, judge_share, roll_up
from crawlers.model.artefact import Artefact, Kind
from crawlers.model.inventory import Inventory
from crawlers.model.page import Layout, Page, Section
from crawlers.model.verdict import Reason, State
from reports.audit import CountGroup, EvidenceRow, Outcome
from tests.unit.inventories import (
    HOME,
    LOST,
    WORK,
    artefact,
    artefacts,
    home,
    inventory,
    page,
    visibility,
)

PASSED, FAILED, CANT_TELL = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL
RESULTS = frozenset({Topic.PROCESS, Topic.PRODUCT, Topic.EVALUATION, Topic.DISSEMINATION})
PHASES = ("planning", "process", "product", "evaluation", "dissemination")


def parts(threshold: float = 0.5) -> Parts:
    return Parts.model_validate(
        {
            "product": {"level": "needed", "threshold": threshold},
            "results_page": {"level": "needed", "threshold": 1},
            "dissemination": {"level": "expected", "threshold": 1},
        }
    )


def visible_results(project: Inventory, threshold: float = 0.5) -> Verdict:
    return registry()["visible_results"](
        facts_of(project), parts=parts(threshold), topics=RESULTS, min_words=100
    )


def documentation(project: Inventory) -> Verdict:
    return registry()["documentation"](facts_of(project), topics=tuple(map(Topic, PHASES)))


def results_of(pages: Iterable[Page] = (), things: Iterable[Artefact] = ()) -> tuple[Outcome, str]:
    verdict = visible_results(inventory(pages, things))
    return verdict.outcome, verdict.reason


# The share rule: of n results v visible and u undetermined, threshold t.


@pytest.mark.parametrize(
    ("visible", "lost", "undetermined", "threshold", "outcome"),
    [
        (1, 0, 0, 0.5, PASSED),
        (5, 5, 0, 0.5, PASSED),  # v/n is t exactly
        (4, 6, 0, 0.5, FAILED),
        (4, 5, 1, 0.5, CANT_TELL),  # (v+u)/n is t exactly
        (4, 6, 1, 0.5, FAILED),
        (5, 4, 1, 0.5, PASSED),  # whatever the unknown one is
        (0, 1, 0, 0.5, FAILED),
        (0, 0, 1, 0.5, CANT_TELL),
        (0, 0, 9, 0.01, CANT_TELL),
        (0, 9, 1, 0.1, CANT_TELL),
        (0, 9, 1, 0.2, FAILED),
        (9, 0, 1, 1.0, CANT_TELL),
        (9, 1, 0, 1.0, FAILED),
        (10, 0, 0, 1.0, PASSED),
        (11, 9, 0, 0.55, PASSED),  # 0.55 * 20 is a little more than 11 in floating point
        (29, 71, 0, 0.29, PASSED),
        (1, 2, 0, 1 / 3, PASSED),
    ],
)
def test_the_share_rule(
    visible: int, lost: int, undetermined: int, threshold: float, outcome: Outcome
):
    things = artefacts(visible, lost, undetermined)
    assert visible_results(inventory(things=things), threshold).outcome is outcome
    tally = Tally(visible=visible, lost=lost, undetermined=undetermined)
    assert judge_share(tally, threshold) is outcome


@pytest.mark.parametrize(
    ("tally", "outcome"),
    [
        (Tally(visible=1, doubtful=9), PASSED),  # results or not, all of them are visible
        (Tally(lost=2, doubtful=8), CANT_TELL),
        (Tally(lost=10, doubtful=3), FAILED),
        (Tally(doubtful=3), CANT_TELL),
        (Tally(), CANT_TELL),
    ],
)
def test_visible_things_that_may_be_results_neither_save_nor_sink(tally: Tally, outcome: Outcome):
    assert judge_share(tally, 0.5) is outcome


counts = st.integers(min_value=0, max_value=12)
thresholds = st.sampled_from([0.01, 0.1, 0.25, 1 / 3, 0.5, 0.55, 0.75, 0.9, 1.0])
page_states = st.sampled_from(list(State))


@st.composite
def projects(draw: st.DrawFn) -> Inventory:
    """Small projects of any mixture of states, layouts and places."""
    pages = [home()]
    for number in range(draw(st.integers(0, 4))):
        pages.append(
            page(
                f"{HOME}/pages/{number}",
                draw(st.sampled_from(["", "Evaluation", "Netiquette", "Our plan", "Day one"])),
                state=draw(page_states),
                section=draw(st.sampled_from([Section.PAGE, Section.FORUM, Section.UPDATES])),
                words=draw(st.sampled_from([0, 40, 400])),
                layout=draw(st.sampled_from([Layout.KNOWN, Layout.KNOWN, Layout.UNKNOWN])),
            )
        )
    urls = [item.url for item in pages if item.visibility.visible]
    things = [
        artefact(
            number,
            draw(page_states),
            on=draw(st.sampled_from(urls)),
            kind=draw(st.sampled_from([Kind.WALL, Kind.IMAGE, Kind.MEETING])),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    return inventory(pages, things, complete=draw(st.booleans()), layout_known=draw(st.booleans()))


def opposite(before: Outcome, after: Outcome) -> bool:
    return {before, after} == {PASSED, FAILED}


@given(projects(), thresholds, st.sampled_from([State.VISIBLE, *LOST]), st.data())
def test_telling_one_unknown_never_turns_passed_into_failed_or_back(
    project: Inventory, threshold: float, state: State, data: st.DataObject
):
    unknown = [n for n, item in enumerate(project.artefacts) if item.visibility.undetermined]
    if not unknown:
        return
    chosen = data.draw(st.sampled_from(unknown))
    things = tuple(
        item.model_copy(update={"visibility": visibility(state)}) if n == chosen else item
        for n, item in enumerate(project.artefacts)
    )
    before = visible_results(project, threshold).outcome
    after = visible_results(project.model_copy(update={"artefacts": things}), threshold).outcome
    assert not opposite(before, after)


@given(projects(), thresholds, st.integers(1, 5), st.data())
def test_more_unknowns_never_turn_failed_into_passed_or_back(
    project: Inventory, threshold: float, more: int, data: st.DataObject
):
    urls = [item.url for item in project.pages]
    added = tuple(
        artefact(100 + n, State.UNDETERMINED, on=data.draw(st.sampled_from(urls)))
        for n in range(more)
    )
    bigger = project.model_copy(update={"artefacts": (*project.artefacts, *added)})
    before = visible_results(project, threshold).outcome
    assert not opposite(before, visible_results(bigger, threshold).outcome)


@given(projects(), thresholds)
def test_one_more_unread_page_never_turns_failed_into_passed_or_back(
    project: Inventory, threshold: float
):
    unread = page(f"{HOME}/pages/unread", state=State.UNDETERMINED)
    bigger = project.model_copy(update={"pages": (*project.pages, unread)})
    before = visible_results(project, threshold).outcome
    assert not opposite(before, visible_results(bigger, threshold).outcome)


@given(projects(), thresholds)
def test_a_site_read_in_part_or_with_an_unknown_layout_never_fails(
    project: Inventory, threshold: float
):
    if project.coverage.complete and project.coverage.layout_known:
        return
    assert visible_results(project, threshold).outcome is not FAILED


# Nothing found.


def test_nothing_found_on_a_site_read_whole_fails():
    assert results_of() == (FAILED, "results_none_found")


@pytest.mark.parametrize(
    "project",
    [
        inventory(complete=False),
        inventory(layout_known=False),
        inventory([home(), page(layout=Layout.UNKNOWN)]),
        inventory([home(), page(state=State.EMPTY, layout=Layout.UNKNOWN)]),
        inventory([home(), page(state=State.UNDETERMINED)]),
        inventory([home(state=State.UNDETERMINED)]),
        inventory([home(state=State.REMOVED)]),
    ],
)
def test_nothing_found_where_something_was_not_read_cannot_be_told(project: Inventory):
    verdict = visible_results(project)
    assert (verdict.outcome, verdict.reason) == (CANT_TELL, "coverage_uncertain")


def test_an_unread_page_of_a_closed_section_hides_no_results():
    forum = page(f"{HOME}/forum", section=Section.FORUM, state=State.UNDETERMINED)
    assert results_of([home(), page(), forum]) == (FAILED, "results_none_found")


# Pages that refuse a stranger, and pages that could not be read.


def test_refused_content_pages_hide_results():
    refused = [page(f"{WORK}-{n}", state=State.LOGIN_REQUIRED) for n in range(3)]
    assert results_of([home(), *refused]) == (FAILED, "results_visible_failed")
    assert results_of([home(), page(), *refused], artefacts(visible=2))[0] is FAILED
    assert results_of([home(), page(), *refused], artefacts(visible=3))[0] is PASSED


@pytest.mark.parametrize(
    "section", [Section.FORUM, Section.MEMBERS, Section.MEETINGS, Section.MATERIALS]
)
def test_sections_closed_by_design_hide_nothing(section: Section):
    closed = [
        page(f"{WORK}-{n}", section=section, state=State.PERMISSION_REQUIRED) for n in range(9)
    ]
    assert results_of([home(), page(), *closed], artefacts(visible=1))[0] is PASSED


def test_a_refused_page_about_netiquette_hides_no_result():
    refused = page(f"{HOME}/n", "Netiquette", state=State.LOGIN_REQUIRED)
    assert results_of([home(), page(), refused, refused], artefacts(visible=1))[0] is PASSED


def test_an_unread_page_may_hold_as_much_as_the_fullest_page_before_anything_fails():
    unread = page(f"{HOME}/pages/unread", state=State.UNDETERMINED)
    lost = [artefact(n, State.REMOVED, on=WORK) for n in range(4)]
    lost += [artefact(9, State.REMOVED, on=f"{WORK}-2")]
    # 5 lost; a page as full as the fullest could add 4 visible ones: 4 of 9 is too few.
    assert results_of([home(), page(), unread], lost)[0] is FAILED
    assert results_of([home(), page(), unread], lost[:4]) == (CANT_TELL, "coverage_uncertain")


def test_an_unread_page_counts_as_a_closed_one_before_anything_passes():
    unread = [page(f"{HOME}/pages/unread-{n}", state=State.UNDETERMINED) for n in range(3)]
    closed = [page(f"{HOME}/pages/closed-{n}", state=State.LOGIN_REQUIRED) for n in range(3)]
    for more, outcome in ((unread, CANT_TELL), (closed, FAILED)):
        assert results_of([home(), page(), *more], artefacts(visible=3))[0] is PASSED
        assert results_of([home(), page(), *more], artefacts(visible=2))[0] is outcome


def test_a_site_that_is_refused_from_its_home_page_on_fails():
    assert results_of([home(state=State.LOGIN_REQUIRED)]) == (FAILED, "results_visible_failed")


def test_a_share_that_hangs_on_unknown_artefacts_is_not_blamed_on_coverage():
    assert results_of(things=artefacts(lost=1, undetermined=3)) == (
        CANT_TELL,
        "results_visible_cant_tell",
    )


def test_a_share_too_small_on_a_site_read_in_part_is_blamed_on_coverage():
    verdict = visible_results(inventory(things=artefacts(lost=5), complete=False))
    assert (verdict.outcome, verdict.reason) == (CANT_TELL, "coverage_uncertain")


def test_pages_that_were_listed_and_never_reached_count_as_unread():
    project = inventory(things=artefacts(visible=3), complete=False, listed=40)
    assert visible_results(project).outcome is CANT_TELL


def test_a_page_of_unknown_layout_may_hold_more_than_was_read_from_it():
    strange = inventory([home(), page(layout=Layout.UNKNOWN)], artefacts(1, 1), layout_known=False)
    verdict = visible_results(strange)
    assert (verdict.outcome, verdict.reason) == (CANT_TELL, "coverage_uncertain")
    assert verdict.numbers["pages_undetermined"] == 1
    assert visible_results(inventory(strange.pages, artefacts(4))).outcome is PASSED


# What is a result.


@pytest.mark.parametrize(
    "thing",
    [
        artefact(provider="twinspace", kind=Kind.SITE),
        artefact(kind=Kind.MEETING),
        artefact(kind=Kind.FORUM),
        artefact(on=f"{HOME}/members"),
        artefact(kind=Kind.IMAGE, on=HOME),
    ],
)
def test_furniture_and_talk_are_no_results(thing: Artefact):
    pages = [home(), page(), page(f"{HOME}/members", section=Section.MEMBERS)]
    assert results_of(pages, [thing]) == (FAILED, "results_none_found")


def test_several_pictures_on_the_home_page_may_be_results():
    pictures = [artefact(n, kind=Kind.IMAGE, on=HOME) for n in range(3)]
    assert results_of(things=pictures) == (CANT_TELL, "results_visible_cant_tell")


def test_a_single_picture_is_an_illustration_and_a_row_of_pictures_a_result():
    pictures = [artefact(n, kind=Kind.IMAGE, on=(HOME, WORK)) for n in range(3)]
    assert results_of(things=pictures[:1]) == (FAILED, "results_none_found")
    assert results_of(things=pictures)[0] is PASSED


def test_on_a_plain_site_the_home_page_carries_results():
    pictures = [artefact(n, kind=Kind.IMAGE, on=HOME) for n in range(2)]
    project = inventory([home()], pictures, platform="web")
    assert visible_results(project).outcome is PASSED


def test_a_text_page_on_results_is_a_result():
    text = page(title="Evaluering", words=300)
    verdict = visible_results(inventory([home(), text]))
    assert verdict.outcome is PASSED
    assert verdict.numbers["result_pages"] == 1
    assert verdict.evidence == (text.url,)


@pytest.mark.parametrize(
    "text",
    [
        page(title="Netiquette", words=900),
        page(title="Our plan", words=900),
        page(title="Evaluation", words=99),
    ],
)
def test_text_about_other_matters_or_hardly_any_is_not_a_result(text: Page):
    assert results_of([home(), text]) == (FAILED, "results_none_found")


def test_much_text_without_a_known_topic_may_be_a_result():
    assert results_of([home(), page(title="A day in May", words=500)])[0] is CANT_TELL


def test_the_text_around_dead_artefacts_does_not_replace_them():
    pages = [home(), *(page(f"{WORK}-{n}", "Results", words=400) for n in range(4))]
    dead = [artefact(n, State.REMOVED, on=f"{WORK}-{n}") for n in range(4)]
    assert results_of(pages, dead) == (FAILED, "results_visible_failed")


def test_the_numbers_let_a_reader_check_the_outcome():
    refused = page(f"{WORK}-2", state=State.LOGIN_REQUIRED)
    things = [*artefacts(visible=2, lost=1, undetermined=1), artefact(9, kind=Kind.VIDEO)]
    project = inventory([home(), page(), refused], things)
    assert visible_results(project).numbers == {
        "products": 5,
        "products_visible": 3,
        "products_lost": 1,
        "products_undetermined": 1,
        "pictures": 0,
        "pictures_visible": 0,
        "galleries": 0,
        "artefacts": 5,
        "visible": 3,
        "lost": 1,
        "undetermined": 1,
        "result_pages": 0,
        "doubtful": 0,
        "pages_visible": 2,
        "pages_refused": 1,
        "pages_undetermined": 0,
        "threshold": 0.5,
        "kinds": 2,
    }


def test_the_evidence_is_what_carries_the_outcome():
    refused = page(f"{WORK}-2", state=State.LOGIN_REQUIRED)
    failed = visible_results(inventory([home(), page(), refused], artefacts(1, 2)))
    assert failed.evidence == ("padlet:1", "padlet:2", refused.url)
    assert visible_results(inventory(things=artefacts(2, 1))).evidence == ("padlet:0", "padlet:1")
    unsure = visible_results(inventory(things=artefacts(0, 1, 1)))
    assert unsure.evidence == ("padlet:1",)


def test_the_table_shows_which_visible_pages_are_about_what():
    product = page(title="Final product")
    project = inventory([home(), product], artefacts(visible=1, lost=1))
    assert visible_results(project).table == (
        EvidenceRow(topic="product", page=product.url, artefacts=("padlet:0",)),
    )


def counts_of(verdict: Verdict, group: CountGroup) -> list[tuple[str, int]]:
    return [(row.code, row.number) for row in verdict.breakdown if row.group is group]


def test_the_breakdown_says_what_is_seen_what_is_lost_and_what_could_not_be_determined():
    things = [
        artefact(1),
        artefact(2, kind=Kind.VIDEO),
        artefact(3, kind=Kind.VIDEO),
        artefact(4, State.PERMISSION_REQUIRED, reason=Reason.PRIVATE),
        artefact(5, State.REMOVED),
        artefact(6, State.REMOVED),
        artefact(7, State.UNDETERMINED, reason=Reason.BOT_WALL),
    ]
    verdict = visible_results(inventory(things=things))
    assert counts_of(verdict, CountGroup.VISIBLE_KIND) == [("video", 2), ("wall", 1)]
    assert counts_of(verdict, CountGroup.LOST_REASON) == [("not_found", 2), ("private", 1)]
    assert counts_of(verdict, CountGroup.UNDETERMINED_REASON) == [("bot_wall", 1)]


@given(projects(), thresholds)
def test_the_breakdown_adds_up_to_the_numbers(project: Inventory, threshold: float):
    verdict = visible_results(project, threshold)
    for group, name in (
        (CountGroup.VISIBLE_KIND, "visible"),
        (CountGroup.LOST_REASON, "lost"),
        (CountGroup.UNDETERMINED_REASON, "undetermined"),
    ):
        assert sum(n for _, n in counts_of(verdict, group)) == verdict.numbers[name]


def test_the_latest_change_is_that_of_visible_pages_with_visible_results():
    pages = [
        home(updated="2026-01-01"),  # carries no result
        page(f"{WORK}-1", updated="2021-05-01"),
        page(f"{WORK}-2", updated="2023-05-01"),  # carries a lost one
        page(f"{WORK}-3", state=State.LOGIN_REQUIRED, updated="2024-05-01"),
        page(f"{WORK}-4", "Evaluation", words=300, updated="2022-05-01"),  # is one
    ]
    things = [
        artefact(1, on=(f"{WORK}-1", f"{WORK}-3")),
        artefact(2, State.REMOVED, on=f"{WORK}-2"),
    ]
    assert visible_results(inventory(pages, things)).latest == "2022-05-01"
    assert visible_results(inventory(pages[:4], things)).latest == "2021-05-01"
    assert visible_results(inventory()).latest is None


def test_the_table_of_topics_can_be_left_to_another_check():
    project = inventory([home(), page(title="Final product")], artefacts(visible=1))
    verdict = registry()["visible_results"](
        facts_of(project), parts=parts(0.5), topics=RESULTS, topic_table=False
    )
    assert verdict.table == ()
    assert verdict.evidence == ("padlet:0",)


# Documentation by phase.


def phases(*titles: str) -> list[Page]:
    return [home(), *(page(f"{WORK}-{t}", t, words=80) for t in titles)]


def test_all_phases_documented():
    verdict = documentation(
        inventory(phases("Plan", "Activities", "Results", "Evaluation", "Impact"))
    )
    assert (verdict.outcome, verdict.reason) == (Outcome.FOR_HUMAN, "documentation_found")
    assert [row.topic for row in verdict.table] == list(PHASES)
    assert verdict.missing == ()


def test_a_phase_without_a_page_is_missing():
    verdict = documentation(inventory(phases("Plan", "Activities", "Results")))
    assert verdict.reason == "documentation_partial"
    assert verdict.missing == ("evaluation", "dissemination")


def test_no_phase_documented():
    verdict = documentation(inventory())
    assert (verdict.outcome, verdict.reason) == (Outcome.FOR_HUMAN, "documentation_none")
    assert verdict.missing == PHASES


def artefact_labelled(label: str, state: State = State.VISIBLE) -> Artefact:
    """An artefact on the page of work under that label."""
    thing = artefact(state=state)
    sightings = tuple(item.model_copy(update={"label": label}) for item in thing.sightings)
    return thing.model_copy(update={"sightings": sightings})


def test_an_artefact_documents_the_phase_that_its_label_names():
    other = artefact(2)
    verdict = documentation(
        inventory([home(), page(title="About us")], [artefact_labelled("Plan"), other])
    )
    assert verdict.table == (EvidenceRow(topic="planning", page=WORK, artefacts=("padlet:1",)),)
    assert "planning" not in verdict.missing


def test_a_labelled_artefact_that_is_lost_documents_nothing_and_an_unknown_one_leaves_it_open():
    pages = [home(), page(title="About us", words=400)]
    lost = documentation(inventory(pages, [artefact_labelled("Our plan", State.REMOVED)]))
    assert "planning" in lost.missing
    unknown = documentation(inventory(pages, [artefact_labelled("Our plan", State.UNDETERMINED)]))
    assert unknown.table == ()
    assert "planning" not in unknown.missing


def test_an_address_as_a_label_names_no_phase():
    project = inventory([home(), page()], [artefact_labelled("https://padlet.com/plan/evaluation")])
    assert documentation(project).table == ()


def test_a_refused_page_documents_nothing_for_a_stranger():
    refused = [home(), page(title="Evaluation", state=State.LOGIN_REQUIRED)]
    assert "evaluation" in documentation(inventory(refused)).missing


def test_a_page_that_could_not_be_read_leaves_its_phase_open():
    unread = [*phases("Plan"), page(title="Evaluation", state=State.UNDETERMINED)]
    verdict = documentation(inventory(unread))
    assert verdict.reason == "documentation_partial"
    assert verdict.missing == ("process", "product", "dissemination")


@pytest.mark.parametrize(
    "project",
    [
        inventory(complete=False),
        inventory(layout_known=False),
        inventory([home(), page(state=State.UNDETERMINED)]),
    ],
)
def test_nothing_is_missing_where_coverage_is_uncertain(project: Inventory):
    verdict = documentation(project)
    assert (verdict.reason, verdict.missing) == ("coverage_uncertain", ())


def test_a_page_with_hardly_a_word_documents_by_its_visible_artefacts():
    short = page(title="Final product", words=3)
    row = EvidenceRow(topic="product", page=short.url, artefacts=("padlet:0",))
    assert documentation(inventory([home(), short], artefacts(1, 1))).table == (row,)
    assert "product" in documentation(inventory([home(), short], artefacts(0, 1))).missing
    assert "product" not in documentation(inventory([home(), short], artefacts(0, 0, 1))).missing


def test_one_page_may_document_several_phases_by_its_headings():
    whole = page(title="Our year", headings=("Planning", "Activities"), words=200)
    project = documentation(inventory([home(), whole]))
    assert [row.topic for row in project.table] == ["planning", "process"]


# What bears on the items that are left to a human.


def test_tools_are_counted_and_plain_files_are_none():
    things = [
        artefact(1),
        artefact(2, State.REMOVED),
        artefact(3, provider="genially", kind=Kind.PRESENTATION),
        artefact(4, provider="file", kind=Kind.DOCUMENT),
        artefact(5, provider="twinspace", kind=Kind.IMAGE),
        artefact(6, provider="-", kind=Kind.OTHER),
    ]
    verdict = registry()["tools_used"](facts_of(inventory(things=things)))
    assert verdict.outcome is Outcome.FOR_HUMAN
    assert verdict.numbers == {"artefacts": 3, "visible": 2, "providers": 2, "kinds": 2}
    assert verdict.evidence == ("padlet:1", "padlet:2", "genially:3")


def test_pages_that_name_several_partners_are_traces_of_collaboration():
    pages = [
        home(headings=("Escola do Rio", "Skolen ved Åen")),
        page(title="Skolen ved åen visits Poland", language="en"),
        page(f"{WORK}-2", title="Escola do Rio", headings=("The river",), language="pt"),
        page(f"{WORK}-3", title="Portugal and Poland", state=State.LOGIN_REQUIRED),
    ]
    partners = ("Escola do Rio (Portugal)", "Skolen ved Åen", "Poland(1)")
    verdict = registry()["partners_named"](facts_of(inventory(pages, partners=partners)))
    assert verdict.evidence == (HOME, WORK)
    assert verdict.numbers == {"partners": 3, "languages": 2}


def test_pages_with_a_date_tell_when_the_project_was_worked_on():
    pages = [home(), page(updated="2020-11-02"), page(f"{WORK}-2", updated="2021-06-30")]
    verdict = registry()["project_dates"](facts_of(inventory([*pages, page(f"{WORK}-3")])))
    assert verdict.evidence == (f"{WORK}-2", WORK)


def test_the_latest_date_is_reported_beside_the_pages():
    dated = registry()["project_dates"](facts_of(inventory([home(), page(updated="2021-06-30")])))
    assert dated.latest == "2021-06-30"
    assert registry()["project_dates"](facts_of(inventory())).latest is None


def test_pages_with_contact_data_are_to_be_looked_at_and_nothing_is_judged():
    pages = [
        home(personal_data=("email_address",)),
        page(),
        page(f"{WORK}-2", personal_data=("phone_number",), state=State.LOGIN_REQUIRED),
    ]
    verdict = registry()["protection"](facts_of(inventory(pages)))
    assert verdict.outcome is Outcome.FOR_HUMAN
    assert verdict.numbers == {"pages_personal_data": 1}
    assert verdict.evidence == (HOME,)
    assert verdict.table == (EvidenceRow(topic="personal_data", page=HOME),)
    assert verdict.missing == ()


def test_open_sections_lists_the_pages_a_stranger_sees():
    pages = [
        home(),
        page(f"{HOME}/forum", section=Section.FORUM),
        page(f"{HOME}/forum/2", section=Section.FORUM, state=State.LOGIN_REQUIRED),
        page(f"{HOME}/updates", section=Section.UPDATES),
    ]
    verdict = registry()["open_sections"](facts_of(inventory(pages)), sections=(Section.FORUM,))
    assert verdict.evidence == (f"{HOME}/forum",)


# Adding up.


@pytest.mark.parametrize(
    ("outcomes", "outcome"),
    [
        ([], Outcome.INAPPLICABLE),
        ([Outcome.INAPPLICABLE, PASSED], PASSED),
        ([PASSED, CANT_TELL], CANT_TELL),
        ([CANT_TELL, FAILED, PASSED], FAILED),
        ([PASSED, Outcome.FOR_HUMAN], Outcome.FOR_HUMAN),
        ([FAILED, Outcome.FOR_HUMAN], FAILED),
    ],
)
def test_all_of_is_the_gravest(outcomes: list[Outcome], outcome: Outcome):
    assert roll_up(outcomes) is outcome


def test_the_ranks_are_earls():
    assert RANK == (Outcome.INAPPLICABLE, PASSED, CANT_TELL, FAILED)


def test_a_reason_of_an_undetermined_page_is_never_counted_as_lost():
    walled = page(state=State.UNDETERMINED, reason=Reason.BOT_WALL)
    assert visible_results(inventory([home(), walled])).numbers["pages_refused"] == 0
