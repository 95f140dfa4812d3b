"""Many audits at once in one process: each gives what it gives alone."""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path

from reports.audit import Audit
from tests.integration.audits import live_audit, without_chance
from tests.replica.transport import WorldTransport
from tests.replica.truth import PROJECTS
from tests.replica.world import world

NAMES = ("esep", "legacy", "plain", "dead_embeds", "half_unknown")
SEEDS = {project.name: project.seed for project in PROJECTS if project.name in NAMES}


async def run_audit(name: str, out: Path) -> Audit:
    return await live_audit(SEEDS[name], out / name, WorldTransport(world()))


async def test_five_audits_at_once_are_each_what_they_are_alone(tmp_path: Path) -> None:
    alone = [await run_audit(name, tmp_path / "alone") for name in NAMES]
    together = await asyncio.gather(*(run_audit(name, tmp_path / "together") for name in NAMES))
    assert len({audit.run.id for audit in (*alone, *together)}) == 2 * len(NAMES)
    for name, lone, audit in zip(NAMES, alone, together, strict=True):
        assert without_chance(audit) == without_chance(lone), name
        assert (tmp_path / "together" / name / "evidence.wacz").is_file()


async def test_an_audit_changes_nothing_in_its_process(tmp_path: Path) -> None:
    before = (sys.getswitchinterval(), logging.getLogger().handlers[:], logging.getLogger().level)
    await run_audit("plain", tmp_path)
    assert (
        sys.getswitchinterval(),
        logging.getLogger().handlers[:],
        logging.getLogger().level,
    ) == before
