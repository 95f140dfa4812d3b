"""What a browser would draw of a picture's bytes, decoded by Pillow and expat; pure.

Chromium decides by the bytes and not by the head which decoder gets a picture; a drawing (SVG)
alone needs its type. It draws as much of a damaged picture as was decoded (tried with Chromium
156, 2026-12-01). Formats are read from their first frame alone, and a picture of very many pixels
is not decoded, so that none costs more than about a second.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Callable
from typing import Any, cast
from xml.parsers import expat

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    CurImagePlugin,
    GifImagePlugin,
    IcoImagePlugin,
    ImageChops,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
    features,
)
from PIL.Image import DecompressionBombError, DecompressionBombWarning, Image
from PIL.Image import new as new_image

from crawlers.model.media_type import essence, signed_type
from crawlers.model.picture import PictureState

_MAX_PIXELS = 60_000_000  # of one frame, about 240 MB while it is decoded
_SPACER = 2  # pixels; a picture so thin keeps other things apart
_LEAST_SHARE = 10  # a damaged picture of which less than a tenth of the rows is there is of no use
_DRAWING = "image/svg+xml"
# Types whose bytes always begin with a known mark. Of any other type nobody here knows the marks.
_WEB_TYPES = frozenset(
    {
        *("image/jpeg", "image/jpg", "image/pjpeg", "image/png", "image/apng", "image/gif"),
        *("image/webp", "image/avif", "image/bmp", "image/x-icon", "image/vnd.microsoft.icon"),
    }
)
_END_OF_JPEG = b"\xff\xd9"
# Pillow's classes are called directly: ``Image.open`` warns and raises by a limit of the process.
_READERS: dict[str, Callable[[io.BytesIO], ImageFile.ImageFile]] = {
    "image/jpeg": JpegImagePlugin.JpegImageFile,
    "image/png": PngImagePlugin.PngImageFile,
    "image/gif": GifImagePlugin.GifImageFile,
    "image/webp": WebPImagePlugin.WebPImageFile,
    "image/bmp": BmpImagePlugin.BmpImageFile,
    "image/avif": AvifImagePlugin.AvifImageFile,
    "image/x-icon": IcoImagePlugin.IcoImageFile,
}
# Formats whose damages the readers here judge as Chromium does. Of BMP, WebP and AVIF Chromium
# draws more (held against 438 files of Pillow's tests and 490 damaged ones, 2026-12-01).
_ALIKE = frozenset({"image/jpeg", "image/png", "image/gif"})
# TIFF, JPEG 2000, JPEG XL, HEIF and Photoshop's own format: decoders that Chromium does not have.
_FOREIGN = re.compile(
    rb"II[*+]\x00|MM\x00[*+]|\x00\x00\x00\x0cjP  |\xff\x4f\xff\x51|\xff\x0a|"
    rb"\x00\x00\x00\x0cJXL |.{4}ftyp(?:hei|hev|mif|msf)|8BPS",
    re.DOTALL,
)
_TOO_LARGE = (DecompressionBombError, DecompressionBombWarning)
# What Pillow's readers raise for bytes that are none of their format, or that end too early.
_FAULTS = (
    *(OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError),
    *(OverflowError, RuntimeError, AttributeError, zlib.error, MemoryError),
    *(AssertionError, ZeroDivisionError, struct.error),
)
_NOT_DRAWN = frozenset({"title", "desc", "metadata", "defs", "style", "script"})


def may_be_picture(claimed: str, body: bytes) -> bool:
    """True for an answer that a browser may draw, by its head or its first bytes."""
    return bool(body) and "image/" in (essence(claimed)[:6], signed_type(body)[:6])


def picture_state(claimed: str, body: bytes, *, cut: bool) -> PictureState | None:
    """What a browser draws of a body; None for one that is no picture.

    ``claimed`` is the type that the head gives. ``cut`` is true where the program itself, or the
    archive, kept the beginning alone: what is missing then proves nothing.
    """
    signed = signed_type(body)
    named = essence(claimed)
    if named == _DRAWING and not signed:
        return _drawing_state(body, cut=cut)
    if signed in _READERS:
        return _decoded_state(signed, body, cut=cut)
    if not body or not (named.startswith("image/") or signed.startswith("image/")):
        return None
    if _FOREIGN.match(body):
        return PictureState.FOREIGN
    if signed or _looks_like_text(body):
        return None
    if cut:
        return PictureState.UNTRIED
    return PictureState.BROKEN if named in _WEB_TYPES else PictureState.FOREIGN


def _fault_state(signed: str, *, cut: bool) -> PictureState:
    """The state of a picture that the decoder here cannot read.

    It proves nothing where Chromium's decoder reads more, or where the program cut the bytes.
    """
    certain = signed in _ALIKE and not cut
    return PictureState.BROKEN if certain else PictureState.UNTRIED


def _looks_like_text(body: bytes) -> bool:
    """True for a page or a message in a picture's place, which may say why."""
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", body[:1024])


