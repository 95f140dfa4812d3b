"""The base of all values that stand in ``audit.json``."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConfigDict, model_validator

_HALF_PAIRS = re.compile("[\ud800-\udfff]")


class Value(BaseModel):
    """Base of the frozen models that stand in ``audit.json``.

    Half a surrogate pair, which JSON of others may hold, becomes U+FFFD: no encoding can write it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _writable(cls, fields: object) -> object:
        if not isinstance(fields, dict):
            return fields
        return {name: _without_half_pairs(field) for name, field in fields.items()}


def _without_half_pairs(field: object) -> object:
    if isinstance(field, str):
        return field if field.isascii() else _HALF_PAIRS.sub("\ufffd", field)
    if isinstance(field, tuple | list) and field and isinstance(field[0], str):
        return type(field)(_without_half_pairs(item) for item in field)
    return field
