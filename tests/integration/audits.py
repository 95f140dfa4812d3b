"""Audits of the replica, in-process, and their comparison with the ground truth."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx

from auditor.pipeline import Order, audit
from crawlers.progress import Progress, Stop
from reports.audit import Audit

AGENT = "TwinSpaceAuditor/test (anonymous visibility audit; https://example.org/contact)"


async def live(url: str, out: Path, transport: httpx.AsyncBaseTransport, **changes: Any) -> Audit:
    """An audit of the replica through the recorder; its evidence lies in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    order = Order(url=url, out=out, user_agent=AGENT, gap=0.0, first_wait=0.0, **changes)
    return await audit(
        order,
        progress=Progress(),
        stop=Stop(),
        wire=transport,
    )


async def replayed(url: str, out: Path, archive: Path, **changes: Any) -> Audit:
    """The same audit with the archive as its only network."""
    order = Order(url=url, out=out, user_agent=AGENT, replay=archive, **changes)
    return await audit(order, progress=Progress(), stop=Stop())


def without_run(done: Audit) -> dict[str, Any]:
    """An audit as JSON, less the part in which a replay differs."""
    document = json.loads(done.model_dump_json())
    del document["run"]
    return document
