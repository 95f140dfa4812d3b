"""Which files in a folder are those of an audit, and what they say of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TRUTH = "audit.json"
_NAMES = re.compile(
    r"audit\.json|report(?:\.[a-z]{2,3})?\.(?:html|pdf|docx)|"
    r"inventory(?:\.[a-z]{2,3})?\.(?:csv|xlsx)|links(?:\.[a-z]{2,3})?\.csv|evidence\.(?:wacz|w?arc(?:\.gz)?)|"
    r"screenshots/[0-9a-f]{16}\.webp"
)
_TOLERANCE = 2.0  # seconds between two files of one audit, as copies of a folder have them


def is_audit_file(name: str) -> bool:
    """True for the name of a file that audits write, as a path below their folder."""
    return _NAMES.fullmatch(name) is not None


def audit_files(folder: Path) -> tuple[str, ...]:
    """The names of the files in a folder that are called as an audit's, in a stable order."""
    places = (folder, folder / "screenshots")
    files = [
        path.relative_to(folder).as_posix()
        for place in places
        if place.is_dir()
        for path in place.iterdir()
        if path.is_file()
    ]
    return tuple(sorted(name for name in files if is_audit_file(name)))


def is_audit(path: Path) -> bool:
    """True when a file is the ``audit.json`` of an audit, of whatever version."""
    document = _read(path)
    return {"schema_version", "run", "project"} <= document.keys()


def reached_project(path: Path) -> bool:
    """True for the ``audit.json`` of an audit that got an answer of its project."""
    return is_reached(_read(path))


def is_reached(document: Mapping[str, Any]) -> bool:
    """True for an audit, as it is in JSON, that got an answer of its project.

    A home page that only a browser could read has answered; a bot wall, a server error, a lost
    network and a run that was stopped before the first page say nothing of the project.
    """
    if (document.get("coverage") or {}).get("stopped_because") == "seed_unreachable":
        return False
    verdicts = [page["visibility"] for page in document.get("pages", ())]
    return any(v["state"] != "undetermined" or v["reason"] == "needs_browser" for v in verdicts)


def changed_since_audit(folder: Path) -> tuple[str, ...]:
    """The files of an audit that are younger than its ``audit.json``, the youngest of the run."""
    truth = folder / TRUTH
    if not truth.is_file():
        return ()
    written = truth.stat().st_mtime + _TOLERANCE
    return tuple(name for name in audit_files(folder) if (folder / name).stat().st_mtime > written)


def _read(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}
