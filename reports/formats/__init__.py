"""The report formats: one leaf each, found by scanning this folder."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from reports.formats.base import Format

_NOT_LEAVES = {"base"}


@cache
def registry() -> dict[str, Format]:
    """All formats by id, in a stable order."""
    found = [
        importlib.import_module(f"{__name__}.{module.name}").FORMAT
        for module in pkgutil.iter_modules(__path__)
        if module.name not in _NOT_LEAVES
    ]
    return {one.id: one for one in sorted(found, key=lambda one: one.id)}
