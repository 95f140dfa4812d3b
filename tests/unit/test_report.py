"""What a report says of an audit, before any format lays it out."""

import time
from hashlib import sha256

import pytest

from crawlers.model.inventory import Coverage
from crawlers.model.verdict import Reason, State
from reports.audit import (
    AssessmentItem,
    Change,
    ChangeKind,
    Comparison,
    Count,
    CountGroup,
    Outcome,
    Points,
    Severity,
    Subject,
)
from reports.formats import registry
from reports.i18n.translator import Translator
from reports.view.privacy import mask, without_email
from reports.view.references import shown_address
from reports.view.report import verdict, view
from tests.unit import sample

EN, DA = Translator("en"), Translator("da")


def report_of(translator=EN, **parts):
    return view(sample.audit_with(**parts), translator)


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
    sentence = verdict(sample.audit_with(artefacts=()), EN)
    assert sentence == "No videos, documents, pictures or other items were found."


def test_an_incomplete_audit_and_an_unknown_layout_are_announced():
    incomplete, layout = report_of().notices
    assert "This check is incomplete. The limit for the number of pages was reached" in incomplete
    assert "does not call anything missing" in layout


def test_a_complete_audit_needs_no_notice():
    assert report_of(coverage=Coverage(pages_listed=6, pages_opened=6)).notices == ()


def test_a_stop_for_no_known_reason_is_still_announced():
    (notice,) = report_of(coverage=Coverage(complete=False)).notices
    assert "The check did not get to its end." in notice


def test_what_to_fix_comes_before_what_to_look_at_and_what_to_know():
    assert [group.severity for group in report_of().groups] == ["fix", "review", "note"]


def test_every_finding_is_reported_once():
    counted = sum(group.total for group in report_of().groups)
    assert counted == len(sample.FINDINGS)


def test_findings_with_the_same_step_stand_together():
    actions = [action for group in report_of().groups for action in group.actions]
    padlets = next(action for action in actions if "Link privacy" in action.remedy)
    assert [occurrence.what.title for occurrence in padlets.occurrences] == [
        "Vores ideer",
        "Reflections of the pupils",
    ]


def test_each_tool_has_its_own_way_to_share():
    remedies = [action.remedy for action in report_of().groups[0].actions]
    assert any("General access" in remedy for remedy in remedies)
    assert any("Link privacy" in remedy for remedy in remedies)


def test_a_step_names_the_tool_that_it_is_taken_in():
    steps = [action.step for action in report_of().groups[0].actions]
    assert "Share it with everyone: Padlet" in steps
    assert "Share it with everyone: Google Slides" in steps
    assert "Replace or remove it" in steps


def test_a_platform_that_is_shut_down_asks_for_no_clicks_there():
    old = sample.AUDIT.project.model_copy(update={"platform": "legacy"})
    remedies = [action.remedy for action in report_of(project=old).groups[0].actions]
    assert any("can no longer be changed" in remedy for remedy in remedies)


def test_a_case_says_where_and_what_was_answered():
    occurrence = next(
        occurrence
        for group in report_of().groups
        for action in group.actions
        for occurrence in action.occurrences
        if occurrence.what.title == "Vores ideer"
    )
    assert [place.title for place in occurrence.places] == ["Vores arbejde"]
    assert occurrence.why == "Visitors are sent to a login page."
    assert occurrence.proof == ("HTTP 200", "→ padlet.com/auth/login", "23 Nov 2026 22:05 UTC")
    assert occurrence.kind == "Pinboard (Padlet)"


def test_a_blocked_embed_names_the_page_that_blocks_it():
    blocked = sample.thing(
        "thinglink:kort1", sample.Kind.IMAGE, "Map", on=(sample.SITE, sample.WORK)
    )
    (group,) = report_of(artefacts=(blocked,), findings=(sample.FINDINGS[6],)).groups
    assert [place.url for place in group.actions[0].occurrences[0].places] == [sample.WORK]


def report_items(*arguments, **parts):
    return [item for part in report_of(*arguments, **parts).parts for item in part.items]


