"""Every case folder: its answers give its verdict."""

import pytest

from crawlers.providers.engine.cases import case_problems
from tests.unit.answers import RULES
from tests.unit.cases import FOLDER, WAYS, case, places

PLACES = [pytest.param(place, id=f"{place.provider}-{place.path.stem}") for place in places()]


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
