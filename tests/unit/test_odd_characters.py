"""Characters that XML forbids, in every text that comes from the web, cost no report."""

from __future__ import annotations

from io import BytesIO

import docx
import openpyxl
import pytest

from crawlers.model.artefact import Artefact, Sighting
from crawlers.model.page import Page
from reports.formats import registry
from reports.i18n.translator import Translator
from reports.xml_text import xml_text
from tests.unit import sample

ODD = "So\ufffeng\uffffs \x00\x0b\x0c\x1b\x85\x7f\ud83cof\udfff the \U0001f3b8\U0001fffe sea\ufdd0"


def odd(value: Page | Artefact) -> Page | Artefact:
    """The value with odd characters in all its texts, made as a crawl makes it."""
    fields = {name: getattr(value, name) for name in type(value).model_fields}
    fields |= {"title": ODD, "url": f"{value.url}?q={ODD}"}
    if isinstance(value, Page):
        fields |= {"headings": (ODD, ODD), "found_on": (f"https://x.example/{ODD}",)}
    else:
        told = {"label": ODD, "url": fields["url"]}
        fields["sightings"] = tuple(Sighting(**(s.model_dump() | told)) for s in value.sightings)
    return type(value)(**fields)


@pytest.fixture(scope="module")
def audit():
    project = type(sample.AUDIT.project)(
        url=sample.AUDIT.project.url, platform="web", id="x", title=ODD, partners=(ODD,)
    )
    return sample.audit_with(
        project=project,
        pages=tuple(odd(page) for page in sample.AUDIT.pages),
        artefacts=tuple(odd(artefact) for artefact in sample.AUDIT.artefacts),
        warnings=(f"moved:{xml_text(ODD)}", "left_out:https://x.example/\ufffe"),
    )


def test_what_xml_forbids_is_left_out() -> None:
    assert xml_text(ODD) == "Songs \x85\x7fof the \U0001f3b8\U0001fffe sea\ufdd0"
    assert xml_text("a\tb\nc\rd") == "a\tb\nc\rd"


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    page = sample.AUDIT.pages[0].model_dump() | {"title": "\ud83c", "headings": ("a", "b\udfff")}
    made = Page.model_validate(page)
    assert (made.title, made.headings) == ("\ufffd", ("a", "b\ufffd"))


@pytest.mark.parametrize("name", ["csv", "docx", "html", "json", "xlsx"])
def test_every_format_is_made_and_can_be_read(name: str, audit) -> None:
    data = registry()[name].render(audit, Translator("en"))
    if name == "docx":
        assert "Songs" in docx.Document(BytesIO(data)).core_properties.title
    elif name == "xlsx":
        cells = [
            cell.value for row in openpyxl.load_workbook(BytesIO(data))["Pages"] for cell in row
        ]
        assert any("Songs" in str(cell) for cell in cells)
    else:
        assert "the \U0001f3b8" in data.decode()
