"""The folders of examples and cases: which there are, by provider and way.

``tests/providers/cases/<provider id>/<way>.toml`` is one case; ``absent.toml`` says of each way that
a tool does not have why it has none. ``docs/adding-a-provider.md`` shows the form.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.application.check_rules import ABSENT
from crawlers.model.verdict import State
from crawlers.providers.verdicts.cases import AnswerCase, Examples, read_case, read_examples

ROOT = Path(__file__).parents[1] / "providers"
FOLDER = ROOT / "cases"

# The ways in which a thing may meet a visitor, each with the states that are allowed.
WAYS: dict[str, set[State]] = {
    "visible": {State.VISIBLE},
    "empty": {State.EMPTY, State.UNDETERMINED},
    "login": {State.LOGIN_REQUIRED},
    "private": {State.PERMISSION_REQUIRED, State.LOGIN_REQUIRED, State.UNDETERMINED},
    "password": {State.PERMISSION_REQUIRED, State.UNDETERMINED},
    "organisation": {State.PERMISSION_REQUIRED, State.LOGIN_REQUIRED, State.UNDETERMINED},
    "age-restricted": {State.UNDETERMINED, State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED},
    "embed-disabled": {State.VISIBLE, State.UNDETERMINED},
    "removed": {State.REMOVED, State.UNDETERMINED},
    "moved": {State.VISIBLE},
    "expired": {State.REMOVED, State.PERMISSION_REQUIRED, State.UNDETERMINED},
    "bot-wall": {State.UNDETERMINED},
    "consent-wall": {State.UNDETERMINED},
    "edit-link": {State.VISIBLE, State.UNDETERMINED},
}


@dataclass(frozen=True)
class Place:
    """The place of a case: its tool and the way that it shows."""

    provider: str
    way: str
    path: Path


def places() -> list[Place]:
    """Every case, by provider and way; what follows ``--`` only distinguishes cases of one way."""
    paths = (path for path in sorted(FOLDER.glob("*/*.toml")) if path.name != ABSENT)
    return [Place(path.parent.name, path.stem.partition("--")[0], path) for path in paths]


@cache
def case(path: Path) -> AnswerCase:
    return read_case(path.name, path.read_text("utf-8"))


@cache
def examples(provider: str) -> Examples:
    path = ROOT / "examples" / f"{provider}.toml"
    return read_examples(path.name, path.read_text("utf-8"))


def absent_ways(provider: str) -> dict[str, str]:
    """The ways that a tool does not have, each with the reason."""
    path = FOLDER / provider / ABSENT
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
