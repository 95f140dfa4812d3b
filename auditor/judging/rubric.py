"""A rubric: the conditions and criteria of one form of the label, as data, one TOML file each.

An item quotes the official wording by language and names the checks that bear on it. Who
decides it is its mode: ``automatic`` items take the checks' outcome, all others are left to a
human with what the checks found. What the NSO alone can say (points, minimums) is not here.
"""

from __future__ import annotations

import inspect
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Self, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from auditor.judging.checks import Check, registry
from reports.audit import ItemKind, Mode

_SUFFIX = ".toml"

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Text = Annotated[str, Field(min_length=1)]
Address = Annotated[str, Field(pattern=r"^https?://\S+$")]


class RubricError(ValueError):
    """A rubric that cannot be used; the message names the file, the place and the fault."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Part):
    """Where the wording in one language was read: address, what it covers, and the day."""

    language: Language
    covers: Text
    url: Address
    read: date


class Requirement(_Part):
    """A check that bears on an item, with its parameters; ``why`` says how for the maintainer."""

    check: Key
    params: dict[str, Any] = {}
    why: str = ""

    @model_validator(mode="after")
    def _known(self) -> Self:
        found = registry().get(self.check)
        if found is None:
            raise ValueError(f"no check called {self.check!r}; there are {', '.join(registry())}")
        self._typed(found)
        return self

    def _typed(self, found: Check) -> dict[str, Any]:
        """The parameters as the check's signature wants them; raises on what does not fit."""
        hints = get_type_hints(found, include_extras=True)
        wanted = list(inspect.signature(found).parameters.values())[1:]
        unknown = sorted(set(self.params) - {param.name for param in wanted})
        absent = [p.name for p in wanted if p.default is p.empty and p.name not in self.params]
        if unknown or absent:
            said = [f"{self.check} has no parameter {name!r}" for name in unknown]
            said += [f"{self.check} needs the parameter {name!r}" for name in absent]
            raise ValueError("; ".join(said))
        return {
            name: TypeAdapter[Any](hints[name]).validate_python(value)
            for name, value in self.params.items()
        }

    @property
    def arguments(self) -> Mapping[str, Any]:
        """The parameters to call the check with."""
        return self._typed(registry()[self.check])


class Item(_Part):
    """One condition or criterion, in the order of the form."""

    key: Key
    kind: ItemKind
    mode: Mode
    rule_set: Text
    wording: Annotated[dict[Language, Text], Field(min_length=1)]
    requirements: tuple[Requirement, ...] = ()

    @model_validator(mode="after")
    def _decidable(self) -> Self:
        if self.mode is not Mode.MANUAL and not self.requirements:
            raise ValueError(f"{self.key} is {self.mode} but names no check")
        return self


class Rubric(_Part):
    """One form of the label: ``date`` is the day of its source article."""

    id: Id
    date: date
    source: Address
    title: Annotated[dict[Language, Text], Field(min_length=1)]
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    items: Annotated[tuple[Item, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        twice = [key for key, n in Counter(item.key for item in self.items).items() if n > 1]
        if twice:
            raise ValueError(f"the key {twice[0]!r} stands twice")
        sourced = {source.language for source in self.sources}
        quoted = {language for item in self.items for language in item.wording}
        if quoted - sourced:
            raise ValueError(f"no source for the wording in {', '.join(sorted(quoted - sourced))}")
        return self


def _faults(error: ValidationError) -> Iterator[str]:
    for fault in error.errors(include_url=False):
        place = ".".join(str(part) for part in fault["loc"])
        said = fault["msg"].removeprefix("Value error, ")
        yield f"{place}: {said}" if place else said


def parse(text: str, name: str) -> Rubric:
    """The rubric that a TOML text holds; ``name`` is its file name, which must be its id."""
    try:
        rubric = Rubric.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise RubricError(f"{name} is not valid TOML: {error}") from error
    except ValidationError as error:
        raise RubricError(f"{name}: {'; '.join(_faults(error))}") from error
    if name != f"{rubric.id}{_SUFFIX}":
        raise RubricError(f"{name}: its id is {rubric.id!r}; file name and id must be the same")
    return rubric


@cache
def ids() -> tuple[str, ...]:
    """The ids of the rubrics that ship with the program, in alphabetical order."""
    found = files("auditor.judging").joinpath("rubrics").iterdir()
    return tuple(
        sorted(entry.name.removesuffix(_SUFFIX) for entry in found if entry.name.endswith(_SUFFIX))
    )


@cache
def load(rubric_id: str) -> Rubric:
    """The rubric of that id; raises ``RubricError`` when there is none or it is faulty."""
    if rubric_id not in ids():
        raise RubricError(f"there is no rubric {rubric_id!r}; there are {', '.join(ids())}")
    name = f"{rubric_id}{_SUFFIX}"
    text = files("auditor.judging").joinpath("rubrics", name).read_text("utf-8")
    return parse(text, name)
