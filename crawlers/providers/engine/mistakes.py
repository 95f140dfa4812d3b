"""Mistakes in rules, as sentences for a person who knows TOML and not Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from crawlers.providers.engine.schema import LiveCheck, Provider, Signal, UrlPattern

# Keys of a file that stand for lists of tables, and the fields that they fill.
LISTS = {"url": "urls", "signal": "signals", "rendered_signal": "rendered_signals"}
# Keys of a file that are no fields: what holds for all of its URL patterns, and its parts.
FOR_ALL_URLS = ("host", "not_hosts", "keep", "reserved", "unless")
FILE_KEYS = (*FOR_ALL_URLS, "on_any_host", "parts", "tool")
_TABLE_NAMES = {field: f"[[{key}]]" for key, field in LISTS.items()}
_OWNERS: dict[str, type] = {
    "[[url]]": UrlPattern,
    "[[signal]]": Signal,
    "[[rendered_signal]]": Signal,
    "[live]": LiveCheck,
}
_SENTENCES = {
    "missing": "is missing",
    "string_type": "must be text in quotation marks",
    "tuple_type": "must be a list, in square brackets",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a number",
    "int_parsing": "must be a number",
    "dict_type": "must be a table, in curly brackets",
    "mapping_type": "must be a table, in curly brackets",
}


class RulesError(ValueError):
    """Rules that cannot be used; ``problems`` are sentences for the person who wrote them."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def sentences(name: str, error: ValidationError) -> list[str]:
    """The mistakes that the validation of a file found, one sentence each, without repetitions."""
    return list(dict.fromkeys(_sentence(name, details) for details in error.errors()))


def _sentence(name: str, details: ErrorDetails) -> str:
    place, key = _place(details["loc"])
    where = f"{name}: {place}" if place else f"{name}:"
    kind = details["type"]
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        near = get_close_matches(key, _known_keys(place), 1)
        hint = f"; did you mean `{near[0]}`?" if near else "."
        return f"{where} `{key}` is not a key that rules know{hint}"
    if kind in ("enum", "literal_error"):
        context: Mapping[str, object] = details.get("ctx", {})
        return f"{where} `{key}` must be one of {context.get('expected', '')}."
    message = details["msg"]
    return f"{where} `{key}` {_SENTENCES.get(kind, message[:1].lower() + message[1:])}."


def _place(loc: tuple[int | str, ...]) -> tuple[str, str]:
    """Where a mistake stands: its table, and its key."""
    steps = list(loc)
    place = ""
    if steps and steps[0] in _TABLE_NAMES:
        place = _TABLE_NAMES[str(steps.pop(0))]
        if steps and isinstance(steps[0], int):
            place += f" number {int(steps.pop(0)) + 1}"
        place += ":"
    elif len(steps) > 1 and steps[0] == "live":
        place = f"[{steps.pop(0)}]:"
    return place, str(steps[0]) if steps else place.strip("[]:")


def _known_keys(place: str) -> list[str]:
    """The keys that may stand in a table, or at the top of a file."""
    owner = next((cls for key, cls in _OWNERS.items() if place.startswith(key)), Provider)
    keys = {field: key for key, field in LISTS.items()}
    names = [keys.get(field.name, field.name) for field in fields(owner)]
    more = FILE_KEYS if owner is Provider else ("match",)
    return [*names, *more]
