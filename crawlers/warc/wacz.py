"""WACZ 1.1.1 files: packing a WARC, and unpacking the WARC and ARC files of an archive."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import zipfile
import zlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import IO

from crawlers.model import limits
from crawlers.warc.cdxj import index_warc
from crawlers.warc.recorder import WARC_NAME, warc_date
from crawlers.warc.zst import ZstError, is_zst, open_zst

PageLine = tuple[str, datetime, str]  # address, time of its record, title
_CHUNK = 1 << 20
_SUFFIXES = (".warc.gz", ".warc.zst", ".warc", ".arc.gz", ".arc")
_ZIP = b"PK\x03\x04"
_GZIP = b"\x1f\x8b"
# Archives of pages shrink to a twentieth at best with a dictionary of their own.
_LARGEST_RATIO = 200
_ALWAYS_UNPACKED = 64 << 20
_FREE_SHARE = 0.9  # of the disk's free space, at most, for unpacked files


class ArchiveError(ValueError):
    """The archive cannot be used; the message says why and what to do."""


def damaged_archive(path: Path) -> ArchiveError:
    """The error for a file that breaks off, is damaged or is of another kind."""
    return ArchiveError(
        f"{path.name} is not a readable WARC, ARC or WACZ file; check that it was downloaded "
        "whole, or make the archive again."
    )


def archive_files(path: Path, folder: Path) -> list[Path]:
    """The WARC or ARC files of an archive: itself, or those of a WACZ, unpacked into a folder.

    Files packed with gzip are checked to be complete, those packed with Zstandard are unpacked.
    Raises ``ArchiveError``.
    """
    try:
        if not path.is_file():
            raise ArchiveError(f"There is no file {path}; give the path of a WACZ or WARC file.")
        # Only the beginning decides: a WARC may end with a ZIP file that it recorded.
        files = _archive_members(path, folder) if _begins_with(path, _ZIP) else [path]
        for number, file in enumerate(files):
            if is_compressed(file):
                _check_gzip(file)
            elif is_zst(file):
                files[number] = _unpack_zst(file, folder / f"unpacked-{number}.warc", path)
    except PermissionError as error:
        raise ArchiveError(f"{path} cannot be opened; check who may read it.") from error
    except (OSError, RuntimeError, zipfile.BadZipFile, zlib.error, EOFError, ZstError) as error:
        raise damaged_archive(path) from error
    return files


def is_compressed(path: Path) -> bool:
    """True for a gzip file."""
    return _begins_with(path, _GZIP)


def gunzip(path: Path, folder: Path) -> Path:
    """A gzip file as a plain one in a folder; raises ``ArchiveError`` when there is no room."""
    target = folder / f"plain-{path.stem}"
    with gzip.open(path) as source:
        _copy(source, target, path)
    return target


def _unpack_zst(packed: Path, target: Path, archive: Path) -> Path:
    most = _ALWAYS_UNPACKED + packed.stat().st_size * _LARGEST_RATIO
    with open_zst(packed) as source:
        _copy(source, target, archive, most=most)
    return target


def _begins_with(path: Path, mark: bytes) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(mark)) == mark


def _archive_members(path: Path, folder: Path) -> list[Path]:
    """The archive files of a WACZ under names of our own, since those in a ZIP may lead out."""
    files: list[Path] = []
    with zipfile.ZipFile(path) as packed:
        for name in sorted(packed.namelist()):
            suffix = next((end for end in _SUFFIXES if name.endswith(end)), None)
            if suffix is None or not name.startswith("archive/"):
                continue
            if len(files) >= limits.ARCHIVE_FILES:
                raise ArchiveError(f"{path.name} holds too many files; give a smaller archive.")
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


def _copy(
    source: IO[bytes] | gzip.GzipFile, target: Path, path: Path, *, most: int | None = None
) -> None:
    """Copy to a file, never more than the disk has room for.

    At most so many bytes; without a number, all files of the folder together keep to the limits
    for what the archive unpacks to. Raises ``ArchiveError``.
    """
    room = int(shutil.disk_usage(target.parent).free * _FREE_SHARE)
    before = 0
    if most is None:
        most = _most_unpacked(path)
        before = sum(file.stat().st_size for file in target.parent.iterdir())
    size = 0
    with target.open("wb") as copy:
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > room:
                raise ArchiveError(
                    f"{path.name} does not fit unpacked into {target.parent.parent}; make room "
                    "there or set TMPDIR to a larger disk."
                )
            if before + size > most:
                raise _unpacks_to_too_much(path, most)
            copy.write(chunk)


def _most_unpacked(path: Path) -> int:
    """The bytes that the files of an archive may unpack to."""
    by_ratio = max(limits.ARCHIVE_FREE_RATIO_BYTES, path.stat().st_size * limits.ARCHIVE_RATIO)
    return min(by_ratio, limits.ARCHIVE_BYTES)


def _unpacks_to_too_much(path: Path, most: int) -> ArchiveError:
    return ArchiveError(
        f"{path.name} unpacks to more than {most >> 20} MB, which no archive of pages does; choose "
        "another file."
    )


def _check_gzip(path: Path) -> None:
    most = _most_unpacked(path)
    with gzip.open(path) as packed:
        while packed.read(_CHUNK):
            if packed.tell() > most:
                raise _unpacks_to_too_much(path, most)


def pack(
    warc: Path,
    target: Path,
    *,
    title: str,
    pages: Iterable[PageLine],
    created: datetime,
    software: str,
) -> None:
    """Pack a WARC as WACZ: archive, index, pages (address, time, title) and their hashes."""
    listed = list(dict.fromkeys(pages))
    parts = {
        "indexes/index.cdx": index_warc(warc, WARC_NAME),
        "pages/pages.jsonl": _page_lines(listed),
    }
    archive_path = f"archive/{WARC_NAME}"
    resources = [_resource(WARC_NAME, archive_path, _sha256_of(warc), warc.stat().st_size)]
    for name, data in parts.items():
        resources.append(_resource(name.rpartition("/")[2], name, _sha256(data), len(data)))
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": title,
        "created": warc_date(created),
        "software": software,
        **_main_page(listed),
        "resources": resources,
    }
    datapackage = json.dumps(package, indent=2, ensure_ascii=False).encode()
    digest = {"path": "datapackage.json", "hash": _sha256(datapackage)}
    files = {**parts, "datapackage.json": datapackage}
    files["datapackage-digest.json"] = json.dumps(digest, indent=2).encode()
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
            packed.write(warc, archive_path)
            for name, data in files.items():
                packed.writestr(name, data, zipfile.ZIP_DEFLATED)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _main_page(pages: list[PageLine]) -> dict[str, str]:
    """Where a reader begins: the first page."""
    if not pages:
        return {}
    url, when, _ = pages[0]
    return {"mainPageUrl": url, "mainPageDate": warc_date(when)}


def _page_lines(pages: list[PageLine]) -> bytes:
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "Pages"}]
    for url, when, title in pages:
        digest = hashlib.sha256(f"{url} {warc_date(when)}".encode()).hexdigest()[:12]
        lines.append({"id": digest, "url": url, "ts": warc_date(when), "title": title or url})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _resource(name: str, path: str, digest: str, size: int) -> dict[str, str | int]:
    return {"name": name.lower(), "path": path, "hash": digest, "bytes": size}


def _sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _sha256_of(path: Path) -> str:
    with path.open("rb") as stream:
        return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"
