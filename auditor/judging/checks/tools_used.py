"""Which tools the project's results were made with, and which kinds they are."""

from __future__ import annotations

from auditor.judging.codes import OutcomeReason
from auditor.judging.facts import Facts
from auditor.judging.results import NO_TOOL, result_artefacts
from auditor.judging.verdict import Verdict
from reports.audit import Outcome


def check(facts: Facts) -> Verdict:
    """The results made with a known tool, counted; plain files and uploads do not count."""
    results = result_artefacts(facts.inventory)
    artefacts = [artefact for artefact in results if artefact.provider not in NO_TOOL]
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason=OutcomeReason.LEFT_TO_HUMAN,
        numbers={
            "artefacts": len(artefacts),
            "visible": sum(artefact.visibility.visible for artefact in artefacts),
            "providers": len({artefact.provider for artefact in artefacts}),
            "kinds": len({artefact.kind for artefact in artefacts}),
        },
        evidence=tuple(artefact.id for artefact in artefacts),
    )
