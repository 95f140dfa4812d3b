"""Two audits of one project beside each other: what changed, and what must not be called so."""

from datetime import timedelta

import pytest

from auditor.judging.compare import NotComparableError, compare
from crawlers.model.link import Link, LinkRole
from crawlers.model.verdict import Reason, State
from reports.audit import Audit, ChangeKind, Outcome, Run, Subject
from tests.unit import sample

LATER = sample.AUDIT.run.model_copy(
    update={"id": "later", "finished_at": sample.WHEN + timedelta(days=7)}
)


WHOLE = sample.AUDIT.coverage.model_copy(update={"complete": True})


def later(**parts) -> Audit:
    return sample.audit_with(run=LATER, **parts)


def with_state(number: int, state: State) -> tuple:
    things = list(sample.AUDIT.artefacts)
    verdict = sample.verdict(state, Reason.CONTENT_SHOWN)
    things[number] = things[number].model_copy(update={"visibility": verdict})
    return tuple(things)


def number_of_state(state: State) -> int:
    states = [artefact.visibility.state for artefact in sample.AUDIT.artefacts]
    return states.index(state)


def test_an_audit_beside_itself_has_no_changes():
    comparison = compare(sample.AUDIT, later())
    assert comparison.changes == ()
    assert comparison.rules_differ == ()
    assert comparison.previous_run == sample.AUDIT.run.id


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (State.VISIBLE, State.REMOVED, ChangeKind.CLOSED),
        (State.VISIBLE, State.UNDETERMINED, ChangeKind.UNSETTLED),
        (State.UNDETERMINED, State.VISIBLE, ChangeKind.SETTLED),
        (State.UNDETERMINED, State.LOGIN_REQUIRED, ChangeKind.SETTLED),
        (State.REMOVED, State.VISIBLE, ChangeKind.OPENED),
        (State.REMOVED, State.LOGIN_REQUIRED, ChangeKind.ALTERED),
    ],
)
def test_a_change_of_state_is_named_by_what_it_means(before, after, change):
    number = number_of_state(State.VISIBLE)
    old = sample.audit_with(artefacts=with_state(number, before))
    (difference,) = compare(old, later(artefacts=with_state(number, after))).changes
    assert (difference.subject, difference.change, difference.before, difference.after) == (
        Subject.ARTEFACT,
        change,
        before.value,
        after.value,
    )


def test_what_is_new_and_what_is_gone_is_reported():
    half = sample.AUDIT.artefacts[1:]
    less, more = sample.audit_with(artefacts=half, coverage=WHOLE), later(coverage=WHOLE)
    assert [c.change for c in compare(less, more).changes] == [ChangeKind.APPEARED]
    more, less = sample.audit_with(coverage=WHOLE), later(artefacts=half, coverage=WHOLE)
    assert [c.change for c in compare(more, less).changes] == [ChangeKind.VANISHED]


def test_nothing_vanishes_from_a_site_that_was_read_in_part():
    part = sample.AUDIT.coverage.model_copy(update={"complete": False})
    comparison = compare(sample.AUDIT, later(coverage=part, artefacts=sample.AUDIT.artefacts[1:]))
    assert comparison.changes == ()
    assert comparison.coverage_differs


def test_other_rules_are_named_and_items_of_another_form_not_compared():
    other = sample.AUDIT.assessment.model_copy(
        update={
            "rubric": "nql-2023",
            "items": tuple(
                item.model_copy(update={"outcome": Outcome.FAILED})
                for item in sample.AUDIT.assessment.items
            ),
        }
    )
    run = LATER.model_copy(update={"rules_version": "2027-01-01.1", "tool_version": "9"})
    comparison = compare(sample.AUDIT, sample.audit_with(run=run, assessment=other))
    assert comparison.rules_differ == ("tool", "rules", "rubric")
    assert comparison.changes == ()


def test_two_projects_are_not_compared():
    other = sample.AUDIT.project.model_copy(update={"id": "another", "url": "https://b.example/"})
    with pytest.raises(NotComparableError, match="two projects"):
        compare(sample.AUDIT, later(project=other))


def link(state: State) -> Link:
    url = "https://avisen.example/broer"
    return Link(
        id="link:1",
        role=LinkRole.SITE,
        url=url,
        canonical_url=url,
        sightings=(),
        visibility=sample.verdict(state, Reason.CONTENT_SHOWN),
    )


def with_links(mode: str, *links: Link, run: Run = sample.AUDIT.run) -> Audit:
    settings = {**run.settings, "links": mode}
    return sample.audit_with(run=run.model_copy(update={"settings": settings}), links=links)


def test_a_link_that_died_has_closed():
    before = with_links("check", link(State.VISIBLE))
    found = compare(before, with_links("check", link(State.REMOVED), run=LATER))
    assert [(one.subject, one.change) for one in found.changes] == [
        (Subject.LINK, ChangeKind.CLOSED)
    ]


@pytest.mark.parametrize("mode", ["list", "none"])
def test_links_are_compared_only_where_both_audits_opened_them(mode):
    after = with_links("check", link(State.REMOVED), run=LATER)
    assert compare(with_links(mode), after).changes == ()
    assert compare(sample.AUDIT, after).changes == ()
