"""What a report says of an audit, before any format lays it out."""

import time

import pytest

from crawlers.model import Coverage, Reason, State
from reports.audit import Outcome, Severity
from reports.i18n import Speech
from reports.privacy import masked, without_email
from reports.references import shown_address
from reports.view import verdict, view
from tests.unit import sample

EN, DA = Speech("en"), Speech("da")


def told(speech=EN, **parts):
    return view(sample.changed(**parts), speech)


def test_the_verdict_counts_seen_lost_and_unknown_apart():
    assert verdict(sample.AUDIT, EN) == (
        "Visitors can see 5 of 12 items (videos, documents, pictures and the like). "
        "5 are empty or cannot be seen. 2 could not be checked. 2 pages are closed to visitors."
    )


def test_the_verdict_in_danish():
    assert verdict(sample.AUDIT, DA) == (
        "Besøgende kan se 5 af 12 elementer (videoer, dokumenter, billeder og lignende). "
        "5 er tomme eller kan ikke ses. 2 kunne ikke afgøres. 2 sider er lukket for besøgende."
    )


def test_an_audit_without_artefacts_says_so():
    found = verdict(sample.changed(artefacts=()), EN)
    assert found == "No videos, documents, pictures or other items were found."


def test_an_incomplete_audit_and_an_unknown_layout_are_announced():
    incomplete, layout = told().notices
    assert "This check is incomplete. The limit for the number of pages was reached" in incomplete
    assert "does not call anything missing" in layout


def test_a_complete_audit_needs_no_notice():
    assert told(coverage=Coverage(pages_listed=6, pages_opened=6)).notices == ()


def test_a_stop_for_no_known_reason_is_still_announced():
    (notice,) = told(coverage=Coverage(complete=False)).notices
    assert "The check did not get to its end." in notice


def test_what_to_fix_comes_before_what_to_look_at_and_what_to_know():
    assert [group.severity for group in told().groups] == ["fix", "review", "note"]


def test_every_finding_is_told_once():
    counted = sum(group.total for group in told().groups)
    assert counted == len(sample.FINDINGS)


def test_findings_with_the_same_step_stand_together():
    tasks = [task for group in told().groups for task in group.tasks]
    padlets = next(task for task in tasks if "Link privacy" in task.remedy)
    assert [case.what.title for case in padlets.cases] == [
        "Vores ideer",
        "Reflections of the pupils",
    ]


def test_each_tool_has_its_own_way_to_share():
    remedies = [task.remedy for task in told().groups[0].tasks]
    assert any("General access" in remedy for remedy in remedies)
    assert any("Link privacy" in remedy for remedy in remedies)


def test_a_step_names_the_tool_that_it_is_taken_in():
    steps = [task.step for task in told().groups[0].tasks]
    assert "Share it with everyone: Padlet" in steps
    assert "Share it with everyone: Google Slides" in steps
    assert "Replace or remove it" in steps


def test_a_platform_that_is_shut_down_asks_for_no_clicks_there():
    old = sample.AUDIT.project.model_copy(update={"platform": "legacy"})
    remedies = [task.remedy for task in told(project=old).groups[0].tasks]
    assert any("can no longer be changed" in remedy for remedy in remedies)


def test_a_case_says_where_and_what_was_answered():
    case = next(
        case
        for group in told().groups
        for task in group.tasks
        for case in task.cases
        if case.what.title == "Vores ideer"
    )
    assert [place.title for place in case.places] == ["Vores arbejde"]
    assert case.why == "Visitors are sent to a login page."
    assert case.proof == ("HTTP 200", "→ padlet.com/auth/login", "23 Nov 2026 22:05 UTC")
    assert case.kind == "Pinboard (Padlet)"


def test_a_blocked_embed_names_the_page_that_blocks_it():
    found = sample.thing("thinglink:kort1", sample.Kind.IMAGE, "Map", on=(sample.SITE, sample.WORK))
    (group,) = told(artefacts=(found,), findings=(sample.FINDINGS[6],)).groups
    assert [place.url for place in group.tasks[0].cases[0].places] == [sample.WORK]


def test_the_visible_results_and_the_documentation_stand_before_the_other_items():
    shown = told()
    assert [item.key for item in shown.lead_items] == [
        "results_visible",
        "results_impact_documentation",
    ]
    assert [item.key for item in shown.other_items] == ["common_goals_plan", "use_of_technology"]


def test_an_item_keeps_its_official_wording_and_names_a_borrowed_one():
    visible, documentation = told().lead_items
    assert (visible.wording, visible.borrowed) == (
        "The results of the project must be visible",
        "",
    )
    assert (documentation.wording, documentation.borrowed, documentation.language) == (
        "Resultater, udbytte og dokumentation",
        "Danish",
        "da",
    )


def test_numbers_have_names_and_the_threshold_is_a_percentage():
    assert told(DA).lead_items[0].numbers[-1] == (
        "andel, der tæller som nok",
        "50\N{NO-BREAK SPACE}%",
    )


def test_an_item_left_to_a_person_says_whether_anything_bears_on_it():
    bare = sample.ITEMS[0].model_copy(update={"evidence": ()})
    assessment = sample.AUDIT.assessment.model_copy(update={"items": (bare,)})
    (item,) = told(assessment=assessment).other_items
    assert item.reason == "The program does not judge this, and knows of nothing that bears on it."


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_symbol_and_words(outcome):
    item = sample.ITEMS[1].model_copy(update={"outcome": outcome})
    assessment = sample.AUDIT.assessment.model_copy(update={"items": (item,)})
    (shown,) = told(assessment=assessment).lead_items
    assert shown.symbol
    assert shown.outcome


