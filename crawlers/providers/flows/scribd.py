"""Scribd: oEmbed's 401 says that a document is private."""

from __future__ import annotations

from crawlers.detection import walls
from crawlers.model.verdict import Reason, State
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import after_oembed
from crawlers.providers.verdicts.protocol import Flow, Probe


def flow(target: Target) -> Flow:
    """The common flow, but oEmbed's 401 says that the document is private (iframely)."""
    first = yield Probe(url=target.oembed_url)
    wall = walls.detect_wall(first.capture, first.document)
    blocked = wall is not None and wall.reason in (Reason.BOT_WALL, Reason.CONSENT_WALL)
    if first.capture.status == 401 and first.capture.failure is None and not blocked:
        return first.capture.visibility(State.PERMISSION_REQUIRED, Reason.PRIVATE)
    return (yield from after_oembed(target, first))
