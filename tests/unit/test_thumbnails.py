"""Screenshots in reports: small ones inside, with words, and none from another place."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from bs4 import BeautifulSoup
from PIL import Image

from reports.formats import registry
from reports.i18n.translator import Translator
from reports.view.screenshots import screenshot_views
from reports.view.thumbnails import NONE, Thumbnails
from reports.write import write
from tests.unit import sample

PAGE = sample.AUDIT.screenshots[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sample.pictures(tmp_path)
    return tmp_path


def test_a_small_picture_is_the_top_of_the_page(folder: Path) -> None:
    small = Thumbnails(folder).small(PAGE.file)
    assert small is not None
    with Image.open(io.BytesIO(small)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (480, 360))


@pytest.mark.parametrize(
    "file",
    [
        "screenshots/0000000000000000.webp",
        "../secret.webp",
        "screenshots/../../x.webp",
        "/etc/passwd",
    ],
)
def test_what_is_not_there_or_lies_elsewhere_is_not_shown(folder: Path, file: str) -> None:
    assert Thumbnails(folder).small(file) is None
    assert Thumbnails(folder).inline(file) == ""
    assert Thumbnails(folder).path_of(file) == ""


def test_a_broken_picture_is_left_out(folder: Path) -> None:
    (folder / PAGE.file).write_bytes(b"RIFF")
    assert Thumbnails(folder).small(PAGE.file) is None


def test_a_plate_says_what_it_shows_and_what_it_does_not() -> None:
    page, artefact = screenshot_views(sample.AUDIT, Translator("en"))
    assert page.alt == (
        "Screenshot of Havet omkring os, as a visitor without an account sees it: Visible to everyone"
    )
    assert artefact.notes[-2:] == (
        "The page is longer than the picture.",
        "It was taken before everything had loaded.",
    )


def html(pictures: Thumbnails) -> BeautifulSoup:
    page = registry()["html"].render(sample.AUDIT, Translator("en"), pictures)
    return BeautifulSoup(page, "lxml")


def test_the_page_holds_the_pictures_with_their_words(folder: Path) -> None:
    page = html(Thumbnails(folder))
    images = page.select("#pictures img")
    assert len(images) == 2
    assert all(str(element["src"]).startswith("data:image/jpeg;base64,") for element in images)
    assert all(str(element["alt"]).startswith("Screenshot of ") for element in images)
    anchors = {element["href"] for element in page.select("a[href^='#picture-']")}
    assert anchors <= {f"#{element['id']}" for element in page.select(".screenshot")}


def test_without_the_files_the_words_stand_alone() -> None:
    assert len(html(NONE).select("#pictures .screenshot")) == 2
    assert html(NONE).select("#pictures img") == []


def test_the_word_document_holds_the_pictures_with_their_words(folder: Path) -> None:
    data = registry()["docx"].render(sample.AUDIT, Translator("da"), Thumbnails(folder))
    shapes = docx.Document(io.BytesIO(data)).inline_shapes
    alts = [shape._inline.docPr.get("descr") for shape in shapes]
    assert len(alts) == 2
    assert all(alt.startswith("Skærmbillede af ") for alt in alts)


def test_an_audit_that_is_rendered_again_finds_its_pictures(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "again"
    out.mkdir()
    write(sample.AUDIT, out, names=("html",), languages=["en"], pictures=folder)
    page = BeautifulSoup((out / "report.html").read_bytes(), "lxml")
    assert len(page.select("#pictures img")) == 2
    assert "screenshots/" not in page.select_one("#pictures").get_text()  # type: ignore[union-attr]
