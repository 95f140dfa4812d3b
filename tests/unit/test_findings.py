"""From what was gathered to what a person should fix, look at, or know."""

from __future__ import annotations

import pytest

from auditor.judging.findings import find
from crawlers.model import EmbedState, Layout, Reason, Section, State
from reports.audit import Finding, Severity
from tests.unit.inventories import HOME, LOST, SITE, WORK, artefact, home, inventory, page


def only(findings: tuple[Finding, ...], check: str) -> Finding:
    found = [one for one in findings if one.check == check]
    assert len(found) == 1, findings
    return found[0]


@pytest.mark.parametrize("state", LOST)
def test_a_lost_artefact_is_to_fix(state: State) -> None:
    found = only(find(inventory([home(), page()], [artefact(1, state)])), "artefact_lost")
    assert (found.severity, found.subject) == (Severity.FIX, "padlet:1")
    assert found.evidence == ("capture-1",)


@pytest.mark.parametrize("reason", [Reason.TIMEOUT, Reason.BOT_WALL, Reason.NEEDS_BROWSER])
def test_what_could_not_be_told_is_to_look_at_and_never_lost(reason: Reason) -> None:
    thing = artefact(1, State.UNDETERMINED, reason=reason)
    findings = find(inventory([home(), page()], [thing]))
    assert only(findings, "artefact_not_checked").severity is Severity.REVIEW
    assert not [one for one in findings if one.check == "artefact_lost"]


def test_a_refused_content_page_is_to_fix_and_a_closed_section_is_not() -> None:
    refused = page(WORK, state=State.LOGIN_REQUIRED)
    members = page(f"{SITE}/members", state=State.LOGIN_REQUIRED, section=Section.MEMBERS)
    by_subject = {
        one.subject: one.severity
        for one in find(inventory([home(), refused, members]))
        if one.check == "page_refused"
    }
    assert by_subject == {WORK: Severity.FIX, members.url: Severity.NOTE}


def test_an_empty_page_that_could_not_be_read_is_not_called_empty() -> None:
    shell = page(WORK, state=State.EMPTY, layout=Layout.UNKNOWN)
    findings = find(inventory([home(), shell]))
    assert only(findings, "page_not_checked").reason == "layout_unknown"
    assert not [one for one in findings if one.check == "page_refused"]


@pytest.mark.parametrize(
    ("reason", "remedy"),
    [
        ("x_frame_options", "allow_embedding"),
        ("frame_ancestors", "allow_embedding"),
        ("mixed_content", "use_https"),
        ("hidden_frame", "show_frame"),
        ("dead_plugin", "replace_or_remove"),
    ],
)
def test_a_blocked_embed_of_a_visible_artefact_is_to_fix(reason: str, remedy: str) -> None:
    thing = artefact(1, embed=EmbedState.BLOCKED, embed_reason=reason)
    found = only(find(inventory([home(), page()], [thing])), "embed_blocked")
    assert (found.severity, found.reason, found.remedy) == (Severity.FIX, reason, remedy)


def test_an_embed_that_waits_for_consent_is_a_note() -> None:
    thing = artefact(1, embed=EmbedState.NEEDS_CONSENT)
    found = only(find(inventory([home(), page()], [thing])), "embed_blocked")
    assert (found.severity, found.remedy) == (Severity.NOTE, "confirm_consent")


def test_an_editing_link_is_a_note() -> None:
    url = "https://docs.google.com/document/d/1AbcDefGhiJklMnoPqrStuVwxYz/edit"
    found = only(find(inventory([home(), page()], [artefact(1, url=url)])), "edit_link")
    assert found.severity is Severity.NOTE


def test_personal_data_are_to_look_at() -> None:
    found = only(find(inventory([home(), page(personal_data=("email_address",))])), "personal_data")
    assert (found.severity, found.subject) == (Severity.REVIEW, WORK)


def test_a_page_that_one_other_page_links_to_is_hard_to_find() -> None:
    hidden = page(f"{SITE}/pages/hidden", found_on=(WORK,))
    found = only(find(inventory([home(), page(found_on=(HOME,)), hidden])), "page_unlisted")
    assert found.subject == hidden.url


def test_findings_are_in_a_stable_order_with_stable_ids() -> None:
    things = [artefact(n, state) for n, state in enumerate((*LOST, State.UNDETERMINED))]
    forward = find(inventory([home(), page()], things))
    backward = find(inventory([home(), page()], reversed(things)))
    assert forward == backward
    ranks = [list(Severity).index(one.severity) for one in forward]
    assert ranks == sorted(ranks)
    assert len({one.id for one in forward}) == len(forward)


def test_nothing_wrong_nothing_found() -> None:
    assert find(inventory([home(), page(found_on=(HOME,))], [artefact(1)])) == ()
