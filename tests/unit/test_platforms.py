"""Addresses of the platforms: which project, which page, what is never followed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawlers.model import Capture, Layout, ProjectState, Section
from crawlers.platforms import recognise, registry
from crawlers.platforms.base import NotAProjectError, never_follow
from crawlers.reading.document import parse

ESEP = "https://school-education.ec.europa.eu"
HOME = f"{ESEP}/en/etwinning/projects/vores-hav/twinspace"


@pytest.mark.parametrize(
    ("url", "platform", "project"),
    [
        (HOME, "esep", "vores-hav"),
        (f"{ESEP}/da/etwinning/projects/vores-hav/twinspace/pages/plan", "esep", "vores-hav"),
        (f"{ESEP}/pl/etwinning/projects/vores-hav?prefLang=sl", "esep", "vores-hav"),
        (f"{ESEP}./en/networking/projects/86441", "esep", "86441"),
        ("http://twinspace.etwinning.net/11141/home", "legacy", "11141"),
        ("https://twinspace.etwinning.net/98285/pages/page/744439", "legacy", "98285"),
        (
            "https://web.archive.org/web/2021/https://twinspace.etwinning.net/98285",
            "legacy",
            "98285",
        ),
        ("https://www.skole.example/erasmus/index.html", "web", "www.skole.example/erasmus"),
        (
            "http://www.elenaluque.com/en/etwinning/projects/x/twinspace",
            "web",
            "www.elenaluque.com/en/etwinning/projects/x/twinspace",
        ),
    ],
)
def test_recognition(url: str, platform: str, project: str) -> None:
    found, seed = recognise(url)
    assert (found.id, seed.project_id) == (platform, project)


@pytest.mark.parametrize(
    "url",
    [
        f"{ESEP}/en/about",
        f"{ESEP}/en/etwinning",
        "https://twinspace.etwinning.net/login",
        "http://new-twinspace.etwinning.net/web/p16724/home",
        "javascript:alert(1)",
        "twinspace",
    ],
)
def test_what_is_no_project_is_refused_in_one_sentence(url: str) -> None:
    with pytest.raises(NotAProjectError) as refused:
        recognise(url)
    assert str(refused.value).endswith((".", ")."))


@pytest.mark.parametrize(
    "spelling",
    [
        HOME,
        f"{HOME}/",
        f"{HOME}/home",
        f"{HOME}?type=1",
        HOME.replace("/en/", "/tr/"),
        HOME.replace("https:", "http:"),
        HOME.replace(".eu/", ".eu./"),
        f"{HOME}#main-content",
        HOME.replace("vores-hav", "Vores-Hav"),
    ],
)
def test_one_page_has_one_address(spelling: str) -> None:
    platform, seed = recognise(HOME)
    assert platform.identity(seed, spelling) == HOME


def test_pages_of_a_pager_stay_apart() -> None:
    platform, seed = recognise(HOME)
    assert platform.identity(seed, f"{HOME}/pages?page=2") == f"{HOME}/pages?page=2"
    assert platform.identity(seed, f"{HOME}/pages?page=0") == f"{HOME}/pages"


@pytest.mark.parametrize(
    "url",
    [
        f"{ESEP}/en/etwinning/projects/another/twinspace",
        f"{ESEP}/en/about",
        "https://evil.example/en/etwinning/projects/vores-hav/twinspace",
        f"{ESEP}/en/etwinning/projects/vores-hav/somewhere",
    ],
)
def test_what_is_out_of_scope(url: str) -> None:
    platform, seed = recognise(HOME)
    assert platform.identity(seed, url) is None


def test_a_plain_site_is_its_folder() -> None:
    platform, seed = recognise("https://www.skole.example/erasmus/index.html")
    page = platform.identity
    assert page(seed, "https://www.skole.example/erasmus/") == "https://www.skole.example/erasmus/"
    assert (
        page(seed, "http://www.skole.example/erasmus/a.html?utm_source=x")
        == "https://www.skole.example/erasmus/a.html"
    )
    assert page(seed, "https://www.skole.example/andet/") is None
    assert page(seed, "https://www.skole.example/erasmus/plan.pdf") is None
    assert page(seed, "https://andet.skole.example/erasmus/") is None


def test_links_in_an_archive_stay_in_the_archive() -> None:
    prefix = "https://web.archive.org/web/20210615000000/"
    platform, seed = recognise(f"{prefix}https://twinspace.etwinning.net/98285/home")
    page = f"{prefix}http://twinspace.etwinning.net/98285/pages/page/7"
    assert platform.identity(seed, page) == "https://twinspace.etwinning.net/98285/pages/page/7"
    assert platform.address(seed, "https://twinspace.etwinning.net/98285").startswith(prefix)


@pytest.mark.parametrize(
    "url",
    [
        f"{ESEP}/user/login?destination=/x",
        f"{HOME}/pages/plan/edit",
        f"{HOME}/pages/plan/delete",
        f"{HOME}/meetings/calendar?month=2024-01",
        f"{ESEP}/flag/flag/bookmark/1?token=x",
        "https://www.skole.example/erasmus/login.php",
        "https://www.skole.example/erasmus/logout",
        "https://www.skole.example/a/a/a/a/",
        "https://www.skole.example/blog/?replytocom=3",
        "https://www.skole.example/print/side",
        "mailto:x@example.org",
    ],
)
def test_what_is_never_followed(url: str) -> None:
    assert never_follow(url)


@pytest.mark.parametrize("url", [HOME, f"{HOME}/pages/how-we-edit-films", f"{HOME}/pages?page=3"])
def test_what_is_followed(url: str) -> None:
    assert not never_follow(url)


def read(body: str, url: str = HOME):
    platform, seed = recognise(url)
    capture = Capture(
        url=url,
        final_url=url,
        captured_at=datetime(2026, 11, 23, tzinfo=UTC),
        status=200,
        body=body.encode(),
    )
    return platform.read_page(seed, capture, parse(capture))


def test_a_page_of_the_platform_is_read_by_its_landmarks() -> None:
    body = (
        f'<html lang="da"><title>Plan | TwinSpace</title><body><header><a href="{HOME}">TwinSpace</a></header>'
        "<main><h1>Plan</h1><p>Created by Berta Beispiel</p><p>Skriv til berta@skole.example</p>"
        '<time datetime="2024-05-03T10:00:00Z">3. maj</time></main></html>'
    )
    page = read(body, f"{HOME}/pages/plan")
    assert (page.title, page.section, page.language) == ("Plan", Section.PAGE, "da")
    assert (page.layout, page.updated) == (Layout.KNOWN, "2024-05-03")
    assert page.personal_data == ("email_address",)


@pytest.mark.parametrize(
    "body",
    [
        "<body><div id=app></div><script src=/app.js></script></body>",
        "<body><main><p>Indhold uden overskrift</p></main></body>",
        "<body><h1>Uden hovedindhold</h1></body>",
    ],
)
def test_a_strange_layout_is_called_strange(body: str) -> None:
    assert read(body).layout is Layout.UNKNOWN


@pytest.mark.parametrize(
    ("label", "state"),
    [
        ("Closed", "closed"),
        ("Lukket", "closed"),
        ("Active", "open"),
        ("Archived", "archived"),
        ("Fish", "unknown"),
    ],
)
def test_the_state_of_a_project(label: str, state: str) -> None:
    page = read(
        f"<main><h1>Vores hav</h1><span>{label}</span></main>",
        f"{ESEP}/en/etwinning/projects/vores-hav",
    )
    assert page.project_state is ProjectState(state)


def test_partners_by_country() -> None:
    body = "<main><h1>Vores hav</h1><p>Membership: Poland(1), Bulgaria(2), North Macedonia(1)</p></main>"
    page = read(body, f"{ESEP}/en/etwinning/projects/vores-hav")
    assert page.partners == ("Bulgaria", "North Macedonia", "Poland")


def test_platforms_are_found_by_scanning_and_the_general_one_comes_last() -> None:
    assert list(registry()) == ["esep", "legacy", "web"]
