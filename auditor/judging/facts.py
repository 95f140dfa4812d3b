"""What all checks ask of an inventory, made once per inventory; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.judging.topics import Topic, page_topics, title_topics
from crawlers.model.inventory import Inventory


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """An inventory with the topics of its pages by their addresses.

    ``topics`` are those of title and headings; ``title_topics`` those of the title, or else of the
    last part of the address: a page that refuses a visitor has no headings.
    """

    inventory: Inventory
    topics: Mapping[str, frozenset[Topic]]
    title_topics: Mapping[str, frozenset[Topic]]


def facts_of(inventory: Inventory) -> Facts:
    """The facts of an inventory."""
    return Facts(
        inventory=inventory,
        topics=page_topics(inventory),
        title_topics=title_topics(inventory),
    )