def test_conditions_and_criteria_stand_in_the_order_of_the_rubric():
    keys = {part.id: [item.key for item in part.items] for part in report_of().parts}
    assert keys == {
        "condition": ["common_goals_plan", "results_visible"],
        "criterion": ["results_impact_documentation", "use_of_technology"],
    }


def test_an_item_keeps_its_official_wording_and_names_a_borrowed_one():
    _, visible, documentation, _ = report_items()
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
    assert report_items(DA)[1].numbers[-1] == (
        "andel, der tæller som nok",
        "50\N{NO-BREAK SPACE}%",
    )


def test_an_item_left_to_a_person_says_whether_anything_bears_on_it():
    bare = sample.ITEMS[0].model_copy(update={"evidence": ()})
    assessment = sample.AUDIT.assessment.model_copy(update={"items": (bare,)})
    (item,) = report_items(assessment=assessment)
    assert item.reason == "The program does not judge this, and knows of nothing that bears on it."


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_symbol_and_words(outcome):
    item = sample.ITEMS[1].model_copy(update={"outcome": outcome})
    assessment = sample.AUDIT.assessment.model_copy(update={"items": (item,)})
    (entry,) = report_items(assessment=assessment)
    assert entry.symbol
    assert entry.outcome


def test_kinds_are_counted_by_what_visitors_see_of_them():
    rows = {row.kind: (row.visible, row.lost, row.unknown) for row in report_of().kinds}
    assert rows["Presentation"] == (0, 1, 1)
    assert rows["Video"] == (2, 0, 0)
    assert (report_of().total.visible, report_of().total.lost, report_of().total.unknown) == (
        5,
        5,
        2,
    )


def test_every_artefact_stands_under_every_page_that_shows_it():
    titles = {row.page.url: [thing.what.title for thing in row.things] for row in report_of().pages}
    assert titles[sample.SITE] == ["Vores film om havet"]
    assert len(titles[sample.WORK]) == len(sample.ARTEFACTS)


def test_an_artefact_on_a_page_that_is_not_listed_is_not_lost():
    (row,) = report_of(pages=(), artefacts=sample.ARTEFACTS[1:2]).pages
    assert row.page.url == sample.WORK
    assert row.status is None
    assert [thing.what.title for thing in row.things] == ["Vores ideer"]


def test_what_could_not_be_determined_is_in_a_group_of_its_own():
    thing = next(
        thing
        for row in report_of().pages
        for thing in row.things
        if thing.what.title.startswith("=HYPERLINK")
    )
    assert (thing.status.group, thing.status.text) == ("unknown", "Could not be checked")


def test_an_artefact_without_title_is_named_by_what_its_page_calls_it():
    assert "Clip about whales" in [
        thing.what.title for row in report_of().pages for thing in row.things
    ]


def test_a_file_without_title_is_named_by_its_file():
    url = "https://example.org/files/vores%20sang.mp3?download=1"
    song = sample.thing("file:sang", sample.Kind.AUDIO, "", url=url)
    (row,) = report_of(pages=(), artefacts=(song,)).pages
    assert row.things[0].what.title == "vores sang.mp3"


def test_the_method_names_the_version_of_the_rules_where_there_is_one():
    assert ("Version of the rules about web tools", "2026-11-24.1") in {
        (fact.name, fact.value) for fact in report_of().methodology.visit
    }
    before = sample.AUDIT.run.model_copy(update={"rules_version": ""})
    names = {fact.name for fact in report_of(run=before).methodology.visit}
    assert "Version of the rules about web tools" not in names


def test_the_method_names_limits_settings_and_warnings():
    method = report_of().methodology
    assert ("Rules for programs (robots.txt)", "followed") in [
        (fact.name, fact.value) for fact in method.settings
    ]
    assert any("Adverts and counters were not loaded" in limit for limit in method.limits)
    by_http = report_of(screenshots=()).methodology
    assert any("without running their scripts" in limit for limit in by_http.limits)
    settings = {**sample.AUDIT.run.settings, "render": "auto"}
    ready = sample.AUDIT.run.model_copy(update={"settings": settings})
    unneeded = report_of(screenshots=(), run=ready).methodology
    assert not any("without running their scripts" in limit for limit in unneeded.limits)
    assert "a_code_of_tomorrow" in method.warnings
    assert method.warnings[0].endswith(f"this platform: {sample.SLOW}")


