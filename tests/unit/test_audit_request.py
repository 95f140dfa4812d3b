"""What an audit is asked for, as a value that can be stored and sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.application.compare_audits import CompareRequest
from auditor.application.render_report import RenderRequest
from auditor.session.audit_request import AuditRequest, complete_request
from tests.unit.sample import audit_with


@pytest.mark.parametrize(
    ("render", "screenshots", "recorded", "meant"),
    [
        (None, None, {}, ("auto", "key")),
        ("always", None, {}, ("always", "key")),
        ("never", None, {}, ("never", "none")),
        ("never", "all", {}, ("never", "all")),
        (None, None, {"render": "always", "screenshots": "all"}, ("always", "all")),
        ("never", None, {"render": "auto", "screenshots": "none"}, ("never", "none")),
        # An archive of ours from before there was a browser.
        (None, None, {"max_pages": 500}, ("never", "none")),
    ],
)
def test_what_is_not_ordered_is_as_it_was_recorded(
    render: str | None,
    screenshots: str | None,
    recorded: dict[str, object],
    meant: tuple[str, str],
) -> None:
    request = AuditRequest(
        url="u", out=Path(), user_agent="a", render=render, screenshots=screenshots
    )
    settled_request = complete_request(request, recorded)
    assert (settled_request.render, settled_request.screenshots) == meant


@pytest.mark.parametrize(
    "request_",
    [
        AuditRequest(
            url="https://skole.example/", out=Path("o"), user_agent="a", settings={"rate": 1.0}
        ),
        CompareRequest(before=Path("a.json"), after=Path("b.json")),
        RenderRequest(source=Path("a.json"), out=Path("o"), formats=("csv",), languages=("da",)),
        RenderRequest(source=audit_with(), out=Path("o"), formats=("csv",), languages=("da", "en")),
    ],
)
def test_a_request_can_be_stored_and_sent(
    request_: AuditRequest | CompareRequest | RenderRequest,
) -> None:
    assert type(request_).model_validate_json(request_.model_dump_json()) == request_
