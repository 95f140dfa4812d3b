"""Which flow judges an artefact: one of the engine's, or one of ``flows/`` by its name."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from crawlers.model.artefact import Artefact
from crawlers.providers import flows
from crawlers.providers.engine.flow_names import flow_names
from crawlers.providers.engine.schema import Provider
from crawlers.providers.engine.target import Target, target_of
from crawlers.providers.verdicts.file_signatures import file_flow, file_or_page_flow
from crawlers.providers.verdicts.flow import common_flow, downgrade
from crawlers.providers.verdicts.oembed_registry import outside_flow
from crawlers.providers.verdicts.protocol import Flow

_ENGINE: dict[str, Callable[[Target], Flow]] = {
    "": common_flow,
    "file": file_flow,
    "file_or_page": file_or_page_flow,
    "outside": outside_flow,
}


def flow_of(provider: Provider, artefact: Artefact) -> Flow:
    """The flow that judges an artefact of this provider."""
    return flow_for(target_of(provider, artefact))


def flow_for(target: Target) -> Flow:
    """The flow of a target; states that its provider gives to any stranger become undetermined."""
    verdict = yield from find_flow(target.asking.flow)(target)
    return downgrade(verdict, *target.asking.downgrade)


def find_flow(name: str) -> Callable[[Target], Flow]:
    """The flow of this name. Raises ``KeyError`` for one that does not ship."""
    if name in _ENGINE:
        return _ENGINE[name]
    if name not in flow_names():
        raise KeyError(name)
    flow: Callable[[Target], Flow] = importlib.import_module(f"{flows.__name__}.{name}").flow
    return flow
