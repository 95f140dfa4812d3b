"""One file or one address, looked at without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from auditor.application.event_streams import final_result
from auditor.application.inspect_page import InspectRequest, inspect_html, inspect_page
from auditor.errors import BadInputError

BODY = (
    b"<html><main><a href='/om.html'>Om</a><a href='https://www.google.com/url?q=https://padlet.com/'>"
    b"x</a><iframe src='//www.youtube.com/embed/aqz-KE-bpKQ' title='The film'></iframe>"
    b"<img src='logo.png' alt='School logo'><a href='plan.pdf'>Plan</a></main></html>"
)


def test_a_file_gives_its_artefacts_and_outlinks() -> None:
    page = inspect_html(BODY, "https://skole.example/projekt/side.html").model_dump(mode="json")
    film, plan = sorted(page["artefacts"], key=lambda artefact: artefact["provider"] != "youtube")
    assert (film["id"], film["title"], film["visibility"]["state"]) == (
        "youtube:aqz-KE-bpKQ",
        "The film",
        "undetermined",
    )
    assert list(film["sightings"]) == [
        {
            "page": "https://skole.example/projekt/side.html",
            "form": "embed",
            "label": "The film",
            "url": "https://www.youtube.com/embed/aqz-KE-bpKQ",
            "embed": "not_checked",
            "embed_reason": None,
            "after_consent": "not_checked",
            "after_consent_reason": None,
        }
    ]
    assert plan["canonical_url"] == "https://skole.example/projekt/plan.pdf"
    assert list(page["outlinks"]) == [
        "https://skole.example/om.html",
        "https://padlet.com/",
        "https://www.youtube.com/embed/aqz-KE-bpKQ",
        "https://skole.example/projekt/plan.pdf",
    ]


def test_a_page_of_the_platform_that_is_not_a_project_is_read_too() -> None:
    page = inspect_html(BODY, "https://school-education.ec.europa.eu/en/discover/news/x")
    assert len(page.artefacts) == 2


def test_a_page_of_a_project_is_known_by_its_one_address() -> None:
    home = (
        "https://school-education.ec.europa.eu/da/etwinning/projects/our-river-0/twinspace?type=1"
    )
    page = inspect_html(BODY, home)
    assert {s.page for artefact in page.artefacts for s in artefact.sightings} == {
        "https://school-education.ec.europa.eu/en/etwinning/projects/our-river-0/twinspace"
    }


@pytest.mark.parametrize("base", ["", "page.html", "file:///tmp/page.html", "http://[x"])
def test_a_base_that_is_not_a_web_address_is_refused_with_a_sentence(base: str) -> None:
    with pytest.raises(BadInputError, match="give one beginning with https://"):
        inspect_html(BODY, base)


@pytest.mark.parametrize("body", [b"", b"\x00\xff", b"<", b"{}", b"<html" * 1000])
def test_whatever_stands_in_a_file_it_is_read(body: bytes) -> None:
    page = inspect_html(body, "https://skole.example/")
    assert (page.artefacts, page.outlinks) == ((), ())


def test_the_use_case_reads_a_file_or_what_is_given(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(BODY)
    base = "https://skole.example/"
    requests = (InspectRequest(base_url=base, file=file), InspectRequest(base_url=base, html=BODY))
    pages = [final_result(inspect_page(request)) for request in requests]
    assert pages[0] == pages[1]
    assert len(pages[0].artefacts) == 2


@pytest.mark.parametrize("fields", [{"html": b"\x00\xff<p>"}, {"file": Path("page.html")}])
def test_a_request_can_be_stored_and_sent(fields: dict[str, Any]) -> None:
    request = InspectRequest(base_url="https://skole.example/", **fields)
    assert InspectRequest.model_validate_json(request.model_dump_json()) == request


def test_a_file_that_is_not_there_is_refused_with_a_sentence(tmp_path: Path) -> None:
    request = InspectRequest(file=tmp_path / "none.html", base_url="https://skole.example/")
    with pytest.raises(BadInputError, match="cannot be read"):
        final_result(inspect_page(request))
