"""Find the web tool that each of some addresses belongs to, without any network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from auditor.application.events import Finished
from auditor.session.rules_selection import select_rules
from crawlers.model.base import Value
from crawlers.providers.engine.registry import Rules, shipped_rules


class ClassifyRequest(Value):
    """Addresses, in any number.

    ``rules`` is a folder of rules about web tools; None takes the shipped ones.
    """

    urls: tuple[str, ...]
    rules: Path | None = None


class ClassifiedAddress(Value):
    """One address and the artefact that it leads to; ``-`` and empty when it leads to none."""

    url: str
    provider: str = "-"
    kind: str = "-"
    canonical_url: str = ""
    native_id: str = ""


class AddressClassified(Value):
    """The event of one address, in the order of the request."""

    event: Literal["classified"] = "classified"
    address: ClassifiedAddress


ClassifyEvent = AddressClassified | Finished[int]


def classify_addresses(request: ClassifyRequest) -> Iterator[ClassifyEvent]:
    """Each address with its web tool, then the number of those that belong to one."""
    rules = select_rules(request.rules)
    count = 0
    for url in request.urls:
        address = classify_address(url, rules)
        count += address.provider != "-"
        yield AddressClassified(address=address)
    yield Finished(result=count)


def classify_address(url: str, rules: Rules | None = None) -> ClassifiedAddress:
    """The web tool of one address."""
    match = (rules or shipped_rules()).classify(url)
    if match is None:
        return ClassifiedAddress(url=url)
    return ClassifiedAddress(
        url=url,
        provider=match.provider,
        kind=match.kind.value,
        canonical_url=match.canonical_url,
        native_id=match.native_id,
    )
