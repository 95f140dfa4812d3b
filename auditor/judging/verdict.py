"""The answer of a check, combining answers, and judging shares with unknown parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reports.audit import Count, EvidenceRow, LeastChange, Outcome, PhaseEvidence

# EARL's outcomes in axe-core's order of severity; "all of" is their maximum.
RANK: tuple[Outcome, ...] = (
    Outcome.INAPPLICABLE,
    Outcome.PASSED,
    Outcome.CANT_TELL,
    Outcome.FAILED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A check's answer: outcome, reason code, numbers, and evidence.

    ``evidence`` holds artefact ids and page addresses, ``table`` where each topic is shown,
    ``missing`` the topics that certainly are not shown to a stranger, ``untold`` those that are
    undetermined, ``breakdown`` what the numbers consist of, and ``latest`` the date of the
    latest change that a page states. ``named``, ``least_change`` and ``phases`` are those of the
    item in the audit.
    """

    outcome: Outcome
    reason: str
    numbers: Mapping[str, int | float] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    table: tuple[EvidenceRow, ...] = ()
    missing: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    breakdown: tuple[Count, ...] = ()
    latest: str | None = None
    named: tuple[str, ...] = ()
    least_change: LeastChange | None = None
    phases: tuple[PhaseEvidence, ...] = ()


def roll_up(outcomes: Iterable[Outcome]) -> Outcome:
    """The most severe outcome; ``for_human`` stays so unless another one failed."""
    all_outcomes = tuple(outcomes)
    ranked = [outcome for outcome in all_outcomes if outcome in RANK]
    gravest = max(ranked, key=RANK.index, default=Outcome.INAPPLICABLE)
    if Outcome.FOR_HUMAN in all_outcomes and gravest is not Outcome.FAILED:
        return Outcome.FOR_HUMAN
    return gravest


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many results a stranger sees, cannot see, or may see.

    ``doubtful`` counts visible things that may or may not be results.
    """

    visible: int = 0
    lost: int = 0
    undetermined: int = 0
    doubtful: int = 0

    @property
    def total(self) -> int:
        """All results, the undetermined ones included, the doubtful ones not."""
        return self.visible + self.lost + self.undetermined


def judge_share(tally: Tally, threshold: float) -> Outcome:
    """The outcome for "at least this share is visible"; unknown results prove nothing.

    Of n results v visible and u undetermined: v/n >= t passed, (v+u)/n < t failed, else
    cannot tell. Without any results the outcome is cannot tell.
    """
    possible = tally.total + tally.doubtful
    best = tally.visible + tally.undetermined + tally.doubtful
    # Shares are divided, not multiplied: 11 of 20 must reach 0.55 in floating point too.
    if tally.total and tally.visible / tally.total >= threshold:
        return Outcome.PASSED
    if tally.total and best / possible < threshold:
        return Outcome.FAILED
    return Outcome.CANT_TELL
