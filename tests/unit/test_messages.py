"""No text of a report gets past the catalogues: every word is translated, or is the audit's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import NullTranslations
from io import BytesIO

import docx
import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from docx.oxml.ns import qn

from reports.formats import registry
from reports.i18n import translator
from reports.i18n.extract_messages import template
from reports.i18n.translator import SOURCE_LANGUAGE, Translator, catalogue, languages
from reports.view.tool_names import tool_name
from tests.replica.audits import NAMES, audit_of
from tests.unit import sample

TRANSLATED = sorted(languages() - {SOURCE_LANGUAGE})
OPEN, CLOSE = "⟦", "⟧"
_MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_WORD = re.compile(r"[^\W\d_]{3,}")
# What is not translated: names of tools, of this program, of months and places, and file names.
_TOOLS = {tool_name(thing) for thing in sample.AUDIT.artefacts} - {""}
_NAMES = re.compile(
    r"TwinSpace Auditor|TwinSpaceAuditor|audit\.json|HTTP|UTC|Danish|nql-2021-dk|[0-9a-f]{64}|"
    r"november|Nov|Central European Standard Time|" + "|".join(map(re.escape, _TOOLS)),
    re.IGNORECASE,
)


class _Pseudo(NullTranslations):
    """Marks whatever goes through the catalogues."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, singular: str, many: str, n: int) -> str:
        return self.gettext(singular if n == 1 else many)


def text_outside_marks(text: str) -> str:
    """What of a text stands outside all marks; a marked text may hold another one."""
    while _MARKED.search(text):
        text = _MARKED.sub(" ", text)
    return text


@pytest.fixture
def catalogues(monkeypatch: pytest.MonkeyPatch) -> _Pseudo:
    marking = _Pseudo()
    monkeypatch.setattr(translator, "_translations", lambda language: marking)
    return marking


def html_texts(data: bytes) -> Iterator[str]:
    """The texts of a page, block by block."""
    soup = BeautifulSoup(data, "lxml")
    for tag in soup(["style", "script"]):
        tag.decompose()
    for text in soup.find_all(string=True):
        if type(text) is NavigableString and text.strip():
            yield text.strip()


def docx_texts(data: bytes) -> Iterator[str]:
    for text in docx.Document(BytesIO(data)).element.body.iter(qn("w:t")):
        if text.text and text.text.strip():
            yield text.text.strip()


READERS = {"html": html_texts, "docx": docx_texts}


@pytest.mark.parametrize("name", READERS)
def test_every_text_of_a_report_goes_through_the_catalogues(name: str, catalogues: _Pseudo):
    data = registry()[name].render(sample.AUDIT, Translator("en"))
    document = sample.AUDIT.model_dump_json()
    stray = []
    for text in READERS[name](data):
        left = _NAMES.sub(" ", text_outside_marks(text))
        stray += [(word, text) for word in _WORD.findall(left) if word not in document]
    assert not stray, "\n".join(f"{word}: {text}" for word, text in stray)


@pytest.mark.parametrize("project", NAMES)
@pytest.mark.parametrize("name", READERS)
def test_every_text_that_a_report_asks_for_is_there_for_translators(
    name: str, project: str, catalogues: _Pseudo
):
    marked = {part for m in template() for part in (m.id if isinstance(m.id, tuple) else (m.id,))}
    registry()[name].render(audit_of(project), Translator("en"))
    assert catalogues.asked - marked == set()


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("name", READERS)
def test_no_source_text_is_left_in_a_translated_report(name: str, language: str):
    sources = {
        message.id: message.string
        for message in catalogue(language)
        if isinstance(message.id, str) and len(message.id.split()) > 1
    }
    english = {source for source, translation in sources.items() if source != translation}
    assert len(english) > 200
    data = registry()[name].render(sample.AUDIT, Translator(language))
    assert [text for text in READERS[name](data) if text in english] == []
