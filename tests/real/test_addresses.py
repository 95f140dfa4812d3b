"""157 known addresses of TwinSpaces, of three generations and one copied platform."""

from __future__ import annotations

import csv

from crawlers import platforms
from crawlers.platforms.base import NotAProjectError
from tests.real.beside import shared_path

PLATFORM = {"G3-esep": "esep", "G2-legacy-2014": "legacy", "G3-esep(foreign host)": "web"}
OLD = "https://twinspace.etwinning.net"
ESEP = "https://school-education.ec.europa.eu"


def known_addresses() -> list[tuple[str, str]]:
    """Every address with its generation."""
    with shared_path("domain", "twinspace_urls.csv").open(encoding="utf-8", newline="") as lines:
        return [(row["url"], row["generation"]) for row in csv.DictReader(lines)]


def refusal(url: str) -> str:
    """The sentence with which an address is refused, empty for a project's."""
    try:
        platforms.recognise(url)
    except NotAProjectError as error:
        return str(error)
    return ""


def test_every_known_address_is_recognised_or_refused_with_a_sentence() -> None:
    refused = []
    for url, generation in known_addresses():
        sentence = refusal(url)
        if sentence:
            assert url in sentence
            assert "; " in sentence, url
            refused.append((generation, url))
            continue
        site = platforms.recognise(url)
        assert site.platform.id == PLATFORM[generation], url
        assert site.identity(url) is not None, url
        assert site.identity(site.home) is not None, url
    assert len(known_addresses()) == 157
    assert len(refused) == 11
    assert [url for generation, url in refused if generation != "G1-liferay-2009"] == [
        f"{OLD}/files/collabspace/4/44/644/197644/images/ba77953d8.jpg",
        f"{OLD}/about",
        f"{OLD}/login",
        f"{ESEP}/nb/etwinning/support/twinspaces-and-groups",
        f"{ESEP}/pupil-login",
    ]
