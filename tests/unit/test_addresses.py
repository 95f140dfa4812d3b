"""Every address of a page is an artefact, a link, a page of the project or furniture."""

from __future__ import annotations

import json

import pytest

from auditor.application.inspect_page import InspectedPage, inspect_html
from crawlers.model.artefact import Kind
from crawlers.model.link import FurnitureReason, LinkRole
from tests.addresses import misplaced
from tests.replica import truth
from tests.replica.sites.site import Project
from tests.replica.world import world

PAGE = "https://skole.example/projekt/side.html"


def inspected(markup: str, page: str = PAGE) -> InspectedPage:
    body = f"<!doctype html><title>Broer</title><body><nav><a href=/projekt/>Hjem</a></nav><main>{markup}</main>"
    return inspect_html(body.encode(), page)


def roles(markup: str) -> dict[str, LinkRole]:
    return {link.url: link.role for link in inspected(markup).links}


def reasons(markup: str) -> dict[str, FurnitureReason]:
    return {item.url: item.reason for item in inspected(markup).furniture}


@pytest.mark.parametrize("project", truth.PROJECTS, ids=lambda project: project.name)
def test_no_address_of_the_replica_is_lost_or_listed_twice(project: Project) -> None:
    here, wrong = world(), []
    for url in json.loads((truth.FOLDER / f"{project.name}.json").read_text("utf-8"))["pages"]:
        answer = here.answer(url)
        if answer.status == 200 and answer.body.lstrip().startswith(b"<"):
            text = answer.body.decode("utf-8", "replace")
            wrong += [f"{url}: {line}" for line in misplaced(answer.body, url, text)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("url", "role"),
    [
        ("https://www.avisen.example/2026/broer", LinkRole.SITE),
        ("https://skole-nord.example/", LinkRole.SITE),
        ("https://www.linkedin.com/in/anna-broskov", LinkRole.PROFILE),
        ("https://www.facebook.com/people/Anna-Broskov/100001234567890/", LinkRole.PROFILE),
        ("https://padlet.com/", LinkRole.TOOL_PAGE),
        ("https://padlet.help/l/en/article/abc123", LinkRole.TOOL_PAGE),
        ("https://support.google.com/docs/answer/2494822", LinkRole.TOOL_PAGE),
        ("https://education.ec.europa.eu/themes", LinkRole.SITE),
    ],
)
def test_what_is_no_artefact_is_a_link_with_a_role(url: str, role: LinkRole) -> None:
    assert roles(f'<p>Se <a href="{url}">her</a>.</p>') == {url: role}


def test_a_link_is_one_whatever_its_fragment_and_tracking() -> None:
    links = inspected(
        '<p><a href="https://avisen.example/a?utm_source=x">A</a>'
        '<a href="https://avisen.example/a#b">B</a> og www.avisen.example/c</p>'
    ).links
    assert sorted(link.canonical_url for link in links) == [
        "https://avisen.example/a",
        "https://www.avisen.example/c",
    ]
    assert sorted(len(link.sightings) for link in links) == [1, 2]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<a href="https://www.facebook.com/sharer.php?u=x">Del</a>', "share_or_tracker"),
        ('<a href="/projekt/logout">Log ud</a>', "action"),
        ('<a href="/feed.xml">RSS</a>', "for_programs"),
        ('<a href="mailto:anna@skole.example">Skriv</a>', "not_the_web"),
        ('<img src="/themes/x/images/logo.png" alt="Logo">', "decoration"),
        ('<a href="a.jpg"><img src="b.jpg" alt="Bro"></a>', "linked_picture"),
        ('<iframe src="https://x.example/" hidden></iframe>', "hidden_frame"),
        ('<iframe src="https://ads.example/" id="google_ads_iframe_1"></iframe>', "advert"),
        ('<template><a href="https://x.example/t">T</a></template>', "not_shown"),
    ],
)
def test_furniture_has_its_reason(markup: str, reason: str) -> None:
    assert reason in {found.value for found in reasons(f"<p>Broer</p>{markup}").values()}


def test_what_stands_in_the_frame_of_the_site_is_furniture() -> None:
    body = b"<!doctype html><title>x</title><body><footer><a href=https://eu.example/>EU</a></footer><main><p>Broer</p></main>"
    found = inspect_html(body, PAGE)
    assert [(item.url, item.reason.value) for item in found.furniture] == [
        ("https://eu.example/", "site_frame")
    ]
    assert not found.links


def test_a_page_of_the_project_is_no_link() -> None:
    found = inspected('<p><a href="anden.html">Mere</a></p>')
    assert not found.links
    assert "https://skole.example/projekt/anden.html" in found.pages


@pytest.mark.parametrize(
    "markup",
    [
        '<iframe src="https://quizly.example/q/9"></iframe>',
        '<object data="https://quizly.example/q/9" type="text/html"></object>',
        '<embed src="https://quizly.example/q/9">',
    ],
)
def test_an_embed_is_an_artefact_whoever_made_it(markup: str) -> None:
    assert [thing.provider for thing in inspected(markup).artefacts] == ["-"]


def test_an_embed_from_a_known_tool_keeps_its_id_in_any_form() -> None:
    found = inspected('<iframe src="https://padlet.com/a/b/c/d"></iframe>').artefacts
    assert [thing.provider for thing in found] == ["padlet"]


@pytest.mark.parametrize(
    ("label", "kind", "asked"),
    [
        ("Our project website", Kind.SITE, False),
        ("Vores blog", Kind.SITE, False),
        ("Blog", None, True),
        ("Our school's website", None, False),
        ("An article about us", None, False),
    ],
)
def test_a_site_that_the_project_calls_its_own(label: str, kind: Kind | None, asked: bool) -> None:
    found = inspected(f'<p><a href="https://broer.example/">{label}</a></p>')
    assert [thing.kind for thing in found.artefacts] == ([kind] if kind else [])
    assert [link.maybe_own for link in found.links] == ([] if kind else [asked])


def test_a_picture_and_a_link_to_it_are_one_artefact() -> None:
    found = inspected('<p><img src="/foto/12" alt="Bro"> <a href="/foto/12">Foto</a></p>')
    assert [len(thing.sightings) for thing in found.artefacts] == [2]
    assert not found.links
