"""The Word document in LibreOffice: it opens, keeps its headings and gives its text back.

LibreOffice takes seconds to start, so each conversion is one start for all documents.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from reports.formats.docx import FORMAT
from reports.i18n.translator import Translator, languages
from tests.documents.audits import AUDITS, SAMPLE, audit

_SECONDS = 600
# One worker makes the conversions that all tests share.
pytestmark = pytest.mark.xdist_group("word")


def convert(documents: Sequence[Path], kind: str, folder: Path) -> dict[str, Path]:
    """Each document in another format, by its name without suffix, as LibreOffice writes it.

    Fails where LibreOffice is not installed, or gives no file for a document.
    """
    program = shutil.which("soffice")
    assert program, "LibreOffice is needed: apt-get install libreoffice-writer-nogui"
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", kind, "--outdir", str(folder), *map(str, documents)),
        ],
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
    return {document.stem: folder / f"{document.stem}.{kind}" for document in documents}


def write(name: str, language: str, file: Path) -> Path:
    file.write_bytes(FORMAT.render(audit(name), Translator(language)))
    return file


@pytest.fixture(scope="module")
def round_trips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Our document and the one that LibreOffice gives back by way of ODT, by the audit's name."""
    folders = [tmp_path_factory.mktemp(name) for name in ("ours", "odt", "back")]
    ours = [write(name, "da", folders[0] / f"{name}.docx") for name in AUDITS]
    open_documents = convert(ours, "odt", folders[1])
    back = convert(list(open_documents.values()), "docx", folders[2])
    return {document.stem: (document, back[document.stem]) for document in ours}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample's document as LibreOffice's PDF, by language."""
    ours, folder = (tmp_path_factory.mktemp(name) for name in ("sample", "pdf"))
    documents = [write(SAMPLE, code, ours / f"{code}.docx") for code in sorted(languages())]
    return convert(documents, "pdf", folder)


def texts(document: Document) -> list[str]:
    """Every paragraph with text, those in tables included, in the order of the document."""
    paragraphs = (
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in document.element.body.iter(qn("w:p"))
    )
    return [" ".join(text.split()) for text in paragraphs if text.strip()]


def headings(document: Document) -> list[tuple[str, str]]:
    return [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]


@pytest.mark.parametrize("name", AUDITS)
def test_text_headings_and_tables_come_back_from_libreoffice(
    name: str, round_trips: dict[str, tuple[Path, Path]]
) -> None:
    before, after = (docx.Document(str(file)) for file in round_trips[name])
    assert texts(after) == texts(before)
    assert headings(after) == headings(before)
    assert len(after.tables) == len(before.tables)


@pytest.mark.parametrize("language", sorted(languages()))
def test_it_becomes_a_pdf_in_every_language(language: str, pdfs: dict[str, Path]) -> None:
    assert pdfs[language].read_bytes().startswith(b"%PDF-")
