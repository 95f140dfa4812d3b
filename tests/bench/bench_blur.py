"""How many faces of some pictures are found, at several sizes on a page.

Usage: python -m tests.bench.bench_blur FOLDER

FOLDER holds pictures and ``faces.txt`` with a line "NAME NUMBER" for each. Each picture is put on a
white page of 1280 pixels, scaled so that its longer side has the pixels that the table names.
"""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

from PIL import Image

from auditor.session.blurring import blurrer

SIZES = (1200, 800, 400, 200)


def page_of(picture: Image.Image, longest: int) -> bytes:
    """A page with the picture on it."""
    scale = longest / max(picture.size)
    small = picture.resize((round(picture.width * scale), round(picture.height * scale)))
    page = Image.new("RGB", (1280, small.height + 400), "white")
    page.paste(small, (40, 200))
    packed = io.BytesIO()
    page.save(packed, "WEBP", quality=75)
    return packed.getvalue()


def main(folder: str) -> None:
    """Prints found and real faces by size, then the seconds of a page of 15,000 pixels."""
    place, blur = Path(folder), blurrer()
    lines = (place / "faces.txt").read_text("utf-8").split("\n")
    counts = {name: int(number) for name, number in (line.split() for line in lines if line)}
    print(f"{'longer side':>12} {'faces':>6} {'found':>6} {'too many':>8} {'recall':>7}")
    for size in SIZES:
        hits, extra = 0, 0
        for name, number in counts.items():
            with Image.open(place / name) as opened:
                faces = blur(page_of(opened.convert("RGB"), size)).faces
            hits += min(faces, number)
            extra += max(0, faces - number)
        total = sum(counts.values())
        print(f"{size:12} {total:6} {hits:6} {extra:8} {hits / total:7.2f}")
    packed = io.BytesIO()
    Image.new("RGB", (1280, 15_000), "white").save(packed, "WEBP")
    started = time.perf_counter()
    blur(packed.getvalue())
    print(f"a page of 1280 x 15,000 pixels: {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1])
