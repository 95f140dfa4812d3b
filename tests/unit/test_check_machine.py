"""What works on this machine, and what to do about the rest."""

from __future__ import annotations

import pytest

from auditor.application.check_machine import CheckMachineRequest, MachineChecked, check_machine
from auditor.settings import Settings


def test_doctor_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file.pem")
    monkeypatch.setenv("HTTPS_PROXY", "http://anna:secret@proxy.example:3128")
    events = check_machine(CheckMachineRequest(settings=Settings(browser="no-such-browser")))
    results = [event.check for event in events if isinstance(event, MachineChecked)]
    checks = {check.name: check for check in results}
    assert not checks["certificates"].ok
    assert "SSL_CERT_FILE" in checks["certificates"].remedy
    assert "secret" not in checks["proxy"].says
    assert "literal private addresses" in checks["proxy"].says
    assert all(check.ok or check.remedy for check in checks.values())
