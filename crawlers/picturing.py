"""Pages of an inventory, pictured as a stranger's browser shows them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from crawlers.browser.base import RenderPolicy, RenderRequest
from crawlers.http.fetcher import Fetcher
from crawlers.model import Inventory, Page


async def pictured(
    fetcher: Fetcher, eyes: RenderPolicy, inventory: Inventory, chosen: Mapping[str, str]
) -> Inventory:
    """The inventory with pictures of the chosen pages, each named in its page's evidence.

    ``chosen`` gives by page address why it is pictured. What cannot be opened is left as it is.
    """

    async def one(page: Page) -> Page:
        because = chosen.get(page.url, "")
        return await _pictured(fetcher, eyes, page, because) if because else page

    pages = await asyncio.gather(*(one(page) for page in inventory.pages))
    return inventory.model_copy(update={"pages": tuple(pages)})


async def _pictured(fetcher: Fetcher, eyes: RenderPolicy, page: Page, because: str) -> Page:
    """A page with its picture; what its scripts did meanwhile is told too."""
    verdict = page.visibility
    if eyes.screenshots is None or verdict.final_url is None:
        return page
    capture = await fetcher.get(verdict.final_url)
    if capture.failure is not None or not capture.is_html or not capture.body:
        return page
    rendered = await eyes.renderer.render(capture, RenderRequest(screenshot=True))
    if rendered is None:
        return page
    trouble = tuple(sorted({*page.trouble, *rendered.issues}))
    if rendered.picture is None:
        return page.model_copy(update={"trouble": trouble})
    name = eyes.screenshots.add(page.url, rendered.picture, because)
    evidence = (*verdict.evidence, name)
    return page.model_copy(
        update={
            "trouble": trouble,
            "visibility": verdict.model_copy(update={"evidence": evidence}),
        }
    )
