"""The cases: their answers give their verdicts, every provider has some, common tools one per way."""

import pytest

from crawlers.model.verdict import State
from crawlers.providers.verdicts.cases import case_problems
from tests.unit.answers import RULES
from tests.unit.cases import FOLDER, WAYS, absent_ways, case, places

PLACES = [pytest.param(place, id=f"{place.provider}-{place.path.stem}") for place in places()]
# Tools that teachers show most: each must have a case, or a reason for none, for every way.
COMMON = [
    "youtube",
    "vimeo",
    "padlet",
    "genially",
    "canva",
    "google-drive",
    "google-docs",
    "google-slides",
    "google-forms",
    "google-sites",
    "prezi",
    "wordwall",
    "learningapps",
    "kahoot",
    "quizizz",
    "book-creator",
    "issuu",
    "thinglink",
    "slideshare",
    "storyjumper",
]


@pytest.mark.parametrize("place", PLACES)
def test_the_answers_of_a_case_give_its_verdict(place):
    assert list(case_problems(RULES, place.provider, case(place.path))) == []


def test_a_case_is_named_after_a_way_that_allows_its_state():
    wrong = [
        place.path.name
        for place in places()
        if case(place.path).expect.state not in WAYS[place.way]
    ]
    assert not wrong


def test_no_case_folder_is_without_its_provider():
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} <= set(RULES.providers)


@pytest.mark.parametrize("provider", RULES.providers.values(), ids=lambda provider: provider.id)
def test_a_provider_has_a_case_of_being_shown_and_one_of_another_state(provider):
    states = {case(place.path).expect.state for place in places() if place.provider == provider.id}
    assert states - {State.VISIBLE}
    assert State.VISIBLE in states or provider.retired_on or "visible" in absent_ways(provider.id)


@pytest.mark.parametrize("provider", COMMON)
def test_a_common_tool_has_a_case_or_a_reason_for_every_way(provider):
    ways = {place.way for place in places() if place.provider == provider}
    without = absent_ways(provider)
    assert set(WAYS) - ways - set(without) == set()
    assert ways & set(without) == set()
    assert all(without.values())
