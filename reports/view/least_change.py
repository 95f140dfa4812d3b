"""What an outcome hangs on: what is closed, and the least that would change it; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.audit import AssessmentItem, LeastChange, Mode
from reports.i18n import messages
from reports.i18n.messages import source_text
from reports.i18n.translator import Translator
from reports.view.references import Reference, reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A sentence, and the pages and items that it speaks of."""

    text: str
    things: tuple[Reference, ...] = ()


def listings(
    item: AssessmentItem, index: Mapping[str, Reference], translator: Translator
) -> tuple[Listing, ...]:
    """What is named, what is expected and absent, and the least change; in this order."""
    if item.mode is Mode.MANUAL:
        return ()
    return tuple(_listings(item, index, translator))


def _listings(
    item: AssessmentItem, index: Mapping[str, Reference], translator: Translator
) -> Iterator[Listing]:
    if item.named:
        text = translator.text(
            "These are main results by name or place, and visitors cannot see them:"
        )
        yield Listing(text=text, things=tuple(reference(name, index) for name in item.named))
    if item.missing and not item.phases:
        topics = (translator.text(source_text(messages.TOPICS, topic)) for topic in item.missing)
        absent = translator.text("Expected, but not found: {parts}.")
        yield Listing(text=absent.format(parts=", ".join(topics)))
    if item.least_change is not None:
        least = item.least_change
        yield Listing(
            text=translator.text(messages.LEAST_CHANGE[least_change_code(least)]),
            things=tuple(reference(name, index) for name in least.items),
        )


def least_change_code(least: LeastChange) -> str:
    """The code of the sentence that fits a least change."""
    if not least.possible:
        return "impossible"
    return least.effort.value if least.items else "again"
