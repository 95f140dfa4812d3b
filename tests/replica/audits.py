"""Audits of the replica's projects in this process, each made once."""

from __future__ import annotations

import asyncio
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from reports.audit import Audit
from tests.integration.audits import live_audit
from tests.replica.transport import WorldTransport
from tests.replica.truth import PROJECTS
from tests.replica.world import world

NAMES: tuple[str, ...] = tuple(project.name for project in PROJECTS)


@cache
def audit_of(name: str) -> Audit:
    """The audit of a project by its name, by the rubric of 2021 and without evidence.

    It runs in a thread of its own, so that a test with a running loop may ask for it too.
    """
    seed = next(project.seed for project in PROJECTS if project.name == name)

    def run_audit() -> Audit:
        with tempfile.TemporaryDirectory() as folder:
            door = WorldTransport(world())
            return asyncio.run(live_audit(seed, Path(folder), door, evidence=False))

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run_audit).result()
