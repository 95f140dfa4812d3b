"""Findings: what to fix, to look at and to know, one per subject and check, in a stable order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.judging.findings import find
from crawlers.gathering.addresses import link_id
from crawlers.model.artefact import Artefact, EmbedState, Form, Kind, Sighting
from crawlers.model.inventory import Inventory
from crawlers.model.link import Link, LinkRole
from crawlers.model.page import Layout, Page, Section
from crawlers.model.verdict import Reason, State
from reports.audit import Finding, Severity
from tests.unit.inventories import HOME, REASONS, WORK, artefact, home, inventory, page, visibility

FIX, REVIEW, NOTE = Severity.FIX, Severity.REVIEW, Severity.NOTE


def only_finding(project: Inventory) -> Finding:
    findings = find(project)
    assert len(findings) == 1
    return findings[0]


def summary(project: Inventory) -> tuple[str, Severity, str, str, str]:
    finding = only_finding(project)
    return (finding.check, finding.severity, finding.subject, finding.reason, finding.remedy)


def with_page(page: Page) -> Inventory:
    return inventory([home(), page])


def with_artefact(artefact: Artefact) -> Inventory:
    return inventory(things=[artefact])


def test_a_project_without_a_flaw_has_no_findings():
    assert find(inventory(things=[artefact()])) == ()


@pytest.mark.parametrize(
    ("state", "reason", "remedy"),
    [
        (State.LOGIN_REQUIRED, "login_redirect", "publish_page"),
        (State.PERMISSION_REQUIRED, "access_denied", "publish_page"),
        (State.REMOVED, "not_found", "replace_or_remove"),
        (State.EMPTY, "nothing_in_it", "fill_or_remove"),
    ],
)
def test_a_content_page_that_a_stranger_does_not_read_is_to_be_fixed(
    state: State, reason: str, remedy: str
):
    project = with_page(page(state=state))
    assert summary(project) == ("page_refused", FIX, WORK, reason, remedy)


@pytest.mark.parametrize(
    "section", [Section.MEMBERS, Section.FORUM, Section.MEETINGS, Section.MATERIALS]
)
def test_a_page_closed_by_design_is_a_note(section: Section):
    project = with_page(page(section=section, state=State.LOGIN_REQUIRED))
    assert (only_finding(project).check, only_finding(project).severity) == ("page_refused", NOTE)


@pytest.mark.parametrize(
    ("reason", "remedy"),
    [
        (Reason.TIMEOUT, "wait_and_repeat"),
        (Reason.SERVER_ERROR, "wait_and_repeat"),
        (Reason.RATE_LIMITED, "wait_and_repeat"),
        (Reason.NOT_REACHED, "wait_and_repeat"),
        (Reason.BOT_WALL, "open_in_private_window"),
        (Reason.ROBOTS_DISALLOWED, "open_in_private_window"),
        (Reason.REFUSED_UNEXPLAINED, "open_in_private_window"),
        (Reason.NEEDS_BROWSER, "open_in_private_window"),
    ],
)
def test_what_could_not_be_determined_asks_for_a_second_look(reason: Reason, remedy: str):
    of_page = with_page(page(state=State.UNDETERMINED, reason=reason))
    of_artefact = with_artefact(artefact(1, State.UNDETERMINED, reason=reason))
    assert summary(of_page) == ("page_not_checked", REVIEW, WORK, reason, remedy)
    assert summary(of_artefact) == ("artefact_not_checked", REVIEW, "padlet:1", reason, remedy)


def test_emptiness_on_a_page_that_was_not_understood_is_not_a_fact():
    project = with_page(page(state=State.EMPTY, layout=Layout.UNKNOWN))
    assert (only_finding(project).check, only_finding(project).reason) == (
        "page_not_checked",
        "layout_unknown",
    )


@pytest.mark.parametrize(
    ("state", "provider", "remedy"),
    [
        (State.LOGIN_REQUIRED, "padlet", "share_publicly"),
        (State.PERMISSION_REQUIRED, "google-drive", "share_publicly"),
        (State.PERMISSION_REQUIRED, "twinspace", "publish_page"),
        (State.REMOVED, "padlet", "replace_or_remove"),
        (State.EMPTY, "padlet", "fill_or_remove"),
    ],
)
def test_a_lost_artefact_is_to_be_fixed(state: State, provider: str, remedy: str):
    thing = artefact(1, state, provider=provider)
    expected = ("artefact_lost", FIX, thing.id, REASONS[state], remedy)
    assert summary(with_artefact(thing)) == expected


def test_a_file_for_a_dead_plug_in_is_to_be_replaced_not_filled():
    thing = artefact(1, State.EMPTY, reason=Reason.DEAD_PLUGIN)
    assert summary(with_artefact(thing))[3:] == ("dead_plugin", "replace_or_remove")


def test_a_meeting_that_is_over_is_a_note():
    thing = artefact(1, State.REMOVED, provider="zoom", kind=Kind.MEETING)
    assert only_finding(with_artefact(thing)).severity is NOTE


@pytest.mark.parametrize(
    ("why", "remedy"),
    [
        ("x_frame_options", "allow_embedding"),
        ("frame_ancestors", "allow_embedding"),
        ("mixed_content", "use_https"),
        ("dead_plugin", "replace_or_remove"),
        ("hidden_frame", "show_frame"),
    ],
)
def test_a_blocked_embed_of_a_visible_artefact_is_to_be_fixed(why: str, remedy: str):
    thing = artefact(1, embed=EmbedState.BLOCKED, embed_reason=why)
    assert summary(with_artefact(thing)) == ("embed_blocked", FIX, "padlet:1", why, remedy)
    assert only_finding(with_artefact(thing)).evidence == (WORK,)


@pytest.mark.parametrize("state", [State.UNDETERMINED, State.REMOVED])
def test_the_embed_of_an_artefact_that_is_not_visible_has_no_finding_of_its_own(state: State):
    thing = artefact(1, state, embed=EmbedState.BLOCKED, embed_reason="x_frame_options")
    assert only_finding(with_artefact(thing)).check != "embed_blocked"


def test_an_embed_behind_a_cookie_notice_is_a_note():
    thing = artefact(1, embed=EmbedState.NEEDS_CONSENT)
    expected = ("embed_blocked", NOTE, "padlet:1", "consent_wall", "confirm_consent")
    assert summary(with_artefact(thing)) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://docs.google.com/document/d/abc123/edit?usp=sharing",
        "https://app.genially.com/editor/64f0c0ffee",
        "https://www.canva.com/design/DAF0/xyz/edit",
    ],
)
def test_a_link_into_the_editor_is_a_note(url: str):
    expected = ("edit_link", NOTE, "padlet:1", "edit_address", "make_view_link")
    assert summary(with_artefact(artefact(1, url=url))) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://docs.google.com/document/d/abc123/preview",
        "https://example.org/edition/1",
        "https://example.org/view?next=/edit",
    ],
)
def test_a_link_to_look_at_is_not_an_edit_link(url: str):
    assert find(with_artefact(artefact(1, url=url))) == ()


def test_personal_data_is_to_be_looked_at_and_is_not_repeated():
    project = with_page(page(personal_data=("ida.example@school.example",)))
    expected = ("personal_data", REVIEW, WORK, "email_address", "remove_personal_data")
    assert summary(project) == expected
    assert "ida.example" not in only_finding(project).model_dump_json()


def test_a_page_that_one_other_page_alone_links_to_is_unlisted():
    parent = page(found_on=(HOME,))
    child = page(f"{WORK}/day-1", found_on=(WORK,))
    project = inventory([home(), parent, child])
    assert summary(project) == ("page_unlisted", NOTE, child.url, "not_in_menu", "link_from_menu")


def test_pages_of_the_menu_pagers_and_free_sites_are_not_unlisted():
    parent = page(found_on=(HOME, f"{HOME}/forum"))
    pager = page(f"{WORK}?page=1", found_on=(WORK,))
    child = page(f"{WORK}/day-1", found_on=(WORK,))
    assert find(inventory([home(), parent, pager])) == ()
    assert find(inventory([home(), parent, child], platform="web")) == ()


def test_doubts_about_the_whole_audit_are_to_be_looked_at():
    strange = page(layout=Layout.UNKNOWN)
    findings = find(inventory([home(), strange], layout_known=False, complete=False))
    assert [(f.check, f.severity, f.subject, f.reason, f.remedy) for f in findings] == [
        ("coverage_incomplete", REVIEW, "project", "stopped", "wait_and_repeat"),
        ("layout_unknown", REVIEW, "project", "layout_unknown", "ask_support"),
    ]
    assert findings[1].evidence == (WORK,)


def test_a_single_page_with_another_layout_is_to_be_looked_at():
    project = with_page(page(layout=Layout.UNKNOWN))
    expected = ("layout_unknown", REVIEW, WORK, "layout_unknown", "ask_support")
    assert summary(project) == expected


def test_a_thread_that_has_a_page_has_the_findings_of_the_page_alone():
    thread = page(f"{HOME}/forum/1", section=Section.FORUM, state=State.LOGIN_REQUIRED)
    same = artefact(
        1, State.LOGIN_REQUIRED, provider="twinspace", kind=Kind.FORUM, url=thread.url, on=HOME
    )
    finding = only_finding(inventory([home(), thread], [same]))
    assert (finding.check, finding.subject, finding.severity) == ("page_refused", thread.url, NOTE)


def test_fixes_stand_before_reviews_before_notes_and_then_by_subject():
    things = [
        artefact(3, State.UNDETERMINED),
        artefact(2, State.REMOVED),
        artefact(1, State.REMOVED),
        artefact(4, embed=EmbedState.NEEDS_CONSENT),
    ]
    findings = find(inventory(things=things))
    assert [f.subject for f in findings] == ["padlet:1", "padlet:2", "padlet:3", "padlet:4"]


def test_one_finding_per_subject_and_check():
    again = artefact(1, embed=EmbedState.BLOCKED, embed_reason="mixed_content", on=(HOME, WORK))
    merged = only_finding(with_artefact(again))
    assert merged.evidence == (HOME, WORK)


def test_an_id_depends_on_check_subject_and_reason_alone():
    first = only_finding(with_page(page(state=State.REMOVED)))
    same = only_finding(inventory([home(), page(state=State.REMOVED), page(f"{WORK}-2")]))
    other = only_finding(with_page(page(state=State.REMOVED, reason=Reason.GONE)))
    assert first.id == same.id
    assert first.id != other.id
    assert first.id.startswith("page_refused:")


SUBJECTS = st.lists(st.sampled_from(list(State)), max_size=6)


@given(SUBJECTS, SUBJECTS, st.booleans())
def test_nothing_undetermined_is_ever_called_lost(
    of_pages: list[State], of_artefacts: list[State], layout_known: bool
):
    pages = [home(), *(page(f"{WORK}-{n}", state=state) for n, state in enumerate(of_pages))]
    things = [
        artefact(n, state, on=HOME, embed=EmbedState.BLOCKED)
        for n, state in enumerate(of_artefacts)
    ]
    findings = find(inventory(pages, things, layout_known=layout_known))
    unknown = {p.url for p in pages if p.visibility.undetermined}
    unknown |= {t.id for t in things if t.visibility.undetermined}
    checks = {finding.check for finding in findings if finding.subject in unknown}
    assert checks <= {"page_not_checked", "artefact_not_checked"}
    assert len({(finding.check, finding.subject) for finding in findings}) == len(findings)
    assert len({finding.id for finding in findings}) == len(findings)


@pytest.mark.parametrize(
    ("trouble", "severity", "reason"),
    [
        (("dialogs",), NOTE, "dialogs"),
        (("dialogs", "pop_up"), NOTE, "pop_up"),
        (("dialogs", "sent_elsewhere"), REVIEW, "sent_elsewhere"),
        (("endless_script",), REVIEW, "endless_script"),
    ],
)
def test_what_scripts_do_to_a_visitor_is_one_finding_the_worst_first(
    trouble: tuple[str, ...], severity: Severity, reason: str
):
    project = with_page(page(trouble=trouble))
    assert summary(project) == ("page_trouble", severity, WORK, reason, "mend_script")


def test_a_page_that_could_not_be_determined_has_one_finding():
    project = with_page(page(state=State.UNDETERMINED, trouble=("endless_script",)))
    assert only_finding(project).check == "page_not_checked"


def test_an_embed_that_shows_nothing_even_after_consent_is_to_be_fixed():
    asking = artefact(embed=EmbedState.NEEDS_CONSENT)
    after = {"after_consent": EmbedState.BLOCKED, "after_consent_reason": "frame_ancestors"}
    sightings = tuple(sighting.model_copy(update=after) for sighting in asking.sightings)
    project = with_artefact(asking.model_copy(update={"sightings": sightings}))
    assert (only_finding(project).severity, only_finding(project).reason) == (
        FIX,
        "frame_ancestors",
    )


def test_code_without_its_script_is_to_be_put_in_as_a_frame():
    thing = artefact(embed=EmbedState.BLOCKED, embed_reason="script_stripped")
    assert summary(with_artefact(thing))[3:] == ("script_stripped", "embed_as_frame")


def with_link(state: State, reason: Reason, *, maybe_own: bool = False) -> Inventory:
    url = "https://avisen.example/broer"
    link = Link(
        id=link_id(url),
        role=LinkRole.SITE,
        url=url,
        canonical_url=url,
        sightings=(Sighting(page=WORK, form=Form.LINK, label="Blog", url=url),),
        maybe_own=maybe_own,
        visibility=visibility(state, reason),
    )
    return inventory(things=[artefact()]).model_copy(update={"links": (link,)})


@pytest.mark.parametrize(
    ("state", "reason", "severity", "remedy"),
    [
        (State.REMOVED, Reason.NOT_FOUND, FIX, "replace_or_remove"),
        (State.UNDETERMINED, Reason.HOST_NOT_FOUND, REVIEW, "open_in_private_window"),
    ],
)
def test_a_dead_link_is_a_finding(state, reason, severity, remedy):
    found = only_finding(with_link(state, reason))
    assert (found.check, found.severity, found.remedy) == ("link_dead", severity, remedy)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (State.VISIBLE, Reason.CONTENT_SHOWN),
        (State.LOGIN_REQUIRED, Reason.LOGIN_FORM),
        (State.UNDETERMINED, Reason.BOT_WALL),
        (State.UNDETERMINED, Reason.NOT_RECORDED),
    ],
)
def test_a_link_that_may_be_well_is_no_finding(state, reason):
    assert find(with_link(state, reason)) == ()


def test_a_site_that_may_be_the_projects_own_asks_the_reader():
    found = only_finding(with_link(State.VISIBLE, Reason.CONTENT_SHOWN, maybe_own=True))
    assert (found.check, found.severity, found.evidence) == ("site_undecided", REVIEW, (WORK,))
