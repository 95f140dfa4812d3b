"""The report formats: one module each, found by scanning this folder."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from reports.formats.base import Format

_NOT_LEAVES = {"base"}


@cache
def ids() -> tuple[str, ...]:
    """The ids of all formats in a stable order; imports none of them."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in names if name not in _NOT_LEAVES))


@cache
def format_of(id_: str) -> Format:
    """The format of an id, imported on first use; raises ``KeyError`` for an unknown id."""
    if id_ not in ids():
        raise KeyError(id_)
    chosen: Format = importlib.import_module(f"{__name__}.{id_}").FORMAT
    return chosen


def registry() -> dict[str, Format]:
    """All formats by id, in a stable order."""
    return {id_: format_of(id_) for id_ in ids()}
