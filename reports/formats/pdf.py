"""``report.pdf``: the HTML report printed by a browser, then marked as PDF/UA.

Chromium writes the tags, the language and the outline. It leaves out the XMP identification,
the setting that shows the title, a description for each link, and the mark of an artefact on what
it does not tag: page numbers and signs that are hidden from screen readers (checked with Chromium
156, 2026-11-24). PDF/UA-1 (ISO 14289-1) asks for them in clauses 5, 7.1 and 7.18.5.
"""

from io import BytesIO

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Page,
    Pdf,
    String,
    parse_content_stream,
    unparse_content_stream,
)

from reports.audit import Audit
from reports.formats.base import Format
from reports.formats.html.page import page
from reports.i18n.translator import Translator
from reports.xml_text import xml_text

_PATH = frozenset(("m", "l", "c", "v", "y", "h", "re", "W", "W*"))
_PAINT = frozenset(("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n", "sh", "Do"))
_SHOW = frozenset(("Tj", "TJ", "'", '"'))
_OPEN = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
_CLOSE = ContentStreamInstruction([], Operator("EMC"))
_UA = "{http://www.aiim.org/pdfua/ns/id/}"


def finish(printed: bytes, audit: Audit, translator: Translator) -> bytes:
    """A printed report with its title, language, dates and descriptions of links.

    Raises ``pikepdf.PdfError`` for bytes that are no PDF.
    """
    with Pdf.open(BytesIO(printed)) as pdf:
        root = pdf.Root
        root.Lang = String(translator.language)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        for sheet in pdf.pages:
            _describe_links(sheet.get("/Annots", Array()))
            _mark_decoration(pdf, sheet)
        title = str(pdf.docinfo.get("/Title", audit.project.title))
        _write_metadata(pdf, title, audit, translator)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _write_metadata(pdf: Pdf, title: str, audit: Audit, translator: Translator) -> None:
    """Write the metadata of the file; the time is that of the audit, not of the printing."""
    when = audit.run.finished_at
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = when.strftime("D:%Y%m%d%H%M%SZ")
    pdf.docinfo["/Creator"] = f"TwinSpace Auditor {audit.run.tool_version}"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = xml_text(title)
        metadata["dc:language"] = [translator.language]
        metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = when.isoformat()
        metadata["xmp:CreatorTool"] = str(pdf.docinfo["/Creator"])
        metadata[f"{_UA}part"] = "1"


def _describe_links(annotations: Object) -> None:
    """Describe where each link leads, for those who do not see it."""
    for annotation in annotations:
        if annotation.get("/Subtype") != Name.Link or "/Contents" in annotation:
            continue
        action = annotation.get("/A", Dictionary())
        annotation.Contents = String(str(action.get("/URI", annotation.get("/Dest", "#"))))


def _mark_decoration(pdf: Pdf, sheet: Page) -> None:
    """Mark what stands outside every tag as decoration, path by path and text by text."""
    marked: list[ContentStreamInstruction | ContentStreamInlineImage] = []
    depth, drawing = 0, False
    for instruction in parse_content_stream(sheet):
        name = str(instruction.operator)
        depth += (name in ("BDC", "BMC")) - (name == "EMC")
        outside = depth == 0 and name != "EMC"
        if outside and not drawing and name in _PATH | _PAINT | _SHOW:
            marked.append(_OPEN)
            drawing = True
        marked.append(instruction)
        if drawing and name in _PAINT | _SHOW:
            marked.append(_CLOSE)
            drawing = False
    sheet.Contents = pdf.make_stream(unparse_content_stream(marked))


FORMAT = Format(
    id="pdf",
    file_name="report.pdf",
    media_type="application/pdf",
    per_language=True,
    render=page,
    pictured=True,
    finish=finish,
)
