"""The Word document in LibreOffice: it opens, keeps its headings and gives its text back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from reports.formats.docx import FORMAT
from reports.i18n.translator import Translator, languages
from tests.documents.audits import AUDITS, audit


def convert(file: Path, kind: str) -> Path:
    """A file as LibreOffice writes it in another format; fails where it is not installed."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is needed: apt-get install libreoffice-writer-nogui"
    target = file.parent / kind
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(file.parent / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", kind, "--outdir", str(target), str(file)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return target / f"{file.stem}.{kind}"


def word_file(name: str, language: str, folder: Path) -> Path:
    file = folder / "report.docx"
    file.write_bytes(FORMAT.render(audit(name), Translator(language)))
    return file


def texts(document: Document) -> list[str]:
    """Every paragraph with text, those in tables included, in the order of the document."""
    paragraphs = (
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in document.element.body.iter(qn("w:p"))
    )
    return [" ".join(text.split()) for text in paragraphs if text.strip()]


def headings(document: Document) -> list[tuple[str, str]]:
    return [
        (p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")
    ]


@pytest.mark.parametrize("name", AUDITS)
def test_text_headings_and_tables_come_back_from_libreoffice(name: str, tmp_path: Path) -> None:
    ours = word_file(name, "da", tmp_path)
    again = convert(convert(ours, "odt"), "docx")
    before, after = docx.Document(str(ours)), docx.Document(str(again))
    assert texts(after) == texts(before)
    assert headings(after) == headings(before)
    assert len(after.tables) == len(before.tables)


@pytest.mark.parametrize("language", sorted(languages()))
def test_it_becomes_a_pdf_in_every_language(language: str, tmp_path: Path) -> None:
    pdf = convert(word_file("sample", language, tmp_path), "pdf")
    assert pdf.read_bytes().startswith(b"%PDF-")
