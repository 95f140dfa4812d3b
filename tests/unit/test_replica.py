"""The replica itself: the world answers, in-process and behind its proxy."""

import json
import re
import ssl
from collections.abc import Iterator

import httpx
import pytest

from tests.replica.serve import ReplicaServer, serve
from tests.replica.transport import WorldTransport
from tests.replica.world import World, ordinary, world

HOME = "https://school-education.ec.europa.eu/en/etwinning/projects/sea-between-us/twinspace"


@pytest.fixture(scope="module")
def replica_server() -> Iterator[ReplicaServer]:
    with serve(world()) as place:
        yield place


def visitor(replica_server: ReplicaServer) -> httpx.Client:
    context = ssl.create_default_context(cafile=replica_server.ca_file)
    return httpx.Client(proxy=replica_server.proxy_url, verify=context, trust_env=False, timeout=5)


def test_a_calendar_leads_to_the_next_month_without_end() -> None:
    here, month = world(), "2024-11"
    for _ in range(4):
        page = here.answer(f"{HOME}/meetings/calendar?month={month}").body.decode()
        (month,) = re.findall(r'href="\?month=([\d-]+)"', page)
    assert month == "2025-03"


@pytest.mark.parametrize(("slug", "first"), [("slow-start", 503), ("came-back", 404)])
def test_some_pages_answer_only_the_second_time(slug: str, first: int) -> None:
    here = world()
    assert here.answer(f"{HOME}/pages/{slug}").status == first
    assert here.answer(f"{HOME}/pages/{slug}").status == 200


def test_an_unknown_host_drops_the_connection_and_requests_are_remembered() -> None:
    here = world()
    assert here.answer("https://nobody.example/").drop
    assert here.requested == ["https://nobody.example/"]


def test_the_same_page_answers_under_every_language_prefix() -> None:
    here = world()
    bodies = {here.answer(HOME.replace("/en/", f"/{lang}/")).status for lang in ("da", "pl", "tr")}
    assert bodies == {200}


def test_an_ordinary_project_has_pages_of_ordinary_size() -> None:
    here: World = ordinary(60)
    sizes = [
        len(
            here.answer(f"{HOME.replace('sea-between-us', 'ordinary-project')}/pages/page-{n}").body
        )
        for n in range(1, 60)
    ]
    assert min(sizes) > 10_000
    assert max(sizes) < 70_000


async def test_the_transport_turns_faults_into_httpx_errors() -> None:
    async with httpx.AsyncClient(transport=WorldTransport(world())) as client:
        answer = await client.get(HOME)
        assert "The Sea Between Us" in answer.text
        with pytest.raises(httpx.ConnectError):
            await client.get("https://nobody.example/")
        with pytest.raises(httpx.RemoteProtocolError):
            await client.get("https://old.harbour-town.example/webcam")
        with pytest.raises(httpx.ReadTimeout):
            await client.get(f"{HOME}/pages/stalled")


def test_the_proxy_serves_https_under_its_own_authority(replica_server: ReplicaServer) -> None:
    with visitor(replica_server) as client:
        assert "The Sea Between Us" in client.get(HOME).text
        video = {"url": "https://youtu.be/SeaPublic01", "format": "json"}
        answer = client.get("https://www.youtube.com/oembed", params=video)
    assert json.loads(answer.text)["title"] == "The song of the sea"


def test_the_proxy_serves_plain_http_and_keeps_the_connection(
    replica_server: ReplicaServer,
) -> None:
    with visitor(replica_server) as client:
        answers = [client.get("http://learningapps.org/watch?app=21436587") for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 200]


def test_the_proxy_serves_a_host_with_a_trailing_dot(replica_server: ReplicaServer) -> None:
    with visitor(replica_server) as client:
        answer = client.get(HOME.replace("europa.eu", "europa.eu."))
    assert "The Sea Between Us" in answer.text


def test_the_proxy_closes_the_connection_of_a_host_that_says_nothing(
    replica_server: ReplicaServer,
) -> None:
    with visitor(replica_server) as client, pytest.raises(httpx.RemoteProtocolError):
        client.get("https://old.harbour-town.example/webcam")


def test_the_proxy_refuses_a_host_that_nobody_knows(replica_server: ReplicaServer) -> None:
    with visitor(replica_server) as client, pytest.raises(httpx.ProxyError):
        client.get("https://nobody.example/")


def test_a_program_without_the_authority_does_not_trust_the_proxy(
    replica_server: ReplicaServer,
) -> None:
    context = ssl.create_default_context()
    with (
        httpx.Client(proxy=replica_server.proxy_url, verify=context, trust_env=False) as client,
        pytest.raises(httpx.ConnectError),
    ):
        client.get(HOME)
