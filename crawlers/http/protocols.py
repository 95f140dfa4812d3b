"""What stands between the program and the outside world, as small protocols.

Each has one contract test under ``tests/contract`` that all its implementations pass.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from crawlers.http.exchange import Exchange, Headers
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure


class Clock(Protocol):
    """Time, as an argument: the system's, or a simulated one in tests."""

    def monotonic(self) -> float:
        """Seconds since an arbitrary moment; never goes back."""
        ...

    def utc_now(self) -> datetime:
        """The present time in UTC, in whole seconds as archives keep it."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait some seconds. The wait may take longer, and may end a little early."""
        ...


class Session(Protocol):
    """What a visitor who has signed in sends along with each request."""

    def headers(self, url: str) -> Headers:
        """The headers for this address, such as ``Cookie``; empty for other hosts."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who asks: the ``User-Agent``, the preferred language, and a session where one is signed in.

    Without a session the visitor is anonymous, and no cookie is ever sent.
    """

    user_agent: str
    language: str = "en"
    session: Session | None = None


class Network(Protocol):
    """Where exchanges come from: the internet, an archive, or one after the other.

    No method raises for what the network does; failures are values.
    """

    def is_live(self, url: str) -> bool:
        """True when the next exchange of this address would leave the machine.

        Only such an exchange is guarded, held against robots.txt and paced.
        """
        ...

    async def exchange(self, url: str, cookie: str = "") -> Exchange:
        """Send one GET request, or replay one; ``Exchange.live`` says which of them it was.

        ``cookie`` is what a browser's own context sends along, nearly always nothing.
        """
        ...

    def refuse(self, url: str, failure: Failure) -> Exchange:
        """The exchange that did not take place (``asked`` is false), kept as evidence."""
        ...

    async def close(self) -> None:
        """Let go of connections and files; a second call does nothing."""
        ...


class Throttle(Protocol):
    """How many requests go to one host, and how soon after each other."""

    def departure(self, host: str) -> AbstractAsyncContextManager[Failure | None]:
        """Wait until one request may leave for the host, and hold its connection in the block.

        Gives None, and the request leaves at once, or the reason why nothing may leave any more.
        """
        ...

    def report(self, url: str, failure: Failure | None, status: int | None) -> None:
        """Note what came back; a host that is down or busy gets no further request."""
        ...

    def pause(self, host: str, seconds: float) -> None:
        """Let nothing leave for the host during this time (``Retry-After``)."""
        ...

    def raise_delay(self, host: str, seconds: float) -> None:
        """Keep at least this time between two departures from now on (``Crawl-delay``)."""
        ...

    def close_host(self, host: str, failure: Failure) -> None:
        """Let nothing leave for the host any more in this run."""
        ...

    def closing_reason(self, host: str) -> Failure | None:
        """The reason why nothing leaves for the host any more, or None."""
        ...


class CaptureCache(Protocol):
    """What was asked for already, so that every address is asked for once."""

    async def get(
        self, url: str, ask: Callable[[], Coroutine[Any, Any, Capture]], *, fresh: bool = False
    ) -> Capture:
        """The capture of an address: the one known or on its way, else the one that ``ask`` brings.

        ``fresh`` asks in any case, and later calls get the new one. A caller that is cancelled does
        not end the request of the others.
        """
        ...

    async def close(self) -> None:
        """End what is still on its way."""
        ...


class CaptureSource(Protocol):
    """Where the browser's requests are answered from; the fetcher is one."""

    @property
    def stopped(self) -> bool:
        """True when the run is to end, and nothing more is asked for."""
        ...

    async def get(self, url: str, *, fresh: bool = False) -> Capture:
        """The capture of an address, redirects followed; the known one unless ``fresh``."""
        ...

    async def get_with_cookie(self, url: str, cookie: str) -> Capture:
        """A new answer of an address to a visitor with a cookie; redirects are not followed."""
        ...

    def full_body(self, capture: Capture) -> bytes | None:
        """The complete body of a capture, or None where only its beginning was kept."""
        ...
