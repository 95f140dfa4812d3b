from datetime import UTC, datetime

import pytest

from crawlers.detection.frame_policy import check_framing
from crawlers.model.artefact import EmbedState
from crawlers.model.capture import Capture

PAGE = "https://school-education.ec.europa.eu/en/etwinning/projects/x/twinspace"


def answer(*headers: tuple[str, str], url: str = "https://tool.example/embed/1") -> Capture:
    return Capture(
        url=url,
        final_url=url,
        captured_at=datetime(2026, 11, 23, tzinfo=UTC),
        status=200,
        headers=headers,
    )


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ([], None),
        ([("X-Frame-Options", "DENY")], "x_frame_options"),
        ([("x-frame-options", "sameorigin")], "x_frame_options"),
        ([("X-Frame-Options", "ALLOWALL")], None),
        ([("Content-Security-Policy", "default-src *; frame-ancestors 'none'")], "frame_ancestors"),
        ([("Content-Security-Policy", "frame-ancestors 'self'")], "frame_ancestors"),
        ([("Content-Security-Policy", "frame-ancestors *")], None),
        ([("Content-Security-Policy", "frame-ancestors https:")], None),
        ([("Content-Security-Policy", "frame-ancestors https://*.europa.eu")], None),
        (
            [("Content-Security-Policy", "frame-ancestors *.europa.eu.example.org")],
            "frame_ancestors",
        ),
        ([("Content-Security-Policy", "frame-ancestors school-education.ec.europa.eu")], None),
        ([("Content-Security-Policy", "frame-ancestors")], "frame_ancestors"),
        ([("Content-Security-Policy", "frame-ancestors http://*.europa.eu")], None),
        ([("Content-Security-Policy", "frame-ancestors https://europa.eu")], "frame_ancestors"),
        (
            [("Content-Security-Policy", "frame-ancestors 'self' https://*.europa.eu:443/x")],
            None,
        ),
        # Every policy holds, in one header or in several.
        (
            [("Content-Security-Policy", "frame-ancestors *, frame-ancestors 'none'")],
            "frame_ancestors",
        ),
        (
            [
                ("Content-Security-Policy", "frame-ancestors *"),
                ("content-security-policy", "frame-ancestors https://tool.example"),
            ],
            "frame_ancestors",
        ),
        ([("Content-Security-Policy-Report-Only", "frame-ancestors 'none'")], None),
        ([("X-Frame-Options", "ALLOW-FROM https://other.example")], None),
        # A policy that names ancestors makes browsers ignore the older header.
        ([("X-Frame-Options", "DENY"), ("Content-Security-Policy", "frame-ancestors *")], None),
        (
            [("Content-Security-Policy", "script-src 'self'"), ("X-Frame-Options", "DENY")],
            "x_frame_options",
        ),
    ],
)
def test_framing(headers: list[tuple[str, str]], reason: str | None) -> None:
    framing = check_framing(PAGE, answer(*headers))
    assert framing.reason == reason
    assert framing.state is (EmbedState.BLOCKED if reason else EmbedState.SHOWN)


def test_same_origin_may_frame_itself() -> None:
    own = answer(
        ("X-Frame-Options", "SAMEORIGIN"), url="https://school-education.ec.europa.eu/media/1"
    )
    assert check_framing(PAGE, own).state is EmbedState.SHOWN


def test_a_default_port_makes_no_other_origin() -> None:
    own = answer(("X-Frame-Options", "SAMEORIGIN"), url=PAGE.replace(".eu/", ".EU:443/"))
    assert check_framing(PAGE, own).state is EmbedState.SHOWN
