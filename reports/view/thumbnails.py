"""Small versions of an audit's screenshots for a report.

JPEG, since Word and PDF keep it as it is.
"""

from __future__ import annotations

import base64
import io
import logging
import re
from pathlib import Path

from PIL import Image, ImageDraw, UnidentifiedImageError

_LOG = logging.getLogger(__name__)
_NAME = re.compile(r"screenshots/[0-9a-f]{16}\.webp")
_TOP = 960  # pixels of the page that a small picture shows
_WIDTH = 480
_QUALITY = 60
_LINE = "#9aa3b5"


class Thumbnails:
    """The pictures in a folder; a report in ``out`` may link to those that lie beside it."""

    def __init__(self, folder: Path | None = None, out: Path | None = None) -> None:
        self._folder = folder
        self._out = out or folder

    def small(self, file: str) -> bytes | None:
        """The top of a picture as JPEG, 480 pixels wide, or None where none can be read."""
        if self._folder is None or _NAME.fullmatch(file) is None:
            return None
        try:
            with Image.open(self._folder / file) as picture:
                width, height = picture.size
                top = picture.convert("RGB").crop((0, 0, width, min(height, _TOP)))
            small = top.resize((_WIDTH, max(1, round(top.height * _WIDTH / width))))
            # Most pages are as white as paper: a line says where the picture ends.
            edge = (0, 0, small.width - 1, small.height - 1)
            ImageDraw.Draw(small).rectangle(edge, outline=_LINE)
            packed = io.BytesIO()
            small.save(packed, "JPEG", quality=_QUALITY)
            return packed.getvalue()
        except (OSError, UnidentifiedImageError, ValueError):
            _LOG.warning("%s cannot be shown", file)
            return None

    def inline(self, file: str) -> str:
        """The small picture as a ``data:`` address, or an empty string."""
        small = self.small(file)
        return f"data:image/jpeg;base64,{base64.b64encode(small).decode()}" if small else ""

    def path_of(self, file: str) -> str:
        """The file's address as seen from the report, or an empty string where it is not there."""
        exists = self._out is not None and _NAME.fullmatch(file) and (self._out / file).is_file()
        return file if exists else ""


NONE = Thumbnails()
