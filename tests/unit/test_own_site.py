"""Whose site the words of a link name, in the languages of the reports."""

from __future__ import annotations

import re

import pytest

from crawlers.extraction.addresses.own_site import OwnSite, whose_site
from reports.i18n.messages import REMEDIES
from reports.i18n.translator import Translator, languages

_EXAMPLE = re.compile(r"[»„\"“”«‘]\s?([^»„\"“”«’]+?)\s?[«\"“”»’]")


@pytest.mark.parametrize("language", sorted(languages()))
def test_the_example_that_a_report_gives_is_understood(language: str) -> None:
    remedy = Translator(language).text(REMEDIES["name_own_site"])
    example = _EXAMPLE.search(remedy)
    assert example is not None
    assert whose_site(example[1], "x.example", "") is OwnSite.OWN


@pytest.mark.parametrize(
    ("label", "whose"),
    [
        ("Blog", OwnSite.UNDECIDED),
        ("Visit our school", OwnSite.FOREIGN),
        ("Our school's website", OwnSite.FOREIGN),
        ("Vores partnerskoles hjemmeside", OwnSite.FOREIGN),
        ("Town website", OwnSite.FOREIGN),
        ("Read about our website " + "and much else " * 8, OwnSite.FOREIGN),
    ],
)
def test_words_that_name_somebody_else_or_nobody(label: str, whose: OwnSite) -> None:
    assert whose_site(label, "x.example", "") is whose


def test_a_host_that_is_the_projects_title_is_its_own() -> None:
    assert whose_site("here", "broer-af-papir.example", "Broer af papir") is OwnSite.OWN
