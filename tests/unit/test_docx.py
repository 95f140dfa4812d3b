"""The Word document: Word's own headings, tables, links and languages, and every text of the view."""

from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from reports.audit import Change, ChangeKind, Comparison, Subject
from reports.formats.docx import FORMAT
from reports.formats.docx.ooxml import right_to_left
from reports.i18n.translator import Translator
from reports.view.report import view
from tests.unit import sample

ARABIC = "البحر بيننا"


def document(language="en", **parts):
    data = FORMAT.render(sample.audit_with(**parts), Translator(language))
    return docx.Document(BytesIO(data))


def headings(docx, level: int) -> list[str]:
    return [p.text for p in docx.paragraphs if p.style.name == f"Heading {level}"]


def everything(docx) -> str:
    return "\n".join(text.text or "" for text in docx.element.body.iter(qn("w:t")))


def test_sections_are_headings_for_the_navigator():
    docx = document()
    assert headings(docx, 1) == [
        "What to fix",
        "What the label asks for",
        "What visitors see, by kind",
        "What visitors see, page by page",
        "What a visitor saw",
        "How it was checked",
    ]
    assert "The results of the project must be visible" in headings(docx, 3)
    assert [p.text for p in docx.paragraphs if p.style.name == "Title"] == ["Havet omkring os"]


def test_no_heading_skips_a_level():
    levels = [int(p.style.name[-1]) for p in document().paragraphs if "Heading" in p.style.name]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_table_has_a_header_row_that_is_repeated_and_a_description():
    for table in document().tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
        assert all(cell.text for cell in table.rows[0].cells)


def test_looks_come_from_the_styles_of_the_template():
    docx = document()
    used = {p.style.name for p in docx.paragraphs}
    assert {"Title", "Subtitle", "Heading 1", "Caption", "Aside", "Paste", "Answer"} <= used
    assert {table.style.name for table in docx.tables} == {"Report Table"}


def test_each_item_has_a_place_for_a_comment():
    docx = document()
    assert headings(docx, 4).count("Comment by those who assess") == len(sample.ITEMS)
    answers = [p for p in docx.paragraphs if p.style.name == "Answer"]
    assert len(answers) >= len(sample.ITEMS)


def test_links_are_links_and_lead_to_web_addresses_only():
    docx = document()
    targets = {rel.target_ref for rel in docx.part.rels.values() if rel.is_external}
    assert sample.WORK in targets
    assert all(target.startswith(("http://", "https://")) for target in targets)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_document_says_its_language_title_and_the_time_of_the_audit(language):
    docx = document(language)
    languages = {mark.get(qn("w:val")) for mark in docx.styles.element.iter(qn("w:lang"))}
    assert languages == {language}
    core = docx.core_properties
    assert (core.title, core.language) == ("Havet omkring os", language)
    assert core.created.isoformat() == "2026-11-23T22:05:30+00:00"


def test_a_text_from_right_to_left_runs_so():
    project = sample.AUDIT.project.model_copy(update={"title": ARABIC})
    (title,) = [p for p in document(project=project).paragraphs if p.style.name == "Title"]
    assert title.text == ARABIC
    assert title._p.pPr.find(qn("w:bidi")) is not None
    assert title.runs[0]._r.rPr.find(qn("w:rtl")) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our river", False),
        (ARABIC, True),
        ("2024: " + ARABIC, True),
        ("שלום", True),
        ("12", False),
    ],
)
def test_the_first_letter_decides_the_direction(text: str, expected: bool):
    assert right_to_left(text) is expected


def test_everything_that_the_view_says_of_the_label_is_in_the_document():
    report, words = view(sample.AUDIT, Translator("en")), everything(document())
    for part in report.parts:
        for item in part.items:
            for text in (item.wording, item.reason, item.outcome):
                assert text in words
            for line in item.application_text:
                assert line.url in words


def test_changes_have_a_section():
    change = Change(
        subject=Subject.ARTEFACT,
        id="youtube:havfilm1234",
        change=ChangeKind.OPENED,
        before="removed",
        after="visible",
    )
    comparison = Comparison(
        previous_run="before", previous_finished_at=sample.WHEN, changes=(change,)
    )
    docx = document(comparison=comparison)
    assert "What has changed" in headings(docx, 1)
    assert "Visitors can now see it (1)" in [p.text for p in docx.paragraphs]


def test_personal_data_and_control_characters_stay_out():
    title = f"Write to {sample.EMAIL}\x00\x0b"
    project = sample.AUDIT.project.model_copy(update={"title": title})
    assert sample.EMAIL not in everything(document(project=project))
