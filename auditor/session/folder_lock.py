"""The lock of a folder in which an audit runs; it ends with the process that holds it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NAME = "lock"


class FolderInUseError(Exception):
    """Another process, or another audit of this one, works in the folder."""


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which is made where it is missing.

    Raises ``FolderInUseError`` when somebody else holds it. Where the file system has no locks
    (some network drives), nothing is locked.
    """
    descriptor = _open_lock(folder)
    try:
        yield
    finally:
        # The name goes before the lock, so that nobody takes away the lock of the next one.
        # Windows does not remove an open file, which then stays.
        with suppress(OSError):
            if [path.name for path in folder.iterdir()] == [_NAME]:
                (folder / _NAME).unlink()
                folder.rmdir()
        os.close(descriptor)


def _open_lock(folder: Path) -> int:
    """An open file that is locked and still has its name: a run that ends takes it away."""
    while True:
        folder.mkdir(exist_ok=True)
        try:
            descriptor = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError:
            continue
        try:
            _lock(descriptor)
            if os.fstat(descriptor).st_ino == (folder / _NAME).stat().st_ino:
                return descriptor
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """Lock one byte; the system frees it when the file is closed."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise FolderInUseError from error

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Lock the open file; the system frees it when the file is closed."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FolderInUseError from error
        except OSError:
            return
