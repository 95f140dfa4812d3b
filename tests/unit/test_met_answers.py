"""Answers met by others, each quoted from a public place: no verdict is false, hardly one doubts.

``blind`` records were written down before the rules were first run on them.
"""

from tests.unit.answers import RULES
from tests.unit.cases import ROOT
from tests.unit.met_answers import Score, outcomes, read_records

RECORDS = read_records(ROOT / "met_answers.jsonl")


def test_no_verdict_is_false_and_no_doubt_is_needless():
    results = outcomes(RULES, RECORDS)
    wrong = [str(one) for one in results if one.score in (Score.FALSE, Score.NEEDLESS_DOUBT)]
    assert not wrong, "\n".join(wrong)


def test_each_record_names_its_source_and_day_and_was_met():
    assert len({record["name"] for record in RECORDS}) == len(RECORDS) >= 69
    assert all(record["source"] and record["date"] and record["truth"] for record in RECORDS)
    assert sum(record["blind"] for record in RECORDS) >= 53
