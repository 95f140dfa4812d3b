"""The WARC and ARC files that an archive is made of, unpacked where they must be."""

from __future__ import annotations

import gzip
import shutil
import zipfile
import zlib
from pathlib import Path
from typing import IO

_PIECE = 1 << 20
_SUFFIXES = (".warc.gz", ".warc", ".arc.gz", ".arc")
_ZIP = b"PK\x03\x04"
_GZIP = b"\x1f\x8b"
_FREE_SHARE = 0.9  # of the disk's free space, at most, for unpacked files


class ArchiveError(ValueError):
    """The archive cannot be used; the message says why and what to do."""


def broken(path: Path) -> ArchiveError:
    """The refusal of a file that breaks off, is damaged or is of another kind."""
    return ArchiveError(
        f"{path.name} is not a readable WARC, ARC or WACZ file; check that it was downloaded "
        "whole, or make the archive again."
    )


def archive_files(path: Path, folder: Path) -> list[Path]:
    """The WARC or ARC files of an archive: itself, or those of a WACZ, unpacked into a folder.

    Compressed ones are whole. Raises ``ArchiveError``.
    """
    try:
        if not path.is_file():
            raise ArchiveError(f"There is no file {path}; give the path of a WACZ or WARC file.")
        # Looking at the beginning alone: a WARC may well end with a ZIP file that it recorded.
        files = _members(path, folder) if _begins(path, _ZIP) else [path]
        for file in files:
            if is_compressed(file):
                _read_whole(file)
    except PermissionError as error:
        raise ArchiveError(f"{path} cannot be opened; check who may read it.") from error
    except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise broken(path) from error
    return files


def is_compressed(path: Path) -> bool:
    """True for a gzip file."""
    return _begins(path, _GZIP)


def unpacked(path: Path, folder: Path) -> Path:
    """A gzip file as a plain one in a folder; raises ``ArchiveError`` when there is no room."""
    target = folder / f"plain-{path.stem}"
    with gzip.open(path) as source:
        _copy(source, target, path)
    return target


def _begins(path: Path, mark: bytes) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(mark)) == mark


def _members(path: Path, folder: Path) -> list[Path]:
    """The archive files of a WACZ under names of our own, since those in a ZIP may lead out."""
    files: list[Path] = []
    with zipfile.ZipFile(path) as packed:
        for name in sorted(packed.namelist()):
            suffix = next((end for end in _SUFFIXES if name.endswith(end)), None)
            if suffix is None or not name.startswith("archive/"):
                continue
            target = folder / f"{len(files)}{suffix}"
            with packed.open(name) as source:
                _copy(source, target, path)
            files.append(target)
    if not files:
        raise ArchiveError(
            f"{path.name} is a ZIP file without WARC files under archive/, so it is no valid "
            "WACZ; export the archive again or choose another file."
        )
    return files


def _copy(source: IO[bytes] | gzip.GzipFile, target: Path, path: Path) -> None:
    room = int(shutil.disk_usage(target.parent).free * _FREE_SHARE)
    with target.open("wb") as copy:
        while piece := source.read(_PIECE):
            room -= len(piece)
            if room < 0:
                raise ArchiveError(
                    f"{path.name} does not fit unpacked into {target.parent.parent}; make room "
                    "there or set TMPDIR to a larger disk."
                )
            copy.write(piece)


def _read_whole(path: Path) -> None:
    with gzip.open(path) as packed:
        while packed.read(_PIECE):
            pass
