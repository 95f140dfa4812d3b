"""Pictures of one run: taken into a temporary folder, the chosen ones put in place at the end."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from crawlers.browser.base import Picture
from crawlers.model.inventory import Screenshot

FOLDER = "screenshots"
_PARTIAL = ".screenshots.part"


class ScreenshotStore:
    """Pictures by the address that was open, in a temporary folder beside their final place.

    ``transform`` is applied to each picture that is kept, before it is written. Both folders lie in
    ``out``.
    """

    def __init__(self, out: Path, transform: Callable[[bytes], bytes] | None = None) -> None:
        self._out = out
        self._transform = transform
        self._pictures: dict[str, Screenshot] = {}
        self._addresses: dict[str, str] = {}
        self._kept: dict[str, Screenshot] = {}
        self.discard()

    def add(self, url: str, picture: Picture) -> None:
        """Add the picture of the page that was open at an address."""
        folder = self._out / _PARTIAL / "taken"
        folder.mkdir(parents=True, exist_ok=True)
        name = _file_name(url)
        (folder / name).write_bytes(picture.webp)
        self._pictures[url] = Screenshot(
            file=name,
            subject=url,
            width=picture.width,
            height=picture.height,
            cut=picture.cut,
            ready="quiet" if picture.idle else "time_limit",
        )

    def assign(self, subject: str, url: str) -> None:
        """Record that a page or an artefact is what was open at an address."""
        self._addresses[subject] = url

    def has(self, subject: str) -> bool:
        """True when there is a picture of a page or an artefact."""
        return self._addresses.get(subject, "") in self._pictures

    def keep(self, subject: str, reason: str) -> None:
        """Keep the picture of a page or an artefact, for a reason (a code)."""
        picture = self._pictures[self._addresses[subject]]
        body = (self._out / _PARTIAL / "taken" / picture.file).read_bytes()
        folder = self._out / _PARTIAL / "kept"
        folder.mkdir(parents=True, exist_ok=True)
        name = _file_name(subject)
        (folder / name).write_bytes(self._transform(body) if self._transform else body)
        self._kept[name] = picture.model_copy(
            update={"file": f"{FOLDER}/{name}", "subject": subject, "because": reason}
        )

    def publish(self) -> tuple[Screenshot, ...]:
        """Put the kept pictures in place of those of an earlier audit; gives them by file."""
        shutil.rmtree(self._out / FOLDER, ignore_errors=True)
        if self._kept:
            (self._out / _PARTIAL / "kept").rename(self._out / FOLDER)
        screenshots = tuple(self._kept[name] for name in sorted(self._kept))
        self.discard()
        return screenshots

    def discard(self) -> None:
        """Remove everything that is not published."""
        self._pictures.clear()
        self._kept.clear()
        shutil.rmtree(self._out / _PARTIAL, ignore_errors=True)


def _file_name(subject: str) -> str:
    return f"{hashlib.sha256(subject.encode()).hexdigest()[:16]}.webp"
