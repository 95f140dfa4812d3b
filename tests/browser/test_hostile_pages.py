"""A page of each kind of harm: none is lost, each has its one finding, all end in time."""

from __future__ import annotations

import time
from pathlib import Path

from crawlers.browser import renderer
from tests.replica.sites import hostile
from tests.soak.hostile_pages import faults, watch_audit

# Those of which one example in the list takes longer than the others together.
_SLOW = ("grows", "frames", "schemes", "history")
# Scripts without an end take all of a page's own time, here less than the 30 s of an audit.
_PAGE_SECONDS = 10.0


async def test_a_page_of_each_kind(tmp_path: Path, monkeypatch) -> None:
    kinds = {name: code for name, code in hostile.KINDS.items() if name not in _SLOW}
    monkeypatch.setattr(hostile, "KINDS", kinds)
    monkeypatch.setattr(renderer, "_SECONDS", _PAGE_SECONDS)
    started = time.monotonic()
    audit, web, most = await watch_audit(len(kinds), tmp_path, 2)
    assert faults(audit, web, len(kinds)) == []
    assert time.monotonic() - started < 60 + 15 * len(kinds)
    assert most < 6_000_000_000
