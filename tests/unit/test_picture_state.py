"""What a browser draws of a picture's bytes."""

from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from crawlers.http.wire.picture import may_be_picture, picture_state
from crawlers.model.picture import PictureState

CASES = Path(__file__).parent.parent / "kinds" / "cases" / "R1"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'


def scene(width: int = 120, height: int = 90) -> Image.Image:
    picture = Image.new("RGB", (width, height), (90, 160, 220))
    draw = ImageDraw.Draw(picture)
    for step in range(0, height, 6):
        draw.line((0, step, width, height - step), fill=(step, 90, 30), width=3)
    return picture


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def state(body: bytes, claimed: str = "image/jpeg", *, cut: bool = False) -> PictureState | None:
    return picture_state(claimed, body, cut=cut)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF", "ICO"])
def test_whole_pictures_are_shown_whatever_their_type_claims(kind: str) -> None:
    body = encoded(scene(48, 48), kind)
    assert state(body, "text/html") is PictureState.SHOWN
    assert may_be_picture("application/octet-stream", body)


@pytest.mark.parametrize(
    ("kind", "options"), [("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {})]
)
def test_a_picture_that_ends_early_shows_its_beginning(
    kind: str, options: dict[str, object]
) -> None:
    body = encoded(scene(), kind, **options)
    assert state(body[: len(body) * 3 // 4]) is PictureState.SHOWN
    assert state(body[:40]) is PictureState.BROKEN
    assert state(body[:40], cut=True) is PictureState.UNTRIED


def test_what_the_program_cut_by_itself_is_never_broken() -> None:
    noise = random.Random(1).randbytes(3 * 200 * 200)
    body = encoded(Image.frombytes("RGB", (200, 200), noise), "JPEG")
    states = {state(body[:size], cut=True) for size in range(20, len(body), 997)}
    assert PictureState.BROKEN not in states
    assert PictureState.SHOWN in states


@pytest.mark.parametrize("size", [(1, 1), (1, 400), (600, 2)])
def test_spacers_show_nothing(size: tuple[int, int]) -> None:
    assert state(encoded(Image.new("RGB", size, "red"), "PNG")) is PictureState.BLANK


def test_a_picture_that_is_clear_all_over_shows_nothing() -> None:
    clear = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    assert state(encoded(clear, "PNG")) is PictureState.BLANK
    clear.putpixel((20, 20), (0, 0, 0, 255))
    assert state(encoded(clear, "PNG")) is PictureState.SHOWN


def test_bytes_that_no_browser_knows_are_broken_and_messages_are_no_pictures() -> None:
    assert state(b"\x07\x00\x01\x02" * 50) is PictureState.BROKEN
    assert state(b"Not found") is None
    assert state(b"<html><title>Moved</title>") is None
    assert state(b"%PDF-1.7", "application/pdf") is None
    assert not may_be_picture("text/html", b"<html>")


@pytest.mark.parametrize(
    "body",
    [
        b"II*\x00" + bytes(40),
        b"\x00\x00\x00\x18ftypheic" + bytes(40),
        b"\xff\x0a" + bytes(40),
        b"8BPS\x00\x01",
    ],
)
def test_formats_that_chromium_does_not_draw(body: bytes) -> None:
    assert state(body, "image/x-any") is PictureState.FOREIGN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SVG, PictureState.SHOWN),
        (SVG[:-6], PictureState.BROKEN),
        (SVG.replace(' xmlns="http://www.w3.org/2000/svg"', ""), PictureState.BROKEN),
        ('<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="a"/></defs></svg>', "blank"),
        (f'<!DOCTYPE svg SYSTEM "file:///etc/passwd">{SVG}', PictureState.SHOWN),
    ],
)
def test_drawings_are_read_as_xml(text: str, expected: PictureState) -> None:
    assert state(text.encode(), "image/svg+xml; charset=utf-8") == expected


def test_a_drawing_of_entities_without_end_costs_little() -> None:
    names = [f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12)]
    head = f'<!DOCTYPE svg [<!ENTITY e0 "{"x" * 400}">{"".join(names)}]>'
    text = f'{head}<svg xmlns="http://www.w3.org/2000/svg"><text>&e11;</text></svg>'
    assert state(text.encode(), "image/svg+xml") is PictureState.BROKEN


def test_a_picture_of_very_many_pixels_is_not_decoded() -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + crc

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0))
    body = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(999_999)))
    assert state(body, "image/png") is PictureState.UNTRIED


@pytest.mark.parametrize("path", sorted(CASES.glob("*/*.jpg")), ids=lambda path: path.name)
def test_no_beginning_of_a_case_is_a_fault_of_ours(path: Path) -> None:
    body = path.read_bytes()
    for size in range(0, len(body), 61):
        state(body[:size])
        state(body[:size] + bytes(60) + body[size + 60 :])


@pytest.mark.parametrize(
    "claimed", ["image/x-tga", "image/vnd.ms-photo", "image/x-portable-pixmap"]
)
def test_bytes_of_a_format_that_nobody_here_knows_are_not_called_broken(claimed: str) -> None:
    assert state(b"\x07\x00\x01\x02" * 50, claimed) is PictureState.FOREIGN
