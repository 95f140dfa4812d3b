"""Where an address leads: to the project itself, or to the one that it has become."""

from __future__ import annotations

from typing import Any, cast

import pytest

from crawlers import platforms
from crawlers.gathering.seed import resolve_seed
from crawlers.http.fetcher import Fetcher
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure
from tests.unit.answers import capture

OLD = "https://twinspace.etwinning.net/98765/home"
BASE = "https://school-education.ec.europa.eu/en/etwinning/projects"
NEW = f"{BASE}/lanterns-in-the-fog/twinspace"


class Web:
    """A fetcher that follows a table of redirects and remembers what it was asked for."""

    def __init__(self, **leads: str) -> None:
        self.leads = leads
        self.asked: list[str] = []

    async def get(self, url: str, **_: Any) -> Capture:
        self.asked.append(url)
        return capture(url=url, final_url=self.leads.get(url, ""))


async def project_at(seed: str, leads: dict[str, str]) -> tuple[str, str, list[str]]:
    web = Web(**leads)
    site = await resolve_seed(cast("Fetcher", web), platforms.recognise(seed))
    return site.platform.id, site.seed.project_id, web.asked


@pytest.mark.parametrize(
    ("seed", "leads"),
    [
        (OLD, {OLD: NEW}),
        ("https://twinspace.etwinning.net/98765", {OLD: NEW.replace("/en/", "/da/")}),
        ("https://twinspace.etwinning.net/98765/pages/page/5", {OLD: NEW}),
        (f"{BASE}/lanterns/twinspace", {f"{BASE}/lanterns/twinspace": NEW}),
        (f"{BASE}/130385", {f"{BASE}/130385": f"{BASE}/lanterns-in-the-fog"}),
        ("https://short.example/x7", {"https://short.example/x7": NEW}),
    ],
)
async def test_an_address_that_leads_into_another_project_is_that_project(
    seed: str, leads: dict[str, str]
) -> None:
    assert (await project_at(seed, leads))[:2] == ("esep", "lanterns-in-the-fog")


@pytest.mark.parametrize(
    ("seed", "final"),
    [
        (OLD, OLD),
        (OLD, OLD.replace("https:", "http:")),
        (OLD, "https://school-education.ec.europa.eu/en/etwinning"),
        (OLD, "https://school-education.ec.europa.eu/"),
        (OLD, "https://twinspace.etwinning.net/login"),
        (OLD, "https://webgate.ec.europa.eu/cas/login?service=x"),
        (OLD, "https://www.etwinning.example/closed"),
        (NEW, NEW.replace("/en/", "/pl/")),
        (NEW, NEW.removesuffix("/twinspace")),
        ("https://skole.example/projekt/", "https://www.skole.example/projekt/"),
        ("https://skole.example/projekt/", "https://andre.example/projekt/"),
    ],
)
async def test_every_other_address_stays_the_project_that_was_asked_for(
    seed: str, final: str
) -> None:
    site = platforms.recognise(seed)
    project = await project_at(seed, {site.home: final} if final != site.home else {})
    assert project[:2] == (site.platform.id, site.seed.project_id)


async def test_only_the_pages_are_asked_for_that_the_crawl_begins_with() -> None:
    deep = f"{NEW}/pages/results"
    assert (await project_at(deep, {}))[2] == [NEW, deep]
    assert (await project_at(NEW, {}))[2] == [NEW]


async def test_an_address_that_gives_no_answer_stays_what_it_is() -> None:
    class Silent(Web):
        async def get(self, url: str, **_: Any) -> Capture:
            return capture(url=url, status=None, failure=Failure.TIMEOUT)

    site = platforms.recognise(OLD)
    assert await resolve_seed(cast("Fetcher", Silent()), site) == site
