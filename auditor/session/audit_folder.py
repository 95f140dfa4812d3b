"""One folder holds one audit: a run works beside it and moves its files in whole at the end.

The earlier audit goes to ``previous`` (one is kept). A run that never reached the project replaces
nothing: where there is an earlier audit, its files go to ``failed``. What an audit did not write
stays where it is, and what somebody has changed since it was written is never deleted: it goes to
``kept``.

While a run works, its files lie in ``.audit/files``. A lock, which ends with the process, tells a
folder in use from one that holds an audit that was broken off. The moves are steps that a later run
takes up where they were broken off.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import BadInputError
from auditor.session.audit_files import (
    TRUTH,
    audit_files,
    changed_since_audit,
    is_audit,
    reached_project,
)
from auditor.session.folder_lock import FolderInUseError, lock_folder
from auditor.session.folders import prepare_folder
from reports.i18n.terminal import TERMINAL

WORKSPACE = ".audit"
PREVIOUS = "previous"
_FAILED = "failed"
_KEPT = "kept"
_FILES = "files"
_FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where the files of an audit were moved: ``folder``.

    ``previous`` is where the earlier audit lies now; ``earlier_kept`` is the folder where it stays.
    """

    folder: Path
    previous: Path | None = None
    earlier_kept: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFolder:
    """A folder that one audit is being made in; ``files`` is where its files are written."""

    out: Path

    @property
    def workspace(self) -> Path:
        """The hidden folder of the run."""
        return self.out / WORKSPACE

    @property
    def files(self) -> Path:
        """Where the run writes its files."""
        return self.workspace / _FILES

    @property
    def earlier(self) -> Path | None:
        """The ``audit.json`` of the earlier audit, if it reached its project; else None."""
        path = self.out / TRUTH
        return path if is_audit(path) and reached_project(path) else None

    def place(self) -> Placement:
        """Move the files of the run into the folder; raises ``BadInputError`` where that fails."""
        try:
            with suppress(FileNotFoundError):
                # No file of the run is younger: what is, was changed by hand later.
                os.utime(self.files / TRUTH)
            if self.earlier is not None and not reached_project(self.files / TRUTH):
                return self._place_beside()
            self.files.rename(self.workspace / _FINISHED)
            return self._place_here()
        except OSError as error:
            raise _not_writable(self.out, error) from error

    def _place_beside(self) -> Placement:
        failed = self.out / _FAILED
        for name in audit_files(failed):
            (failed / name).unlink()
        _move_files(self.files, failed)
        shutil.rmtree(self.files, ignore_errors=True)
        return Placement(folder=failed, earlier_kept=self.out)

    def _place_here(self) -> Placement:
        """Set the earlier audit aside, then the one before it, then move both where they belong.

        A folder whose name ends with ``.part`` is still being filled.
        """
        space, previous = self.workspace, self.out / PREVIOUS
        earlier, older, unreached = (space / name for name in ("earlier", "older", "unreached"))
        finished = space / _FINISHED
        moved = earlier.is_dir()
        if any(path.is_file() for path in finished.rglob("*")):
            if not any(space.glob("earlier*")) and self.earlier is None:
                _set_aside(self.out, unreached)
            if not any(space.glob("unreached*")):
                _set_aside(self.out, earlier)
            moved = earlier.is_dir()
            if moved:
                _set_aside(previous, older)
                _move_files(earlier, previous)
            _move_files(finished, self.out)
        for rest in (older, unreached):
            self._keep_changed(rest)
        # In this order, so that a later run knows what was done.
        for rest in (earlier, finished):
            shutil.rmtree(rest, ignore_errors=True)
        return Placement(folder=self.out, previous=previous if moved else None)

    def _keep_changed(self, folder: Path) -> None:
        """Move what was changed by hand into ``kept``; the rest of the folder is deleted."""
        for name in changed_since_audit(folder):
            target = _free_name(self.out / _KEPT / name)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(folder / name, target)  # noqa: PTH105  atomic on every system
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def open_audit_folder(out: Path, *, archive: Path | None = None) -> Iterator[AuditFolder]:
    """A folder for one audit, locked; what is not placed leaves no trace.

    Only a run that is broken off (a signal, ``KeyboardInterrupt``) leaves its files, to be taken
    up.

    ``archive`` is the one of a replay, which may lie in the folder. Raises ``BadInputError`` for a
    folder that cannot be written into, is in use, holds an audit that was broken off, or holds
    files that are no audit's and would be replaced.
    """
    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    prepare_folder(out)
    folder = AuditFolder(out=out)
    try:
        with lock_folder(folder.workspace):
            _finish_moves(folder)
            _refuse_half_done(folder)
            _refuse_foreign(out, archive)
            folder.files.mkdir()
            broken_off = True
            try:
                yield folder
                broken_off = False
            except Exception:
                broken_off = False
                raise
            finally:
                if not broken_off:
                    shutil.rmtree(folder.files, ignore_errors=True)
                if not folder.files.exists() and not (folder.workspace / _FINISHED).exists():
                    shutil.rmtree(folder.workspace, ignore_errors=True)
    except FolderInUseError as error:
        raise BadInputError(TERMINAL["folder_in_use"], folder=str(out)) from error
    finally:
        for empty in made:
            with suppress(OSError):
                empty.rmdir()


def _finish_moves(folder: AuditFolder) -> None:
    """Take up the moves of a run that was broken off while its files were moved in."""
    if (folder.workspace / _FINISHED).is_dir():
        try:
            folder._place_here()
        except OSError as error:
            raise _not_writable(folder.out, error) from error


def _refuse_half_done(folder: AuditFolder) -> None:
    if folder.files.exists():
        raise BadInputError(
            TERMINAL["folder_half_done"], folder=str(folder.out), part=str(folder.workspace)
        )


def _refuse_foreign(out: Path, archive: Path | None) -> None:
    """Raise when files that no audit wrote have the names of an audit's files."""
    foreign = [
        path
        for folder in (out, out / PREVIOUS, out / _FAILED)
        if not is_audit(folder / TRUTH)
        for name in audit_files(folder)
        if not _is_same(path := folder / name, archive)
    ]
    if foreign:
        names = ", ".join(path.relative_to(out).as_posix() for path in foreign)
        raise BadInputError(TERMINAL["folder_foreign"], folder=str(out), files=names)


def _is_same(path: Path, archive: Path | None) -> bool:
    return archive is not None and archive.exists() and path.samefile(archive)


def _not_writable(out: Path, error: OSError) -> BadInputError:
    why = f"{error.strerror or error}: {error.filename}" if error.filename else str(error)
    return BadInputError(TERMINAL["folder_not_writable"], folder=str(out), why=why)


def _set_aside(source: Path, target: Path) -> None:
    """Move the files of an audit out of a folder; what was moved before is not moved again."""
    if target.is_dir():
        return
    partial = target.with_name(f"{target.name}.part")
    partial.mkdir(exist_ok=True)
    for name in audit_files(source):
        _move(source / name, partial / name)
    _remove_empty(source / "screenshots")
    partial.rename(target)


def _move_files(source: Path, target: Path) -> None:
    """Move all files of a folder, ``audit.json`` last: with it, they are an audit."""
    files = [path for path in source.rglob("*") if path.is_file()]
    for path in sorted(files, key=lambda path: (path.name == TRUTH, path.as_posix())):
        _move(path, target / path.relative_to(source))


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(source, target)  # noqa: PTH105  atomic on every system


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _free_name(path: Path) -> Path:
    """The path, with a number where it is taken."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
