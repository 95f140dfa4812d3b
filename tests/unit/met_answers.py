"""Answers that real services once gave, held against the verdicts of the rules.

A record names an address, the states that are true of it, and what was recorded of the answers:
``as`` is ``oembed``, ``page`` (or ``watch``, YouTube's) or ``any``, which is given to every request.
What a flow asks for and nobody recorded comes back as such.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from crawlers.extraction.document import parse
from crawlers.gathering.probing.probe import _UNKNOWN
from crawlers.model.artefact import Artefact, Kind
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State, Visibility
from crawlers.providers.engine.registry import Rules
from crawlers.providers.engine.target import Target, target_of
from crawlers.providers.verdicts.dispatch import flow_for
from crawlers.providers.verdicts.protocol import Answer, Probe

_WRITTEN = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
_OWN_PAGE = ("page", "watch")


class Score(StrEnum):
    """How a verdict stands to the truth; ``open`` where the flow asked for what nobody recorded."""

    RIGHT = "right"
    OPEN = "open"
    NEEDLESS_DOUBT = "needless doubt"
    FALSE = "false"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One record, the verdict on it, and what was asked that nobody recorded."""

    name: str
    truth: tuple[str, ...]
    verdict: Visibility
    missing: tuple[str, ...]

    @property
    def score(self) -> Score:
        """Right, open (part of the answer is missing), doubted without need, or false."""
        if self.verdict.state.value in self.truth:
            return Score.RIGHT
        if not self.verdict.undetermined:
            return Score.FALSE
        return Score.OPEN if self.missing else Score.NEEDLESS_DOUBT

    def __str__(self) -> str:
        verdict = f"{self.verdict.state} ({self.verdict.reason})"
        return f"{self.score}: {self.name}: {verdict}, true: {', '.join(self.truth)}"


def read_records(path: Path) -> list[dict[str, Any]]:
    """The records of a file, one JSON object per line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def outcomes(rules: Rules, records: Iterable[dict[str, Any]]) -> list[Outcome]:
    """The outcome of each record."""
    return [_outcome(rules, record) for record in records]


def _outcome(rules: Rules, record: dict[str, Any]) -> Outcome:
    target = _target(rules, record["address"])
    flow, missing = flow_for(target), []
    try:
        probe = next(flow)
        while True:
            row = _recorded(target, probe, record["answers"])
            if row is None:
                missing.append(probe.url)
            capture = _capture(probe, row)
            document = parse(capture) if capture.is_html and capture.failure is None else None
            probe = flow.send(Answer(capture=capture, document=document))
    except StopIteration as end:
        return Outcome(
            name=record["name"],
            truth=tuple(record["truth"]),
            verdict=end.value,
            missing=(*missing, *([record["part"]] if record.get("part") else [])),
        )


def _target(rules: Rules, address: str) -> Target:
    classified = rules.classify(address)
    url = address if classified is None else classified.canonical_url
    artefact = Artefact(
        id="-" if classified is None else classified.id,
        provider="-" if classified is None else classified.provider,
        kind=Kind.OTHER if classified is None else classified.kind,
        url=url,
        canonical_url=url,
        native_id="" if classified is None else classified.native_id,
        sightings=(),
        visibility=Visibility(state=State.UNDETERMINED, reason=Reason.NOT_REACHED),
    )
    return target_of(rules.providers.get(artefact.provider, _UNKNOWN), artefact)


def _recorded(target: Target, probe: Probe, answers: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The recorded answer to a probe: oEmbed's to the request about the thing, else the page's."""
    for row in answers:
        if row["as"] == "any":
            return row
        if row["as"] == "oembed" and target.asking.oembed and probe.url == target.oembed_url:
            return row
        if row["as"] in _OWN_PAGE and probe.url == target.probe_url:
            return row
    return None


def _capture(probe: Probe, row: dict[str, Any] | None) -> Capture:
    if row is None:
        return Capture(
            url=probe.url,
            final_url=probe.url,
            captured_at=_WRITTEN,
            failure=Failure.NOT_RECORDED,
        )
    final = str(row.get("final_url") or "")
    headers = {name.lower(): value for name, value in row.get("headers", {}).items()}
    body = str(row.get("body", ""))
    headers.setdefault("content-type", _type_of(body))
    return Capture(
        url=probe.url,
        final_url=final if final.startswith("http") else probe.url,
        captured_at=_WRITTEN,
        status=int(row["status"]),
        headers=tuple(headers.items()),
        body=body.encode(),
        redirects=tuple(row.get("redirects", ())),
    )


def _type_of(body: str) -> str:
    """The type of a body whose header nobody recorded."""
    start = body.lstrip()[:1]
    return {"<": "text/html; charset=utf-8", "{": "application/json"}.get(start, "text/plain")
