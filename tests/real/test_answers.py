"""86 answers that real services once gave: no false verdict, and hardly any needless doubt."""

from __future__ import annotations

from tests.real.beside import shared_path
from tests.unit.answers import RULES
from tests.unit.met_answers import Outcome, Score, outcomes, read_records

RECORDS = 86
MOST_DOUBT = 0.02  # of all records


def all_outcomes() -> list[Outcome]:
    """The outcomes of all records beside the checkout."""
    return outcomes(RULES, read_records(shared_path("real", "answers.jsonl")))


def rows(results: list[Outcome], *scores: Score) -> str:
    """The outcomes of these scores, a line each."""
    return "\n".join(str(outcome) for outcome in results if outcome.score in scores)


def test_no_verdict_is_false_and_hardly_any_doubt_is_needless() -> None:
    results = all_outcomes()
    assert len(results) == RECORDS
    assert not rows(results, Score.FALSE)
    doubted = [outcome for outcome in results if outcome.score is Score.NEEDLESS_DOUBT]
    assert len(doubted) < MOST_DOUBT * RECORDS, rows(results, Score.NEEDLESS_DOUBT)
