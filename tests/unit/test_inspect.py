"""One file or one address, looked at without any network."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.inspect import classified, inspect_html

ESEP = "https://school-education.ec.europa.eu/da/etwinning/projects/vores-hav/twinspace/pages/resultater"
HTML = """<html><body><header><a href="/da/etwinning/projects/vores-hav/twinspace">Hjem</a></header>
<main><h1>Resultater</h1>
<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>
<iframe src="https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?rel=0"></iframe>
<a href="https://youtu.be/aqz-KE-bpKQ">Filmen</a>
<a href="/da/etwinning/projects/vores-hav/twinspace/pages/plan">Plan</a>
<a href="https://www.example.org/">En anden side</a>
<img src="/sites/default/files/2024-05/hav.jpg" alt="Havet">
</main></body></html>"""


def test_the_same_thing_three_times_is_one_artefact() -> None:
    found = inspect_html(HTML.encode(), ESEP)
    by_provider = {one["provider"]: one for one in found["artefacts"]}
    assert sorted(by_provider) == ["twinspace", "youtube"]
    assert by_provider["youtube"]["canonical_url"] == "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
    assert [one["form"] for one in by_provider["youtube"]["sightings"]] == [
        "embed",
        "embed",
        "link",
    ]
    assert by_provider["twinspace"]["kind"] == "image"
    assert by_provider["youtube"]["visibility"]["state"] == "undetermined"


def test_outlinks_are_addresses() -> None:
    outlinks = inspect_html(HTML.encode(), ESEP)["outlinks"]
    assert "https://www.example.org/" in outlinks
    assert all(link.startswith("https://") for link in outlinks)


def test_a_page_of_the_platform_that_is_no_projects_can_be_inspected() -> None:
    found = inspect_html(HTML.encode(), "https://school-education.ec.europa.eu/en/about")
    assert {one["provider"] for one in found["artefacts"]} == {"twinspace", "youtube"}


@pytest.mark.parametrize("base", ["page.html", "file:///x", ""])
def test_a_base_that_is_no_address_is_refused(base: str) -> None:
    with pytest.raises(ValueError, match="not a web address"):
        inspect_html(b"<p>", base)


def test_classified() -> None:
    assert classified("https://youtu.be/aqz-KE-bpKQ") == {
        "url": "https://youtu.be/aqz-KE-bpKQ",
        "provider": "youtube",
        "kind": "video",
        "canonical_url": "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
        "native_id": "aqz-KE-bpKQ",
    }
    assert classified("https://padlet.com.example.org/a/b-k3v9q2m7x1t8b4zn")["provider"] == "-"


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_can_be_inspected(body: bytes) -> None:
    inspect_html(body, ESEP)
