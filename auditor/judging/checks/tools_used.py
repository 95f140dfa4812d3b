"""Which tools were the project's results made with, and which kinds of thing are they?"""

from __future__ import annotations

from auditor.judging.results import result_artefacts
from auditor.judging.verdict import Verdict
from crawlers.model.inventory import Inventory
from reports.audit import Outcome

_NO_TOOL = frozenset({"-", "file", "twinspace"})


def check(inventory: Inventory) -> Verdict:
    """The results made with a known tool, counted; plain files and uploads are no tool."""
    results = result_artefacts(inventory)
    made = [artefact for artefact in results if artefact.provider not in _NO_TOOL]
    return Verdict(
        outcome=Outcome.FOR_HUMAN,
        reason="left_to_human",
        numbers={
            "artefacts": len(made),
            "visible": sum(artefact.visibility.visible for artefact in made),
            "providers": len({artefact.provider for artefact in made}),
            "kinds": len({artefact.kind for artefact in made}),
        },
        evidence=tuple(artefact.id for artefact in made),
    )
