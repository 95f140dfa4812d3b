"""The names that ``flow`` may have in a rule; what they stand for is in ``dispatch``."""

from __future__ import annotations

import pkgutil
from functools import cache

from crawlers.providers import flows

ENGINE_FLOWS = frozenset({"", "file", "file_or_page"})


@cache
def flow_names() -> frozenset[str]:
    """The names of the engine's flows, and of those in ``flows/``; imports none of them."""
    return ENGINE_FLOWS | {module.name for module in pkgutil.iter_modules(flows.__path__)}
