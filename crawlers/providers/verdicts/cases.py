"""Examples and answer cases to test rules with, written as TOML by hand; pure.

``examples/ID.toml`` lists addresses of a tool's things and what each must be recognised as, and
addresses that are no artefacts. ``cases/ID/WAY.toml`` holds small answers with invented content and
the verdict that they must give.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from crawlers.extraction.document import parse
from crawlers.model.artefact import Artefact, Kind
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State, Visibility
from crawlers.providers.engine.mistakes import RulesError
from crawlers.providers.engine.registry import Rules
from crawlers.providers.engine.target import target_of
from crawlers.providers.verdicts.dispatch import flow_of
from crawlers.providers.verdicts.protocol import Answer

_WRITTEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # the time of every answer in a case


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Value):
    """Spellings of one address, and what all of them must be recognised as."""

    urls: tuple[str, ...]
    native_id: str
    canonical_url: str
    kind: Kind


class Examples(_Value):
    """The examples of one tool, and addresses that look like them but are no artefacts."""

    not_artefacts: tuple[str, ...] = ()
    example: tuple[Example, ...] = ()

    @property
    def urls(self) -> tuple[str, ...]:
        """Every spelling, in order."""
        return tuple(url for example in self.example for url in example.urls)


class Basis(StrEnum):
    """Where the answers of a case come from.

    ``met``: a source received, quotes or specifies such an answer. ``expected``: it is a guess, so
    that the case shows what the rules do, not that they are right.
    """

    MET = "met"
    EXPECTED = "expected"


class Expected(_Value):
    """The verdict that a case must give."""

    state: State
    reason: Reason


class CaseAnswer(_Value):
    """One answer: to ``url``, after redirects at ``final_url``; ``failure`` where none came."""

    url: str
    final_url: str = ""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    body: str = ""
    headers: dict[str, str] = Field(default_factory=dict)
    failure: Failure | None = None

    def capture(self) -> Capture:
        """The answer as a flow receives it."""
        return Capture(
            url=self.url,
            final_url=self.final_url or self.url,
            captured_at=_WRITTEN,
            status=None if self.failure else self.status,
            headers=(("content-type", self.type), *self.headers.items()),
            body=self.body.encode(),
            failure=self.failure,
        )


class AnswerCase(_Value):
    """Answers about one address, and the verdict that they must give.

    ``control`` is the status with which the tool's oEmbed answers for its example, where the flow
    asks for it.
    """

    about: str
    address: str
    source: str
    basis: Basis
    expect: Expected
    answers: tuple[CaseAnswer, ...]
    control: int = 200


_Read = TypeVar("_Read", bound=BaseModel)


def read_examples(name: str, text: str) -> Examples:
    """The examples in a file. Raises ``RulesError``."""
    return _read(name, text, Examples.model_validate)


def read_case(name: str, text: str) -> AnswerCase:
    """The case in a file. Raises ``RulesError``."""
    return _read(name, text, AnswerCase.model_validate)


def _read(name: str, text: str, validate: Callable[[object], _Read]) -> _Read:
    try:
        return validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise RulesError([f"{name}: this is not TOML: {error}."]) from None
    except ValidationError as error:
        rows = (
            (".".join(str(step) for step in details["loc"]), details["msg"])
            for details in error.errors()
        )
        raise RulesError([f"{name}: `{place}`: {message}." for place, message in rows]) from None


def example_problems(rules: Rules, provider: str, examples: Examples) -> Iterator[str]:
    """The differences between the rules and an example, one sentence each."""
    for example in examples.example:
        wanted = (provider, example.kind.value, example.native_id, example.canonical_url)
        for url in (*example.urls, example.canonical_url):
            answer = _identity(rules, url)
            if answer != wanted:
                yield f"{url} must be {_words(wanted)}, and is {_words(answer)}"
    for url in examples.not_artefacts:
        answer = _identity(rules, url)
        if answer is not None:
            yield f"{url} must be no artefact, and is {_words(answer)}"


def _identity(rules: Rules, url: str) -> tuple[str, str, str, str] | None:
    classification = rules.classify(url)
    if classification is None:
        return None
    return (
        classification.provider,
        classification.kind.value,
        classification.native_id,
        classification.canonical_url,
    )


def _words(identity: tuple[str, str, str, str] | None) -> str:
    if identity is None:
        return "no artefact"
    provider, kind, native_id, canonical = identity
    return f"{provider}, {kind}, id {native_id}, {canonical}"


def case_problems(rules: Rules, provider: str, case: AnswerCase) -> Iterator[str]:
    """The differences between the verdict of the rules and that of a case, one sentence each."""
    classification = rules.classify(case.address)
    if classification is None or classification.provider != provider:
        name = classification.provider if classification else "no artefact"
        yield f"{case.address} is {name}, not {provider}"
        return
    try:
        verdict = run_case(rules, case)
    except CaseError as error:
        yield str(error)
        return
    wanted = case.expect
    if (verdict.state, verdict.reason) != (wanted.state, wanted.reason):
        yield (
            f"the verdict must be {wanted.state} ({wanted.reason}), and is "
            f"{verdict.state} ({verdict.reason})"
        )


class CaseError(ValueError):
    """A case that does not fit its flow: one asks for what the other does not have."""


def run_case(rules: Rules, case: AnswerCase) -> Visibility:
    """The verdict of a case's answers; every answer must be asked for, and nothing else.

    Answers to one address come in their order; the last one is repeated. Raises ``CaseError``.
    """
    waiting: dict[str, list[CaseAnswer]] = {}
    for answer in case.answers:
        waiting.setdefault(answer.url, []).append(answer)
    artefact = _artefact(rules, case.address)
    provider = rules.providers[artefact.provider]
    control = target_of(provider, artefact).control_url
    steps, probed = flow_of(provider, artefact), set()
    try:
        probe = next(steps)
        while True:
            if probe.url == control and control not in waiting:
                probe = steps.send(Answer(capture=_example(control, case.control)))
                continue
            if probe.url not in waiting:
                raise CaseError(f"the case has no answer for {probe.url}")
            probed.add(probe.url)
            row = waiting[probe.url]
            capture = (row.pop(0) if len(row) > 1 else row[0]).capture()
            document = parse(capture) if capture.is_html else None
            probe = steps.send(Answer(capture=capture, document=document))
    except StopIteration as end:
        unused = sorted(set(waiting) - probed)
        if unused:
            raise CaseError(f"nobody asked for {', '.join(unused)}") from None
        verdict: Visibility = end.value
        return verdict


def _example(url: str, status: int) -> Capture:
    """The answer of the tool's oEmbed about its example."""
    body = '{"type": "rich", "title": "An example", "html": "<iframe></iframe>"}'
    kind = "application/json"
    return CaseAnswer(url=url, status=status, type=kind, body=body).capture()


def _artefact(rules: Rules, address: str) -> Artefact:
    """The artefact of a case's address, as if it stood on a page in its canonical spelling."""
    classification = rules.classify(address)
    if classification is None:
        raise CaseError(f"{address} is no artefact")
    return Artefact(
        id=classification.id,
        provider=classification.provider,
        kind=classification.kind,
        url=classification.canonical_url,
        canonical_url=classification.canonical_url,
        native_id=classification.native_id,
        sightings=(),
        visibility=Visibility(state=State.UNDETERMINED, reason=Reason.NOT_REACHED),
    )
