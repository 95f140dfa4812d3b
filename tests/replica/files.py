"""Small files of each type, with the first bytes that tell the type."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import PurePosixPath

from tests.replica.answers import Answer, file

_JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1td"
    "hbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
    "pKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAMABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcI"
    "CQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRol"
    "JicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip"
    "qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAA"
    "AAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLR"
    "ChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaX"
    "mJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEA"
    "PwC5UgKeUQR81YdFE6nMcydj/9k="
)
_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAMAgMAAAAWidUSAAAACVBMVEXw3Dx4tOYoeDwkESGSAAAAK0lEQVR4nE3JsQkA"
    "IAwAsLT0QBcP9b+CLgouWRITxV5Jd8KjKomRUPOLywHZWgTHn38jGQAAAABJRU5ErkJggg=="
)
_GIF = base64.b64decode(
    "R0lGODdhEAAMAIEAAPDcPHi05ih4PAAAACwAAAAAEAAMAAAILQADCBxIsKBBgwASHiyYsOHCgQ0VPgwQEcBEgQ4vapwo"
    "oKPHjyBDihxJsiTJgAA7"
)
_SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    b'<circle cx="4" cy="4" r="4"/></svg>'
)
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
    b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


def _office(main: str, kind: str) -> bytes:
    """A minimal Office document: a ZIP with its content types and main part."""
    packed = io.BytesIO()
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'content-types"><Override PartName="/{main}" ContentType="{kind}.main+xml"/></Types>'
    )
    with zipfile.ZipFile(packed, "w") as archive:
        for name, body in (
            ("[Content_Types].xml", types),
            ("_rels/.rels", "<Relationships/>"),
            (main, "<document/>"),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), body)
    return packed.getvalue()


_OOXML = "application/vnd.openxmlformats-officedocument."
TYPES: dict[str, tuple[str, bytes]] = {
    ".jpg": ("image/jpeg", _JPEG),
    ".png": ("image/png", _PNG),
    ".gif": ("image/gif", _GIF),
    ".svg": ("image/svg+xml", _SVG),
    ".pdf": ("application/pdf", _PDF),
    ".pptx": (
        f"{_OOXML}presentationml.presentation",
        _office("ppt/presentation.xml", f"{_OOXML}presentationml.presentation"),
    ),
    ".docx": (
        f"{_OOXML}wordprocessingml.document",
        _office("word/document.xml", f"{_OOXML}wordprocessingml.document"),
    ),
    ".mp3": ("audio/mpeg", b"ID3\x03\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" + bytes(400)),
    ".mp4": ("video/mp4", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(400)),
    ".webm": ("video/webm", b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + bytes(200)),
    ".swf": ("application/x-shockwave-flash", b"FWS\x08\x40\x00\x00\x00" + bytes(56)),
    ".vtt": ("text/vtt", b"WEBVTT\n\n00:00.000 --> 00:02.000\nThe sea.\n"),
    ".zip": ("application/zip", _office("readme.txt", "text/plain")),
    ".css": ("text/css", b"body{margin:0}"),
    ".js": ("text/javascript", b"void 0;"),
}


def stored_file(path: str) -> Answer:
    """The file that a path names by its extension."""
    media_type, body = TYPES[PurePosixPath(path).suffix]
    return file(body, media_type)


def script(code: str) -> Answer:
    """A script of a site's own."""
    return file(code.encode(), "application/javascript")
