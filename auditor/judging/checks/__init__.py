"""The checks: one per file, found by scanning this folder; the file's name is the id.

A check is ``check(facts, **params) -> Verdict``: a pure function of what was gathered.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache

from auditor.judging.verdict import Verdict

Check = Callable[..., Verdict]


@cache
def registry() -> Mapping[str, Check]:
    """All checks by id."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").check for name in names}
