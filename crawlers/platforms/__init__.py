"""The platforms: one module each, found by scanning this folder."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from crawlers.platforms.base import NotAProjectError, Platform, Site
from crawlers.urls.canonical import tidy
from crawlers.urls.parts import split

_NOT_LEAVES = {"base", "content"}


@cache
def registry() -> dict[str, Platform]:
    """All platforms by id, the special ones before the general ones."""
    platforms = [
        importlib.import_module(f"{__name__}.{module.name}").PLATFORM
        for module in pkgutil.iter_modules(__path__)
        if module.name not in _NOT_LEAVES
    ]
    return {
        platform.id: platform for platform in sorted(platforms, key=lambda platform: platform.rank)
    }


def recognise(url: str) -> Site:
    """The site of an address: its platform, bound to the seed.

    Raises ``NotAProjectError`` when no project can be audited from it.
    """
    address = tidy(url.strip())
    if split(address) is None:
        raise NotAProjectError(
            f"{url} is not a web address; give the address of the project, beginning with https://."
        )
    for platform in registry().values():
        seed = platform.recognise(address)
        if seed is not None:
            return Site(platform=platform, seed=seed)
    raise NotAProjectError(f"No platform reads {url}; give the address of the project's home page.")
