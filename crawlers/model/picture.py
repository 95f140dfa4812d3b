"""What the bytes of a picture show to a visitor."""

from __future__ import annotations

from enum import StrEnum


class PictureState(StrEnum):
    """What a browser draws of a picture's bytes.

    ``BLANK`` is a picture on which nothing can be seen: a spacer, or one that is clear all over.
    ``FOREIGN`` is a format of cameras and scanners that Chromium does not draw (a visitor can
    save the file). ``UNTRIED`` is one that the program could not or would not decode.
    """

    SHOWN = "shown"
    BLANK = "blank"
    BROKEN = "broken"
    FOREIGN = "foreign"
    UNTRIED = "untried"
