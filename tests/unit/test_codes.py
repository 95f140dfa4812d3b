"""The codes of judging: each has its words in the reports."""

from auditor.judging.codes import FindingCode, FindingReason, OutcomeReason, Remedy
from reports.i18n import messages


def test_every_finding_has_its_words() -> None:
    assert {key.partition(":")[0] for key in messages.CHECKS} == set(FindingCode)
    assert set(FindingReason) <= messages.REASONS.keys()


def test_every_remedy_has_its_step_and_its_sentence() -> None:
    assert {key.partition(":")[0] for key in messages.REMEDIES} == set(Remedy)
    assert messages.STEPS.keys() == set(Remedy)


def test_every_outcome_has_its_words() -> None:
    assert set(OutcomeReason) <= messages.ASSESSMENTS.keys()