def _decoded_state(signed: str, body: bytes, *, cut: bool) -> PictureState:
    """The state of a picture by its pixels."""
    if signed == "image/avif" and not features.check("avif"):
        return PictureState.UNTRIED
    try:
        picture = _open(signed, body)
    except _TOO_LARGE:
        return PictureState.UNTRIED
    except _FAULTS:
        return _fault_state(signed, cut=cut)
    width, height = picture.size
    if min(width, height) <= _SPACER:
        return PictureState.BLANK
    if width * height > _MAX_PIXELS:
        return PictureState.UNTRIED
    _reduce(picture)
    try:
        picture.load()
    except _TOO_LARGE:
        return PictureState.UNTRIED
    except _FAULTS:
        rows = _jpeg_rows(body) if signed == "image/jpeg" else _painted_rows(picture)
        share = 1 if cut else picture.height / _LEAST_SHARE
        return PictureState.SHOWN if rows >= share else _fault_state(signed, cut=cut)
    return PictureState.BLANK if _is_clear(picture) else PictureState.SHOWN


def _open(signed: str, body: bytes) -> ImageFile.ImageFile:
    if body[2:4] == b"\x02\x00" and signed == "image/x-icon":
        return CurImagePlugin.CurImageFile(io.BytesIO(body))
    return _READERS[signed](io.BytesIO(body))


def _reduce(picture: ImageFile.ImageFile) -> None:
    """Have a JPEG decoded to an eighth of its width in grey, which is an eighth of the work."""
    picture.draft("L", (max(1, picture.width // 8), max(1, picture.height // 8)))


def _is_clear(picture: Image) -> bool:
    """True for a picture that is transparent all over."""
    if not picture.has_transparency_data:
        return False
    _, most = picture.convert("RGBA").getchannel("A").getextrema()
    return most == 0


def _painted_rows(picture: Image) -> int:
    """The height of what a decoder wrote into a picture before it gave up."""
    try:
        box = picture.im.getbbox()
    except _FAULTS:
        return 0
    return int(box[3]) if box else 0


def _jpeg_rows(body: bytes) -> int:
    """The rows of a JPEG up to where its data end, the rest of it being of one colour."""
    picture = JpegImagePlugin.JpegImageFile(io.BytesIO(body + _END_OF_JPEG))
    height = picture.height
    _reduce(picture)
    try:
        picture.load()
    except _FAULTS:
        return _painted_rows(picture) * height // picture.height
    corner = picture.getpixel((picture.width - 1, picture.height - 1))
    rest = new_image(picture.mode, picture.size, cast("Any", corner))
    box = ImageChops.difference(picture, rest).getbbox()
    return box[3] * height // picture.height if box else 0


class _DrawingReader:
    """Notes whether the root of an XML document is a drawing, and whether it draws something."""

    def __init__(self) -> None:
        self.is_drawing = False
        self.draws = False
        self._path: list[str] = []

    def start(self, name: str, _attributes: object) -> None:
        """Take the start of an element, whose name holds its namespace."""
        namespace, _, local = name.rpartition(" ")
        if not self._path:
            self.is_drawing = namespace == "http://www.w3.org/2000/svg" and local == "svg"
        elif len(self._path) == 1 or not _NOT_DRAWN.intersection(self._path):
            self.draws = self.draws or local not in _NOT_DRAWN
        self._path.append(local)

    def end(self, _name: str) -> None:
        """Take the end of an element."""
        self._path.pop()


def _drawing_state(body: bytes, *, cut: bool) -> PictureState:
    """The state of a drawing: as a picture it must be well-formed XML in its own namespace.

    External entities are not read, and expat itself stops entities that grow without end.
    """
    reader = _DrawingReader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError, LookupError):
        return PictureState.UNTRIED if cut else PictureState.BROKEN
    if not reader.is_drawing:
        return PictureState.BROKEN
    return PictureState.SHOWN if reader.draws else PictureState.BLANK
