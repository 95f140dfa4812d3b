"""The bodies that nobody but a browser needs whole: pictures and fonts, on disk for one run."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import weakref
from pathlib import Path

_SHOWN = ("image/", "font/", "application/font", "application/x-font", "application/vnd.ms-font")
_MOST = 400_000_000  # bytes of one run


class Shelf:
    """Keeps bodies by their address until it is closed, at most 400 MB of them."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="twinspace-auditor-"))
        self._left = _MOST
        # Also when nobody closes us, and when the program ends early.
        self._remove = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def keep(self, url: str, media_type: str, body: bytes) -> None:
        """Keeps a body that a browser would show; nothing else, and nothing beyond the limit."""
        if media_type.lower().startswith(_SHOWN) and len(body) <= self._left:
            self._left -= len(body)
            self._place(url).write_bytes(body)

    def whole(self, url: str) -> bytes | None:
        """The whole body of an address, or None."""
        place = self._place(url)
        return place.read_bytes() if place.is_file() else None

    def close(self) -> None:
        """Removes everything."""
        self._remove()

    def _place(self, url: str) -> Path:
        return self._folder / hashlib.sha256(url.encode()).hexdigest()
