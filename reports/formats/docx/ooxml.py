"""What Word needs beyond python-docx: links, languages, header rows, text from right to left; pure.

The markup is that of ECMA-376, part 1, chapter 17.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reports.xml_text import xml_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_RTL = {"R", "AL"}
_STRONG = _RTL | {"L"}


def right_to_left(text: str) -> bool:
    """True when the first letter with a direction is written from right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in _STRONG), "L") in _RTL


def set_language(document: Document, language: str) -> None:
    """Set the language of the whole document, for spelling and for screen readers."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for mark in () if defaults is None else defaults.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)
        mark.set(qn("w:bidi"), language)


def write(paragraph: Paragraph, text: str, *, language: str = "", bold: bool = False) -> Run:
    """Add a run of text in its direction; ``language`` is given if it is not the document's."""
    run = paragraph.add_run(xml_text(text))
    run.bold = bold or None
    _mark(run, text, language)
    return run


def _mark(run: Run, text: str, language: str) -> None:
    properties = run._r.get_or_add_rPr()
    if right_to_left(text):
        properties.append(OxmlElement("w:rtl"))
    if language:
        mark = OxmlElement("w:lang")
        mark.set(qn("w:bidi" if right_to_left(text) else "w:val"), language)
        properties.append(mark)


def set_direction(paragraph: Paragraph, text: str) -> None:
    """Let a paragraph run from right to left when its text does."""
    if right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))


def link(paragraph: Paragraph, text: str, url: str, *, language: str = "") -> None:
    """Add a link; plain text when the address is no web address."""
    if not url.lower().startswith(("http://", "https://")):
        write(paragraph, text, language=language)
        return
    number = paragraph.part.relate_to(xml_text(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    holder = OxmlElement("w:hyperlink")
    holder.set(qn("r:id"), number)
    run = write(paragraph, text, language=language)
    run._r.style = "Hyperlink"
    holder.append(run._r)
    paragraph._p.append(holder)


def mark_header(table: Table) -> None:
    """Mark the first row as header: it is repeated on every page and known to screen readers."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in table.rows:
        whole = OxmlElement("w:cantSplit")
        whole.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(whole)


def describe(table: Table, text: str) -> None:
    """Set the alternative text of a table."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), xml_text(text))
    table._tbl.tblPr.append(caption)
