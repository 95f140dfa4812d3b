"""The base of all values that cross a border."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Base of the frozen models that cross a border."""

    model_config = ConfigDict(frozen=True, extra="forbid")
