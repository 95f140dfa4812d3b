"""Internet Archive: the metadata record of an item, which says more than its page."""

from __future__ import annotations

from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import page_flow, second_look
from crawlers.providers.verdicts.oembed_answers import json_object
from crawlers.providers.verdicts.protocol import Answer, Flow, Probe

_RESTRICTED = "access-restricted-item"


def flow(target: Target) -> Flow:
    """Ask for the metadata of an item, and for its page if the metadata says nothing.

    An item that does not exist answers ``{}``; after two such answers it counts as removed.
    """
    url = f"https://archive.org/metadata/{target.artefact.native_id}"
    first = _verdict((yield Probe(url=url)))
    if first.undetermined:
        return (yield from page_flow(target))
    return (yield from second_look(first, url, _verdict))


def _verdict(answer: Answer) -> Visibility:
    """What one answer of the interface says."""
    capture = answer.capture
    if _is_shown(capture):
        return capture.visibility(State.VISIBLE, Reason.PUBLIC_METADATA)
    if json_object(capture) == {}:
        return capture.visibility(State.REMOVED, Reason.NOT_FOUND)
    return capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)


def _is_shown(capture: Capture) -> bool:
    """True for the record of an item with files that everybody may open.

    Items that are ``is_dark`` were taken down; books for lending ask for an account.
    """
    record = json_object(capture) or {}
    metadata = record.get("metadata")
    if record.get("is_dark") or not record.get("files") or not isinstance(metadata, dict):
        return False
    return str(metadata.get(_RESTRICTED, "")).lower() != "true"
