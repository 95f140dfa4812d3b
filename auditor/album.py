"""The screenshots of one audit: taken into a folder of their own, put in place when all is done."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from crawlers.browser.base import Picture
from crawlers.model import Screenshot

FOLDER = "screenshots"
_PARTIAL = ".screenshots.part"


class Album:
    """Keeps pictures as WebP files named after what they show.

    ``alter`` is what is done to each picture before it is kept. ``taken`` lists them.
    """

    def __init__(self, out: Path, alter: Callable[[bytes], bytes] | None = None) -> None:
        self._out = out
        self._alter = alter
        self._taken: dict[str, Screenshot] = {}
        self._clear()

    @property
    def taken(self) -> tuple[Screenshot, ...]:
        """All pictures, in the order of their files."""
        return tuple(self._taken[name] for name in sorted(self._taken))

    def add(self, subject: str, picture: Picture, because: str) -> str:
        """Keeps the picture of a page or an artefact; gives the name of its file."""
        folder = self._out / _PARTIAL
        folder.mkdir(exist_ok=True)
        digest = hashlib.sha256(subject.encode()).hexdigest()[:16]
        name = f"{FOLDER}/{digest}.webp"
        (folder / f"{digest}.webp").write_bytes(
            self._alter(picture.webp) if self._alter is not None else picture.webp
        )
        self._taken[name] = Screenshot(
            file=name,
            subject=subject,
            width=picture.width,
            height=picture.height,
            cut=picture.cut,
            ready="quiet" if picture.idle else "time_limit",
            because=because,
        )
        return name

    def publish(self) -> None:
        """Puts the pictures of this audit where those of an earlier one may have been."""
        shutil.rmtree(self._out / FOLDER, ignore_errors=True)
        if self._taken:
            (self._out / _PARTIAL).rename(self._out / FOLDER)

    def discard(self) -> None:
        """Forgets the pictures of a run that broke off."""
        self._taken.clear()
        self._clear()

    def _clear(self) -> None:
        shutil.rmtree(self._out / _PARTIAL, ignore_errors=True)
