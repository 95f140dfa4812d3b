"""``evidence.wacz``: the record of an audit, packed after the last request."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from auditor.session.audit_request import AuditRequest
from auditor.session.audit_session import SOFTWARE, AuditSession
from crawlers.model.inventory import Inventory
from crawlers.model.link import LinkMode
from crawlers.model.verdict import State
from crawlers.warc.recorder import Recorder
from crawlers.warc.wacz import pack

_WACZ = "evidence.wacz"
_ENDINGS = (".warc.gz", ".warc", ".arc.gz", ".arc")

# What an audit must say of its run, and its replay too.
_RECORDED = frozenset({"robots_ignored", "quicker_than_platform", "no_renderer", "no_sandbox"})


def pack_evidence(session: AuditSession, recorder: Recorder, inventory: Inventory) -> None:
    """Close the record and pack it; its list of pages names those that opened."""
    request, witness = session.request, inventory.coverage.witness
    run = {
        "url": request.url,
        "max_pages": session.max_pages,
        "stopped_because": inventory.coverage.stopped_because,
        "links": (request.links or LinkMode.CHECK).value,
        "render": request.render,
        "screenshots": request.screenshots,
        "renderings": True,
        "witness": witness.model_dump() if witness is not None else None,
        "warnings": [code for code in session.run_warnings() if code in _RECORDED],
        "software": SOFTWARE,
    }
    recorder.write_run(run, session.services.clock.utc_now())
    recorder.close()
    if recorder.failed:
        return
    partial = request.out / ".evidence.wacz.part"
    try:
        _pack(session, recorder, inventory, partial)
        os.replace(partial, request.out / _WACZ)  # noqa: PTH105  atomic on every system
    except OSError as error:
        partial.unlink(missing_ok=True)
        recorder.abandon(error)
        session.warnings.append("disk_full")
        return
    recorder.path.unlink()


def _pack(session: AuditSession, recorder: Recorder, inventory: Inventory, partial: Path) -> None:
    pack(
        recorder.path,
        partial,
        title=inventory.project.title or session.request.url,
        pages=_opened_pages(inventory),
        created=session.services.clock.utc_now(),
        software=SOFTWARE,
    )


def keep_replayed_archive(request: AuditRequest) -> None:
    """Copy the archive of a replay to the audit, whose reports name it and its records."""
    if request.replay is None or not request.evidence:
        return
    target = request.out / _archive_name(request.replay)
    if not (target.exists() and target.samefile(request.replay)):
        shutil.copyfile(request.replay, target)


def _archive_name(archive: Path) -> str:
    """``evidence.wacz``, or ``evidence`` with the ending that another kind of archive has."""
    ending = next((end for end in _ENDINGS if archive.name.lower().endswith(end)), ".wacz")
    return f"evidence{ending}"


def _opened_pages(inventory: Inventory) -> Iterator[tuple[str, datetime, str]]:
    for page in inventory.pages:
        verdict = page.visibility
        if verdict.state in (State.VISIBLE, State.EMPTY) and verdict.checked_at is not None:
            yield verdict.final_url or page.url, verdict.checked_at, page.title


def evidence_sha256(request: AuditRequest) -> str:
    """The SHA-256 of the evidence that was written or replayed; empty where there is none."""
    archive = request.replay or (request.out / _WACZ if request.evidence else None)
    if archive is None or not archive.is_file():
        return ""
    with archive.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
