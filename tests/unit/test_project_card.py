"""The project's public card is asked for, whether a page links it or not."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.integration.audits import live_audit, replay_audit

HOST = "https://school-education.ec.europa.eu"
CARD = "/en/etwinning/projects/lamps-and-stars"
HOME = f"{CARD}/twinspace"
TEXT = "<p>" + "Six classes counted the stars above their schools. " * 9 + "</p>"
SHOWN = f"<main><h1>Lamps and stars</h1><p>Closed</p><p>Poland(2), Spain(1)</p>{TEXT}</main>"


class Platform(httpx.AsyncBaseTransport):
    """A project's home page and its card."""

    def __init__(self, card: tuple[int, str], home: str = "") -> None:
        self.card = card
        self.home = home
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked.append(path)
        pages = {HOME: (200, f"<main><h1>Lamps</h1>{TEXT}{self.home}</main>"), CARD: self.card}
        status, body = pages.get(path, (404, ""))
        head = {"Content-Type": "text/html; charset=utf-8"}
        return httpx.Response(status, headers=head, stream=httpx.ByteStream(body.encode()))


async def test_it_says_the_state_and_the_partners_and_is_no_page(tmp_path: Path) -> None:
    platform = Platform((200, SHOWN))
    audit = await live_audit(HOST + HOME, tmp_path / "live", platform, render="never")
    assert platform.asked.count(CARD) == 1
    assert (audit.project.title, audit.project.state) == ("Lamps", "closed")
    assert audit.project.partners == ("Poland", "Spain")
    assert [page.url for page in audit.pages] == [HOST + HOME]
    evidence = tmp_path / "live" / "evidence.wacz"
    again = await replay_audit(HOST + HOME, tmp_path / "again", evidence, render="never")
    assert again.project == audit.project


async def test_where_a_page_links_it_it_is_asked_for_once(tmp_path: Path) -> None:
    platform = Platform((200, SHOWN), f'<a href="{CARD}">About</a>')
    audit = await live_audit(HOST + HOME, tmp_path, platform, render="never")
    assert platform.asked.count(CARD) == 1
    assert len(audit.pages) == 2


@pytest.mark.parametrize("card", [(404, ""), (500, ""), (200, "<title>Log in</title><form>")])
async def test_a_card_that_does_not_open_changes_nothing(
    card: tuple[int, str], tmp_path: Path
) -> None:
    audit = await live_audit(HOST + HOME, tmp_path, Platform(card), render="never")
    assert (audit.project.title, audit.project.state) == ("Lamps", "unknown")
    assert len(audit.pages) == 1
