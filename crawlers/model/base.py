"""The base of all values that stand in ``audit.json``."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, model_validator

from crawlers.model.harmless import harmless


class Value(BaseModel):
    """Base of the frozen models that stand in ``audit.json``.

    Characters that act on a screen, and half a surrogate pair, which no encoding can write, become
    U+FFFD: this is the one door through which texts of strangers come into an audit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _writable(cls, fields: object) -> object:
        if not isinstance(fields, dict):
            return fields
        return {name: _harmless(field) for name, field in fields.items()}


def _harmless(field: object) -> object:
    if type(field) is str:
        return harmless(field)
    if isinstance(field, tuple | list) and field and isinstance(field[0], str):
        return type(field)(_harmless(item) for item in field)
    return field
