"""Every case folder: its answers give its verdict."""

import pytest

from crawlers.providers import classify, registry
from tests.unit.cases import FOLDER, WAYS, case, places, verdict

PLACES = [pytest.param(place, id=f"{place.provider}-{place.path.stem}") for place in places()]


@pytest.mark.parametrize("place", PLACES)
def test_the_answers_of_a_case_give_its_verdict(place):
    one = case(place.path)
    found = classify(one.address)
    assert found is not None
    assert found.provider == place.provider
    seen = verdict(one)
    assert (seen.state, seen.reason) == (one.expect.state, one.expect.reason)


@pytest.mark.parametrize("place", PLACES)
def test_a_case_is_named_after_a_way_that_allows_its_state(place):
    assert case(place.path).expect.state in WAYS[place.way]


def test_no_case_folder_is_without_its_provider():
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} <= set(registry())
