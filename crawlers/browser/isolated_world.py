"""Our own expressions in a page, in a world that the page's scripts cannot reach."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.async_api import CDPSession
from playwright.async_api import Error as BrowserError

ANSWERS_WITHIN = 8.0  # seconds; a heavy page may well answer late on a slow machine


class HungError(Exception):
    """The page's scripts do not return."""


class CrashedError(Exception):
    """The page's process ended."""


@cache
def load_script(name: str) -> str:
    """One of our own scripts."""
    return files("crawlers.browser").joinpath("js", name).read_text("utf-8")


class IsolatedWorld:
    """Evaluates expressions in the main frame of a page (``Page.createIsolatedWorld``)."""

    def __init__(self, cdp: CDPSession, has_crashed: Callable[[], bool]) -> None:
        self._cdp = cdp
        self._has_crashed = has_crashed
        self._context_id: int | None = None

    async def evaluate(self, expression: str, seconds: float = ANSWERS_WITHIN) -> Any:  # noqa: ANN401  JSON
        """The value of an expression, or None where the page has no answer.

        Raises ``HungError`` when the page does not answer in time, and ``CrashedError`` when it is
        gone.
        """
        try:
            return await asyncio.wait_for(self._evaluate(expression), seconds)
        except TimeoutError:
            raise HungError from None
        except BrowserError as error:
            if self._has_crashed() or "closed" in str(error):
                raise CrashedError from None
            self._context_id = None
            return None

    async def _evaluate(self, expression: str) -> Any:  # noqa: ANN401  JSON
        if self._context_id is None:
            tree = await self._cdp.send("Page.getFrameTree")
            world = await self._cdp.send(
                "Page.createIsolatedWorld", {"frameId": tree["frameTree"]["frame"]["id"]}
            )
            self._context_id = world["executionContextId"]
        answer = await self._cdp.send(
            "Runtime.evaluate",
            {
                "expression": expression,
                "contextId": self._context_id,
                "returnByValue": True,
                "awaitPromise": True,
            },
        )
        return answer.get("result", {}).get("value")
