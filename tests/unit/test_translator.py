"""Every code has words, every language says all of them, and numbers and times read well."""

import re
from collections import Counter
from datetime import UTC, datetime

import pytest

from crawlers.model.artefact import EmbedState, Form, Kind
from crawlers.model.inventory import GapReason
from crawlers.model.page import Layout, Section
from crawlers.model.project import ProjectState
from crawlers.model.verdict import Failure, Reason, State
from reports import audit
from reports.i18n import messages
from reports.i18n.extract_messages import template
from reports.i18n.translator import SOURCE_LANGUAGE, Translator, catalogue, languages

TRANSLATED = sorted(languages() - {SOURCE_LANGUAGE})
TABLES = [
    (State, messages.STATES),
    (State, messages.GLOSSARY),
    (Reason, messages.REASONS),
    (Failure, messages.REASONS),
    (Kind, messages.KINDS),
    (Form, messages.FORMS),
    (EmbedState, messages.EMBEDS),
    (Section, messages.SECTIONS),
    (ProjectState, messages.PROJECT_STATES),
    (Layout, messages.LAYOUTS),
    (GapReason, messages.GAPS),
    (audit.Outcome, messages.OUTCOMES),
    (audit.Mode, messages.MODES),
    (audit.Severity, messages.SEVERITIES),
    (audit.Severity, messages.SEVERITIES_ABOUT),
    (audit.ItemKind, messages.ITEM_KINDS),
]
AGREED = {
    "checks": (
        messages.CHECKS,
        "page_refused page_not_checked artefact_lost artefact_not_checked embed_blocked "
        "layout_unknown coverage_incomplete edit_link personal_data page_unlisted",
    ),
    "remedies": (
        messages.REMEDIES,
        "publish_page open_in_private_window share_publicly replace_or_remove allow_embedding "
        "use_https wait_and_repeat fill_or_remove ask_support make_view_link "
        "remove_personal_data link_from_menu confirm_consent",
    ),
    "steps": (messages.STEPS, " ".join(messages.REMEDIES).replace(":coverage_incomplete", "")),
    "reasons of findings": (
        messages.REASONS,
        "x_frame_options frame_ancestors mixed_content dead_plugin hidden_frame layout_unknown "
        "stopped email_address edit_address not_in_menu",
    ),
    "reasons of items": (
        messages.ASSESSMENTS,
        "results_visible_passed results_visible_failed results_visible_cant_tell "
        "results_none_found documentation_found documentation_partial documentation_none "
        "coverage_uncertain left_to_human",
    ),
    "topics": (
        messages.TOPICS,
        "planning process product evaluation dissemination esafety credits personal_data",
    ),
    "numbers": (
        messages.NUMBERS,
        "artefacts visible lost undetermined doubtful result_pages pages_visible pages_refused "
        "pages_undetermined threshold kinds providers languages partners pages_personal_data",
    ),
    "warnings": (
        messages.WARNINGS,
        "format_failed page_limit time_limit interrupted seed_unreachable robots_ignored "
        "evidence_off layout_unknown archive_incomplete",
    ),
}


@pytest.mark.parametrize(
    ("codes", "table"), TABLES, ids=lambda value: getattr(value, "__name__", "")
)
def test_every_code_of_the_document_has_words(codes, table):
    assert [code.value for code in codes if not table.get(code.value)] == []


@pytest.mark.parametrize("name", AGREED)
def test_every_code_of_the_judgement_has_words(name):
    table, codes = AGREED[name]
    assert [code for code in codes.split() if not table.get(code)] == []


def test_an_unknown_code_is_shown_as_it_is():
    assert messages.source_text(messages.REASONS, "a_code_of_tomorrow") == "a_code_of_tomorrow"


def test_words_for_what_could_not_be_determined_never_say_that_it_is_not_visible():
    undetermined = [messages.STATES["undetermined"], messages.GLOSSARY["undetermined"]]
    assert "not visible" not in " ".join(undetermined)
    assert "This does not mean that visitors cannot see it." in messages.GLOSSARY["undetermined"]


def test_danish_and_english_are_there():
    assert {"da", "en"} <= languages()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_says_every_text_and_nothing_else(language):
    texts = {message.id for message in template() if message.id}
    translated = {message.id for message in catalogue(language) if message.id}
    assert sorted(map(str, texts - translated)) == []
    assert sorted(map(str, translated - texts)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_for_certain_with_the_same_placeholders(language):
    for message in catalogue(language):
        if not message.id:
            continue
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert not message.fuzzy, message.id
        assert all(forms), message.id
        for form in forms:
            assert placeholders(form) == placeholders(sources[-1]), message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_plural_has_every_form_of_its_language(language):
    messages = catalogue(language)
    plurals = [message for message in messages if isinstance(message.id, tuple)]
    assert plurals
    assert {len(message.string) for message in plurals} == {messages.num_plurals}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_sentence_stays_a_sentence(language):
    for message in catalogue(language):
        if isinstance(message.id, str) and message.id.endswith((".", ":", "?")):
            asks = ";" if language == "el" and message.id.endswith("?") else message.id[-1]
            assert message.string.endswith(asks), message.id


def placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{\w*\}", text))


def test_plurals_follow_the_language():
    phrases = [Translator("da").count("{n} item", "{n} items", number) for number in (0, 1, 1200)]
    assert phrases == ["0 elementer", "1 element", "1.200 elementer"]


def test_polish_has_three_forms_and_slovenian_four():
    polish = {Translator("pl").count("{n} item", "{n} items", number) for number in (1, 2, 5)}
    assert len({text.lstrip("0123456789 ") for text in polish}) == 3
    slovenian = {Translator("sl").count("{n} item", "{n} items", number) for number in (1, 2, 3, 5)}
    assert len({text.lstrip("0123456789 ") for text in slovenian}) >= 3


def test_english_plurals_need_no_catalogue():
    phrases = [Translator("en").count("{n} item", "{n} items", number) for number in (0, 1, 1200)]
    assert phrases == ["0 items", "1 item", "1,200 items"]


WHEN = datetime(2026, 11, 23, 22, 5, tzinfo=UTC)


def test_a_time_is_reported_in_utc_and_by_the_local_clock():
    assert Translator("da").time(WHEN) == "23. nov. 2026 22.05 UTC"
    assert (
        Translator("da").local_time(WHEN) == "23. november 2026 23.05 (Centraleuropæisk normaltid)"
    )
    assert Translator("en").time(WHEN) == "23 Nov 2026 22:05 UTC"
    assert (
        Translator("en").local_time(WHEN)
        == "23 November 2026 23:05 (Central European Standard Time)"
    )


def test_numbers_are_written_as_the_language_does():
    assert Translator("da").number(1234.5) == "1.234,5"
    assert Translator("da").percent(0.5) == "50\N{NO-BREAK SPACE}%"
    assert Translator("en").percent(0.5) == "50%"


def test_a_language_without_catalogue_speaks_english():
    assert Translator("ga").text("What to fix") == "What to fix"


def test_a_language_is_named_in_the_reports_own():
    assert Translator("da").language_name("en") == "engelsk"
    assert Translator("da").language_name("no such-code") == "no such-code"
