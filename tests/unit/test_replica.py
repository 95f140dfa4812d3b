"""The replica itself: the world answers, its truth fits its pages, and the proxy serves it."""

import json
import re
import ssl
from collections.abc import Iterator
from html import unescape

import httpx
import pytest

from tests.replica import truth
from tests.replica.serve import Served, serve
from tests.replica.sites.site import Project
from tests.replica.things import THINGS
from tests.replica.transport import WorldTransport
from tests.replica.world import World, ordinary, world

HOME = "https://school-education.ec.europa.eu/en/etwinning/projects/sea-between-us/twinspace"
STATES = {"visible", "empty", "login_required", "permission_required", "removed", "undetermined"}
each_project = pytest.mark.parametrize("project", truth.PROJECTS, ids=lambda each: each.name)


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serve(world()) as place:
        yield place


def visitor(served: Served) -> httpx.Client:
    context = ssl.create_default_context(cafile=served.ca_file)
    return httpx.Client(proxy=served.proxy_url, verify=context, trust_env=False, timeout=5)


@each_project
def test_the_written_truth_is_the_truth_of_the_pages(project: Project) -> None:
    stored = (truth.FOLDER / f"{project.name}.json").read_text(encoding="utf-8")
    assert stored == truth.written(project), "run: python -m tests.replica.truth"


@each_project
def test_every_page_of_the_truth_answers_as_its_state_says(project: Project) -> None:
    here = world()
    for address, page in truth.truth(project)["pages"].items():
        answer = here.answer(address)
        if answer.status in (404, 503) and page["state"] == "visible":
            answer = here.answer(address)
        assert page["state"] in STATES
        assert (answer.status == 200) or page["state"] != "visible", address
        assert answer.status or page["reason"] == "timeout", address


@each_project
def test_every_artefact_has_one_identity_and_a_state(project: Project) -> None:
    found = truth.truth(project)["artefacts"]
    names = [(each["provider"], each.get("native_id") or each["canonical_url"]) for each in found]
    assert len(set(names)) == len(names)
    assert {each["state"] for each in found} <= STATES
    assert all(each["sightings"] >= sum(each.get("embed", {}).values()) for each in found)


def test_every_thing_is_used() -> None:
    used = {
        sight.thing
        for project in truth.PROJECTS
        for page in project.pages
        for piece in page.pieces
        for sight in piece.sights
    }
    assert used == set(THINGS)


def test_uploads_answer_as_their_state_says() -> None:
    here = world()
    for thing in THINGS.values():
        if thing.provider not in ("twinspace", "file"):
            continue
        status = here.answer(thing.ident).status
        assert (status == 200) or thing.state != "visible", thing.ident
        assert (status == 404) == (thing.state == "removed"), thing.ident


@pytest.mark.parametrize(("slug", "first"), [("slow-start", 503), ("came-back", 404)])
def test_some_pages_answer_only_the_second_time(slug: str, first: int) -> None:
    here = world()
    assert here.answer(f"{HOME}/pages/{slug}").status == first
    assert here.answer(f"{HOME}/pages/{slug}").status == 200


def test_an_unknown_host_drops_the_connection_and_requests_are_remembered() -> None:
    here = world()
    assert here.answer("https://nobody.example/").drop
    assert here.requested == ["https://nobody.example/"]


def test_forbidden_addresses_stand_on_the_pages_but_are_no_pages() -> None:
    here = world()
    body = unescape(here.answer(f"{HOME}/pages/results").body.decode())
    links = re.findall(r'(?:href|src)="([^"]+)"', body)
    assert sum(any(re.search(each, link) for each in here.forbidden) for link in links) >= 8
    pages = [page for project in truth.PROJECTS for page in truth.truth(project)["pages"]]
    assert not [page for page in pages if any(re.search(each, page) for each in here.forbidden)]


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
        with pytest.raises(httpx.ReadTimeout):
            await client.get(f"{HOME}/pages/stalled")


def test_the_proxy_serves_https_under_its_own_authority(served: Served) -> None:
    with visitor(served) as client:
        assert "The Sea Between Us" in client.get(HOME).text
        video = {"url": "https://youtu.be/SeaPublic01", "format": "json"}
        answer = client.get("https://www.youtube.com/oembed", params=video)
    assert json.loads(answer.text)["title"] == "The song of the sea"


def test_the_proxy_serves_plain_http_and_keeps_the_connection(served: Served) -> None:
    with visitor(served) as client:
        answers = [client.get("http://learningapps.org/watch?app=21436587") for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 200]


def test_the_proxy_refuses_a_host_that_nobody_knows(served: Served) -> None:
    with visitor(served) as client, pytest.raises(httpx.ProxyError):
        client.get("https://nobody.example/")


def test_a_program_without_the_authority_does_not_trust_the_proxy(served: Served) -> None:
    context = ssl.create_default_context()
    with (
        httpx.Client(proxy=served.proxy_url, verify=context, trust_env=False) as client,
        pytest.raises(httpx.ConnectError),
    ):
        client.get(HOME)
