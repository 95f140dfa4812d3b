"""What ``auto`` finds on real sites and pages, against opening every page; longer: bench_witness."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crawlers.browser.launcher import find_browser
from tests.bench.bench_witness import SEED, alone, folder_site, page_site
from tests.integration.audits import live_audit
from tests.real.beside import shared_path
from tests.replica.answers import Answer, Ask
from tests.replica.transport import WorldTransport

PAGES = (
    "bund.net-hermlin.html",
    "kulturnews.de-Deutschland-Tour.html",
    "newsday.co.tt-forex.html",
)


@pytest.mark.parametrize("name", ["lifelab-etwinning", *PAGES])
async def test_auto_finds_what_always_finds(name: str, tmp_path: Path) -> None:
    assert find_browser(), "a Chromium is needed: apt-get install chromium"
    found = {}
    for render in ("auto", "always"):
        transport = WorldTransport(alone(server(name))())
        done = await live_audit(SEED, tmp_path / render, transport, render=render, max_pages=20)
        found[render] = {one.id for one in done.artefacts} | {page.url for page in done.pages}
        assert done.coverage.witness is not None
    assert found["always"] <= found["auto"]


def server(name: str) -> Callable[[Ask], Answer]:
    """The server of a site's folder, or of a page."""
    if name.endswith(".html"):
        return page_site(shared_path("real", "pages", name))
    return folder_site(shared_path("real", "sites", name))
