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
    assert not checks["network"].ok  # tests do not leave the machine
    assert checks["network"].needed
    assert checks["writing"].ok
    assert {"fonts", "browser", "contact"} <= set(checks)
    assert all(check.ok or check.remedy for check in checks.values())


def test_doctor_names_a_folder_that_cannot_be_written_into(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(dir: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("auditor.application.check_machine.tempfile.TemporaryFile", refuse)
    events = check_machine(CheckMachineRequest(settings=Settings(browser="no-such-browser")))
    results = [event.check for event in events if isinstance(event, MachineChecked)]
    writing = next(check for check in results if check.name == "writing")
    assert not writing.ok
    assert writing.needed
    assert "Permission denied" in writing.says
    assert "--out" in writing.remedy
