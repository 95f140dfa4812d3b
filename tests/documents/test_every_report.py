"""Each rubric in each language in every format, from the replica's audits; and each PDF as PDF/UA.

The projects take turns, so that every one of them is met with many rubrics and languages.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from pdfua import validate

from crawlers.browser.pdf_printer import print_pdf
from reports.formats import registry
from reports.i18n.translator import Translator, languages
from tests.documents.audits import RUBRICS, audit_judged_by
from tests.replica.audits import NAMES

_turn = count()
PAIRS = [
    pytest.param(rubric, language, NAMES[next(_turn) % len(NAMES)], id=f"{rubric}-{language}")
    for rubric in RUBRICS
    for language in sorted(languages())
]
PRINTED = [
    pytest.param(rubric, language, NAMES[next(_turn) % len(NAMES)], id=f"{rubric}-{language}")
    for number, language in enumerate(sorted(languages()))
    for rubric in (RUBRICS[number % len(RUBRICS)],)
]


@pytest.mark.parametrize(("rubric", "language", "project"), PAIRS)
def test_every_format_renders(rubric: str, language: str, project: str) -> None:
    audit, translator = audit_judged_by(project, rubric), Translator(language)
    leaves = registry()
    assert leaves["pdf"].render is leaves["html"].render
    for leaf in leaves.values():
        if leaf.id == "pdf":
            continue
        data = leaf.render(audit, translator)
        assert data
        if leaf.id == "html":
            page = data.decode()
            assert f'<html lang="{language}"' in page
            for item in audit.assessment.items:
                assert f'id="item-{item.key}"' in page


@pytest.mark.parametrize(("rubric", "language", "project"), PRINTED)
def test_a_checker_of_pdf_ua_finds_nothing_in_any_language(
    rubric: str, language: str, project: str, tmp_path: Path
) -> None:
    audit, translator = audit_judged_by(project, rubric), Translator(language)
    pdf = registry()["pdf"]
    file = tmp_path / "report.pdf"
    assert pdf.finish is not None
    file.write_bytes(pdf.finish(print_pdf(pdf.render(audit, translator)), audit, translator))
    assert [
        f"{violation.rule_id} {violation.message}" for violation in validate(file).findings
    ] == []
