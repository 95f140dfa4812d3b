"""Pages as a browser shows them: each address is opened once in a run, for its picture too."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Self

from crawlers.browser.base import RenderPolicy, RenderRequest, RenderResult
from crawlers.browser.rendering_record import (
    RenderingRecorder,
    RenderingSource,
    from_fields,
    rendering_key,
    to_fields,
)
from crawlers.gathering.browsing.screenshot_store import ScreenshotStore
from crawlers.model.capture import Capture


class RenderedPages:
    """The browser of one run; use as a context manager, which ends what is still being opened.

    ``policy`` says which pages are opened. ``store`` takes the picture of every page that is
    opened; None for no pictures. ``recorder`` keeps what the browser showed; what ``recorded`` has
    is read there, and no browser starts for it.
    """

    def __init__(
        self,
        policy: RenderPolicy,
        store: ScreenshotStore | None = None,
        *,
        recorder: RenderingRecorder | None = None,
        recorded: RenderingSource | None = None,
    ) -> None:
        self.policy = policy
        self._store = store
        self._recorder = recorder
        self._recorded = recorded
        self._opened: dict[tuple[str, bool, bool], asyncio.Task[RenderResult | None]] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        tasks = [task for task in self._opened.values() if not task.done()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def open(
        self,
        capture: Capture,
        *,
        subject: str = "",
        consent: bool = False,
        fresh: bool = False,
        cookies: bool = False,
    ) -> RenderResult | None:
        """The page of a capture with its scripts run, without its picture; None without a browser.

        The picture goes to the store, as that of ``subject`` (a page's address or an artefact's
        id) where one is given; a page that leaves for another address is not what a visitor
        sees. ``consent`` accepts the page's cookies, in a context that ends with it; ``cookies``
        opens a page that a site shows only to those who keep its cookie, in the same way.
        ``fresh`` opens the page again, for a second look at a capture that is new itself.
        """
        key = (capture.final_url, consent, cookies)
        task = None if fresh else self._opened.get(key)
        if task is None:
            wanted = RenderRequest(
                screenshot=self._store is not None and not consent,
                consent=consent,
                cookies=cookies,
            )
            task = asyncio.ensure_future(self._render(capture, wanted))
            self._opened[key] = task
        rendered = await asyncio.shield(task)
        if self._store is not None and subject and rendered and not rendered.sent_to:
            self._store.assign(subject, capture.final_url)
        return rendered

    async def _render(self, capture: Capture, request: RenderRequest) -> RenderResult | None:
        rendered = await self._recorded_or_rendered(capture, request)
        if rendered is None or rendered.picture is None:
            return rendered
        if self._store is not None:
            self._store.add(capture.final_url, rendered.picture)
        return replace(rendered, picture=None)

    async def _recorded_or_rendered(
        self, capture: Capture, request: RenderRequest
    ) -> RenderResult | None:
        """What an archive recorded of the page; else what the browser shows now.

        A picture that is wanted and was not when the archive was made needs the browser.
        """
        if self._recorded is not None:
            fields = self._recorded.rendered_record(rendering_key(capture, request))
            if fields is not None and (fields["pictured"] or not request.screenshot):
                return from_fields(fields, capture)
            if fields is None and self._recorded.has_renderings and not request.screenshot:
                return None
        rendered = await self.policy.renderer.render(capture, request)
        if rendered is not None and self._recorder is not None:
            self._recorder.write_rendering(to_fields(capture, request, rendered), capture)
        return rendered
