"""The ground truth: what a careful visitor would find, computed from the pages' own pieces.

``python -m tests.replica.truth`` writes it beside this file; a test holds both together.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from tests.replica.pieces import Sight
from tests.replica.sites import esep, legacy, plain
from tests.replica.sites.site import Expected, Project, SitePage
from tests.replica.things import THINGS

FOLDER = Path(__file__).parent / "truth"
PROJECTS: tuple[Project, ...] = (*esep.PROJECTS, *legacy.PROJECTS, *plain.PROJECTS)
# A file that the project's own site keeps is an upload however it is shown or linked.
_OWN_FILES = ("/files/", "/filer/", "/billeder/")
# What the archive did not keep cannot be known from it.
_NOT_KEPT = {"river-lost", "river-private"}


def _page(page: SitePage) -> dict[str, str]:
    verdict = {"state": page.state, "section": page.section}
    return verdict | ({"reason": page.reason} if page.reason else {})


def _artefact(project: Project, key: str, sights: list[Sight]) -> dict[str, Any]:
    thing = THINGS[key]
    embeds = Counter(sight.embed for sight in sights if sight.embed)
    archived = project.name == "legacy_archived"
    unknown = archived and key in _NOT_KEPT
    state = "undetermined" if unknown else thing.state
    reason = "not_recorded" if unknown else thing.reason
    name = "canonical_url" if thing.ident.startswith("http") else "native_id"
    record: dict[str, Any] = {
        "provider": thing.provider,
        "kind": thing.kind,
        name: thing.ident,
        "state": state,
    }
    if reason:
        record["reason"] = reason
    record["sightings"] = len(sights)
    if not any(folder in thing.ident for folder in _OWN_FILES):
        record["forms"] = dict(sorted(Counter(sight.form for sight in sights).items()))
    if embeds and not archived:
        record["embed"] = {name: embeds[name] for name in ("shown", "blocked", "needs_consent")}
    return record


def _assessment(expected: Expected) -> dict[str, Any]:
    """What was written by hand beside the project, as its JSON file says it."""
    return {
        "results_visible": {
            "outcome": expected.outcome,
            "reason": expected.reason,
            "numbers": dict(expected.numbers),
            "topics": list(expected.seen),
        },
        "results_impact_documentation": {
            "topics_found": list(expected.found),
            "missing": list(expected.missing),
        },
        "findings": list(expected.findings),
        "no_findings": list(expected.absent),
        "warnings": list(expected.warnings),
    }


def truth(project: Project) -> dict[str, Any]:
    """The truth about one project as its JSON file says it."""
    sights: dict[str, list[Sight]] = {}
    for page in project.pages:
        for sight in (sight for piece in page.pieces for sight in piece.sights):
            sights.setdefault(sight.thing, []).append(sight)
    assessed = {"assessment": _assessment(project.expected)} if project.expected else {}
    return {
        "seed": project.seed,
        "platform": project.platform,
        "id": project.ident,
        "title": project.title,
        "state": project.state,
        "layout_known": project.layout_known,
        "pages": {project.address(page.path): _page(page) for page in project.pages},
        "artefacts": [_artefact(project, key, sights[key]) for key in sorted(sights)],
        **assessed,
    }


def truth_json(project: Project) -> str:
    return json.dumps(truth(project), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for each in PROJECTS:
        (FOLDER / f"{each.name}.json").write_text(truth_json(each), encoding="utf-8")
