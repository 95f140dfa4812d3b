"""An address of the platform that was shut down: what became of it, and what to type."""

from __future__ import annotations

from pathlib import Path

import httpx

from auditor.cli.verdict import short_verdict
from auditor.session.audit_folder import Placement
from reports.i18n.translator import Translator
from tests.integration.audits import live_audit

OLD = "https://twinspace.etwinning.net/12345/home"


class NobodyThere(httpx.AsyncBaseTransport):
    """A host that is gone."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("gone")


async def test_the_old_platform_is_said_to_be_shut_with_the_command_for_its_copy(
    tmp_path: Path,
) -> None:
    audit = await live_audit(OLD, tmp_path, NobodyThere(), render="never")
    said = short_verdict(audit, Placement(folder=tmp_path), Translator("en"))
    assert "shut down in 2022" in said
    assert "audit https://web.archive.org/web/2022/https://twinspace.etwinning.net/12345" in said


async def test_nothing_of_it_is_said_of_other_addresses(tmp_path: Path) -> None:
    for number, url in enumerate(
        ("https://broskolen.example/", f"https://web.archive.org/web/2022/{OLD}")
    ):
        audit = await live_audit(url, tmp_path / str(number), NobodyThere(), render="never")
        assert "shut down" not in short_verdict(audit, Placement(folder=tmp_path), Translator("en"))
