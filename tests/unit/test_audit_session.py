"""The pace of an audit: the platform's own, slower by order, quicker with a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.session.audit_request import AuditRequest
from auditor.session.audit_session import open_session
from auditor.session.services import Services

ESEP = "https://school-education.ec.europa.eu/en/etwinning/projects/our-river-0/twinspace"
OTHER = "https://skole.example/projekt/"


@pytest.mark.parametrize(
    ("url", "delay", "rate", "warned"),
    [
        (ESEP, None, 0.5, False),
        (ESEP, 5.0, None, False),
        (ESEP, 2.0, None, False),
        (ESEP, 1.0, None, True),
        (OTHER, None, None, False),
        (OTHER, 0.1, None, False),
    ],
)
async def test_the_pace_of_a_platform(
    url: str, delay: float | None, rate: float | None, warned: bool, tmp_path: Path
) -> None:
    request = AuditRequest(url=url, out=tmp_path, user_agent="test", delay=delay, evidence=False)
    async with open_session(request, Services(), lambda _: None) as session:
        assert session.rate() == rate
        assert ("quicker_than_platform" in session.run_warnings()) is warned
