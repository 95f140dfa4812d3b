"""The base of all values that stand in ``audit.json``."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Base of the frozen models that stand in ``audit.json``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
