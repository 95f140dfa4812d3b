"""An ordinary project with ``--render never``, ``auto`` and ``always``, and with screenshots.

Usage: python -m tests.bench.bench_render [PAGES] [RUNS]

The replica answers in this process, without politeness. Prints for each way the median of
seconds, the pages and artefacts opened in the browser and the screenshots; then how many times
faster ``auto`` is than ``always``, and whether both give the same inventory. Ends with 1 when
``auto`` opens more than five pages of a hundred (eight of a small project), is less than four times as fast, or differs.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from crawlers.detection.witness import most_pages
from reports.audit import Audit
from tests.integration.audits import live_audit
from tests.replica.sites.ordinary import SEED
from tests.replica.transport import WorldTransport
from tests.replica.world import ordinary

WAYS = (
    ("never", "none"),
    ("auto", "none"),
    ("always", "none"),
    ("auto", "key"),
    ("auto", "all"),
)
_LEAST = 4.0


def time_audit(pages: int, render: str, shots: str) -> tuple[float, Audit]:
    """Seconds of one gathering, and the audit."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        door = WorldTransport(ordinary(pages))
        audit = asyncio.run(live_audit(SEED, Path(folder), door, render=render, screenshots=shots))
        return time.perf_counter() - started, audit


def inventory(audit: Audit) -> dict[str, Any]:
    """What was found, without which pages a browser opened and when.

    Whether an embed shows is left out: ``auto`` looks at one of those with the same code.
    """
    document = json.loads(audit.model_dump_json(include={"project", "pages", "artefacts"}))
    for sighting in (s for artefact in document["artefacts"] for s in artefact["sightings"]):
        del sighting["embed"], sighting["embed_reason"]
    for part in (*document["pages"], *document["artefacts"]):
        for name in ("rendered", "rendered_because"):
            part.pop(name, None)
        for name in ("checked_at", "evidence"):
            part["visibility"].pop(name)
    return document


def main(pages: int = 60, runs: int = 3) -> int:
    """Measures every way and prints one line for each."""
    seconds: dict[tuple[str, str], float] = {}
    audits: dict[tuple[str, str], Audit] = {}
    print(f"{'render':8} {'shots':6} {'seconds':>8} {'pages':>6} {'looked at':>9} {'pictures':>8}")
    for way in WAYS:
        attempts = [time_audit(pages, *way) for _ in range(runs)]
        seconds[way] = statistics.median(part[0] for part in attempts)
        audit = audits[way] = attempts[-1][1]
        opened = sum(page.rendered for page in audit.pages)
        looked = sum(bool(part.rendered_because) for part in audit.artefacts)
        shots = len(audit.screenshots)
        print(f"{way[0]:8} {way[1]:6} {seconds[way]:8.1f} {opened:6} {looked:9} {shots:8}")
    auto, always = ("auto", "none"), ("always", "none")
    opened = sum(page.rendered for page in audits[auto].pages)
    faster = seconds[always] / seconds[auto]
    same = inventory(audits[auto]) == inventory(audits[always])
    print(
        f"auto opened {opened} of {len(audits[auto].pages)} pages, {faster:.1f} times as fast as always"
    )
    print(f"same inventory: {same} ({len(audits[auto].artefacts)} artefacts)")
    return int(not (same and faster >= _LEAST and opened <= most_pages(len(audits[auto].pages))))


if __name__ == "__main__":
    sys.exit(main(*(int(text) for text in sys.argv[1:])))
