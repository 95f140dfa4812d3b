"""A release names real addresses, or is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gates.release import OPEN, faults, with_home

ROOT = Path(__file__).parents[2]
PROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
READY = "Write to security@auditor.eu."


def test_the_source_tree_is_not_ready_and_says_both_reasons() -> None:
    missing = faults(PROJECT, (ROOT / "SECURITY.md").read_text("utf-8"))
    assert [sentence.split()[0] for sentence in missing] == ["pyproject.toml", "SECURITY.md"]


def test_real_addresses_make_it_ready() -> None:
    filled = with_home(PROJECT, "https://auditor.eu")
    assert faults(filled, READY) == []
    assert with_home(filled, "https://auditor.eu") == filled


@pytest.mark.parametrize(
    "home", ["https://www.example.org", "http://auditor.eu", "https://x.invalid"]
)
def test_an_address_that_does_not_exist_is_refused(home: str) -> None:
    assert len(faults(with_home(PROJECT, home), READY)) == 1
    assert len(faults(with_home(PROJECT, "https://auditor.eu"), OPEN)) == 1
