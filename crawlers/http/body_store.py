"""The bodies that only a browser needs complete: pictures and fonts, on disk during one run."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import weakref
from pathlib import Path

_MEDIA_TYPES = (
    "image/",
    "font/",
    "application/font",
    "application/x-font",
    "application/vnd.ms-font",
)
_MAX_BYTES = 400_000_000  # of one run


class BodyStore:
    """Keeps bodies by their address until it is closed, at most 400 MB of them."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="twinspace-auditor-"))
        self._bytes_left = _MAX_BYTES
        # It runs also when ``close`` is not called, and when the program ends early.
        self._remove = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def put(self, url: str, media_type: str, body: bytes) -> None:
        """Keep a body that a browser would show; nothing else, and nothing beyond the limit."""
        if media_type.lower().startswith(_MEDIA_TYPES) and len(body) <= self._bytes_left:
            self._bytes_left -= len(body)
            self._path(url).write_bytes(body)

    def get(self, url: str) -> bytes | None:
        """The complete body of an address, or None."""
        path = self._path(url)
        return path.read_bytes() if path.is_file() else None

    def close(self) -> None:
        """Remove everything."""
        self._remove()

    def _path(self, url: str) -> Path:
        return self._folder / hashlib.sha256(url.encode()).hexdigest()
