"""The PDF as a reader's software sees it: printed by a browser and checked as PDF/UA."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

from auditor.session.printing import browser_printer
from reports.formats.pdf import FORMAT
from reports.i18n.translator import Translator
from tests.unit import sample

pytestmark = pytest.mark.xdist_group("pdf")


@pytest.fixture(scope="module", params=["en", "da"])
def report_pdf(request, tmp_path_factory) -> tuple[str, bytes]:
    """The sample's report in one language with its pictures, as its PDF."""
    translator = Translator(request.param)
    pictures = sample.pictures(tmp_path_factory.mktemp("pictures"))
    page = browser_printer()(FORMAT.render(sample.AUDIT, translator, pictures))
    return request.param, FORMAT.finish(page, sample.AUDIT, translator)


def tags(node: pikepdf.Object) -> list[str]:
    """All types of a structure tree, depth first."""
    if not isinstance(node, pikepdf.Dictionary):
        return []
    kids = node.get("/K", pikepdf.Array())
    below = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [str(node.get("/S", "")), *(tag for kid in below for tag in tags(kid))]


def test_a_checker_of_pdf_ua_finds_nothing(report_pdf: tuple[str, bytes], tmp_path: Path):
    file = tmp_path / "report.pdf"
    file.write_bytes(report_pdf[1])
    assert [
        f"{violation.rule_id} {violation.message}" for violation in validate(file).findings
    ] == []


def test_the_file_names_its_title_language_and_the_time_of_the_audit(report_pdf: tuple[str, bytes]):
    language, data = report_pdf
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == language
        assert sample.AUDIT.project.title in str(pdf.docinfo["/Title"])
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261123220530+00'00"
        assert pdf.open_metadata()["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_headings_tables_and_their_headers_are_tagged(report_pdf: tuple[str, bytes]):
    with pikepdf.open(BytesIO(report_pdf[1])) as pdf:
        names = tags(pdf.Root.StructTreeRoot)
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/Link"} <= set(names)
    assert names.count("/H1") == 1


def test_the_outline_leads_to_the_sections(report_pdf: tuple[str, bytes]):
    with pikepdf.open(BytesIO(report_pdf[1])) as pdf, pdf.open_outline() as outline:
        assert len(outline.root) == 1
        assert len(outline.root[0].children) == 6
