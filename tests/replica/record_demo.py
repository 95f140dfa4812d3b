"""Records the demo that ships with the program: the replica's large project, audited once.

Usage: python -m tests.replica.record_demo

Run it as an ordinary user: as root the browser has no sandbox, and the demo's report would say so.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
from pathlib import Path

from tests.integration.audits import live_audit
from tests.replica.transport import WorldTransport
from tests.replica.world import world

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Audits the replica and keeps its evidence as the demo."""
    truth = json.loads((ROOT / "tests/replica/truth/esep.json").read_text("utf-8"))
    target = ROOT / "auditor" / "demo"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        door = WorldTransport(world())
        asyncio.run(live_audit(truth["seed"], Path(folder), door, render="auto", screenshots="key"))
        shutil.copy(Path(folder) / "evidence.wacz", target / "twinspace.wacz")
    (target / "address.txt").write_text(truth["seed"] + "\n", "utf-8")


if __name__ == "__main__":
    main()
