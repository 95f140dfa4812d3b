"""The battery: no answer that tells nothing may give any provider a verdict.

One test per provider, which goes through every form of its addresses and every hostile answer and
names each combination that fails.
"""

from itertools import repeat

import pytest

from crawlers.model.verdict import Reason, State
from crawlers.providers.engine.schema import Provider
from tests.unit.answers import RULES, tool_and_artefact
from tests.unit.answers import run as feed
from tests.unit.cases import examples
from tests.unit.hostile import HOSTILE

PROVIDERS = list(RULES.providers.values())


def addresses(provider: Provider) -> list[str]:
    """One spelling of each canonical address among the examples."""
    return [example.urls[0] for example in examples(provider.id).example]


def failures(provider: Provider) -> list[str]:
    """Each address and hostile answer that gave another verdict than the right one."""
    wrong = []
    for url in addresses(provider):
        tool, thing = tool_and_artefact(url)
        for name, answer in HOSTILE.items():
            verdict, _ = feed(tool, thing, repeat(answer(thing.canonical_url)))
            if provider.retired_on:
                right = verdict.reason is Reason.SERVICE_CLOSED
            else:
                right = verdict.state is State.UNDETERMINED
                right = right and verdict.reason is not Reason.PROVIDER_ERROR
            if not right:
                wrong.append(f"{url} answered with {name}: {verdict.state} ({verdict.reason})")
    return wrong


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_hostile_answers_leave_everything_open_but_what_is_retired(provider: Provider):
    wrong = failures(provider)
    assert not wrong, "\n".join(wrong)


def test_the_battery_is_not_empty():
    assert len(HOSTILE) >= 21
    assert all(addresses(provider) for provider in PROVIDERS)
    assert sum(len(addresses(provider)) for provider in PROVIDERS) >= 430
