"""A network of fixed replies."""

from __future__ import annotations

from datetime import UTC, datetime

from crawlers.http.exchange import Exchange, RawExchange
from crawlers.http.protocols import Clock
from crawlers.model.verdict import Failure
from tests.doubles.clock import SimulatedClock

NOW = datetime(2026, 11, 23, tzinfo=UTC)
Reply = tuple[int, dict[str, str]]  # status (0 for a failure), headers and "body"


class ScriptedNetwork:
    """Implements ``Network``; remembers what was asked, when, and what was refused.

    Several replies to one address come in their order, the last one again and again. ``delay`` is
    how long each takes in seconds.
    """

    def __init__(
        self,
        replies: dict[str, Reply | list[Reply]],
        *,
        live: bool = True,
        clock: Clock | None = None,
    ) -> None:
        self.replies = {url: list(r) if isinstance(r, list) else [r] for url, r in replies.items()}
        self.live = live
        self.clock = clock or SimulatedClock()
        self.asked: list[str] = []
        self.refused: list[tuple[str, Failure]] = []
        self.times: dict[str, list[float]] = {}
        self.now_open = 0
        self.most_open = 0
        self.delay = 0.0

    def is_live(self, url: str) -> bool:
        return self.live

    async def exchange(self, url: str) -> Exchange:
        self.asked.append(url)
        self.times.setdefault(url, []).append(self.clock.monotonic())
        self.now_open += 1
        self.most_open = max(self.most_open, self.now_open)
        try:
            await self.clock.sleep(self.delay)
        finally:
            self.now_open -= 1
        rows = self.replies.get(url, [(404, {})])
        last = len(rows) == 1
        status, headers = rows[0] if last else rows.pop(0)
        if status == 0:
            return Exchange(
                url=url,
                captured_at=NOW,
                failure=Failure(headers.get("failure", "timeout")),
                asked="unasked" not in headers,
                last=last,
                live=self.live,
            )
        pairs = tuple((k, v) for k, v in headers.items() if k != "body")
        body = headers.get("body", "").encode()
        return Exchange(
            url=url,
            captured_at=NOW,
            status=status,
            headers=pairs,
            body=body,
            record_id=f"r{len(self.asked)}",
            last=last,
            live=self.live,
            raw=RawExchange(
                target=url,
                request_headers=(),
                status=status,
                reason="",
                headers=pairs,
                body=body,
            ),
        )

    def refuse(self, url: str, failure: Failure) -> Exchange:
        self.refused.append((url, failure))
        return Exchange(
            url=url,
            captured_at=NOW,
            failure=failure,
            asked=False,
            record_id="no",
            live=self.live,
        )

    async def close(self) -> None:
        pass

    def pages(self) -> list[str]:
        return [url for url in self.asked if not url.endswith("/robots.txt")]
