"""Where a project is now: an address whose home page leads into another project leads there.

The TwinSpaces of 2014 to 2022 were to be led on to the platform that followed (etwinning.net on
the move to the European School Education Platform, read 2026-11-23), and a project there can be
renamed. Short links and schools' own addresses lead to projects in the same way.
"""

from __future__ import annotations

from crawlers.http.fetcher import Fetcher
from crawlers.model import Seed
from crawlers.platforms import recognise
from crawlers.platforms.base import NotAProjectError, Platform


async def arrive(fetcher: Fetcher, platform: Platform, seed: Seed) -> tuple[Platform, Seed]:
    """The project that an address leads to: mostly the very one, else the one it has become.

    Only the pages that a crawl begins with anyway are asked for.
    """
    known = (platform.id, seed.project_id)
    for address in dict.fromkeys((seed.home, platform.address(seed, seed.url))):
        capture = await fetcher.get(address)
        there = _project_at(capture.final_url)
        if there is not None and (there[0].id, there[1].project_id) != known:
            return there
    return platform, seed


def _project_at(url: str) -> tuple[Platform, Seed] | None:
    """The project of a platform that names its projects, or None for any other page."""
    try:
        platform, seed = recognise(url)
    except NotAProjectError:
        return None
    return (platform, seed) if platform.upload_hosts else None
