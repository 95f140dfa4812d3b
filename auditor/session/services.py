"""The services that a use case needs and no request can hold: network, clock, browser, stop."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crawlers.http.client import Wire
from crawlers.http.clock import SystemClock
from crawlers.http.protocols import Clock
from crawlers.progress import Stop

if TYPE_CHECKING:
    from crawlers.browser.pool import BrowserPool


def _new_id() -> str:
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The services of one audit; every field has a default that works.

    ``transport`` replaces the internet: what connections would answer. ``browsers`` is shared with
    other audits; None starts a browser for this audit alone, when its first page needs one.
    ``transform_screenshot`` is applied to each picture that is kept (WebP to WebP). ``stop`` ends
    the audit early, ``clock`` gives its time, and ``new_id`` its id.
    """

    stop: Stop = field(default_factory=Stop)
    transport: Wire | None = None
    browsers: BrowserPool | None = None
    transform_screenshot: Callable[[bytes], bytes] | None = None
    clock: Clock = field(default_factory=SystemClock)
    new_id: Callable[[], str] = _new_id
