"""The battery: no answer that tells nothing may give any provider a verdict."""

from collections.abc import Callable
from itertools import repeat

import pytest

from crawlers.model import Capture, Reason, State
from crawlers.providers import registry
from tests.unit.answers import known
from tests.unit.answers import run as feed
from tests.unit.hostile import HOSTILE

_EXAMPLES = [
    pytest.param(said.url, id=f"{provider.id}-{number}")
    for provider in registry().values()
    if not provider.retired
    for number, said in enumerate({one.canonical_url: one for one in provider.examples}.values())
]


def _answers(make: Callable[[str], Capture], url: str) -> repeat:
    return repeat(make(url))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("url", _EXAMPLES)
def test_a_hostile_answer_leaves_everything_open(url: str, name: str):
    tool, thing = known(url)
    verdict, _ = feed(tool, thing, _answers(HOSTILE[name], thing.canonical_url))
    assert verdict.state is State.UNDETERMINED
    assert verdict.reason is not Reason.PROVIDER_ERROR


@pytest.mark.parametrize("name", HOSTILE)
def test_a_retired_service_is_closed_whatever_is_answered(name: str):
    for provider in registry().values():
        if provider.retired:
            tool, thing = known(provider.examples[0].url)
            verdict, _ = feed(tool, thing, _answers(HOSTILE[name], thing.canonical_url))
            assert verdict.reason is Reason.SERVICE_CLOSED
