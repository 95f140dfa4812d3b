"""The audits whose reports are opened: the unit tests' sample."""

from __future__ import annotations

from reports.audit import Audit
from tests.unit import sample

AUDITS = ("sample",)


def audit(name: str) -> Audit:
    assert name == "sample"
    return sample.AUDIT
