"""Every provider has its cases, and the common tools one for every way."""

import pytest

from crawlers.model.verdict import State
from tests.unit.answers import RULES
from tests.unit.cases import WAYS, absent, case, places

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


@pytest.mark.parametrize("provider", RULES.providers.values(), ids=lambda provider: provider.id)
def test_a_provider_has_a_case_of_being_shown_and_one_of_another_state(provider):
    states = {case(place.path).expect.state for place in places() if place.provider == provider.id}
    assert states - {State.VISIBLE}
    assert State.VISIBLE in states or provider.retired_on or "visible" in absent(provider.id)


@pytest.mark.parametrize("provider", COMMON)
def test_a_common_tool_has_a_case_or_a_reason_for_every_way(provider):
    ways = {place.way for place in places() if place.provider == provider}
    without = absent(provider)
    assert set(WAYS) - ways - set(without) == set()
    assert ways & set(without) == set()
    assert all(without.values())
