"""Gaps for what never came: an archive with holes, a network that was lost on the way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from crawlers.gathering.crawling.unanswered import unanswered_gaps
from crawlers.model.artefact import Artefact
from crawlers.model.inventory import GapReason
from crawlers.model.page import Page, Section
from crawlers.model.verdict import Reason, State, Visibility
from tests.integration.audits import live_audit, replay_audit
from tests.unit.inventories import artefact

SEEN = Visibility(state=State.VISIBLE, reason=Reason.CONTENT_SHOWN)
START = datetime(2026, 12, 1, tzinfo=UTC)
HOME = "https://broskolen.example/vand/"


def unknown(reason: Reason) -> Visibility:
    return Visibility(
        state=State.UNDETERMINED, reason=reason, checked_at=START + timedelta(hours=1)
    )


def pages(seen: int, **lost: int) -> list[Page]:
    verdicts = [SEEN] * seen
    verdicts += [unknown(Reason(name)) for name, count in lost.items() for _ in range(count)]
    return [
        Page(url=f"{HOME}{n}", section=Section.PAGE, visibility=verdict)
        for n, verdict in enumerate(verdicts)
    ]


def things(seen: int, *, hosts: int = 5, **lost: int) -> list[Artefact]:
    verdicts = [SEEN] * seen
    verdicts += [unknown(Reason(name)) for name, count in lost.items() for _ in range(count)]
    return [
        artefact(n, url=f"https://h{n % hosts}.example/{n}").model_copy(
            update={"visibility": verdict}
        )
        for n, verdict in enumerate(verdicts)
    ]


def gaps(listed: list[Page], found: list[Artefact] | None = None) -> dict[str, int]:
    return {gap.reason.value: gap.pages for gap in unanswered_gaps(listed, found or [], ())}


@pytest.mark.parametrize(
    ("seen", "lost", "expected"),
    [
        (1, {"not_recorded": 6}, {"archive_incomplete": 6}),
        (18, {"not_recorded": 2}, {"archive_incomplete": 2}),
        (5, {"not_recorded": 1}, {}),
        (40, {"not_recorded": 2}, {}),
        (67, {"timeout": 4, "connection_failed": 429}, {"network_lost": 433}),
        (20, {"proxy_failed": 3}, {"network_lost": 3}),
        (20, {"timeout": 2}, {}),
        (200, {"timeout": 12}, {}),
        (5, {"robots_disallowed": 9, "server_error": 9, "not_reached": 9}, {}),
        (0, {"host_not_found": 1}, {}),
    ],
)
def test_pages_that_never_came(seen: int, lost: dict[str, int], expected: dict[str, int]) -> None:
    assert gaps(pages(seen, **lost)) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (things(0, not_recorded=5), {"archive_incomplete": 5}),
        (things(4, not_recorded=3), {}),
        (things(1, not_recorded=2), {}),
        (things(3, timeout=5), {"network_lost": 5}),
        (things(3, timeout=5, hosts=1), {}),
        (things(9, timeout=3, host_not_found=4), {}),
    ],
)
def test_things_that_never_came(found: list[Artefact], expected: dict[str, int]) -> None:
    assert gaps(pages(9), found) == expected


def test_the_example_is_an_address_that_never_came() -> None:
    (gap,) = unanswered_gaps(pages(2, not_recorded=3), [], ())
    assert gap.reason is GapReason.ARCHIVE_INCOMPLETE
    assert gap.example == f"{HOME}2"


class DyingNetwork(httpx.AsyncBaseTransport):
    """A site of many pages whose network is gone after some answers."""

    def __init__(self, answers: int, failure: type[httpx.TransportError]) -> None:
        self.answers = answers
        self.failure = failure

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404, stream=httpx.ByteStream(b""))
        self.answers -= 1
        if self.answers < 0:
            raise self.failure("gone")
        links = "".join(f'<a href="{HOME}{n}">Page {n}</a> ' for n in range(1, 30))
        text = f"<h1>Page {request.url.path}</h1><p>{'We measured it. ' * 20}</p>"
        body = httpx.ByteStream(f"<main>{text}{links}</main>".encode())
        return httpx.Response(200, headers={"Content-Type": "text/html"}, stream=body)


@pytest.mark.parametrize("failure", [httpx.ConnectError, httpx.ReadTimeout, httpx.ProxyError])
async def test_a_network_that_dies_on_the_way_is_told_live_and_replayed(
    failure: type[httpx.TransportError], tmp_path: Path
) -> None:
    audit = await live_audit(HOME, tmp_path / "live", DyingNetwork(9, failure), render="never")
    assert not audit.coverage.complete
    assert [gap.reason.value for gap in audit.coverage.gaps] == ["network_lost"]
    evidence = tmp_path / "live" / "evidence.wacz"
    again = await replay_audit(HOME, tmp_path / "again", evidence, render="never")
    assert again.coverage == audit.coverage
