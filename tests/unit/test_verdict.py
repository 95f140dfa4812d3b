"""The words on the terminal, the progress line, and what a live run says of itself."""

from __future__ import annotations

import pytest

from auditor.application.check_machine import (
    CheckMachineRequest,
    MachineChecked,
    check_machine,
)
from auditor.application.events import Progressed
from auditor.cli.progress import line
from auditor.settings import Settings
from crawlers.progress import Progress


def test_the_progress_line() -> None:
    progress = Progress(pages_found=34, pages_read=12, host="padlet.com")
    assert line(Progressed.of(progress), 0.0, 0.0) == "pages 12/34 · padlet.com"
    progress.artefacts_found, progress.artefacts_checked = 74, 12
    assert (
        line(Progressed.of(progress), 24.0, 120.0)
        == "pages 12/34 · artefacts 12/74 · padlet.com · about 1:02 min left"
    )


def test_the_time_left_is_never_more_than_the_limit() -> None:
    assert line(Progressed.of(Progress(pages_found=3)), 30.0, 1.0).endswith("at most 0:30 min left")


def test_the_user_agent_is_truthful_and_names_a_contact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINSPACE_AUDITOR_CONTACT", "nso@agency.example")
    agent = Settings().user_agent
    assert agent.startswith("TwinSpaceAuditor/")
    assert "nso@agency.example" in agent


def test_doctor_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file.pem")
    monkeypatch.setenv("HTTPS_PROXY", "http://anna:secret@proxy.example:3128")
    events = check_machine(CheckMachineRequest(settings=Settings()))
    found = [event.check for event in events if isinstance(event, MachineChecked)]
    checks = {check.name: check for check in found}
    assert not checks["certificates"].ok
    assert "SSL_CERT_FILE" in checks["certificates"].remedy
    assert "secret" not in checks["proxy"].says
    assert "literal private addresses" in checks["proxy"].says
    assert all(check.ok or check.remedy for check in checks.values())
