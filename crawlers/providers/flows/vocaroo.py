"""Vocaroo: the recording itself proves that it is there."""

from __future__ import annotations

from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.file_signatures import judge_file
from crawlers.providers.verdicts.flow import page_flow
from crawlers.providers.verdicts.protocol import Flow, Probe

_FILE = "https://media1.vocaroo.com/mp3/{native_id}"


def flow(target: Target) -> Flow:
    """The recording itself proves that it is there; else the page, an app shell, decides.

    A 404 for the file alone proves nothing: it may lie on another of the service's hosts.
    """
    answer = yield Probe(url=target.fill(_FILE))
    verdict = judge_file(target.provider, "mp3", answer)
    return verdict if verdict.visible else (yield from page_flow(target))
