"""What a flow asks for and what it gets."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from crawlers.extraction.document import Document
from crawlers.model.capture import Capture
from crawlers.model.verdict import Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """One anonymous request of a flow; ``fresh`` sends it again even if it was sent before.

    There is no field for credentials: a probe is always anonymous.
    """

    url: str
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back for a probe: the capture, and its one parse if it is HTML."""

    capture: Capture
    document: Document | None = None


Flow = Generator[Probe, Answer, Visibility]