def test_kinds_are_counted_by_what_visitors_see_of_them():
    rows = {row.kind: (row.visible, row.lost, row.unknown) for row in told().kinds}
    assert rows["Presentation"] == (0, 1, 1)
    assert rows["Video"] == (2, 0, 0)
    assert (told().total.visible, told().total.lost, told().total.unknown) == (5, 5, 2)


def test_every_artefact_stands_under_every_page_that_shows_it():
    titles = {row.page.url: [thing.what.title for thing in row.things] for row in told().pages}
    assert titles[sample.SITE] == ["Vores film om havet"]
    assert len(titles[sample.WORK]) == len(sample.ARTEFACTS)


def test_an_artefact_on_a_page_that_is_not_listed_is_not_lost():
    (row,) = told(pages=(), artefacts=sample.ARTEFACTS[1:2]).pages
    assert row.page.url == sample.WORK
    assert row.status is None
    assert [thing.what.title for thing in row.things] == ["Vores ideer"]


def test_what_could_not_be_told_is_in_a_group_of_its_own():
    thing = next(
        thing
        for row in told().pages
        for thing in row.things
        if thing.what.title.startswith("=HYPERLINK")
    )
    assert (thing.status.group, thing.status.text) == ("unknown", "Could not be checked")


def test_an_artefact_without_title_is_named_by_what_its_page_calls_it():
    assert "Clip about whales" in [thing.what.title for row in told().pages for thing in row.things]


def test_a_file_without_title_is_named_by_its_file():
    url = "https://example.org/files/vores%20sang.mp3?download=1"
    song = sample.thing("file:sang", sample.Kind.AUDIO, "", url=url)
    (row,) = told(pages=(), artefacts=(song,)).pages
    assert row.things[0].what.title == "vores sang.mp3"


def test_the_method_names_the_version_of_the_rules_where_there_is_one():
    assert ("Version of the rules about web tools", "2026-11-24.1") in {
        (fact.name, fact.value) for fact in told().method.visit
    }
    before = sample.AUDIT.run.model_copy(update={"rules_version": ""})
    names = {fact.name for fact in told(run=before).method.visit}
    assert "Version of the rules about web tools" not in names


def test_the_method_names_limits_settings_and_warnings():
    method = told().method
    assert ("Rules for programs (robots.txt)", "followed") in [
        (fact.name, fact.value) for fact in method.settings
    ]
    assert any("without running their scripts" in limit for limit in method.limits)
    assert "a_code_of_tomorrow" in method.warnings
    assert method.warnings[0].endswith(f"this platform: {sample.SLOW}")


def test_robots_that_were_ignored_are_no_limit_but_a_warning():
    method = told(warnings=("robots_ignored",)).method
    assert not any("follows the rules" in limit for limit in method.limits)
    assert any("were not followed" in warning for warning in method.warnings)


def test_codes_that_nobody_knows_are_shown_and_break_nothing():
    strange = sample.finding("new_check", Severity.FIX, "no:such", "new_reason", "new_remedy")
    (group,) = told(findings=(strange,)).groups
    task = group.tasks[0]
    assert (task.check, task.step, task.remedy) == ("new_check", "new_remedy", "new_remedy")
    assert task.cases[0].why == "new_reason"
    assert task.cases[0].what.title == "no:such"


@pytest.mark.parametrize("state", State)
def test_a_project_of_any_state_can_be_told_in_every_language(state):
    seen = sample.verdict(state, Reason.CONTENT_SHOWN)
    page = sample.PAGES[0].model_copy(update={"visibility": seen})
    for speech in (EN, DA):
        assert told(speech, pages=(page,)).pages[0].status.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write to anna.holm@skole-eksempel.dk now", "Write to a…@….dk now"),
        ("Call +45 12 34 56 78", "Call … …"),
        ("Call 0045 12345678", "Call … …"),
        ("Tlf. 12345678", "Tlf. … …"),
        ("12 34 56 78", "… …"),
        ("eTwinning 2020/2021", "eTwinning 2020/2021"),
        ("23.11.2026 22:05", "23.11.2026 22:05"),
        ("10 000 000 trees", "10 000 000 trees"),
        ("1+1=2", "1+1=2"),
    ],
)
def test_personal_data_are_masked_and_other_numbers_are_not(text, shown):
    assert masked(text) == shown


@pytest.mark.parametrize("text", ["a" * 200_000, "1 " * 100_000, "a@" * 100_000, "a.b@c." * 40_000])
def test_masking_takes_no_long_time_for_long_texts(text):
    started = time.process_time()
    masked(text)
    assert time.process_time() - started < 5


def test_an_address_keeps_its_numbers_but_no_e_mail_address():
    url = "https://example.org/12-34-56-78?to=bo.holm%40example.org"
    assert without_email(url) == "https://example.org/12-34-56-78?to=b…@….org"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://padlet.com/a/b-1/", "padlet.com/a/b-1"),
        (sample.WORK, "school-education.ec.europa.eu/…/twinspace/pages/our-work"),
        (sample.LONG, "files.example.org/…/a-very-long-folder-name/final-report.pdf"),
        (
            f"https://login.example.org/start?next={sample.WORK}",
            "login.example.org/start?…",
        ),
        (f"https://example.org/{'x' * 90}", f"example.org/{'x' * 20}…{'x' * 20}"),
    ],
)
def test_a_long_address_is_shown_by_its_host_and_its_end(url, shown):
    assert shown_address(url) == shown
