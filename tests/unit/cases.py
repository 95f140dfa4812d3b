"""Case folders: small answers written by hand and the verdict they must give.

``tests/cases/<provider id>/<way>.toml`` is one case; ``absent.toml`` says of each way that a tool
does not have why it has none. ``docs/adding-a-provider.md`` shows the form.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from crawlers.model import Capture, Failure, Reason, State, Visibility
from crawlers.providers.base import Answer
from crawlers.providers.flow import flow_of
from crawlers.reading.document import parse
from tests.unit.answers import capture, known

FOLDER = Path(__file__).parents[1] / "cases"
ABSENT = "absent.toml"

# The ways a thing may meet a stranger, each with the states it may be given.
WAYS: dict[str, set[State]] = {
    "visible": {State.VISIBLE},
    "empty": {State.EMPTY, State.UNDETERMINED},
    "login": {State.LOGIN_REQUIRED},
    "private": {State.PERMISSION_REQUIRED, State.LOGIN_REQUIRED, State.UNDETERMINED},
    "password": {State.PERMISSION_REQUIRED, State.UNDETERMINED},
    "organisation": {State.PERMISSION_REQUIRED, State.LOGIN_REQUIRED, State.UNDETERMINED},
    "age-restricted": {State.UNDETERMINED, State.LOGIN_REQUIRED},
    "embed-disabled": {State.VISIBLE, State.UNDETERMINED},
    "removed": {State.REMOVED, State.UNDETERMINED},
    "moved": {State.VISIBLE},
    "expired": {State.REMOVED, State.PERMISSION_REQUIRED, State.UNDETERMINED},
    "bot-wall": {State.UNDETERMINED},
    "consent-wall": {State.UNDETERMINED},
    "edit-link": {State.VISIBLE, State.UNDETERMINED},
}


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Expected(_Value):
    state: State
    reason: Reason


class Said(_Value):
    """One answer: to ``url``, after redirects at ``final_url``; ``failure`` where none came."""

    url: str
    final_url: str = ""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    body: str = ""
    headers: dict[str, str] = Field(default_factory=dict)
    failure: Failure | None = None

    def capture(self) -> Capture:
        return capture(
            self.url,
            status=self.status,
            body=self.body,
            media_type=self.type,
            final_url=self.final_url,
            failure=self.failure,
            headers=tuple(self.headers.items()),
        )


class Case(_Value):
    about: str
    address: str
    source: str
    expect: Expected
    answers: tuple[Said, ...]


@dataclass(frozen=True)
class Place:
    """Where a case stands: whose it is and which way it shows."""

    provider: str
    way: str
    path: Path


def places() -> list[Place]:
    """Every case, by provider and way; what follows ``--`` only tells cases of one way apart."""
    found = (path for path in sorted(FOLDER.glob("*/*.toml")) if path.name != ABSENT)
    return [Place(path.parent.name, path.stem.partition("--")[0], path) for path in found]


def case(path: Path) -> Case:
    return Case.model_validate(tomllib.loads(path.read_text("utf-8")))


def absent(provider: str) -> dict[str, str]:
    """The ways that a tool does not have, each with the reason."""
    path = FOLDER / provider / ABSENT
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def verdict(one: Case) -> Visibility:
    """Runs the flow of a case; every answer must be asked for and nothing else.

    Answers to one address come in their order; the last one is repeated.
    """
    waiting: dict[str, list[Said]] = {}
    for said in one.answers:
        waiting.setdefault(said.url, []).append(said)
    tool, thing = known(one.address)
    steps, asked = flow_of(tool, thing), set()
    try:
        probe = next(steps)
        while True:
            assert probe.url in waiting, f"the case has no answer for {probe.url}"
            asked.add(probe.url)
            row = waiting[probe.url]
            came = (row.pop(0) if len(row) > 1 else row[0]).capture()
            probe = steps.send(Answer(capture=came, document=parse(came) if came.is_html else None))
    except StopIteration as end:
        assert asked == set(waiting), f"never asked for: {set(waiting) - asked}"
        return end.value
