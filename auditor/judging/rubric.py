"""A rubric: the conditions and criteria of one form of the label, as data, one TOML file each.

An item quotes the official wording by language and names the checks for it. Its mode says
who decides: ``automatic`` items take the checks' outcome, all others are left to a
human with what the checks found. What the NSO alone can say (points, minimums, a pass mark) is
accepted in an NSO's own file and never in a rubric that ships.
"""

from __future__ import annotations

import inspect
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Self, get_type_hints

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from auditor.judging import overlay
from auditor.judging.checks import Check, registry
from reports.audit import ItemKind, Mode

_SUFFIX = ".toml"
_FAULTS = 3  # faults of one file that are named; the others are only counted


def _refuse_points(value: object, info: ValidationInfo) -> object:
    """Refuse points outside of an NSO's own file, since they are not published."""
    if not (info.context or {}).get("own"):
        raise ValueError("points are published nowhere; they may stand in an NSO's own file alone")
    return value


Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Text = Annotated[str, Field(min_length=1)]
Address = Annotated[str, Field(pattern=r"^https?://\S+$")]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False, strict=True)]
Wording = Annotated[dict[Language, Text], Field(min_length=1)]


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


def _validated(name: str, value: object, hint: type[object]) -> object:
    """The value of a parameter, validated; raises ``ValueError`` that names its place."""
    try:
        return TypeAdapter[object](hint).validate_python(value)
    except ValidationError as error:
        raise ValueError(_summary(_faults(error, within=name))) from error


class Requirement(_Part):
    """A check for an item, with its parameters; ``why`` gives the reason for maintainers."""

    check: Key
    params: dict[str, Any] = {}
    why: str = ""

    @model_validator(mode="after")
    def _check_name(self) -> Self:
        check = registry().get(self.check)
        if check is None:
            raise ValueError(f"no check called {self.check!r}; there are {', '.join(registry())}")
        self._parameters_of(check)
        return self

    def _parameters_of(self, check: Check) -> dict[str, Any]:
        """The parameters, validated by the check's signature; raises ``ValueError``."""
        hints = get_type_hints(check, include_extras=True)
        wanted = list(inspect.signature(check).parameters.values())[1:]
        unknown = sorted(set(self.params) - {param.name for param in wanted})
        absent = [p.name for p in wanted if p.default is p.empty and p.name not in self.params]
        if unknown or absent:
            problems = [f"{self.check} has no parameter {name!r}" for name in unknown]
            problems += [f"{self.check} needs the parameter {name!r}" for name in absent]
            raise ValueError("; ".join(problems))
        return {name: _validated(name, value, hints[name]) for name, value in self.params.items()}

    @property
    def arguments(self) -> Mapping[str, Any]:
        """The parameters to call the check with."""
        return self._parameters_of(registry()[self.check])


class Definition(_Part):
    """How an NSO reads an item: its own words by language, and where and when it said so."""

    wording: Wording
    source: Address
    date: date


class ItemPoints(_Part):
    """The points that an NSO gives for a criterion, and the minimum that it demands."""

    maximum: Annotated[Amount, Field(gt=0)]
    minimum: Amount | None = None

    @model_validator(mode="after")
    def _check_minimum(self) -> Self:
        if self.minimum is not None and self.minimum > self.maximum:
            raise ValueError("the minimum is greater than the maximum")
        return self


class RubricPoints(_Part):
    """The total of points that an NSO demands."""

    pass_mark: Annotated[Amount, Field(gt=0)]


class Validity(_Part):
    """When a form was in use: from its first day on, until its last day where it has one."""

    begins: date = Field(alias="from")
    until: date | None = None

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.until is not None and self.until < self.begins:
            raise ValueError("it ends before it begins")
        return self


class Item(_Part):
    """One condition or criterion, in the order of the form.

    ``compulsory`` is true for a criterion with a minimum that other criteria cannot replace.
    """

    key: Key
    kind: ItemKind
    mode: Mode
    rule_set: Text
    wording: Wording
    requirements: tuple[Requirement, ...] = ()
    definition: Definition | None = None
    compulsory: bool = False
    points: Annotated[ItemPoints | None, BeforeValidator(_refuse_points)] = None

    @model_validator(mode="after")
    def _check_mode(self) -> Self:
        if self.mode is not Mode.MANUAL and not self.requirements:
            raise ValueError(f"{self.key} is {self.mode} but names no check")
        return self

    @model_validator(mode="after")
    def _check_weights(self) -> Self:
        weights = [("compulsory", self.compulsory), ("given points", self.points is not None)]
        wrong = [word for word, is_set in weights if is_set and self.kind is not ItemKind.CRITERION]
        if wrong:
            raise ValueError(f"only a criterion is {wrong[0]}; a condition must hold in any case")
        return self


