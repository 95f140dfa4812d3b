"""The present place of a project, also when its home page redirects to another project.

The TwinSpaces of 2014 to 2022 were to be redirected to the platform that followed (etwinning.net on
the move to the European School Education Platform, read 2026-11-23), and a project there can be
renamed. Short links and schools' own addresses lead to projects in the same way.
"""

from __future__ import annotations

from crawlers.concurrency import run_in_parser_thread
from crawlers.detection.walls import detect_wall
from crawlers.extraction.document import parse
from crawlers.gathering.crawling.stubs import behind_stubs
from crawlers.http.fetcher import Fetcher
from crawlers.model.capture import Capture
from crawlers.platforms import recognise
from crawlers.platforms.base import NotAProjectError, Site


async def resolve_seed(fetcher: Fetcher, site: Site) -> Site:
    """The project that an address leads to: mostly the same one, else the one that it became.

    Only the pages that a crawl begins with anyway are asked for, at the same addresses, and where
    their documents lead. A site whose home page is a stub for another site is that site; where an
    answer leads to another site, nobody knows whether it is the project.
    """
    starts = (site.home, site.seed.url)
    for address in dict.fromkeys(site.address(url) for url in starts):
        first = await fetcher.get(address)
        last = await behind_stubs(fetcher, first)
        target = _project_at(last.final_url)
        if target is None and last is not first and not site.upload_hosts:
            target = await run_in_parser_thread(_site_at, site, last)
        if target is not None and not target.is_same_project(site):
            return target
    return site


def _site_at(site: Site, capture: Capture) -> Site | None:
    """The site of a page that opens, when it is another one than the site that was asked for."""
    if site.identity(capture.final_url) is not None or not (capture.ok and capture.is_html):
        return None
    if detect_wall(capture, parse(capture)) is not None:
        return None
    try:
        return recognise(capture.final_url)
    except NotAProjectError:
        return None


def _project_at(url: str) -> Site | None:
    """The project of a platform that names its projects, or None for any other page."""
    try:
        site = recognise(url)
    except NotAProjectError:
        return None
    return site if site.upload_hosts else None
