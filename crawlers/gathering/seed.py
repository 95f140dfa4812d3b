"""The present place of a project, also when its home page redirects to another project.

The TwinSpaces of 2014 to 2022 were to be redirected to the platform that followed (etwinning.net on
the move to the European School Education Platform, read 2026-11-23), and a project there can be
renamed. Short links and schools' own addresses lead to projects in the same way.
"""

from __future__ import annotations

from crawlers.http.fetcher import Fetcher
from crawlers.platforms import recognise
from crawlers.platforms.base import NotAProjectError, Site


async def resolve_seed(fetcher: Fetcher, site: Site) -> Site:
    """The project that an address leads to: mostly the same one, else the one that it became.

    Only the pages that a crawl begins with anyway are asked for, at the same addresses.
    """
    starts = (site.home, site.seed.url)
    for address in dict.fromkeys(site.address(url) for url in starts):
        capture = await fetcher.get(address)
        target = _project_at(capture.final_url)
        if target is not None and not target.is_same_project(site):
            return target
    return site


def _project_at(url: str) -> Site | None:
    """The project of a platform that names its projects, or None for any other page."""
    try:
        site = recognise(url)
    except NotAProjectError:
        return None
    return site if site.upload_hosts else None
