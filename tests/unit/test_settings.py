"""The settings of the program."""

from __future__ import annotations

import pytest

from auditor.settings import Settings


def test_the_user_agent_is_truthful_and_names_a_contact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINSPACE_AUDITOR_CONTACT", "nso@agency.example")
    agent = Settings().user_agent
    assert agent.startswith("TwinSpaceAuditor/")
    assert "nso@agency.example" in agent