class Rubric(_Part):
    """One form of the label.

    ``date`` is the day of its source, or of an undated source the first day of its form;
    ``extends`` names the rubric that this one was an overlay of.
    """

    id: Id
    extends: Id | None = None
    date: date
    source: Address
    title: Wording
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    validity: Validity | None = None
    points: Annotated[RubricPoints | None, BeforeValidator(_refuse_points)] = None
    items: Annotated[tuple[Item, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _check_keys_and_sources(self) -> Self:
        twice = [key for key, n in Counter(item.key for item in self.items).items() if n > 1]
        if twice:
            raise ValueError(f"the key {twice[0]!r} stands twice")
        sourced = {source.language for source in self.sources}
        quoted = {language for item in self.items for language in item.wording}
        if quoted - sourced:
            raise ValueError(f"no source for the wording in {', '.join(sorted(quoted - sourced))}")
        return self

    @model_validator(mode="after")
    def _check_pass_mark(self) -> Self:
        weights = [i.points for i in self.items if i.kind is ItemKind.CRITERION]
        maxima = [weight.maximum for weight in weights if weight is not None]
        if self.points and len(maxima) == len(weights) and self.points.pass_mark > sum(maxima):
            raise ValueError("points.pass_mark: no project can get so many points")
        return self


def _faults(
    error: ValidationError, numbers: Sequence[int | None] | None = None, within: str = ""
) -> Iterator[str]:
    """Each fault with its place; ``numbers`` are those of the items in their own file.

    ``within`` is the place of what was validated.
    """
    for fault in error.errors(include_url=False):
        parts = list(fault["loc"])
        if numbers is not None and parts[:1] == ["items"] and len(parts) > 1:
            parts[1] = numbers[int(parts[1])] or 0
        place = ".".join(str(part) for part in (*([within] if within else []), *parts))
        message = fault["msg"].removeprefix("Value error, ")
        yield f"{place}: {message}" if place else message


def _summary(faults: Iterator[str]) -> str:
    """The faults as one text, the first few of them in full."""
    texts = list(faults)
    more = len(texts) - _FAULTS
    return "; ".join([*texts[:_FAULTS], *([f"and {more} more"] if more > 0 else [])])


def _validate(text: str, *, own: bool) -> Rubric:
    """The rubric that a text holds, completed if it is an overlay; raises ``ValueError``."""
    raw: dict[str, Any] = tomllib.loads(text)
    numbers: Sequence[int | None] | None = None
    try:
        if "extends" in raw:
            base = load(overlay.base_of(raw)).model_dump(by_alias=True, exclude_unset=True)
            raw, numbers = overlay.merge(raw, base)
        return Rubric.model_validate(raw, context={"own": own})
    except ValidationError as error:
        raise ValueError(_summary(_faults(error, numbers))) from error


def parse(text: str, name: str, *, own: bool = False) -> Rubric:
    """The rubric that a TOML text holds; ``name`` is its file's.

    A shipped rubric has its id as file name. An NSO's ``own`` may have any file name, but must not
    have the id of a shipped one.
    """
    try:
        rubric = _validate(text, own=own)
    except tomllib.TOMLDecodeError as error:
        raise RubricError(f"{name} is not valid TOML: {error}") from error
    except RecursionError as error:
        raise RubricError(f"{name} is nested too deeply, or extends itself") from error
    except ValueError as error:
        raise RubricError(f"{name}: {error}") from error
    if own and rubric.id in ids():
        raise RubricError(f"{name}: id: {rubric.id!r} ships with the program; give it another id")
    if not own and name != f"{rubric.id}{_SUFFIX}":
        raise RubricError(f"{name}: its id is {rubric.id!r}; file name and id must be the same")
    return rubric


@cache
def ids() -> tuple[str, ...]:
    """The ids of the shipped rubrics, in alphabetical order."""
    entries = files("auditor.judging").joinpath("rubrics").iterdir()
    return tuple(
        sorted(
            entry.name.removesuffix(_SUFFIX) for entry in entries if entry.name.endswith(_SUFFIX)
        )
    )


@cache
def load(rubric_id: str) -> Rubric:
    """The rubric of that id; raises ``RubricError`` when there is none or it is faulty."""
    if rubric_id not in ids():
        raise RubricError(f"there is no rubric {rubric_id!r}; there are {', '.join(ids())}")
    name = f"{rubric_id}{_SUFFIX}"
    text = files("auditor.judging").joinpath("rubrics", name).read_text("utf-8")
    return parse(text, name)


def rubric_of_day(day: date) -> Rubric:
    """The shipped rubric for a day: the last one whose form was in use by then.

    National forms and the one of our source article have no validity, so they are never chosen.
    A day before the first form gets the first form.
    """
    dated = [
        (rubric.validity.begins, rubric)
        for rubric in map(load, ids())
        if rubric.validity is not None
    ]
    dated.sort(key=lambda pair: pair[0])
    begun = [rubric for begins, rubric in dated if begins <= day]
    return begun[-1] if begun else dated[0][1]
