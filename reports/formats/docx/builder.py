"""Build a Word document: paragraphs, headings and tables in the template's styles."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from io import BytesIO

import docx
from docx.document import Document
from docx.shared import Cm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from reports.formats.docx import ooxml
from reports.view.references import Reference
from reports.xml_text import xml_text

_WIDTH = 16.6  # centimetres between the margins of the template

Text = str | Reference | tuple["Text", ...]


class DocxBuilder:
    """The empty template, and what is written into it, from top to bottom.

    Every text is set in its own direction; a table has a header row that is repeated on each page
    and known to screen readers.
    """

    def __init__(self, language: str) -> None:
        template = files("reports").joinpath("formats", "docx", "application.docx").read_bytes()
        self.document: Document = docx.Document(BytesIO(template))
        ooxml.set_language(self.document, language)
        # A look-up by name walks all styles; there are some thousand paragraphs.
        self._styles = {style.name: style.style_id for style in self.document.styles}

    def to_bytes(self) -> bytes:
        """The document as a file."""
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def paragraph(self, text: str, style: str = "Normal", *, language: str = "") -> Paragraph:
        """Add a paragraph in a style."""
        paragraph = self.line(style)
        ooxml.set_direction(paragraph, text)
        ooxml.write(paragraph, text, language=language)
        return paragraph

    def heading(self, text: str, level: int, *, language: str = "") -> None:
        """Add a heading of a level from 1 to 4."""
        self.paragraph(text, f"Heading {level}", language=language)

    def labelled_line(self, name: str, text: str, style: str = "Normal") -> None:
        """Add a paragraph that begins with a name in bold."""
        paragraph = self.line(style)
        ooxml.write(paragraph, f"{name} ", bold=True)
        ooxml.write(paragraph, text)

    def picture(self, data: bytes, alt: str) -> None:
        """Add a picture with its alternative text, at most as wide as the line."""
        paragraph = self.line()
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(BytesIO(data), width=Cm(_WIDTH * 0.6))
        shape._inline.docPr.set("descr", xml_text(alt))

    def table(
        self,
        caption: str,
        names: Sequence[str],
        rows: Sequence[Sequence[Text]],
        widths: Sequence[float],
    ) -> None:
        """Add a table with a header row; ``widths`` are shares of the line."""
        if caption:
            self.paragraph(caption, "Caption")
        table = self.document.add_table(rows=1 + len(rows), cols=len(names), style="Report Table")
        table.autofit = False
        cells = [list(row.cells) for row in table.rows]
        for place, name in enumerate(names):
            self._fill(cells[0][place], name, style="Cell Heading")
        for line, row in zip(cells[1:], rows, strict=True):
            for cell, content in zip(line, row, strict=True):
                self._fill(cell, content)
        for line in cells:
            for cell, width in zip(line, widths, strict=True):
                cell.width = Cm(_WIDTH * width)
        ooxml.mark_header(table)
        ooxml.describe(table, caption or " / ".join(names))
        self.line("Aside")

    def _fill(self, cell: _Cell, content: Text, style: str = "Cell") -> None:
        """Write a text, a reference, or several of them one below the other."""
        parts = content if isinstance(content, tuple) else (content,)
        for number, part in enumerate(parts or ("",)):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph._p.style = self._styles[style]
            if isinstance(part, Reference):
                ooxml.set_direction(paragraph, part.title)
                ooxml.link(paragraph, part.title, part.url, language=part.language)
            else:
                ooxml.set_direction(paragraph, str(part))
                ooxml.write(paragraph, str(part))

    def line(self, style: str = "Normal") -> Paragraph:
        """Add an empty paragraph to write in."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self._styles[style]
        return paragraph