def test_robots_that_were_ignored_are_no_limit_but_a_warning():
    method = report_of(warnings=("robots_ignored",)).methodology
    assert not any("follows the rules" in limit for limit in method.limits)
    assert any("were not followed" in warning for warning in method.warnings)


def test_codes_that_nobody_knows_are_shown_and_break_nothing():
    strange = sample.finding("new_check", Severity.FIX, "no:such", "new_reason", "new_remedy")
    (group,) = report_of(findings=(strange,)).groups
    action = group.actions[0]
    assert (action.check, action.step, action.remedy) == ("new_check", "new_remedy", "new_remedy")
    assert action.occurrences[0].why == "new_reason"
    assert action.occurrences[0].what.title == "no:such"


@pytest.mark.parametrize("state", State)
def test_a_project_of_any_state_can_be_reported_in_every_language(state):
    visibility = sample.verdict(state, Reason.CONTENT_SHOWN)
    page = sample.PAGES[0].model_copy(update={"visibility": visibility})
    for translator in (EN, DA):
        assert report_of(translator, pages=(page,)).pages[0].status.text


@pytest.mark.parametrize(
    ("text", "masked"),
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
def test_personal_data_are_masked_and_other_numbers_are_not(text, masked):
    assert mask(text) == masked


@pytest.mark.parametrize("text", ["a" * 200_000, "1 " * 100_000, "a@" * 100_000, "a.b@c." * 40_000])
def test_masking_takes_no_long_time_for_long_texts(text):
    started = time.process_time()
    mask(text)
    assert time.process_time() - started < 5


def test_an_address_keeps_its_numbers_but_no_e_mail_address():
    url = "https://example.org/12-34-56-78?to=bo.holm%40example.org"
    assert without_email(url) == "https://example.org/12-34-56-78?to=b…@….org"


@pytest.mark.parametrize(
    ("url", "short"),
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
def test_a_long_address_is_shown_by_its_host_and_its_end(url, short):
    assert shown_address(url) == short


# The application: how well phases are shown, and what to paste.


def test_each_phase_says_how_well_it_is_shown():
    documentation = report_items()[2]
    assert [(p.topic, p.pages, p.things, p.group) for p in documentation.phases] == [
        ("Final product", 1, 1, "narrow"),
        ("eSafety and netiquette", 1, 0, "text"),
        ("Evaluation", 0, 0, "missing"),
        ("Dissemination and impact", 0, 0, "missing"),
    ]


def test_the_text_to_paste_names_phases_pages_and_things_with_their_addresses():
    lines = [
        (line.head, line.title, line.url, line.below) for line in report_items()[2].application_text
    ]
    assert lines == [
        ("Final product", "Vores arbejde", sample.WORK, False),
        ("", "Vores film om havet", "https://youtube.example.org/havfilm1234", True),
        ("eSafety and netiquette", lines[2][1], sample.SAFETY, False),
    ]
    assert sample.EMAIL not in lines[2][1]


def test_a_page_without_text_or_things_to_open_is_not_there_to_paste():
    bare = sample.PAGES[2].model_copy(update={"words": 3})
    pages = (*sample.PAGES[:2], bare, *sample.PAGES[3:])
    (row,) = [r for r in report_items(pages=pages)[2].table if r.page.url == sample.SAFETY]
    assert row.note == "nothing that everyone can open"
    assert sample.SAFETY not in {line.url for line in report_items(pages=pages)[2].application_text}


def test_nothing_that_a_visitor_cannot_open_is_there_to_paste():
    lost = {a.canonical_url for a in sample.AUDIT.artefacts if not a.visibility.visible}
    lost |= {page.url for page in sample.AUDIT.pages if not page.visibility.visible}
    pasted = {line.url for item in report_items() for line in item.application_text}
    assert pasted
    assert pasted & lost == set()


def test_the_fingerprint_of_the_data_is_that_of_the_file():
    data = registry()["json"].render(sample.AUDIT, Translator("da"))
    facts = {fact.name: fact.value for fact in report_of().methodology.visit}
    assert facts["SHA-256 of audit.json"] == sha256(data).hexdigest()


# What a rubric adds: definitions, points, compulsory minimums, and numbers divided.


def only(item: AssessmentItem, translator=EN, **more):
    assessment = sample.AUDIT.assessment.model_copy(update={"items": (item,), **more})
    return report_of(translator, assessment=assessment)


def test_points_stand_only_where_a_rubric_names_them():
    bare = sample.ITEMS[2]
    assert only(bare).parts[0].items[0].points == ""
    assert only(bare).pass_mark == ""
    pointed = bare.model_copy(update={"points": Points(maximum=5, minimum=2)})
    assessment = only(pointed, pass_mark=20)
    assert assessment.parts[0].items[0].points == "Points: 0 to 5, at least 2 needed"
    assert assessment.pass_mark == "Points needed in all: 20"


def test_a_definition_is_quoted_in_its_own_language():
    item = sample.ITEMS[1].model_copy(
        update={
            "definition": {"da": "Alle kan se det."},
            "definition_source": "https://nso.example/",
        }
    )
    (entry,) = only(item).parts[0].items
    assert (entry.definition.text, entry.definition.language) == ("Alle kan se det.", "da")


def test_compulsory_minimums_are_a_part_of_their_own():
    item = sample.ITEMS[3].model_copy(update={"compulsory": True})
    (part,) = only(item).parts
    assert (part.id, part.title) == ("compulsory", "Compulsory minimums")


def test_numbers_are_divided_by_kind_and_reason_the_greatest_first():
    counts = (
        Count(group=CountGroup.VISIBLE_KIND, code="wall", number=1),
        Count(group=CountGroup.VISIBLE_KIND, code="video", number=3),
        Count(group=CountGroup.LOST_REASON, code="private", number=2),
    )
    item = sample.ITEMS[1].model_copy(update={"breakdown": counts, "latest": "2026-06-05"})
    (entry,) = only(item).parts[0].items
    assert [group.rows for group in entry.breakdown] == [
        (("Video", "3"), ("Pinboard", "1")),
        (("The owner has made it private.", "2"),),
    ]
    assert entry.latest == "5 June 2026"


def test_what_was_measured_decides_no_item_of_a_human_and_says_whose_measure_it_is():
    item = sample.ITEMS[2].model_copy(
        update={"reasons": ("documentation_partial", "results_visible_failed")}
    )
    (entry,) = only(item).parts[0].items
    assert entry.measures == (
        "By the measure of this program: Everyone can see too few of the results.",
    )
    manual = sample.ITEMS[0].model_copy(update={"reasons": ("documentation_none",)})
    assert only(manual).parts[0].items[0].measures == ()


# What changed.


def comparison_of(*changes: Change, **more) -> Comparison:
    return Comparison(
        previous_run="before", previous_finished_at=sample.WHEN, changes=changes, **more
    )


def test_an_audit_alone_has_no_changes():
    assert report_of().changes is None


def test_changes_are_grouped_by_what_they_mean_to_visitors():
    gone = Change(
        subject=Subject.PAGE,
        id="https://example.org/gone",
        change=ChangeKind.VANISHED,
        title=f"Gone, {sample.EMAIL}",
        before="visible",
    )
    opened = Change(
        subject=Subject.ARTEFACT,
        id="youtube:havfilm1234",
        change=ChangeKind.OPENED,
        before="removed",
        after="visible",
    )
    item = Change(
        subject=Subject.ITEM,
        id="results_visible",
        change=ChangeKind.CLOSED,
        before="passed",
        after="failed",
    )
    changes = report_of(
        comparison=comparison_of(gone, opened, item, rules_differ=("rules",))
    ).changes
    assert [group.title for group in changes.groups] == [
        "No longer there",
        "Visitors can now see it",
        "Visitors can no longer see it",
    ]
    rows = [(g.rows[0].what.title, g.rows[0].before, g.rows[0].after) for g in changes.groups]
    assert rows[0][1:] == ("Visible to everyone", "is no longer there")
    assert sample.EMAIL not in rows[0][0]
    assert rows[1] == ("Vores film om havet", "Does not exist (any more)", "Visible to everyone")
    assert rows[2] == ("The results of the project must be visible", "Fulfilled", "Not fulfilled")
    assert len(changes.cautions) == 1
